#include "out/neo4j.h"

#include <sstream>

#include "cypher/compare.h"
#include "cypher/engine.h"
#include "cypher/layered_graph.h"
#include "cypher/memory_graph.h"
#include "query/news_graph.h"
#include "tests/catch.h"
#include "tests/out/sample.h"
#include "tests/support/build.h"

using namespace entente;
using namespace entente::test;

namespace {

// Statements end with ";" at the end of a line; no text of ours has a line break in it.
std::vector<std::string> statements(const std::string& script) {
  std::vector<std::string> all;
  std::size_t begin = 0;
  for (std::size_t end; (end = script.find(";\n", begin)) != std::string::npos; begin = end + 2) {
    all.push_back(script.substr(begin, end - begin));
  }
  REQUIRE(begin == script.size());
  return all;
}

std::string script_of(const KnowledgeGraph& graph) {
  const Ontology ontology = sample_ontology();
  const Style style = sample_style();
  Filter filter;
  filter.status.reset();
  std::ostringstream out;
  write_cypher(out, {graph, ontology, style, filter});
  return out.str();
}

// What is a table of constraints to Neo4j means nothing to an engine without indices.
void run_script(const std::string& script, cypher::WritableGraph& graph) {
  for (const std::string& statement : statements(script)) {
    if (statement.find("CREATE CONSTRAINT") == std::string::npos) cypher::run(statement, graph);
  }
}

void check_same(const KnowledgeGraph& graph) {
  const cypher::MemoryGraph nothing;
  cypher::LayeredGraph made(nothing);
  const std::string script = script_of(graph);
  run_script(script, made);
  run_script(script, made);  // nothing is made twice
  const NewsGraph news(graph);
  for (const std::string query :
       {"MATCH (n:Entity) RETURN n.id, n.name, n.type, n.aliases, n.articles, n.mentions, "
        "labels(n) "
        "ORDER BY n.id",
        "MATCH (n:Article) RETURN n.id, n.name, n.url, n.outlet, n.author, n.published, labels(n) "
        "ORDER BY n.id",
        "MATCH (a)-[r]->(b) RETURN a.id, type(r), b.id, r.id, r.relation, r.status, r.date, "
        "r.until, "
        "r.when, r.sources, round(r.confidence * 10000), r.quote, r.quotes, r.articles, r.title, "
        "r.place ORDER BY r.id"}) {
    CAPTURE(query);
    const cypher::Result want = cypher::read(query, news);
    const cypher::Result found = cypher::read(query, made);
    REQUIRE(found.rows.size() == want.rows.size());
    for (std::size_t row = 0; row < want.rows.size(); ++row) {
      for (std::size_t i = 0; i < want.columns.size(); ++i) {
        CAPTURE(row, want.columns[i]);
        CHECK(cypher::SameValue()(found.rows[row][i], want.rows[row][i]));
      }
    }
  }
}

}  // namespace

TEST_CASE("the script makes in a property graph what queries see of ours") {
  check_same(sample_graph());
  check_same(graph_of({}));
}

TEST_CASE("the script holds hostile texts as they are") {
  std::vector<Entity> entities;
  std::vector<Fact> facts;
  for (const std::string& text : hostile_texts()) {
    Entity made = entity("person:h" + std::to_string(entities.size()), {text});
    made.name = text;
    entities.push_back(made);
    facts.push_back(fact("person:h0", "visited", made.id));
    facts.back().qualifiers["title"] = text;
    facts.back().evidence = {evidence("a.txt", text)};
  }
  check_same(graph_of(facts, entities));
}

TEST_CASE("a statement has at most 500 rows") {
  std::vector<Entity> entities;
  for (int i = 0; i < 1001; ++i) entities.push_back(entity("person:p" + std::to_string(i)));
  const KnowledgeGraph graph = graph_of({}, entities);
  const std::string script = script_of(graph);
  CHECK(statements(script).size() == 2 + 3);
  check_same(graph);
}

TEST_CASE("a relation with odd letters is quoted") {
  Fact odd = fact("a", "met-with", "b");
  odd.qualifiers["what for"] = "x";
  CHECK(script_of(graph_of({odd})).find("`what for`: 'x'") != std::string::npos);
}
