"""What a graph must hold when it is read back, worked out from its node-link JSON: one edge a pair, relation, status."""
import calendar
import json

SYMMETRIC = {"met-with", "spoke-with"}


def load(path):
    """Returns (nodes, edges): nodes {id: record}; edges {(source, target, relation, status): [fact, ...]}."""
    with open(path, encoding="utf-8") as file:
        data = json.load(file)
    nodes = {node["id"]: node for node in data["nodes"]}
    edges = {}
    for fact in data["edges"]:
        ends = (fact["source"], fact["target"])
        if fact["relation"] in SYMMETRIC:
            ends = tuple(sorted(ends))
        edges.setdefault((*ends, fact["relation"], fact["status"]), []).append(fact)
    return nodes, edges


def days(date):
    """The first and last day of an ISO date of any precision: ("2024-02-01", "2024-02-29") of 2024-02."""
    if "/" in date:
        first, last = date.split("/")
        return days(first)[0], days(last)[1]
    parts = [int(part) for part in date.split("-")]
    if len(parts) == 3:
        return date, date
    if len(parts) == 1:
        return f"{date}-01-01", f"{date}-12-31"
    return f"{date}-01", f"{date}-{calendar.monthrange(*parts)[1]:02}"


def spells(facts):
    """The days of the facts that have a date, in order, those that overlap as one."""
    merged = []
    for first, last in sorted(days(fact["date"]) for fact in facts if fact["date"]):
        if merged and first <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
        else:
            merged.append((first, last))
    return merged


def pairs(edges):
    """The same edges, one a pair of entities: {(smaller id, greater id): [fact, ...]}."""
    result = {}
    for (source, target, _, _), facts in edges.items():
        result.setdefault(tuple(sorted((source, target))), []).extend(facts)
    return result
