#include "query/verbs.h"

#include <algorithm>
#include <random>
#include <set>

#include "query/names.h"
#include "tests/catch.h"
#include "tests/query/asked.h"
#include "tests/support/build.h"

using namespace entente;
using namespace entente::test;

namespace {

using Edge = KnowledgeGraph::Edge;
using Ids = std::vector<std::string>;

Ontology ontology() { return load_ontology(ENTENTE_DATA_DIR); }

Ids ids_of(const KnowledgeGraph& graph, const std::vector<Edge>& facts) {
  Ids ids;
  for (const Edge edge : facts) ids.push_back(graph[edge].id);
  return ids;
}

Ids ask_ids(const KnowledgeGraph& graph, const Question& question) {
  return ids_of(graph, asked(graph, NewsGraph(graph), question));
}

std::optional<std::chrono::sys_days> day_of(std::string_view iso) { return parse_iso(iso)->first; }

KnowledgeGraph random_graph(std::mt19937& random) {
  const auto of = [&](const Ids& all) { return all[random() % all.size()]; };
  const Ids names = {"person:ann",    "person:bo",      "country:austria",
                     "country:kenya", "agreement:pact", "person:o'hara"};
  const Ids relations = {"met-with", "visited", "member-of", "signed", "holds-position"};
  const Ids dates = {"", "2019-05-01", "2020/2021-02", "2021", "2023-07", "2024-02-29"};
  std::vector<Entity> entities;
  for (const std::string& name : names) entities.push_back(entity(name));
  std::vector<Fact> facts;
  for (std::size_t i = random() % 25; i > 0; --i) {
    Fact one = fact(of(names), of(relations), of(names), of(dates),
                    random() % 6 == 0 ? Status::Planned : Status::Happened);
    one.id = "f" + std::to_string(i);
    one.evidence[0].article = of({"a.txt", "b.txt", "c.txt"});
    if (random() % 3 == 0) one.evidence.push_back(evidence("d.txt", "Also."));
    facts.push_back(one);
  }
  KnowledgeGraph graph = graph_of(facts, entities);
  for (Article& article : graph.articles) {
    if (article.id != "c.txt") article.published = parse_iso("2021-06-01");
  }
  return graph;
}

Filter random_filter(std::mt19937& random) {
  Filter filter;
  if (random() % 3 == 0) filter.relations = {"met-with", "member-of"};
  if (random() % 4 == 0) filter.since = day_of("2020-06-01");
  if (random() % 4 == 0) filter.until = day_of("2023-07-15");
  if (random() % 4 == 0) filter.types = {"person", "country"};
  if (random() % 4 == 0) filter.min_sources = 2;
  if (random() % 3 == 0) filter.status.reset();
  if (random() % 3 == 0) filter.as_of = day_of("2021-06-01");
  if (filter.as_of) filter.states = {"member-of", "holds-position"};
  return filter;
}

}  // namespace

TEST_CASE("every verb asks for the facts that pass, in order of time, with or without parameters") {
  std::mt19937 random(11);
  const Ontology known = ontology();
  std::size_t found = 0;
  for (int round = 0; round < 400; ++round) {
    const KnowledgeGraph graph = random_graph(random);
    const NewsGraph news(graph);
    const Filter filter = random_filter(random);
    const Vertex a = graph.vertices_by_id()[random() % 6];
    const Vertex b = graph.vertices_by_id()[random() % 6];
    const std::string a_id = graph[a].id, b_id = graph[b].id;
    std::vector<Edge> coded;
    for (const EventDyad& event :
         event_dyads(graph, known, facts_in_time(graph, std::nullopt, filter))) {
      if (event.target) coded.push_back(event.fact);
    }
    struct Row {
      Question question;
      std::vector<Edge> facts;
    };
    const std::vector<Row> rows = {
        {about_question(a_id, filter), facts_in_time(graph, a, filter)},
        {met_question(a_id, std::nullopt, filter), facts_in_time(graph, a, meetings(filter))},
        {met_question(a_id, b_id, filter), facts_between(graph, a, b, meetings(filter))},
        {between_question(a_id, b_id, filter), facts_between(graph, a, b, filter)},
        {timeline_question(std::nullopt, filter), facts_in_time(graph, std::nullopt, filter)},
        {timeline_question(a_id, filter), facts_in_time(graph, a, filter)},
        {dyads_question(std::nullopt, std::nullopt, known, filter), coded}};
    for (const Row& row : rows) {
      CAPTURE(round, filled_in(row.question));
      // Without parameters it is as --cypher prints it and `entente query` runs it.
      for (const Question& question : {row.question, Question{filled_in(row.question), {}}}) {
        REQUIRE(ids_of(graph, asked(graph, news, question)) == ids_of(graph, row.facts));
      }
      found += row.facts.size();
    }
  }
  CHECK(found > 3'000);
}

TEST_CASE("a question reads like one") {
  Filter filter;
  filter.since = day_of("2024-01-01");
  filter.types = {"person"};
  CHECK(filled_in(met_question("person:o'hara", std::nullopt, filter)) ==
        "MATCH (a {id: 'person:o\\'hara'})-[r:MET_WITH]-(b)\n"
        "WHERE r.status = 'happened' AND r.until >= date('2024-01-01') AND a.type IN ['person'] "
        "AND b.type IN ['person']\n"
        "RETURN r.when AS date, startNode(r).name AS subject, r.relation AS relation, "
        "endNode(r).name AS object, r.quote AS quote, r AS fact\n"
        "ORDER BY r.date, r.until, r.id");
  Filter all;
  all.status.reset();
  all.relations = {"met-with", "on `top` of"};
  CHECK(filled_in(timeline_question(std::nullopt, all))
            .starts_with("MATCH (a)-[r:MET_WITH|`ON ``TOP`` OF`]->(b)\nRETURN"));
}

TEST_CASE("common names whom both have to do with, most facts first") {
  const KnowledgeGraph graph = graph_of(
      {fact("a", "met-with", "c"), fact("b", "visited", "c"), fact("c", "met-with", "a", "2023"),
       fact("a", "signed", "d"), fact("d", "met-with", "b"), fact("a", "met-with", "b"),
       fact("a", "met-with", "e"), fact("f", "met-with", "b"), fact("a", "visited", "a"),
       fact("a", "met-with", "g", "2024", Status::Planned), fact("b", "met-with", "g")});
  const auto rows = [&](const Filter& filter) {
    const NewsGraph news(graph);
    Ids found;
    for (const cypher::List& row : ask(news, common_question("a", "b", filter)).rows) {
      found.push_back(news.entity(row[4].node())->id + std::to_string(row[1].integer()) + " " +
                      std::to_string(row[2].list().size()) + std::to_string(row[3].list().size()));
    }
    return found;
  };
  CHECK(rows({}) == Ids{"c3 21", "d2 11"});
  Filter all;
  all.status.reset();
  CHECK(rows(all) == Ids{"c3 21", "d2 11", "g2 11"});
  Filter met;
  met.relations = {"met-with"};
  CHECK(rows(met).empty());
}

TEST_CASE("top ranks entities by facts, of the types asked for") {
  const KnowledgeGraph graph =
      graph_of({fact("a", "met-with", "b"), fact("a", "met-with", "b", "2024"),
                fact("a", "visited", "country:land"), fact("c", "visited", "country:land"),
                fact("c", "visited", "country:land", "2025", Status::Planned)});
  const auto rows = [&](const std::set<std::string>& types, std::size_t limit) {
    const NewsGraph news(graph);
    Ids found;
    for (const cypher::List& row : ask(news, top_question(Rank::Degree, types, limit, {})).rows) {
      found.push_back(news.entity(row[2].node())->id + std::to_string(row[1].integer()));
    }
    return found;
  };
  CHECK(rows({}, 10) == Ids{"a3", "b2", "country:land2", "c1"});
  CHECK(rows({"person"}, 2) == Ids{"a3", "b2"});
  CHECK(rows({"country"}, 10) == Ids{"country:land2"});
}

TEST_CASE("what stood on a day") {
  struct Row {
    std::string what, relation, when, published, as_of;
    bool stood;
  };
  const std::vector<Row> rows = {
      {"it happened before", "visited", "2020-05-01", "", "2021-01-01", true},
      {"on that day", "visited", "2020-05-01", "", "2020-05-01", true},
      {"it may have begun", "visited", "2020", "", "2020-03-01", true},
      {"it happened later", "visited", "2020-05-01", "", "2020-04-30", false},
      {"what happened once stays", "visited", "2020-05-01/2020-05-03", "", "2021-01-01", true},
      {"a state goes on", "member-of", "2020-05-01", "", "2031-01-01", true},
      {"a state of a year goes on", "member-of", "2020", "", "2031-01-01", true},
      {"a state that ended", "member-of", "2018/2020", "", "2021-01-01", false},
      {"on its last day", "member-of", "2018/2020", "", "2020-12-31", true},
      {"before it began", "member-of", "2018/2020", "", "2017-12-31", false},
      {"without a date from its publication on", "member-of", "", "2020-06-01", "2020-06-01", true},
      {"not before", "member-of", "", "2020-06-01", "2020-05-31", false},
      {"the date counts, not the publication", "visited", "2020", "2022", "2021-01-01", true},
      {"without either nobody knows", "visited", "", "", "2031-01-01", false}};
  for (const Row& row : rows) {
    CAPTURE(row.what);
    KnowledgeGraph graph = graph_of({fact("a", row.relation, "b", row.when)});
    if (!row.published.empty()) graph.articles[0].published = parse_iso(row.published);
    Filter filter;
    filter.as_of = day_of(row.as_of);
    filter.states = {"member-of"};
    CHECK(passes(graph, graph.edges_by_id()[0], filter) == row.stood);
    CHECK(ask_ids(graph, between_question("a", "b", filter)).size() == (row.stood ? 1 : 0));
  }
}

TEST_CASE("a question that takes too much ends with a plain sentence") {
  const KnowledgeGraph graph = graph_of({fact("a", "visited", "b")});
  const Question endless = {
      "UNWIND range(1, 100000) AS i UNWIND range(1, 100000) AS j WITH i WHERE i < 0 RETURN i", {}};
  const Question greedy = {"UNWIND range(1, 10000000) AS i WITH collect(i) AS all RETURN size(all)",
                           {}};
  const auto refusal = [&](const Question& question, const cypher::Budget& budget) -> std::string {
    try {
      ask(NewsGraph(graph), question, budget);
      return "";
    } catch (const NotFound& error) {
      return error.message;
    }
  };
  cypher::Budget quick;
  quick.time = std::chrono::milliseconds(0);
  CHECK(refusal(endless, quick) ==
        "no answer: it took longer than 0 seconds. Ask for less, with --relation, --type, --since "
        "or a smaller --max");
  cypher::Budget small;
  small.memory = 100'000;
  CHECK(refusal(greedy, small).starts_with("no answer: it needed too much memory. Ask for less"));
}
