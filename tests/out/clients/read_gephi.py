"""Gephi reads our GEXF and GraphML and writes them again: read_gephi.py GEPHI FOLDER. GEPHI holds toolkit.jar and the compiled
ReadGephi.class (scripts/test-gephi puts them there). Compares what Gephi holds with the graph: entities, edges, kinds, directions, weights, days;
not one warning; and nothing of it changed after Gephi has written the file and read it back."""
import base64
import datetime
import pathlib
import subprocess
import sys

from expected import SYMMETRIC, load, pairs, spells

gephi, folder = map(pathlib.Path, sys.argv[1:3])
if not (gephi / "ReadGephi.class").exists():
    print("gephi-toolkit is not here: skipped (scripts/test-gephi fetches it)")
    sys.exit(77)

NAMES = ("sample", "hostile", "empty")
VARIANTS = (".gexf", "-mixed.gexf", "-pairs.gexf", ".graphml", "-mixed.graphml", "-pairs.graphml")


def read(path):
    rows = [[base64.b64decode(field).decode() for field in line.split("\t")] for line in path.read_text().splitlines()]
    of = lambda kind: [row[1:] for row in rows if row[0] == kind]
    return of("issue"), of("model"), {row[0]: row[1:] for row in of("node")}, {row[0]: row[1:] for row in of("edge")}


def milliseconds(day):
    return int(datetime.datetime.fromisoformat(day + "T00:00:00+00:00").timestamp() * 1000)


def times(facts):
    return " ".join(f"{milliseconds(first)}/{milliseconds(last)}" for first, last in spells(facts))


def check_nodes(found, nodes, path):
    assert set(found) == set(nodes), path
    for name, (label, entity_type, mentions, aliases, x, y, size, color) in found.items():
        record = nodes[name]
        assert entity_type == record["type"] and int(mentions) == record["mentions"], (path, name)
        if record["name"].isprintable() and record["name"].strip():
            assert label.strip() == record["name"].strip(), (path, name, label)
        if path.suffix == ".gexf" and all(alias.isprintable() and alias.strip() for alias in record["aliases"]):
            want = "[" + ", ".join(record["aliases"]) + "]" if record["aliases"] else ""
            assert aliases == want, (path, name, aliases, want)
        assert abs(float(x)) <= 500.5 and abs(float(y)) <= 500.5 and 4 <= float(size) <= 30, (path, name)
        assert color.startswith("ff") and len(color) == 8, (path, name, color)  # opaque
    assert len({tuple(row[4:6]) for row in found.values()}) == len(found), f"{path}: nodes lie on one another"


def check_edges(found, edges, path):
    assert len(found) == len(edges), (path, len(found), len(edges))
    for source, target, kind, label, weight, directed, relation, status, symmetric, when in found.values():
        facts = edges.get((source, target, relation, status))
        assert facts is not None, (path, source, target, relation, status)
        assert kind == (relation if status == "happened" else f"{relation} ({status})"), (path, kind)
        assert float(weight) == sum(len(fact["evidence"]) for fact in facts), path
        assert symmetric == str(relation in SYMMETRIC).lower(), path
        assert directed == str("mixed" not in path.name or relation not in SYMMETRIC).lower(), path
        assert label, path
        if path.suffix == ".gexf":
            assert when == times(facts), (path, source, target, when)


def check_pairs(found, edges, path):
    want = pairs(edges)
    assert len(found) == len(want), (path, len(found), len(want))
    for source, target, kind, label, weight, _, relation, status, symmetric, when in found.values():
        facts = want[tuple(sorted((source, target)))]
        assert not kind, (path, kind)
        assert float(weight) == sum(len(fact["evidence"]) for fact in facts), path
        assert set(relation.split("; ")) == {fact["relation"] for fact in facts}, (path, relation)
        assert set(status.split("; ")) == {fact["status"] for fact in facts}, (path, status)
        if path.suffix == ".gexf":
            assert when == times(facts), (path, source, target, when)


def check_again(before, after, path):
    """What Gephi wrote and read back. Its own writer does not quote brackets in lists: the aliases of such names are left out."""
    assert set(before[0]) == set(after[0]) and set(before[1]) == set(after[1]), path
    for name, row in before[0].items():
        assert row[:3] == after[0][name][:3] and row[7] == after[0][name][7], (path, name, row, after[0][name])
        if not set(row[3][1:-1]) & set("[](){}<>;|\"'\\\\"):
            assert row[3] == after[0][name][3], (path, name, row, after[0][name])
        assert all(abs(float(a) - float(b)) < 0.01 for a, b in zip(row[4:7], after[0][name][4:7])), (path, name)
    assert before[1] == after[1], path


def main():
    files = [folder / (name + variant) for name in NAMES for variant in VARIANTS]
    scratch = folder / "gephi"
    scratch.mkdir(exist_ok=True)
    subprocess.run(["java", "-Djava.awt.headless=true", "-cp", f"{gephi}/toolkit.jar:{gephi}", "ReadGephi", scratch, *files],
                   check=True, stderr=subprocess.DEVNULL)
    for path in files:
        nodes, edges = load(folder / (path.name.split(".")[0].split("-")[0] + ".json"))
        issues, model, found_nodes, found_edges = read(scratch / (path.name + ".dump"))
        assert not issues, (path, issues)
        check_nodes(found_nodes, nodes, path)
        (check_pairs if "-pairs" in path.name else check_edges)(found_edges, edges, path)
        dated = any(fact["date"] for facts in edges.values() for fact in facts)
        if path.suffix == ".gexf" and dated:
            assert model == [["DATE"]], (path, model)
        issues, _, *again = read(scratch / (path.name + ".again.dump"))
        assert not issues, (path, issues)
        check_again((found_nodes, found_edges), again, path)
        print(f"{path.name}: {len(found_nodes)} entities, {len(found_edges)} edges, {len({row[2] for row in found_edges.values()})} kinds, "
              f"{sum(bool(row[9]) for row in found_edges.values())} dated; no warning; the same again")


main()
