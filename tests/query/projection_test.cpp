#include "query/projection.h"

#include "base/date.h"
#include "cypher/error.h"
#include "tests/catch.h"
#include "tests/query/chance_graph.h"

using namespace entente;
using namespace entente::test;
using Direction = ProjectionOptions::Direction;

namespace {

cypher::MemoryGraph sample() {
  return made_by(
      "CREATE (a:Person), (:Article), (b:Person), (c:Country), "
      "(a)-[:MET_WITH {status: 'happened', sources: 2, date: date('2024-08-19'), "
      "until: date('2024-08-19')}]->(b), "
      "(b)-[:MET_WITH {status: 'planned', sources: 1, date: date('2024-01-01'), "
      "until: date('2024-12-31')}]->(a), "
      "(a)-[:VISITED {status: 'happened', sources: 3}]->(c), (c)-[:VISITED]->(c)");
}

// "0: 1x2 2x1" for each node: neighbours and weights.
std::string text_of(const Projection& graph) {
  std::string text;
  for (std::uint32_t node = 0; node < graph.size(); ++node) {
    text += std::to_string(node) + ':';
    for (const Arc& arc : graph.of(node)) {
      text += ' ' + std::to_string(arc.node) + 'x' + std::to_string(static_cast<int>(arc.weight));
    }
    text += '\n';
  }
  return text;
}

}  // namespace

TEST_CASE("articles and loops do not count, parallel relationships are one arc") {
  const Projection graph = projected(sample());
  REQUIRE(graph.size() == 3);
  CHECK(graph.nodes[1].value == 2);  // behind the article
  CHECK(text_of(graph) == "0: 1x2 2x1\n1: 0x2\n2: 0x1\n");
}

TEST_CASE("relations, status, time and weight say what counts") {
  const cypher::MemoryGraph graph = sample();
  ProjectionOptions options;
  options.relations = {"visited"};
  CHECK(text_of(projected(graph, options)) == "0: 2x1\n1:\n2: 0x1\n");
  options.relations = {"MET_WITH", "unheard-of"};
  options.weight = "sources";
  CHECK(text_of(projected(graph, options)) == "0: 1x3\n1: 0x3\n2:\n");
  options.status = "happened";
  CHECK(text_of(projected(graph, options)) == "0: 1x2\n1: 0x2\n2:\n");
  options = {};
  options.since = parse_iso("2024-09-01")->first;
  CHECK(text_of(projected(graph, options)) == "0: 1x1\n1: 0x1\n2:\n");
  options.until = parse_iso("2023")->last;
  options.since.reset();
  CHECK(text_of(projected(graph, options)) == "0:\n1:\n2:\n");
}

TEST_CASE("arcs lead both ways, or one") {
  const cypher::MemoryGraph graph = sample();
  ProjectionOptions options;
  options.direction = Direction::Out;
  CHECK(text_of(projected(graph, options)) == "0: 1x1 2x1\n1: 0x1\n2:\n");
  options.direction = Direction::In;
  CHECK(text_of(projected(graph, options)) == "0: 1x1\n1: 0x1\n2: 0x1\n");
}

TEST_CASE("a weight that nothing has is refused, and the budget ends the work") {
  ProjectionOptions options;
  options.weight = "courage";
  CHECK_THROWS_AS(projected(sample(), options), cypher::Failure);
  options.weight = "status";  // a text is no weight
  CHECK(projected(sample(), options).arcs.empty());
  Chance chance;
  const cypher::MemoryGraph large = by_chance(chance, 5000, 5000);
  cypher::Meter meter({std::chrono::milliseconds(0)});
  CHECK_THROWS_AS(project(large, {}, meter), cypher::Failure);
}
