"""What a graph must hold when it is read back, worked out from its node-link JSON: one edge a pair, relation, status."""
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
