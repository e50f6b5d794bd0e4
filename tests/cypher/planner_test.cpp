#include "cypher/planner.h"

#include "tests/catch.h"
#include "tests/cypher/graph_of.h"

using namespace entente::cypher;

namespace {

MemoryGraph news() {
  return graph_of(
      "UNWIND range(1, 50) AS i CREATE (:Person {name: 'p' + i})-[:MET {day: i}]->(:Event) "
      "WITH count(*) AS all "
      "MATCH (a:Person {name: 'p1'}) CREATE (a)-[:OWNS]->(:Company {name: 'c'})");
}

std::string plan(const std::string& query, const PropertyGraph& graph) {
  return read("EXPLAIN " + query, graph).plan;
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a MATCH begins at the label with the fewest nodes", "[cypher]") {
  const MemoryGraph graph = news();
  CHECK(plan("MATCH (a:Person)-[:OWNS]->(c:Company) RETURN a.name", graph) ==
        "Project a.name\n"
        "Filter :Person\n"
        "Expand (a)-[:OWNS]->(c)\n"
        "Filter :Company\n"
        "NodesByLabel (c:Company)\n"
        "Start\n");
}

TEST_CASE("an index beats a label", "[cypher]") {
  MemoryGraph graph = news();
  graph.add_index(*graph.find_key("name"));
  CHECK(contains(plan("MATCH (a:Person {name: 'p7'})-->(e:Event) RETURN e", graph),
                 "NodesByIndex (a {name: 'p7'})"));
  CHECK(rows("MATCH (a:Person {name: 'p7'})-[r]->(:Event) RETURN r.day", graph) ==
        std::vector<std::string>{"7"});
  CHECK(contains(plan("MATCH (a)-->(e:Event) WHERE 'p7' = a.name RETURN e", graph),
                 "NodesByIndex (a {name: 'p7'})"));
  CHECK(contains(plan("UNWIND ['p7', 'p8'] AS name MATCH (a) WHERE a.name = name RETURN a", graph),
                 "NodesByIndex (a {name: name})"));
  CHECK(rows("UNWIND ['p7', null, 7] AS name MATCH (a) WHERE a.name = name RETURN a.name", graph) ==
        std::vector<std::string>{"'p7'"});
  CHECK(contains(plan("MATCH (a), (b) WHERE a.day = b.name RETURN a", graph),
                 "NodesByIndex (b {name: a . day})"));
}

TEST_CASE("what an earlier clause has bound is where a MATCH goes on", "[cypher]") {
  const std::string text = plan("MATCH (c:Company) MATCH (a)-[:OWNS]->(c) RETURN a", news());
  CHECK(contains(text, "Expand (a)-[:OWNS]->(c)"));
  CHECK_FALSE(contains(text, "AllNodes"));
}

TEST_CASE("a relationship between two known nodes is looked up, not searched", "[cypher]") {
  CHECK(contains(plan("MATCH (a)-[:MET]->(b), (b)<-[:OWNS]-(a) RETURN a", news()), "ExpandInto"));
}

TEST_CASE("a condition is checked as soon as its variables are there", "[cypher]") {
  const std::string text =
      plan("MATCH (c:Company)<-[:OWNS]-(a)-[m:MET]->(e) WHERE a.name = 'p1' AND m.day > 3 RETURN e",
           news());
  CHECK(text.find("m . day > 3") < text.find("Expand (a)-[m:MET]->(e)"));
  CHECK(text.find("a . name = 'p1'") > text.find("Expand (a)-[m:MET]->(e)"));
}

TEST_CASE("EXPLAIN says how a shortest path is searched", "[cypher]") {
  const MemoryGraph graph = news();
  CHECK(contains(
      plan("MATCH p = ANY SHORTEST (a:Company)-[r WHERE r.day > 1]-+(b:Event) RETURN p", graph),
      "(from both ends) checking each relationship"));
  CHECK(contains(plan("MATCH p = SHORTEST 3 (a:Company)-[]-+(b:Event) RETURN p", graph),
                 "(trails by length)"));
  CHECK(contains(plan("MATCH (a:Company), (b:Event) MATCH p = shortestPath((a)-[*]-(b)) "
                      "WHERE all(r IN relationships(p) WHERE r.day > 1) RETURN p",
                      graph),
                 "(from both ends) checking each relationship"));
}

TEST_CASE("PROFILE counts the rows of each step", "[cypher]") {
  const std::string text = read("PROFILE MATCH (a:Person) RETURN a LIMIT 3", news()).plan;
  CHECK(contains(text, "Limit 3  [rows: 3]"));
  CHECK(contains(text, "NodesByLabel (a:Person)  [rows: 3]"));
}

TEST_CASE("EXPLAIN runs nothing", "[cypher]") {
  const MemoryGraph empty;
  LayeredGraph graph(empty);
  const Result result = run("EXPLAIN CREATE (:A)", graph);
  CHECK(result.rows.empty());
  CHECK(graph.node_count() == 0);
}
