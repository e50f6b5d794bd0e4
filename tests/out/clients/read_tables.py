"""Python's own csv module reads our tables: read_tables.py FOLDER. Gephi's folder and Neo4j's: headers, counts, ends, names, sentences.
Neo4j's is also checked for what neo4j-admin asks of it: ids that are there, types that fit, no line break in a field."""
import csv
import datetime
import re
import sys

from expected import SYMMETRIC, load, pairs, spells


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, strict=True))
    assert all(len(row) == len(rows[0]) for row in rows), path
    return [dict(zip(rows[0], row)) for row in rows[1:]]


def check_gephi(folder, nodes, edges, name):
    found = {row["Id"]: row for row in read(f"{folder}/nodes.csv")}
    assert set(found) == set(nodes), name
    for key, row in found.items():
        assert row["entity_type"] == nodes[key]["type"], (name, row)
        if nodes[key]["name"].isprintable():
            assert row["Label"] == nodes[key]["name"], (name, row)
    rows = read(f"{folder}/edges.csv")
    assert len(rows) == len(edges) == len({row["Id"] for row in rows}), name
    ids = set()
    for row in rows:
        ids.add(row["Id"])
        facts = edges[(row["Source"], row["Target"], row["relation"], row["status"])]
        assert row["Type"] == ("Undirected" if row["relation"] in SYMMETRIC else "Directed"), (name, row)
        assert row["Kind"].split(" (")[0] == row["relation"], (name, row)
        assert int(row["Weight"]) == sum(len(fact["evidence"]) for fact in facts), (name, row)
        want = "; ".join(f"[{first}, {last}]" for first, last in spells(facts))
        assert row["Timeset"] == (f"<{want}>" if want else ""), (name, row)
    check_evidence(folder, edges, name, ids)


def check_evidence(folder, edges, name, ids=None):
    facts = {fact["key"]: fact for group in edges.values() for fact in group}
    rows = read(f"{folder}/evidence.csv")
    assert len(rows) == sum(len(fact["evidence"]) for fact in facts.values()), name
    for row in rows:
        assert ids is None or row["edge_id"] in ids, (name, row)
        said = [said for said in facts[row["fact_id"]]["evidence"] if (said["article"], str(said["start"])) == (row["article_id"], row["start"])]
        assert said and row["end"] == str(said[0]["end"]), (name, row)
        if all(one["text"].isprintable() for one in said):
            assert row["sentence"] in [one["text"] for one in said], (name, row)


def check_neo4j(folder, nodes, edges, name):
    entities = {row["id:ID(Entity)"]: row for row in read(f"{folder}/entities.csv")}
    assert set(entities) == set(nodes), name
    for key, row in entities.items():
        labels = row[":LABEL"].split(";")
        assert labels[0] == "Entity" and labels[1].lower() == nodes[key]["type"], (name, row)
        if nodes[key]["name"].isprintable():
            assert row["name"] == nodes[key]["name"], (name, row)
        if all(alias.isprintable() for alias in nodes[key]["aliases"]):
            want = [alias.replace(";", "\uff1b") for alias in nodes[key]["aliases"]]
            assert row["aliases:string[]"].split(";") == (want or [""]), (name, row)
        assert int(row["mentions:int"]) == nodes[key]["mentions"], (name, row)
    facts = {fact["key"]: fact for group in edges.values() for fact in group}
    rows = read(f"{folder}/facts.csv")
    assert {row["id"] for row in rows} == set(facts) and len(rows) == len(facts), name
    for row in rows:
        fact = facts[row["id"]]
        assert (row[":START_ID(Entity)"], row[":END_ID(Entity)"]) == (fact["source"], fact["target"]), (name, row)
        assert row[":TYPE"] == fact["relation"].upper().replace("-", "_") and re.fullmatch("[A-Z_]+", row[":TYPE"]), (name, row)
        assert row["when"] == (fact["date"] or ""), (name, row)
        for day in (row["date:date"], row["until:date"]):
            assert bool(day) == bool(fact["date"]) and (not day or datetime.date.fromisoformat(day)), (name, row)
        assert 0 <= float(row["confidence:double"]) <= 1 and int(row["sources:int"]) == fact["sources"], (name, row)
    articles = [row["id:ID(Article)"] for row in read(f"{folder}/articles.csv")]
    assert len(articles) == len(set(articles)), name
    assert {said["article"] for fact in facts.values() for said in fact["evidence"]} <= set(articles), name
    for file in ("entities", "facts", "articles"):
        for row in read(f"{folder}/{file}.csv"):
            assert not any("\n" in field or "\r" in field for field in row.values()), (name, row)
    check_evidence(folder, edges, name)


def main(folder):
    for name in ("sample", "hostile", "empty"):
        nodes, edges = load(f"{folder}/{name}.json")
        check_gephi(f"{folder}/{name}.csv", nodes, edges, name)
        rows = read(f"{folder}/{name}-pairs.csv/edges.csv")
        assert len(rows) == len(pairs(edges)) and not any(row["Kind"] for row in rows), name
        check_neo4j(f"{folder}/{name}.neo4j", nodes, edges, name)
    print("csv reads all tables")


main(sys.argv[1])
