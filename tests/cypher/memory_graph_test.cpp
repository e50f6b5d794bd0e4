#include "cypher/memory_graph.h"

#include "tests/catch.h"
#include "tests/cypher/graph_of.h"

using namespace entente::cypher;

TEST_CASE("nodes and relationships keep labels, types and properties", "[cypher]") {
  MemoryGraph graph;
  const NodeId a = graph.create_node();
  const NodeId b = graph.create_node();
  graph.add_label(a, graph.label("B"));
  graph.add_label(a, graph.label("A"));
  graph.add_label(a, graph.label("A"));
  const RelationshipId r = graph.create_relationship(a, graph.type("T"), b);
  graph.set_property(r, graph.key("x"), Value(std::int64_t{1}));
  CHECK(graph.labels(a).size() == 2);
  CHECK(graph.nodes_with(*graph.find_label("A")) == std::vector<NodeId>{a});
  CHECK(graph.outgoing(a)[0].node == b);
  CHECK(graph.incoming(b)[0].relationship == r);
  CHECK(graph.property(r, *graph.find_key("x")).integer() == 1);
  CHECK(graph.property(a, *graph.find_key("x")).is_null());
  CHECK(graph.find_key("y") == std::nullopt);
}

TEST_CASE("what is removed leaves a hole, and its type stays known", "[cypher]") {
  MemoryGraph graph = graph_of("CREATE (:A)-[:T]->(:A)");
  graph.remove_relationship({0});
  graph.remove_node({0});
  CHECK_FALSE(graph.exists(NodeId{0}));
  CHECK(graph.node_bound() == 2);
  CHECK(graph.node_count() == 1);
  CHECK(graph.count_label(0) == 1);
  CHECK(graph.count_type(0) == 0);
  CHECK(graph.type_name(graph.ends({0}).type) == "T");
}

TEST_CASE("a rollback brings everything back, in its order", "[cypher]") {
  MemoryGraph graph = graph_of("CREATE (a:A {x: 1}), (b:B), (a)-[:T {y: 1}]->(b), (a)-[:U]->(a)");
  const auto state = [&] {
    return rows("MATCH (n) RETURN n, [(n)-[r]->(m) | [r, m]], [(n)<-[r]-(m) | r]", graph);
  };
  const auto before = state();
  graph.begin();
  graph.remove_relationship({0});
  graph.remove_relationship({1});
  graph.remove_node({0});
  const NodeId c = graph.create_node();
  graph.add_label(c, graph.label("C"));
  graph.set_property(NodeId{1}, graph.key("z"), Value("new"));
  graph.remove_label({1}, *graph.find_label("B"));
  graph.create_relationship(c, graph.type("T"), {1});
  CHECK(state() != before);
  graph.rollback();
  CHECK(state() == before);
  CHECK(graph.node_bound() == 2);
  CHECK(graph.relationship_bound() == 2);
  CHECK(graph.count_label(*graph.find_label("B")) == 1);
  CHECK(graph.count_type(*graph.find_type("T")) == 1);
}

TEST_CASE("after a commit there is nothing to take back", "[cypher]") {
  MemoryGraph graph;
  graph.begin();
  graph.create_node();
  graph.commit();
  graph.rollback();
  CHECK(graph.node_count() == 1);
}

TEST_CASE("an index finds the nodes with a value, also after a change", "[cypher]") {
  MemoryGraph graph = graph_of("UNWIND range(1, 9) AS i CREATE (:A {x: i % 3})");
  const KeyId key = *graph.find_key("x");
  CHECK_FALSE(graph.has_index(key));
  graph.add_index(key);
  CHECK(graph.has_index(key));
  CHECK(graph.nodes_where(key, Value(2.0)).size() == 3);
  CHECK(graph.nodes_where(key, Value()).empty());
  graph.set_property(NodeId{0}, key, Value(std::int64_t{2}));
  CHECK(graph.nodes_where(key, Value(2.0)).size() == 4);
  graph.remove_node({0});
  CHECK(graph.nodes_where(key, Value(2.0)).size() == 3);
}
