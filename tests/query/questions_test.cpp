#include "query/questions.h"

#include "query/facts.h"
#include "tests/catch.h"
#include "tests/query/asked.h"
#include "tests/support/build.h"

using namespace entente;
using namespace entente::test;

namespace {

// A row as text: cells joined by "|", lists by ";".
std::string dump(const std::vector<Cell>& row) {
  struct Print {
    std::string operator()(std::monostate) const { return "-"; }
    std::string operator()(std::int64_t value) const { return std::to_string(value); }
    std::string operator()(double) const { return "0.x"; }
    std::string operator()(const std::string& value) const { return value; }
    std::string operator()(const std::vector<std::string>& values) const {
      std::string text;
      for (const std::string& value : values) text += (text.empty() ? "" : ";") + value;
      return text;
    }
  };
  std::string text;
  for (const Cell& cell : row) text += (text.empty() ? "" : "|") + std::visit(Print{}, cell);
  return text;
}

std::vector<std::string> dump(const Table& table) {
  std::vector<std::string> rows;
  for (const auto& row : table.rows) {
    CHECK(row.size() == table.columns.size());
    rows.push_back(dump(row));
  }
  return rows;
}

using Rows = std::vector<std::string>;

KnowledgeGraph visits() {
  Fact talks = fact("person:ann", "met-with", "person:bo", "2023-05-02");
  talks.qualifiers = {{"place", "place:port"}, {"topic", "fish"}};
  talks.evidence.push_back(evidence("b.txt", "Ann sat down with Bo."));
  talks.evidence.back().confidence = 0.95;
  return graph_of({talks, fact("person:ann", "met-with", "person:bo", "2021"),
                   fact("person:ann", "met-with", "person:cy"),
                   fact("person:dan", "met-with", "person:ann", "2022", Status::Planned),
                   fact("person:ann", "visited", "country:land", "2021-12-31/2022-01-02")},
                  {entity("person:ann", {"Annie"}), entity("place:port")});
}

}  // namespace

TEST_CASE("who met whom is counted, most often first") {
  const KnowledgeGraph graph = visits();
  const auto ann = *graph.find("person:ann");
  CHECK(dump(met(graph, ann, std::nullopt, {})) ==
        Rows{"bo|person|2|2021|2023-05-02|port|person:bo", "cy|person|1|-|-||person:cy"});
  Filter all;
  all.status.reset();
  CHECK(met(graph, ann, std::nullopt, all).rows.size() == 3);
  Filter visited;
  visited.relations = {"visited"};
  CHECK(dump(met(graph, ann, std::nullopt, visited)).size() == 1);
  CHECK(met(graph, *graph.find("place:port"), std::nullopt, {}).rows.empty());
}

TEST_CASE("each meeting of two has its date, place and most certain sentence") {
  const KnowledgeGraph graph = visits();
  const auto ann = *graph.find("person:ann");
  const auto bo = *graph.find("person:bo");
  const Rows rows = dump(met(graph, bo, ann, {}));
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].starts_with("2021|ann|met-with|bo||happened|1|"));
  CHECK(rows[1] ==
        "2023-05-02|ann|met-with|bo|place: port;topic: fish|happened|2|Ann sat down with "
        "Bo.|b.txt|f:person:ann:met-with:person:bo:2023-05-02|-");
}

TEST_CASE("a timeline runs from the first date to those that are not known") {
  const KnowledgeGraph graph = visits();
  std::vector<std::string> dates;
  for (const auto& row : timeline(graph, std::nullopt, {}).rows) dates.push_back(dump({row[0]}));
  CHECK(dates == Rows{"2021", "2021-12-31/2022-01-02", "2023-05-02", "-"});
  CHECK(timeline(graph, graph.find("person:cy"), {}).rows.size() == 1);
}

TEST_CASE("a loop is told once") {
  const KnowledgeGraph graph = graph_of({fact("a", "criticized", "a", "2020")});
  CHECK(timeline(graph, graph.find("a"), {}).rows.size() == 1);
  CHECK(why(graph, facts_between(graph, *graph.find("a"), *graph.find("a"), {}), [](auto) {
          return "";
        }).rows.size() == 1);
}

TEST_CASE("show tells names, numbers and facts") {
  const KnowledgeGraph graph = visits();
  const Rows rows = dump(show(graph, *graph.find("person:ann"), Filter{}));
  REQUIRE(rows.size() == 10);
  CHECK(rows[0] == "id|person:ann|-|-|-|-|-|-|-");
  CHECK(rows[3] == "alias|Annie|-|-|-|-|-|-|-");
  CHECK(rows[7].starts_with("visited|ann visited land|2021-12-31/2022-01-02||happened|1|"));
}

TEST_CASE("find counts the facts of each entity and keeps to the types asked for") {
  const KnowledgeGraph graph = visits();
  CHECK(dump(find(graph, "annie", {})) == Rows{"ann|person|1|1|4|Annie|person:ann"});
  Filter places;
  places.types = {"place"};
  CHECK(find(graph, "annie", places).rows.empty());
}

TEST_CASE("why gives every sentence with its rule and its links in words") {
  const std::string text = "Ann came. She met Bo.";
  Fact met = fact("person:ann", "met-with", "person:bo");
  met.evidence[0] = evidence("a.txt", "She met Bo.", 10);
  met.evidence[0].links = {Link{{10, 13}, {0, 3}, "pronoun"}};
  met.evidence[0].said_by = "person:cy";
  const KnowledgeGraph graph = graph_of({met}, {entity("person:cy")});
  const auto text_of = [&](std::string_view) { return text; };
  const Rows rows =
      dump(why(graph, facts_between(graph, *graph.find("person:bo"), *graph.find("person:ann"), {}),
               text_of));
  REQUIRE(rows.size() == 1);
  CHECK(rows[0] ==
        "f:person:ann:met-with:person:bo:|ann|met-with|bo|-|happened|She met "
        "Bo.|a.txt|10|21|test/1|cy|\"She\" = \"Ann\" (pronoun)|0.x|-|-|");
  CHECK(in_words({{5, 900}, {0, 3}, "role"}, text) == "\"?\" = \"Ann\" (role)");
}

TEST_CASE("stats count what the filter lets through, and every status") {
  const KnowledgeGraph graph = visits();
  CHECK(dump(stats(graph, {})) ==
        Rows{"total|articles|2", "total|entities|6", "total|facts|4", "total|sentences|5",
             "type|person|4", "type|country|1", "type|place|1", "relation|met-with|3",
             "relation|visited|1", "status|happened|4", "status|planned|1", "year|2021|2",
             "year|2022|1", "year|2023|1", "year|unknown|1", "outlet|unknown|2"});
  Filter visited;
  visited.relations = {"visited"};
  CHECK(dump(stats(graph, visited))[1] == "total|entities|2");
  visited.types = {"person"};
  CHECK(dump(stats(graph, visited))[1] == "total|entities|0");
}

TEST_CASE("articles are listed with where their date was found") {
  KnowledgeGraph graph = visits();
  graph.articles[0].title = "Talks";
  graph.articles[0].published = parse_iso("2023-05-03");
  graph.articles[0].published_from = "line 2";
  CHECK(dump(articles(graph))[0] == "a.txt|2023-05-03||Talks|||line 2");
}
