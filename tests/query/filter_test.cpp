#include "query/filter.h"

#include "tests/catch.h"
#include "tests/support/build.h"

using namespace entente;
using namespace entente::test;

namespace {

bool passes_alone(const Fact& one, const Filter& filter) {
  const KnowledgeGraph graph = graph_of({one});
  return passes(graph, graph.edges_by_id().front(), filter);
}

std::optional<std::chrono::sys_days> on(std::string_view iso) { return parse_iso(iso)->first; }

}  // namespace

TEST_CASE("without a word from the user only what happened passes") {
  CHECK(passes_alone(fact("a", "visited", "b"), {}));
  CHECK_FALSE(passes_alone(fact("a", "visited", "b", "2024", Status::Planned), {}));
  CHECK_FALSE(passes_alone(fact("a", "visited", "b", "2024", Status::Denied), {}));
  Filter all;
  all.status.reset();
  CHECK(passes_alone(fact("a", "visited", "b", "2024", Status::Hypothetical), all));
  Filter planned;
  planned.status = Status::Planned;
  CHECK(passes_alone(fact("a", "visited", "b", "2024", Status::Planned), planned));
  CHECK_FALSE(passes_alone(fact("a", "visited", "b"), planned));
}

TEST_CASE("a period lets through what may have happened in it, and nothing without a date") {
  struct Row {
    std::string when, since, until;
    bool passes;
  };
  const auto row = GENERATE(values<Row>({{"2024-08-19", "2024-08-19", "", true},
                                         {"2024-08-19", "", "2024-08-19", true},
                                         {"2024-08-19", "2024-08-20", "", false},
                                         {"2024-08-19", "", "2024-08-18", false},
                                         {"2024-08", "2024-08-31", "", true},
                                         {"2024-08", "", "2024-08-01", true},
                                         {"2024", "2024-03-01", "2024-03-02", true},
                                         {"", "1900-01-01", "", false},
                                         {"", "", "2100-01-01", false},
                                         {"", "", "", true}}));
  DYNAMIC_SECTION(row.when << " in " << row.since << ".." << row.until) {
    Filter filter;
    if (!row.since.empty()) filter.since = on(row.since);
    if (!row.until.empty()) filter.until = on(row.until);
    CHECK(passes_alone(fact("a", "visited", "b", row.when), filter) == row.passes);
  }
}

TEST_CASE("relations, types of both ends and the number of sources are asked for") {
  Filter filter;
  filter.relations = {"met-with", "visited"};
  CHECK(passes_alone(fact("a", "visited", "b"), filter));
  CHECK_FALSE(passes_alone(fact("a", "signed", "b"), filter));

  Filter people;
  people.types = {"person"};
  CHECK(passes_alone(fact("person:a", "met-with", "person:b"), people));
  CHECK_FALSE(passes_alone(fact("person:a", "visited", "country:b"), people));

  Filter twice;
  twice.min_sources = 2;
  Fact said = fact("a", "visited", "b");
  CHECK_FALSE(passes_alone(said, twice));
  said.evidence.push_back(evidence("a.txt", "Again."));
  CHECK_FALSE(passes_alone(said, twice));
  said.evidence.push_back(evidence("b.txt", "Also here."));
  CHECK(passes_alone(said, twice));
}
