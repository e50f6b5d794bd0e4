"""networkx reads our GEXF and GraphML: read_networkx.py FOLDER. Compares counts, kinds, dates and names."""
import sys

try:
    import networkx
except ImportError:
    print("networkx is not installed: skipped")
    sys.exit(77)

from expected import load


def check(graph, path, nodes, edges):
    assert graph.is_directed(), path
    assert set(graph.nodes) == set(nodes), path
    for name, data in graph.nodes(data=True):
        record = nodes[name]
        assert data["entity_type"] == record["type"], (path, name)
        assert "type" not in data, (path, name)
        assert int(data["mentions"]) == record["mentions"], (path, name)
        if record["name"].isascii() and record["name"].isprintable():
            assert data["label"].strip() == record["name"].strip(), (path, name, data["label"])
    seen = {}
    for source, target, data in graph.edges(data=True):
        key = (source, target, data["relation"], data["status"])
        assert key in edges and key not in seen, (path, key)
        seen[key] = data
        facts = edges[key]
        assert int(data["facts"]) == len(facts), (path, key)
        assert float(data["weight"]) == sum(len(fact["evidence"]) for fact in facts), (path, key)
        dated = [fact["date"] for fact in facts if fact["date"]]
        assert ("first_date" in data) == bool(dated), (path, key)
        if dated:
            assert data["first_date"][:4] == min(date[:4] for date in dated), (path, key)
            assert len(data["first_date"]) == 10, (path, key)
    assert set(seen) == set(edges), path


def main(folder):
    for name in ("sample", "hostile", "empty"):
        nodes, edges = load(f"{folder}/{name}.json")
        gexf = networkx.read_gexf(f"{folder}/{name}.gexf", version="1.3")
        check(gexf, f"{name}.gexf", nodes, edges)
        check(networkx.read_graphml(f"{folder}/{name}.graphml", force_multigraph=True), f"{name}.graphml", nodes, edges)
    sample = networkx.read_gexf(f"{folder}/sample.gexf", version="1.3")
    labels = {data["label"] for _, data in sample.nodes(data=True)}
    assert "Nguyễn Quý Trường" in labels and "Lâm Thế Khôi" in labels, labels
    spells = [data["spells"] for _, _, data in sample.edges(data=True) if "spells" in data]
    assert ("2024-10-06", "2024-10-06") in [tuple(s) for group in spells for s in group], spells
    print("networkx", networkx.__version__, "reads all")


main(sys.argv[1])
