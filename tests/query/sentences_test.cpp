#include "query/sentences.h"

#include "tests/catch.h"
#include "tests/support/build.h"

using namespace entente;
using namespace entente::test;

namespace {

KnowledgeGraph news() {
  Fact met = fact("person:ann-lind", "met-with", "person:bo", "2024-08-19");
  met.evidence = {evidence("a.txt", "They met in Port.", 20)};
  Fact visited = fact("person:bo", "visited", "country:land");
  visited.evidence = {evidence("b.txt", "Bo saw Land.")};
  Entity port = entity("place:port");
  Entity other = entity("person:ann");  // of another article
  other.articles = {"b.txt"};
  KnowledgeGraph graph = graph_of({met, visited}, {port, other});
  graph.articles[0].title = "Talks";
  graph.articles[0].outlet = "Wire";
  graph.articles[0].published = parse_iso("2024-08");
  return graph;
}

std::string joined(const Cell& cell) {
  std::string text;
  for (const std::string& one : std::get<std::vector<std::string>>(cell)) text += one + ' ';
  return text;
}

}  // namespace

TEST_CASE("a sentence comes with its facts, their ends, and who is named in it") {
  const KnowledgeGraph graph = news();
  const auto known = know_sentences(graph, {{"a.txt", {20, 37}, "They met in Port.", {}, 1.0},
                                            {"a.txt", {0, 19}, "Ann seldom airports", {}, 0.5},
                                            {"c.txt", {0, 4}, "Port", {}, 0.25}});
  const Table table = sentence_table(graph, known);
  REQUIRE(table.rows.size() == 3);
  CHECK(joined(table.rows[0][8]) == "person:ann-lind person:bo place:port ");
  CHECK(joined(table.rows[0][9]) == "f:person:ann-lind:met-with:person:bo:2024-08-19 ");
  CHECK(std::get<std::string>(table.rows[0][1]) == "Talks");
  CHECK(std::get<std::string>(table.rows[0][2]) == "2024-08");
  CHECK(joined(table.rows[1][8]).empty());
  CHECK(joined(table.rows[1][9]).empty());
  CHECK(known[2].article == nullptr);
}
