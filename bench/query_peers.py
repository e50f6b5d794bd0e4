"""Shortest paths by networkx and igraph, over the edges and pairs that bench_query wrote: prints `name value`, in milliseconds.

What is not installed is left out. Run by the script `query` beside it.
"""
import array
import statistics
import sys
import time


def load(path):
    with open(path, "rb") as file:
        numbers = array.array("I", file.read())
    nodes, count = numbers[0], numbers[1]
    rest = 2 + 2 * count
    return nodes, list(zip(numbers[2:rest:2], numbers[3:rest:2])), list(zip(numbers[rest::2], numbers[rest + 1::2]))


def report(name, search, pairs):
    times = []
    for pair in pairs:
        begin = time.perf_counter()
        search(*pair)
        times.append((time.perf_counter() - begin) * 1e3)
    print(f"{name}_p50 {statistics.median(times)}\n{name}_mean {statistics.mean(times)}", flush=True)


def with_networkx(nodes, pairs, edges):
    import networkx
    graph = networkx.DiGraph()
    graph.add_nodes_from(range(nodes))
    graph.add_edges_from(edges)

    def search(source, target):
        try:
            networkx.shortest_path(graph, source, target)
        except networkx.NetworkXNoPath:
            pass

    report("networkx", search, pairs[:200])


def with_igraph(nodes, pairs, edges):
    import warnings
    import igraph
    warnings.simplefilter("ignore")  # that a target cannot be reached
    graph = igraph.Graph(n=nodes, edges=edges, directed=True)
    report("igraph", lambda source, target: graph.get_shortest_paths(source, to=[target], output="epath"), pairs[:50])


def main(path):
    nodes, pairs, edges = load(path)
    for measure in (with_networkx, with_igraph):
        try:
            measure(nodes, pairs, edges)
        except ImportError:
            pass


if __name__ == "__main__":
    main(sys.argv[1])
