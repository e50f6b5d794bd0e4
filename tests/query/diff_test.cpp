#include "query/diff.h"

#include "tests/catch.h"
#include "tests/support/build.h"

using namespace entente;
using namespace entente::test;

namespace {

Ontology ontology() { return load_ontology(ENTENTE_DATA_DIR); }

std::string words(const Cell& cell) {
  if (const auto* text = std::get_if<std::string>(&cell)) return *text;
  if (const auto* list = std::get_if<std::vector<std::string>>(&cell)) {
    std::string all = "[";
    for (const std::string& each : *list) all += (all.size() > 1 ? "; " : "") + each;
    return all + "]";
  }
  return "-";
}

// "what change id text field old new"
std::vector<std::string> changes(const KnowledgeGraph& before, const KnowledgeGraph& after) {
  std::vector<std::string> all;
  for (const auto& row : diff(before, after, ontology()).rows) {
    std::string text;
    for (const Cell& cell : row) text += (text.empty() ? "" : " | ") + words(cell);
    all.push_back(text);
  }
  return all;
}

Entity named(const std::string& id, const std::string& name, std::vector<std::string> aliases = {},
             std::vector<std::string> articles = {"a.txt"}) {
  Entity made = entity(id, std::move(aliases));
  made.name = name;
  made.articles = std::move(articles);
  return made;
}

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("a graph does not differ from itself") {
  const auto make = [] {
    return graph_of({fact("a", "met-with", "b", "2024"), fact("a", "visited", "country:c")});
  };
  CHECK(changes(make(), make()) == Strings{});
  CHECK(changes({}, {}) == Strings{});
}

TEST_CASE("what one graph has alone is added or removed") {
  Fact other = fact("a", "met-with", "c", "2024-05", Status::Planned);
  other.evidence = {evidence("b.txt", "They will meet.")};
  const KnowledgeGraph small = graph_of({fact("a", "met-with", "b", "2024")});
  const KnowledgeGraph large = graph_of({fact("a", "met-with", "b", "2024"), other});
  CHECK(changes(small, large) == Strings{"article | added | b.txt |  | - | - | -",
                                         "entity | added | c | c | - | - | -",
                                         "fact | added | f:a:met-with:c:2024-05 | a met-with c, "
                                         "2024-05 (planned) | - | - | -"});
  CHECK(changes(large, small) == Strings{"article | removed | b.txt |  | - | - | -",
                                         "entity | removed | c | c | - | - | -",
                                         "fact | removed | f:a:met-with:c:2024-05 | a met-with c, "
                                         "2024-05 (planned) | - | - | -"});
}

TEST_CASE("an entity of another id or name is renamed, and its facts are the same") {
  const auto made = [](const std::string& id, const std::string& name) {
    Fact met = fact(id, "met-with", "m", "2024");
    return graph_of({met}, {named(id, name, {"Ann", "Ann Lind"})});
  };
  CHECK(changes(made("p:1", "Ann Lind"), made("p:1", "Ann M. Lind")) ==
        Strings{"entity | renamed | p:1 | Ann M. Lind | name | Ann Lind | Ann M. Lind"});
  // The new id comes after that of whom she met, so the fact is the other way round.
  Fact turned = fact("m", "met-with", "z1", "2024");
  turned.evidence = {evidence("a.txt", "a1 met-with m.")};
  CHECK(changes(made("a1", "Ann Lind"),
                graph_of({turned}, {named("z1", "Ann Lind", {"Ann", "Ann Lind"})})) ==
        Strings{"entity | renamed | z1 | Ann Lind | id | a1 | z1"});
}

TEST_CASE("two that became one are merged, one that became two is split") {
  const KnowledgeGraph two =
      graph_of({fact("a", "met-with", "c"), fact("b", "met-with", "d")},
               {named("a", "Ann Lind"), named("b", "A. Lind", {}, {"b.txt"})});
  Fact kept = fact("a", "met-with", "c");
  Fact moved = fact("a", "met-with", "d");
  moved.evidence = fact("b", "met-with", "d").evidence;
  const KnowledgeGraph one =
      graph_of({kept, moved}, {named("a", "Ann Lind", {"A. Lind"}, {"a.txt", "b.txt"})});
  CHECK(changes(two, one) ==
        Strings{"entity | changed | a | Ann Lind | aliases | [] | [A. Lind]",
                "entity | changed | a | Ann Lind | articles | [a.txt] | [a.txt; b.txt]",
                "entity | merged | b | A. Lind | id | b | a"});
  const Strings back = changes(one, two);
  REQUIRE(back.size() == 5);
  CHECK(back[2] == "entity | split | b | A. Lind | id | a | b");
  CHECK(back[3] == "fact | added | f:b:met-with:d: | A. Lind met-with d | - | - | -");
}

TEST_CASE("one sentence read otherwise is a change of the fact, not another fact") {
  const auto read = [](std::string_view when, Status status) {
    Fact made = fact("a", "visited", "country:c", when, status);
    made.evidence = {evidence("a.txt", "A visited C.")};
    return graph_of({made});
  };
  CHECK(changes(read("2024", Status::Happened), read("2024-05", Status::Planned)) ==
        Strings{"fact | changed | f:a:visited:country:c:2024-05 | a visited c, 2024-05 (planned) | "
                "date | 2024 | 2024-05",
                "fact | changed | f:a:visited:country:c:2024-05 | a visited c, 2024-05 (planned) | "
                "status | happened | planned"});
  Fact more = fact("a", "visited", "country:c", "2024");
  more.evidence = {evidence("a.txt", "A visited C."), evidence("a.txt", "A was in C.", 20)};
  CHECK(changes(read("2024", Status::Happened), graph_of({more})) ==
        Strings{"fact | changed | f:a:visited:country:c:2024 | a visited c, 2024 | evidence | "
                "[a.txt: A visited C.] | [a.txt: A visited C.; a.txt: A was in C.]"});
}

TEST_CASE("who did it to whom is not turned around") {
  const KnowledgeGraph one = graph_of({fact("a", "criticized", "b")});
  const KnowledgeGraph other = graph_of({fact("b", "criticized", "a")});
  CHECK(changes(one, other).size() == 2);
}
