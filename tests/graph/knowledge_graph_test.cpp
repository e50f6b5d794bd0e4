#include "graph/knowledge_graph.h"

#include <utility>

#include "tests/catch.h"
#include "tests/support/build.h"

using namespace entente;

TEST_CASE("entities and facts are found by id") {
  const KnowledgeGraph graph =
      test::graph_of({test::fact("b", "visited", "c"), test::fact("a", "visited", "b", "2024")});
  REQUIRE(graph.find("a"));
  CHECK(graph[*graph.find("a")].id == "a");
  CHECK_FALSE(graph.find("nobody"));
  REQUIRE(graph.find_fact("f:a:visited:b:2024"));
  CHECK(graph[*graph.find_fact("f:a:visited:b:2024")].object == "b");
  CHECK_FALSE(graph.find_fact("f:a:visited:b:"));
  CHECK(graph.article("a.txt") != nullptr);
  CHECK(graph.article("b.txt") == nullptr);
}

TEST_CASE("order of id does not depend on the order of adding, and takes in what comes later") {
  KnowledgeGraph graph = test::graph_of({test::fact("c", "visited", "b")});
  REQUIRE(graph.vertices_by_id().size() == 2);
  CHECK(graph[graph.vertices_by_id()[0]].id == "b");
  graph.add_entity(test::entity("a"));
  graph.add_fact(test::fact("a", "visited", "b"));
  REQUIRE(graph.vertices_by_id().size() == 3);
  CHECK(graph[graph.vertices_by_id()[0]].id == "a");
  REQUIRE(graph.edges_by_id().size() == 2);
  CHECK(graph[graph.edges_by_id()[0]].subject == "a");
}

TEST_CASE("two facts of one pair are two edges") {
  const KnowledgeGraph graph = test::graph_of(
      {test::fact("a", "visited", "b", "2023"), test::fact("a", "visited", "b", "2024")});
  CHECK(boost::num_edges(graph.bgl()) == 2);
  CHECK(boost::out_degree(*graph.find("a"), graph.bgl()) == 2);
  CHECK(boost::in_degree(*graph.find("b"), graph.bgl()) == 2);
}

TEST_CASE("what was found stays valid when the graph is moved") {
  KnowledgeGraph graph = test::graph_of({test::fact("a", "visited", "b")});
  const auto edge = *graph.find_fact("f:a:visited:b:");
  const KnowledgeGraph moved = std::move(graph);
  CHECK(moved[edge].subject == "a");
  CHECK(moved[*moved.find_fact("f:a:visited:b:")].object == "b");
}
