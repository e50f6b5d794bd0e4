#include "query/news_graph.h"

#include <limits>

#include "cypher/compare.h"
#include "cypher/format.h"
#include "cypher/mark_tests.h"
#include "query/cypher_answer.h"
#include "query/filter.h"
#include "tests/catch.h"
#include "tests/support/build.h"

using namespace entente;
using namespace entente::test;

namespace {

KnowledgeGraph news() {
  KnowledgeGraph graph;
  for (const char* id : {"person:ann", "person:bo", "country:land", "award-show:gala"}) {
    graph.add_entity(entity(id));
  }
  graph.add_fact(fact("person:ann", "met-with", "person:bo", "2024-08-19"));
  graph.add_fact(fact("person:ann", "visited", "country:land", "2023-05"));
  graph.add_fact(fact("person:bo", "visited", "country:land", ""));
  Article article;
  article.id = "a.txt";
  article.title = "Talks at the port";
  article.published = parse_iso("2024-08-20");
  graph.articles.push_back(article);
  return graph;
}

std::string only_row(const KnowledgeGraph& graph, const std::string& query) {
  const NewsGraph view(graph);
  const Table table = cypher_table(cypher::read(query, view), view);
  REQUIRE(table.rows.size() == 1);
  std::string text;
  for (const Cell& cell : table.rows[0]) {
    if (!text.empty()) text += "; ";
    if (const auto* number = std::get_if<std::int64_t>(&cell)) text += std::to_string(*number);
    if (const auto* words = std::get_if<std::string>(&cell)) text += *words;
    if (const auto* list = std::get_if<std::vector<std::string>>(&cell)) {
      for (const std::string& element : *list) text += element + ",";
    }
  }
  return text;
}

}  // namespace

TEST_CASE("entities have the label of their type, articles their own") {
  const KnowledgeGraph graph = news();
  CHECK(only_row(graph,
                 "MATCH (n:Person) WITH n.name AS name ORDER BY name "
                 "RETURN collect(name)") == "ann,bo,");
  CHECK(only_row(graph, "MATCH (n:AwardShow) RETURN n, labels(n)") ==
        "award-show:gala; Entity,AwardShow,");
  CHECK(only_row(graph, "MATCH (n:Entity) RETURN count(n)") == "4");
  CHECK(only_row(graph, "MATCH (n:Article) RETURN n.name, n.published") ==
        "Talks at the port; 2024-08-20");
}

TEST_CASE("facts are relationships with their date, status and sentence") {
  const KnowledgeGraph graph = news();
  CHECK(only_row(graph,
                 "MATCH (:Person)-[r:MET_WITH]->(:Person) "
                 "RETURN r.date, r.until, r.when, r.status, r.sources, r.relation") ==
        "2024-08-19; 2024-08-19; 2024-08-19; happened; 1; met-with");
  CHECK(only_row(graph,
                 "MATCH (:Person {name: 'ann'})-[r:VISITED]->() "
                 "RETURN r.date, r.until, r.when") == "2023-05-01; 2023-05-31; 2023-05");
  CHECK(only_row(graph, "MATCH (:Person {name: 'bo'})-[r:VISITED]->() RETURN r.date IS NULL") ==
        "true");
  CHECK(only_row(graph, "MATCH ()-[r]->() WHERE r.articles = ['a.txt'] RETURN count(r)") == "3");
  CHECK(only_row(graph, "MATCH (a:Article)--() RETURN count(a)") == "0");
}

TEST_CASE("a path is printed as ids in turn") {
  const KnowledgeGraph graph = news();
  const std::string path =
      only_row(graph,
               "MATCH p = ANY SHORTEST (a {name: 'bo'})-[:VISITED]-+(b {name: 'ann'}) "
               "RETURN p");
  CHECK(path.starts_with("person:bo,"));
  CHECK(path.find(",country:land,") != std::string::npos);
  CHECK(path.ends_with(",person:ann,"));
}

TEST_CASE("an entity is found by name or id without a look at all others") {
  const KnowledgeGraph graph = news();
  const NewsGraph view(graph);
  CHECK(cypher::read("EXPLAIN MATCH (a:Person {name: 'ann'}) RETURN a", view)
            .plan.find("NodesByIndex") != std::string::npos);
  CHECK(only_row(graph, "MATCH (a:Entity {id: 'person:ann'}) RETURN a.name") == "ann");
  CHECK(only_row(graph, "MATCH (a:Country {name: 'ann'}) RETURN count(a)") == "0");
}

TEST_CASE("a relationship has the properties of its fact, a node those of its entity or article") {
  KnowledgeGraph graph = news();
  Fact told = fact("person:ann", "met-with", "person:bo", "2022", Status::Planned);
  told.qualifiers = {{"topic", "trade"}, {"place", "country:land"}};
  told.evidence.push_back(evidence("b.txt", "They may meet."));
  told.evidence.back().confidence = 0.95;
  graph.add_fact(told);
  const NewsGraph view(graph);
  REQUIRE(view.relationship_bound() == 4);
  const auto property = [&](auto of, const char* key) {
    return view.property(of, *view.find_key(key));
  };
  for (std::uint32_t i = 0; i < view.relationship_bound(); ++i) {
    const cypher::RelationshipId r{i};
    const Fact& expected = graph[*graph.find_fact(view.fact_id(r))];
    CAPTURE(expected.id);
    CHECK(view.fact(r) == expected);
    CHECK(view.id(view.ends(r).start) == expected.subject);
    CHECK(view.id(view.ends(r).end) == expected.object);
    CHECK(view.type_name(view.ends(r).type) == type_of_relation(expected.relation));
    CHECK(property(r, "id").string() == expected.id);
    CHECK(property(r, "status").string() == to_string(expected.status));
    CHECK(property(r, "confidence").floating() == confidence(expected));
    CHECK(property(r, "sources").integer() == static_cast<std::int64_t>(sources(expected)));
    CHECK(property(r, "quotes").list().size() == expected.evidence.size());
    CHECK(property(r, "when").is_null() == !expected.when.has_value());
    CHECK(property(r, "published").date().days ==
          first_published(graph, expected)->time_since_epoch().count());
    for (const char* key : {"name", "type", "mentions", "url"}) {
      CHECK(property(r, key).is_null());
    }
  }
  const auto planned = *graph.find_fact(told.id);
  CHECK(only_row(graph,
                 "MATCH ()-[r {status: 'planned'}]->() "
                 "RETURN r.quote, r.topic, r.place, r.articles, r.when, r.id") ==
        "They may meet.; trade; country:land; a.txt,b.txt,; 2022; " + graph[planned].id);
  for (std::uint32_t i = 0; i < view.node_bound(); ++i) {
    const cypher::NodeId node{i};
    if (const auto entity = view.entity(node)) {
      CHECK(*entity == graph[*graph.find(view.id(node))]);
      CHECK(property(node, "mentions").integer() == entity->mentions);
    } else {
      CHECK(view.article(node)->title == view.name(node));
      CHECK(property(node, "mentions").is_null());
    }
  }
}

TEST_CASE("what a mark tells of a relationship is what its properties tell") {
  KnowledgeGraph graph = news();
  for (const char* when : {"2022", "2024-08-19", "0001-01-01", "9999-12-31", ""}) {
    for (const Status status :
         {Status::Happened, Status::Planned, Status::Denied, Status::Hypothetical}) {
      for (const Fact& told : {fact("person:ann", "accused", "person:bo", when, status),
                               fact("person:bo", "accused", "person:ann", when, status)}) {
        if (!graph.find_fact(told.id)) graph.add_fact(told);
      }
    }
  }
  const NewsGraph view(graph);
  const auto date = [](const char* iso) {
    return cypher::Value(cypher::Date{parse_iso(iso)->first.time_since_epoch().count()});
  };
  std::vector<cypher::Value> values = {
      cypher::Value("happened"),
      cypher::Value("denied"),
      cypher::Value("never"),
      cypher::Value(),
      date("2024-08-19"),
      date("2022"),
      date("2023-07-01"),
      date("0001-01-01"),
      date("9999-12-31"),
      cypher::Value(cypher::Date{std::numeric_limits<std::int64_t>::min() / 2}),
      cypher::Value(cypher::Date{std::numeric_limits<std::int64_t>::max() / 2})};
  int told = 0;
  for (const char* name : {"status", "date", "until", "confidence"}) {
    const cypher::KeyId key = *view.find_key(name);
    for (const cypher::Value& value : values) {
      for (int number = 0; number < 6; ++number) {
        const auto op = static_cast<cypher::ComparisonOperator>(number);
        cypher::MarkTests tests;
        if (!tests.add(view, key, op, value)) continue;
        ++told;
        CAPTURE(name, number, cypher::format(value, view));
        for (std::uint32_t node = 0; node < view.node_bound(); ++node) {
          for (const auto& steps : {view.outgoing({node}), view.incoming({node})}) {
            for (std::uint32_t i = 0; i < steps.size(); ++i) {
              const cypher::Value found = view.property(steps[i].relationship, key);
              CHECK(tests.hold(steps, i) == (cypher::compares(op, found, value) == true));
            }
          }
        }
      }
    }
  }
  CHECK(told == 3 * 2 + 7 * 6);  // statuses by equality, days by all
}

TEST_CASE("a parameter is what it looks like") {
  cypher::Map parameters;
  for (const char* assignment : {"a=1", "b=1.5", "c=true", "d='x y'", "e=[1, 2]", "f=Mara Lind",
                                 "g=2024-08-19", "h=", "i=x=y", "j=null", "k=-"}) {
    add_parameter(assignment, parameters);
  }
  const KnowledgeGraph graph = news();
  const NewsGraph view(graph);
  cypher::Options options;
  options.parameters = parameters;
  const Table table = cypher_table(
      cypher::read("RETURN $a + 1, $b * 2, NOT $c, $d, size($e), $f, $g, $h, $i, $j IS NULL, $k",
                   view, options),
      view);
  CHECK(std::get<std::int64_t>(table.rows[0][0]) == 2);
  CHECK(std::get<double>(table.rows[0][1]) == 3.0);
  CHECK(std::get<std::string>(table.rows[0][2]) == "false");
  CHECK(std::get<std::string>(table.rows[0][3]) == "x y");
  CHECK(std::get<std::int64_t>(table.rows[0][4]) == 2);
  CHECK(std::get<std::string>(table.rows[0][5]) == "Mara Lind");
  CHECK(std::get<std::string>(table.rows[0][6]) == "2024-08-19");
  CHECK(std::get<std::string>(table.rows[0][7]).empty());
  CHECK(std::get<std::string>(table.rows[0][8]) == "x=y");
  CHECK(std::get<std::string>(table.rows[0][9]) == "true");
  CHECK(std::get<std::string>(table.rows[0][10]) == "-");
  CHECK_THROWS_AS(add_parameter("name", parameters), Error);
  CHECK_THROWS_AS(add_parameter("=1", parameters), Error);
}
