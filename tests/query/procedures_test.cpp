#include "query/procedures.h"

#include "base/error.h"
#include "cypher/format.h"
#include "query/news_graph.h"
#include "query/vocabulary.h"
#include "tests/catch.h"
#include "tests/query/chance_graph.h"
#include "tests/support/build.h"

using namespace entente;
using namespace entente::test;

namespace {

KnowledgeGraph news() {
  KnowledgeGraph graph;
  graph.add_entity(entity("person:ann-lind", {"Lind"}));
  for (const char* id : {"person:bo", "person:cy", "person:eve", "country:land"}) {
    graph.add_entity(entity(id));
  }
  graph.add_fact(fact("person:ann-lind", "met-with", "person:bo", "2024-08-19"));
  graph.add_fact(fact("person:ann-lind", "met-with", "person:cy", "2023-01-02", Status::Planned));
  graph.add_fact(fact("person:bo", "visited", "country:land"));
  Article article;
  article.id = "a.txt";
  graph.articles.push_back(article);
  return graph;
}

std::vector<FoundSentence> no_search(const SentenceSearch&) { return {}; }

// Rows as text, cells between bars; nodes by id.
std::string rows_of(const std::string& query, const SentenceSearcher& search = no_search) {
  const KnowledgeGraph graph = news();
  const NewsGraph view(graph);
  const cypher::Procedures procedures = news_procedures(search);
  cypher::Options options;
  options.procedures = &procedures;
  std::string text;
  for (const cypher::List& row : cypher::read(query, view, options).rows) {
    for (const cypher::Value& value : row) {
      text += (&value == &row.front() ? "" : "|") +
              (value.is(cypher::Type::String) ? value.string() : cypher::format(value, view));
    }
    text += '\n';
  }
  return text;
}

std::string error_of(const std::string& query, const SentenceSearcher& search = no_search) {
  try {
    rows_of(query, search);
  } catch (const cypher::QueryError& error) {
    return error.what();
  }
  return "answered";
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("degree, rank and betweenness come best first, of entities only") {
  CHECK(rows_of("CALL entente.degree() YIELD node, score RETURN node.id, score") ==
        "person:ann-lind|2.0\nperson:bo|2.0\ncountry:land|1.0\nperson:cy|1.0\nperson:eve|0.0\n");
  CHECK(rows_of("CALL entente.degree({direction: 'in', status: 'happened'}) YIELD node, score "
                "WHERE score > 0 RETURN node.id, score") == "country:land|1.0\nperson:bo|1.0\n");
  CHECK(rows_of("CALL entente.pagerank({relations: ['met-with'], since: '2023'}) "
                "YIELD node, score RETURN node.id LIMIT 1") == "person:ann-lind\n");
  CHECK(rows_of("CALL entente.pagerank({direction: 'out'}) YIELD node, score "
                "RETURN node.id LIMIT 1") == "country:land\n");
  CHECK(rows_of("CALL entente.pagerank({direction: 'in'}) YIELD node, score "
                "RETURN node.id LIMIT 1") == "person:ann-lind\n");
  CHECK(rows_of("CALL entente.betweenness({weight: 'sources'}) YIELD node, score, exact "
                "RETURN node.id, score, exact LIMIT 2") ==
        "person:ann-lind|2.0|true\nperson:bo|2.0|true\n");
  CHECK(rows_of("CALL entente.betweenness({samples: 1}) YIELD exact RETURN DISTINCT exact") ==
        "false\n");
}

TEST_CASE("components and communities are numbered from the largest") {
  CHECK(rows_of("CALL entente.components() YIELD node, component, size "
                "RETURN component, size, collect(node.id)") ==
        "1|4|['country:land', 'person:ann-lind', 'person:bo', 'person:cy']\n2|1|['person:eve']\n");
  CHECK(rows_of("CALL entente.communities({relations: 'met-with', until: date('2024-12-31')}) "
                "YIELD node, community WHERE node.name = 'eve' RETURN community") == "3\n");
}

TEST_CASE("options that are none are refused, with those that there are") {
  CHECK(contains(error_of("CALL entente.degree({colour: 1})"),
                 "found the option \"colour\", expected one of: relations, status, since, until, "
                 "weight, direction"));
  CHECK(contains(error_of("CALL entente.degree({status: 'dreamt'})"), "found \"dreamt\""));
  CHECK(contains(error_of("CALL entente.degree({relations: [1]})"), "a list of Strings"));
  CHECK(contains(error_of("CALL entente.degree({since: 'soon'})"), "no date for \"since\""));
  CHECK(contains(error_of("CALL entente.degree({weight: 2})"), "a Integer for \"weight\""));
  CHECK(contains(error_of("CALL entente.betweenness({samples: 0})"), "positive Integer"));
  CHECK(contains(error_of("CALL entente.components({direction: 'in'})"), "\"direction\""));
  CHECK(contains(error_of("CALL entente.degree({}, 1)"),
                 "found 2 arguments, expected entente.degree(options :: MAP = null)"));
  CHECK(contains(error_of("CALL entente.search()"), "found 0 arguments"));
}

TEST_CASE("sentences are found by words, with the node of their article") {
  SentenceSearch asked;
  const auto search = [&](const SentenceSearch& wanted) {
    asked = wanted;
    return std::vector<FoundSentence>{{"a.txt", {3, 9}, "A port", {{2, 6}}, 1.5},
                                      {"gone.txt", {0, 4}, "Port", {}, 0.5}};
  };
  CHECK(rows_of("CALL entente.search('port', {limit: 7, since: '2024', until: '2024'}) "
                "YIELD article, sentence, start, end, score "
                "RETURN article.id, sentence, start, end, score",
                search) == "a.txt|A port|3|9|1.5\nnull|Port|0|4|0.5\n");
  CHECK(asked.words == "port");
  CHECK(asked.limit == 7);
  CHECK(to_iso(*asked.since) == "2024-01-01");
  CHECK(to_iso(*asked.until) == "2024-12-31");
  CHECK(rows_of("CALL entente.search(null)", search).empty());
  const auto refuse = [](const SentenceSearch&) -> std::vector<FoundSentence> {
    throw Error(Fault::Usage, "found no word to look for");
  };
  CHECK(contains(error_of("CALL entente.search('!')", refuse), "found no word to look for"));
}

TEST_CASE("entities are found by any name, whole names first") {
  CHECK(rows_of("CALL entente.find('lind') YIELD node, score RETURN node.id, score") ==
        "person:ann-lind|1.0\n");
  CHECK(rows_of("CALL entente.find('ann') YIELD node, score RETURN node.id, score") ==
        "person:ann-lind|0.5\n");
  CHECK(rows_of("CALL entente.find('President Bo') YIELD node RETURN node.id") == "person:bo\n");
  CHECK(rows_of("CALL entente.find('country:land') YIELD node RETURN node.id") == "country:land\n");
  CHECK(rows_of("CALL entente.find('nobody')").empty());
  CHECK(rows_of("CALL entente.find('')").empty());
  CHECK(rows_of("CALL entente.find('ann') YIELD node MATCH (node)-[r]-(other) "
                "RETURN other.name ORDER BY other.name") == "bo\ncy\n");
}

TEST_CASE("what there is to ask can be asked") {
  CHECK(rows_of("CALL db.labels()") == "Article\nCountry\nEntity\nPerson\n");
  CHECK(rows_of("CALL db.relationshipTypes()") == "MET_WITH\nVISITED\n");
  CHECK(rows_of("CALL db.propertyKeys()").starts_with("aliases\narticles\n"));
  const std::string procedures = rows_of("CALL entente.procedures()");
  CHECK(contains(procedures,
                 "entente.find|entente.find(name :: STRING) :: (node :: NODE, score :: "
                 "FLOAT)|entities by any name"));
  CHECK(contains(procedures, "entente.procedures|entente.procedures() :: ("));
  CHECK(std::ranges::count(procedures, '\n') == 13);
  CHECK(contains(error_of("CALL entente.search('port')", nullptr), "there is no procedure"));
}

TEST_CASE("names are gathered from a graph that does not list them") {
  const cypher::MemoryGraph graph = made_by("CREATE (:B {x: 1})-[:T {y: 2}]->(:A:B)");
  cypher::Meter meter(cypher::Budget{});
  CHECK(label_names(graph, meter) == std::vector<std::string>{"A", "B"});
  CHECK(type_names(graph, meter) == std::vector<std::string>{"T"});
  CHECK(key_names(graph, meter) == std::vector<std::string>{"x", "y"});
}
