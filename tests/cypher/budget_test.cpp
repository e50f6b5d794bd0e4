#include <chrono>

#include "tests/catch.h"
#include "tests/cypher/graph_of.h"

using namespace entente::cypher;
using namespace std::chrono_literals;

namespace {

Options with(Budget budget) {
  Options options;
  options.budget = budget;
  return options;
}

// Everybody met everybody: the number of trails is beyond counting.
MemoryGraph crowd() {
  return graph_of(
      "UNWIND range(1, 12) AS i CREATE (:P {n: i}) WITH count(*) AS all "
      "MATCH (a:P), (b:P) WHERE a.n < b.n CREATE (a)-[:MET]->(b)");
}

}  // namespace

TEST_CASE("an endless search ends when its time is up", "[cypher]") {
  const MemoryGraph graph = crowd();
  const Options options = with({50ms, 10'000'000, std::size_t{1} << 30});
  for (const char* query :
       {"MATCH p = (a)-[*]-(b) RETURN count(p)", "MATCH p = ((a)--(b)--(c))+ RETURN count(p)",
        "MATCH (a {n: 1}), (b {n: 2}) MATCH p = shortestPath((a)-[*]-(b)) "
        "WHERE length(p) > 1000 RETURN p",
        "UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b RETURN count(*)",
        "RETURN reduce(n = 0, a IN range(1, 10000) | "
        "n + size([b IN range(1, 10000) WHERE b = a]))",
        "RETURN 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!' =~ '(a+)+b'"}) {
    CHECK(error_detail(query, graph, options) == "Time");
  }
}

TEST_CASE("a result has at most as many rows as allowed", "[cypher]") {
  const MemoryGraph graph;
  const Options options = with({60s, 100, std::size_t{1} << 30});
  CHECK(rows("UNWIND range(1, 100) AS x RETURN x", graph, options).size() == 100);
  CHECK(error_detail("UNWIND range(1, 101) AS x RETURN x", graph, options) == "Rows");
}

TEST_CASE("what a query keeps is bounded", "[cypher]") {
  const MemoryGraph graph;
  const Options options = with({60s, 10'000'000, 100'000});
  for (const char* query : {"UNWIND range(1, 100000) AS x WITH x ORDER BY x RETURN count(x)",
                            "UNWIND range(1, 100000) AS x WITH DISTINCT x RETURN count(x)",
                            "UNWIND range(1, 100000) AS x WITH collect(x) AS all RETURN size(all)",
                            "UNWIND range(1, 100000) AS x WITH x, count(*) AS n RETURN sum(n)",
                            "UNWIND range(1, 100000) AS x RETURN x"}) {
    CHECK(error_detail(query, graph, options) == "Memory");
  }
  CHECK(error_detail("RETURN range(1, 9000000000000000000)", graph) == "Memory");
  for (const char* query :
       {"RETURN reduce(s = 'abcdefgh', x IN range(1, 60) | s + s)",
        "RETURN reduce(s = [1, 2, 3], x IN range(1, 60) | s + s)",
        "RETURN reduce(s = 'a', x IN range(1, 60) | replace(s, 'a', s + 'a'))",
        "RETURN [x IN range(1, 1000) | range(1, 10000)]",
        "UNWIND range(1, 1000) AS x WITH x, range(1, 10000) AS y ORDER BY x RETURN count(y)"}) {
    CHECK(error_detail(query, graph, options) == "Memory");
  }
  CHECK(error_detail("UNWIND range(1, 1000) AS x RETURN [y IN range(1, 20) WHERE y IN "
                     "COLLECT { UNWIND range(1, 20) AS z RETURN DISTINCT z ORDER BY z }]",
                     graph, with({60s, 10'000'000, 1'000'000})) == "");
}

TEST_CASE("a plan of too many steps is refused", "[cypher]") {
  const MemoryGraph graph;
  std::string query;
  for (int i = 0; i < 5000; ++i) query += "WITH 1 AS x ";
  CHECK(error_detail(query + "RETURN x", graph) == "Memory");
  std::string path = "MATCH (a)";
  for (int i = 0; i < 5000; ++i) path += "-->()";
  CHECK(error_detail(path + " RETURN a", graph) == "Memory");
}

TEST_CASE("a query that fails changes nothing", "[cypher]") {
  const MemoryGraph base = graph_of("CREATE (:A {x: 1})-[:T {y: 2}]->(:B)");
  LayeredGraph graph(base);
  const std::vector<std::string> before = rows("MATCH (n) RETURN n, [(n)-[r]-() | r]", graph);
  for (const char* query :
       {"MATCH (a:A) SET a.x = 2, a:C REMOVE a:A CREATE (:D) WITH a RETURN 1 / 0",
        "MATCH (a:A)-[r]->(b) DETACH DELETE a, b WITH r RETURN 1 / 0", "MATCH (a:A) DELETE a",
        "UNWIND [1, 0] AS x CREATE (:E {x: 1 / x})",
        "MATCH ()-[r]->() SET r.y = 3, r.z = 4 WITH r DELETE r RETURN r.y"}) {
    CHECK_THROWS_AS(run(query, graph), QueryError);
    CHECK(rows("MATCH (n) RETURN n, [(n)-[r]-() | r]", graph) == before);
    CHECK(graph.node_count() == 2);
    CHECK(graph.relationship_count() == 1);
  }
}

TEST_CASE("a graph that is only read is not written to", "[cypher]") {
  const MemoryGraph graph;
  CHECK(error_detail("CREATE (:A)", graph) == "ReadOnly");
}
