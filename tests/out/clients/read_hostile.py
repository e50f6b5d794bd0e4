"""Hostile texts come back from every format as doc/formats.md says: read_hostile.py FOLDER. Read by Python's own parsers (XML, CSV, JSON,
string literals) and by rdflib, PyYAML and markdown-it. What was written stands in random.expected, byte for byte, from no writer of ours."""
import ast
import csv
import json
import pathlib
import re
import subprocess
import shutil
import sys
import xml.etree.ElementTree as ET

try:
    import rdflib
    import yaml
    from markdown_it import MarkdownIt
except ImportError:
    print("rdflib, PyYAML or markdown-it is not installed: skipped")
    sys.exit(77)

csv.field_size_limit(10**7)
folder = pathlib.Path(sys.argv[1])


def exact(raw):
    """Formats with escapes for everything lose only what is not UTF-8: each run of such bytes is one replacement here."""
    return re.sub("\ufffd+", "\ufffd", raw.decode("utf-8", "replace"))


def same(text):
    return re.sub("\ufffd+", "\ufffd", text)


def on_one_line(raw):
    """What people see: on one line, no control character, no override of direction."""
    def shown(c):
        if "\t" <= c <= "\r" or c in "\x85\u2028\u2029":
            return " "
        if c < " " or "\x7f" <= c < "\xa0" or "\u202a" <= c <= "\u202e" or "\u2066" <= c <= "\u2069":
            return "\ufffd"
        return c
    return same("".join(map(shown, raw.decode("utf-8", "replace"))))


def in_xml(raw):
    """XML has no way to say these two."""
    return same(on_one_line(raw).replace("\ufffe", "").replace("\uffff", ""))


def in_csv_quote(raw):
    """A sentence keeps its line breaks and tabs."""
    return same("".join(part if part in "\t\r\n" else on_one_line(part.encode("utf-8", "surrogateescape"))
                        for part in re.split("([\t\r\n])", raw.decode("utf-8", "surrogateescape"))))


expected = {}
for line in (folder / "random.expected").read_text().splitlines():
    what, key, text = line.split("\t")
    expected.setdefault(what, {})[key] = bytes.fromhex(text)
NAMES, QUOTES = expected["name"], expected["quote"]
checked = []


def check(format, found, want, norm):
    found = {key: same(text) for key, text in found.items()}
    wanted = {key: norm(text) for key, text in want.items()}
    assert set(found) == set(wanted), (format, set(found) ^ set(wanted))
    for key in wanted:
        assert found[key] == wanted[key], (format, key, found[key][:200], wanted[key][:200])
    checked.append(format)


def load(name):
    return json.loads((folder / f"random.{name}").read_text(encoding="utf-8"))


def lines(name):
    # Not splitlines(), which knows more line ends than JSON does.
    return [json.loads(line) for line in (folder / f"random.{name}").read_text(encoding="utf-8").split("\n") if line]


def table(name, key, value):
    with open(folder / name, encoding="utf-8", newline="") as file:
        return {row[key]: row[value] for row in csv.DictReader(file, strict=True)}


def xml():
    space = "{http://gexf.net/1.3}"
    root = ET.parse(folder / "random.gexf").getroot()
    check("gexf", {node.get("id"): node.get("label") for node in root.iter(space + "node")}, NAMES, in_xml)
    value = lambda edge, what: next((one.get("value") for one in edge.iter(space + "attvalue") if one.get("for") == what), "")
    check("gexf quotes", {edge.get("target"): value(edge, "sample_quote") for edge in root.iter(space + "edge")},
          {key.split("visited:")[1][:-1]: text for key, text in QUOTES.items()}, in_xml)
    space = "{http://graphml.graphdrawing.org/xmlns}"
    root = ET.parse(folder / "random.graphml").getroot()
    label = next(key.get("id") for key in root.iter(space + "key") if key.get("for") == "node" and key.get("attr.name") == "label")
    found = {node.get("id"): "".join(data.text or "" for data in node if data.get("key") == label) for node in root.iter(space + "node")}
    check("graphml", found, NAMES, in_xml)
    titles = {"".join(title.itertext()) for title in ET.parse(folder / "hostile.svg").getroot().iter("{http://www.w3.org/2000/svg}title")}
    assert any("<script>alert(1)</script>" in title for title in titles), titles
    checked.append("svg")


def tables():
    check("csv", table("random.csv/nodes.csv", "Id", "Label"), NAMES, on_one_line)
    check("csv aliases", table("random.csv/nodes.csv", "Id", "aliases"), expected["alias"], in_csv_quote)
    check("evidence.csv", table("random.csv/evidence.csv", "fact_id", "sentence"), QUOTES, in_csv_quote)
    check("neo4j", table("random.neo4j/entities.csv", "id:ID(Entity)", "name"), NAMES, on_one_line)
    check("neo4j quotes", table("random.neo4j/facts.csv", "id", "quote"), QUOTES, on_one_line)
    check("neo4j titles", table("random.neo4j/facts.csv", "id", "title"), expected["title"], on_one_line)
    check("neo4j outlets", table("random.neo4j/articles.csv", "id:ID(Article)", "outlet"), expected["outlet"], on_one_line)
    check("plover", table("random.plover", "event_id", "sentence"), QUOTES, in_csv_quote)


def json_kin():
    data = load("json")
    check("json", {node["id"]: node["name"] for node in data["nodes"]}, NAMES, exact)
    check("json quotes", {edge["key"]: edge["evidence"][0]["text"] for edge in data["edges"]}, QUOTES, exact)
    of = lambda kind: [line for line in lines("jsonl") if line["t"] == kind]
    check("jsonl", {line["id"]: line["name"] for line in of("node")}, NAMES, exact)
    check("jsonl quotes", {line["edge"]: line["text"] for line in of("evidence")}, QUOTES, exact)
    check("jsonl titles", {line["id"]: line["qualifiers"]["title"] for line in of("edge")}, expected["title"], exact)
    check("jsonl headlines", {line["id"]: line["title"] for line in of("article")}, expected["headline"], exact)
    check("graphology", {node["key"]: node["attributes"]["label"] for node in load("graphology")["nodes"]}, NAMES, on_one_line)
    check("cytoscape", {node["data"]["id"]: node["data"]["name"] for node in load("cyjs")["elements"]["nodes"]}, NAMES, on_one_line)
    people = [line for line in lines("ftm") if line["schema"] == "Person"]
    check("ftm", {line["id"].replace("-", ":"): line["properties"]["name"][0] for line in people}, NAMES, on_one_line)
    links = [line["properties"] for line in lines("ftm") if line["schema"] == "UnknownLink"]
    check("ftm quotes", {link["recordId"][0]: link["summary"][0] for link in links}, QUOTES, on_one_line)
    assert not any(url.startswith("javascript:") for line in lines("ftm") for url in line["properties"].get("sourceUrl", []))


def cypher():
    literal = r"'(?:[^'\\]|\\.)*'"
    text = (folder / "random.cypher").read_text(encoding="utf-8")
    value = lambda row, key: ast.literal_eval(re.search(rf"[{{ ]{key}: ({literal})", row)[1])
    rows = [line for line in text.split("\n") if line.startswith("  {")]
    found = {value(row, "id"): value(row, "name") for row in rows if "{id: 'person:" in row}
    check("cypher", found, NAMES, exact)
    check("cypher quotes", {value(row, "id"): value(row, "quote") for row in rows if "{s: " in row}, QUOTES, exact)
    check("cypher titles", {value(row, "id"): value(row, "title") for row in rows if "{s: " in row}, expected["title"], exact)
    for row in rows:  # outside of strings there is nothing but our own words
        bare = re.sub(literal, "''", row)
        assert re.fullmatch(r"[\w :,.{}\[\]()']*", bare), bare


def rdf():
    graph = rdflib.Graph().parse(folder / "random.ttl", format="turtle")
    schema, prov, ent = rdflib.Namespace("https://schema.org/"), rdflib.Namespace("http://www.w3.org/ns/prov#"), "urn:entente:"
    text = lambda subject, predicate: str(next(graph.objects(subject, predicate)))
    check("turtle", {key: text(rdflib.URIRef(ent + "entity:" + key), schema.name) for key in NAMES}, NAMES, exact)
    found = {}
    for subject in graph.subjects(rdflib.RDF.type, rdflib.URIRef(ent + "term:Relation")):
        found[text(subject, schema.identifier)] = text(next(graph.objects(subject, prov.wasDerivedFrom)), schema.text)
    check("turtle quotes", found, QUOTES, exact)
    resources = {one["@id"]: one for one in load("jsonld")["@graph"]}
    check("jsonld", {key: resources[ent + "entity:" + key]["schema:name"][0] for key in NAMES}, NAMES, exact)
    check("jsonld headlines", {key: resources[ent + "article:" + key]["schema:headline"][0] for key in expected["headline"]},
          expected["headline"], exact)


PLAIN = {"text", "softbreak", "link_open", "link_close"}


def inline_text(token):
    for child in token.children:
        assert child.type in PLAIN, (child.type, child.content, token.content)
        if child.type == "link_open":
            assert child.attrs["href"].startswith("https://example.org/"), child.attrs
    return "".join(child.content for child in token.children)


def words(raw):
    """Markdown has no blanks at the ends of a line."""
    return on_one_line(raw).strip(" ")


def markdown():
    parser = MarkdownIt()
    tokens = parser.parse((folder / "random.md").read_text(encoding="utf-8"))
    assert not {token.type for token in tokens} & {"html_block", "fence", "code_block", "hr", "ordered_list_open", "lheading_open"}
    headings = [inline_text(tokens[i + 1]) for i, token in enumerate(tokens) if token.type == "heading_open" and token.tag == "h3"]
    want = sorted(words(name) or key for key, name in NAMES.items())
    assert sorted(map(same, headings)) == want, set(map(same, headings)) ^ set(want)
    quotes, depth = [], 0
    for i, token in enumerate(tokens):
        depth += (token.type == "blockquote_open") - (token.type == "blockquote_close")
        assert depth <= 1
        if token.type == "inline":
            text = inline_text(token)
            if depth and tokens[i - 2].type == "blockquote_open":
                quotes.append(same(text))
    blank = [key for key, text in QUOTES.items() if not words(text)]
    missing = {words(text) for key, text in QUOTES.items() if key not in blank} - set(quotes)
    assert not missing, (len(missing), list(missing)[:3])
    checked.append("dossier")


def vault():
    root = folder / "random.obsidian"
    notes = sorted(path for path in root.rglob("*") if path.is_file())
    names = [path.stem.lower() for path in notes]
    assert len(set(names)) == len(names) and all(path.suffix == ".md" for path in notes)
    for path in notes:
        assert not set(path.name) & set('\\/:*?"<>|#^[]') and len(path.name.encode()) < 200, path
        assert path.stem == path.stem.strip(" .") and path.stem.lower() not in ("con", "nul", "prn", "aux"), path
    found, aliases, headlines = {}, {}, {}
    parser = MarkdownIt()
    for path in notes:
        text = path.read_text(encoding="utf-8")
        body = text
        if text.startswith("---\n"):
            front, body = text[4:].split("---\n", 1)
            record = yaml.safe_load(front)
            if path.parent.name == "People":
                found[record["id"]] = record.get("name", "")
                aliases[record["id"]] = record["aliases"][0]
            else:
                headlines[record["id"]] = record.get("title", "")
        for target in re.findall(r"(?<!\\)\[\[(.*?)\]\]", body):
            assert target.lower() in names, (path, target)
        for token in parser.parse(re.sub(r"(?<!\\)\[\[.*?\]\]", "LINK", body)):
            assert token.type not in ("html_block", "fence", "code_block", "hr", "ordered_list_open"), (path, token)
            if token.type == "inline":
                inline_text(token)
    check("obsidian", found, NAMES, exact)
    check("obsidian aliases", aliases, expected["alias"], exact)
    check("obsidian headlines", headlines, expected["headline"], exact)


def reading_commands():
    want = [NAMES[f"person:r{i}"] for i in range(len(NAMES))]
    numbered = lambda texts: {str(i): text for i, text in enumerate(texts)}
    check("--format csv", table("texts.csv", "number", "text"), numbered(want), in_csv_quote)
    rows = (folder / "texts.tsv").read_text(encoding="utf-8").split("\n")[1:-1]
    check("--format tsv", dict(row.split("\t") for row in rows), numbered(want), on_one_line)
    rows = json.loads((folder / "texts.json").read_text(encoding="utf-8"))
    check("--format json", {str(row["number"]): row["text"] for row in rows}, numbered(want), exact)
    rows = [json.loads(row) for row in (folder / "texts.jsonl").read_text(encoding="utf-8").split("\n") if row]
    check("--format jsonl", {str(row["number"]): row["text"] for row in rows}, numbered(want), exact)
    tokens = MarkdownIt().enable("table").parse((folder / "texts.md").read_text(encoding="utf-8"))
    cells = [tokens[i + 1] for i, token in enumerate(tokens) if token.type == "td_open"]
    texts = [inline_text(cell) for cell in cells]
    check("--format md", dict(zip(texts[::2], texts[1::2])), numbered(want), words)
    terminal = (folder / "texts.table").read_text(encoding="utf-8")
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]", terminal)
    checked.append("--format table")


def dot():
    if shutil.which("dot"):
        subprocess.run(["dot", "-Tcanon", folder / "hostile.dot"], check=True, capture_output=True)
        checked.append("dot")


for part in (xml, tables, json_kin, cypher, rdf, markdown, vault, reading_commands, dot):
    part()
print(f"{len(NAMES)} hostile texts come back from: " + ", ".join(checked))
