#include "graph/build.h"

#include <algorithm>
#include <random>

#include "graph/verify.h"
#include "tests/catch.h"
#include "tests/graph/corpus.h"
#include "tests/support/build.h"

using namespace entente;
using test::Reading;

TEST_CASE("the order in which articles come does not matter") {
  std::vector<ReadArticle> articles = test::corpus(40);
  const Ontology ontology = test::ontology();
  const std::string expected = test::dump(build_graph(articles, ontology));
  std::mt19937 random(7);
  for (int round = 0; round < 20; ++round) {
    std::shuffle(articles.begin(), articles.end(), random);
    REQUIRE(test::dump(build_graph(articles, ontology)) == expected);
  }
}

TEST_CASE("the folded graph of many articles passes verify") {
  const std::vector<ReadArticle> articles = test::corpus(60);
  const VerifyReport report =
      verify(build_graph(articles, test::ontology()), [&](std::string_view id) {
        const auto found = std::find_if(articles.begin(), articles.end(),
                                        [&](const auto& read) { return read.article.id == id; });
        return found->article.text;
      });
  CHECK(report.evidence > 100);
  CHECK(report.failures == std::vector<std::string>{});
}

TEST_CASE(
    "an entity has its full name, with diacritics where an article has them, and all other names "
    "as aliases") {
  const KnowledgeGraph graph =
      build_graph({Reading("a", "x").entity("person", {"Do Lam", "Lam"}).mentions(3),
                   Reading("b", "x").entity("person", {"Đỗ Lâm", "Mr Lâm"}).mentions(2)},
                  Ontology{});
  REQUIRE(graph.find("person:do-lam"));
  const Entity& entity = graph[*graph.find("person:do-lam")];
  CHECK(entity.name == "Đỗ Lâm");
  CHECK(entity.aliases == std::vector<std::string>{"Do Lam", "Lam", "Mr Lâm"});
  CHECK(entity.articles == std::vector<std::string>{"a", "b"});
  CHECK(entity.mentions == 5);
}

TEST_CASE("of full names the one that most mentions give is shown") {
  const KnowledgeGraph graph =
      build_graph({Reading("a", "x").entity("person", {"Kim Sun-ok"}).mentions(3),
                   Reading("b", "x").entity("person", {"Kim Sun Ok"}).mentions(2)},
                  Ontology{});
  REQUIRE(graph.vertices_by_id().size() == 1);
  CHECK(graph[graph.vertices_by_id()[0]].name == "Kim Sun-ok");
}

TEST_CASE("of names with equally many mentions the one with diacritics, then the longer is shown") {
  const auto shown = [](const std::string& one, const std::string& other) {
    const KnowledgeGraph graph = build_graph(
        {Reading("a", "x").entity("person", {one}), Reading("b", "x").entity("person", {other})},
        Ontology{});
    REQUIRE(graph.vertices_by_id().size() == 1);
    return graph[graph.vertices_by_id()[0]].name;
  };
  CHECK(shown("Do Lam", "Đỗ Lâm") == "Đỗ Lâm");
  CHECK(shown("Kim Sun-ok", "Kim Sunok") == "Kim Sun-ok");
  CHECK(shown("Kim Sun-ok", "Kim Sun Ok") == "Kim Sun Ok");
}

TEST_CASE("the gazetteer's name is shown, however often another is used") {
  const KnowledgeGraph graph =
      build_graph({Reading("a", "x").entity("place", {"Saint Mary"}, "place:1").mentions(1),
                   Reading("b", "x").entity("place", {"SAINT MARY"}).mentions(9)},
                  Ontology{});
  REQUIRE(graph.find("place:1"));
  CHECK(graph[*graph.find("place:1")].name == "Saint Mary");
}

TEST_CASE("a person who is named without any fact is in the graph") {
  const KnowledgeGraph graph =
      build_graph({Reading("a", "x").entity("person", {"Ann Lee"})}, Ontology{});
  CHECK(graph.find("person:ann-lee"));
  CHECK(boost::num_edges(graph.bgl()) == 0);
  REQUIRE(graph.articles.size() == 1);
  CHECK(graph.articles[0].text.empty());
}

TEST_CASE("who is quoted and where it happened are entities of the graph") {
  ReadArticle read = Reading("a", "Ann Lee met Bob Ray in Alba.")
                         .entity("person", {"Ann Lee"})
                         .entity("person", {"Bob Ray"})
                         .entity("place", {"Alba"})
                         .fact("Ann Lee", "met-with", "Bob Ray")
                         .qualifier("place", "e2");
  read.extraction.facts[0].evidence[0].said_by = "e1";
  const KnowledgeGraph graph = build_graph({read}, test::ontology());
  REQUIRE(graph.edges_by_id().size() == 1);
  const Fact& fact = graph[graph.edges_by_id()[0]];
  CHECK(fact.qualifiers.at("place") == "place:alba");
  CHECK(fact.evidence[0].said_by == "person:bob-ray");
  CHECK(fact.subject == "person:ann-lee");
}
