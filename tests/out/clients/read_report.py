"""Hostile texts come back from a report, read by Python's own parser of HTML: read_report.py FOLDER. What was written stands in
random.expected, byte for byte, from no writer of ours."""
import html.parser
import pathlib
import re
import sys

folder = pathlib.Path(sys.argv[1])
VOID = {"meta", "br", "input", "link", "img", "hr"}
NO_SCRIPT = {"script", "iframe", "object", "embed", "form", "base", "link", "img"}


def on_one_line(raw):
    """What people see: on one line, no control character, no override of direction; none of the two that XML cannot say."""
    def shown(c):
        if "\t" <= c <= "\r" or c in "\x85\u2028\u2029":
            return " "
        if c < " " or "\x7f" <= c < "\xa0" or "\u202a" <= c <= "\u202e" or "\u2066" <= c <= "\u2069":
            return "\ufffd"
        return c
    return same("".join(map(shown, raw.decode("utf-8", "replace"))).replace("\ufffe", "").replace("\uffff", ""))


def same(text):
    return re.sub("\ufffd+", "\ufffd", text)


class Page(html.parser.HTMLParser):
    """Names by dossier, quotes by article; sees to it that elements are closed in order and that links go nowhere else."""
    def __init__(self):
        super().__init__()
        self.open, self.ids, self.targets, self.texts = [], set(), set(), {}

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        assert tag not in NO_SCRIPT, tag
        assert len(values) == len(attributes), attributes
        assert not any(name.startswith("on") or name in ("src", "xlink:href") for name in values), values
        if "id" in values:
            assert values["id"] not in self.ids, values["id"]
            self.ids.add(values["id"])
        if "href" in values:
            target = values["href"]
            assert target.startswith("#") or target.startswith("https://example.org/"), target
            self.targets.add(target)
        if tag not in VOID:
            self.open.append((tag, values.get("class"), values.get("id")))

    def handle_startendtag(self, tag, attributes):
        if tag in VOID:
            self.handle_starttag(tag, attributes)
            return
        self.handle_starttag(tag, attributes)
        self.handle_endtag(tag)

    def handle_endtag(self, tag):
        assert self.open and self.open[-1][0] == tag, (tag, self.open[-3:])
        self.open.pop()

    def handle_comment(self, data):
        raise AssertionError(data)

    def handle_data(self, data):
        tags = [tag for tag, _, _ in self.open]
        for kind, inside in (("name", "h4"), ("quote", "blockquote"), ("cite", "cite"), ("style", "style")):
            if inside not in tags:
                continue
            if kind == "name" and "dossier" not in [name for _, name, _ in self.open]:
                continue
            self.texts.setdefault(kind, {}).setdefault(self.place(), "")
            self.texts[kind][self.place()] += data

    def place(self):
        return [mark for _, _, mark in self.open if mark][-1] if any(mark for _, _, mark in self.open) else ""


def read(name):
    page = Page()
    page.feed((folder / (name + ".html")).read_text(encoding="utf-8"))
    page.close()
    assert not page.open, page.open
    assert {target[1:] for target in page.targets if target.startswith("#")} <= page.ids
    return page


expected = {}
for line in (folder / "random.expected").read_text().splitlines():
    what, key, text = line.split("\t")
    expected.setdefault(what, {})[key] = bytes.fromhex(text)

for name in ("sample", "hostile", "meeting"):
    read(name)
page = read("random")


def words(texts):
    return sorted(same(text) for text in texts)


want = [on_one_line(text) for key, text in expected["name"].items()]
want = sorted(text if text.strip(" ") else key for text, key in zip(want, expected["name"]))
assert words(page.texts["name"].values()) == want, set(want) ^ set(words(page.texts["name"].values()))
found = words(page.texts["quote"].values())
want = sorted("\u201c" + on_one_line(text) + "\u201d" for text in expected["quote"].values())
assert found == want, [pair for pair in zip(found, want) if pair[0] != pair[1]][:2]
headlines = {on_one_line(text) for text in expected["headline"].values()}
cited = {same(text) for key, text in page.texts["cite"].items() if key.startswith("a")}
missing = {text for text in headlines if text.strip(" ")} - cited
assert not missing, list(missing)[:3]
style = "".join(page.texts["style"].values())
assert "url(" not in style and "@import" not in style
print(f"{len(want)} hostile texts come back from a report")
