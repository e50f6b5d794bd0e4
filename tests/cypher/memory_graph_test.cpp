#include "cypher/memory_graph.h"

#include "tests/catch.h"
#include "tests/cypher/graph_of.h"

using namespace entente::cypher;

TEST_CASE("a copy has labels, types and properties of what it was made from", "[cypher]") {
  const MemoryGraph graph =
      graph_of("CREATE (b:B:A {x: 1, y: 'z'}), (b)-[:T {w: 2}]->(:A), (b)-[:U]->(b)");
  CHECK(rows("MATCH (n) RETURN n, [(n)-[r]->(m) | [r, m]], [(n)<-[r]-(m) | r]", graph) ==
        std::vector<std::string>{
            "(:B:A {x: 1, y: 'z'}), [[[:T {w: 2}], (:A)], [[:U], (:B:A {x: 1, y: 'z'})]], [[:U]]",
            "(:A), [], [[:T {w: 2}]]"});
  CHECK(graph.count_label(*graph.find_label("A")) == 2);
  CHECK(graph.count_type(*graph.find_type("U")) == 1);
  CHECK(graph.nodes_with(*graph.find_label("B")) == std::vector<NodeId>{{0}});
  CHECK(graph.find_key("q") == std::nullopt);
}

TEST_CASE("a copy has no holes where something was deleted", "[cypher]") {
  const MemoryGraph base = graph_of("UNWIND range(1, 5) AS i CREATE (:A {x: i})-[:T {x: i}]->(:B)");
  LayeredGraph layered(base);
  run("MATCH (a:A)-[r]->() WHERE a.x IN [1, 4] DELETE r, a", layered);
  const MemoryGraph graph(layered);
  CHECK(graph.node_bound() == 8);
  CHECK(graph.relationship_bound() == 3);
  CHECK(rows("MATCH (a)-[r]->() RETURN a.x, r.x", graph) ==
        std::vector<std::string>{"2, 2", "3, 3", "5, 5"});
}

TEST_CASE("an index finds the nodes with a value", "[cypher]") {
  MemoryGraph graph = graph_of("UNWIND range(1, 9) AS i CREATE (:A {x: i % 3})");
  const KeyId key = *graph.find_key("x");
  CHECK_FALSE(graph.has_index(key));
  graph.add_index(key);
  CHECK(graph.has_index(key));
  CHECK(graph.nodes_where(key, Value(2.0)).size() == 3);
  CHECK(graph.nodes_where(key, Value()).empty());
}
