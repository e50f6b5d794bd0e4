"""Python's own csv module reads our events: read_plover.py FOLDER. Compares ids, ends and sentences with node-link JSON."""
import csv
import json
import sys

SYMMETRIC = {"met-with", "spoke-with"}
CODES = {"met-with", "spoke-with", "visited", "signed"}
ACTORS = {"person", "party", "organization", "country", "group"}


def main(folder):
    rows_in_all = 0
    for name in ("sample", "hostile", "empty"):
        with open(f"{folder}/{name}.json", encoding="utf-8") as file:
            data = json.load(file)
        nodes = {node["id"]: node for node in data["nodes"]}
        facts = {fact["id"]: fact for fact in data["edges"] if fact["relation"] in CODES}
        facts = {key: fact for key, fact in facts.items() if nodes[fact["source"]]["type"] in ACTORS}
        with open(f"{folder}/{name}.plover", encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file, strict=True))
        assert len(rows) == len(facts), (name, len(rows), len(facts))
        rows_in_all += len(rows)
        for row in rows:
            assert None not in row and None not in row.values(), (name, row)
            fact = facts[row["event_id"]]
            assert row["source_id"] == fact["source"], (name, row)
            is_dyad = nodes[fact["target"]]["type"] in ACTORS
            assert row["target_id"] == (fact["target"] if is_dyad else ""), (name, row)
            assert row["date"] == (fact["date"] or ""), (name, row)
            assert row["event"] == (fact["event"] or ""), (name, row)
            assert row["status"] == fact["status"], (name, row)
            assert row["event_type"] in ("CONSULT", "SUPPORT", "AGREE"), (name, row)
            assert (row["symmetric"] == "true") == (fact["relation"] in SYMMETRIC), (name, row)
            if row["sentence"].isascii() and row["sentence"].isprintable():
                assert row["sentence"] in [said["text"] for said in fact["evidence"]], (name, row)
    assert rows_in_all > 20, rows_in_all
    print("csv reads all events")


main(sys.argv[1])
