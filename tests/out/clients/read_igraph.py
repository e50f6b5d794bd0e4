"""igraph reads our GraphML: read_igraph.py FOLDER. Compares counts, types, relations, weights and names."""
import sys
import warnings

try:
    import igraph
except ImportError:
    print("igraph is not installed: skipped")
    sys.exit(77)

from expected import load, pairs


def read(path):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        # igraph keeps an `id` of ours under another name, and says so.
        warnings.filterwarnings("ignore", message=".*'id'.*")
        return igraph.Graph.Read_GraphML(path)


def main(folder):
    for name in ("sample", "hostile", "empty"):
        nodes, edges = load(f"{folder}/{name}.json")
        graph = read(f"{folder}/{name}.graphml")
        assert graph.is_directed() and graph.vcount() == len(nodes) and graph.ecount() == len(edges), name
        for vertex in graph.vs:
            record = nodes[vertex["id"]]
            assert vertex["entity_type"] == record["type"] and vertex["mentions"] == record["mentions"], (name, vertex)
            if record["name"].isascii() and record["name"].isprintable():
                assert vertex["label"] == record["name"], (name, vertex)
        seen = set()
        for edge in graph.es:
            key = (graph.vs[edge.source]["id"], graph.vs[edge.target]["id"], edge["relation"], edge["status"])
            seen.add(key)
            assert edge["weight"] == sum(len(fact["evidence"]) for fact in edges[key]), (name, key)
        assert seen == set(edges), name
        graph = read(f"{folder}/{name}-pairs.graphml")
        assert graph.ecount() == len(pairs(edges)), name
    print("igraph", igraph.__version__, "reads all")


main(sys.argv[1])
