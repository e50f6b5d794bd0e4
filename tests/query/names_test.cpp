#include "query/names.h"

#include "base/error.h"
#include "tests/catch.h"
#include "tests/support/build.h"

using namespace entente;
using namespace entente::test;

namespace {

Entity named(const std::string& id, const std::string& name, std::vector<std::string> aliases = {},
             std::uint32_t mentions = 1) {
  Entity made = entity(id, std::move(aliases));
  made.name = name;
  made.mentions = mentions;
  return made;
}

KnowledgeGraph people() {
  return graph_of({}, {named("person:dang-van-luc", "Đặng Văn Lực", {"Luc", "Lực"}, 9),
                       named("person:mara-lindqvist", "Mara Lindqvist", {"Lindqvist"}, 4),
                       named("person:olaf-lindqvist", "Olaf Lindqvist", {"Lindqvist"}, 7),
                       named("organization:harbour-bank", "Harbour Bank", {"HB"}, 2),
                       named("organization:harbour-court", "Harbour Court", {}, 3),
                       named("place:the-haven", "The Haven", {}, 1)});
}

std::string resolved(const std::string& text) {
  const KnowledgeGraph graph = people();
  const LazyGraph lazy(graph);
  const std::string id = graph[resolve_entity(graph, text)].id;
  CHECK(lazy.snapshot().ids[resolve_entity(lazy, text)] == id);
  return id;
}

template <typename Graph>
std::string refusal(const Graph& graph, const std::string& text) {
  try {
    resolve_entity(graph, text);
  } catch (const Error& error) {
    CHECK(error.fault() == Fault::Usage);
    return error.what();
  } catch (const NotFound& not_found) {
    return "not found: " + not_found.message;
  }
  return "resolved";
}

std::string refusal(const std::string& text) {
  const KnowledgeGraph graph = people();
  const std::string refused = refusal(graph, text);
  CHECK(refusal(LazyGraph(graph), text) == refused);
  return refused;
}

}  // namespace

TEST_CASE("a name resolves without regard to case, diacritics, hyphens and titles") {
  for (const char* text :
       {"Đặng Văn Lực", "dang van luc", "DANG VAN LUC", "Dang-Van  Luc", "President Dang Van Luc",
        "Prime Minister Đặng Văn Lực", "Mr. Luc", "luc", "person:dang-van-luc"}) {
    CAPTURE(text);
    CHECK(resolved(text) == "person:dang-van-luc");
  }
  CHECK(resolved("haven") == "place:the-haven");
  CHECK(resolved("the Harbour Bank") == "organization:harbour-bank");
  CHECK(resolved("hb") == "organization:harbour-bank");
}

TEST_CASE("a part of a name resolves where only one entity has it") {
  CHECK(resolved("Van Luc") == "person:dang-van-luc");
  CHECK(resolved("Court") == "organization:harbour-court");
  CHECK(refusal("ind") == "not found: no entity is called \"ind\"");  // whole words only
}

TEST_CASE("an ambiguous name lists its candidates, the most mentioned first") {
  CHECK(refusal("Lindqvist") ==
        "\"Lindqvist\" may be any of 2; say which by more of the name or by the id:\n"
        "  1. Olaf Lindqvist (person, 1 article)  person:olaf-lindqvist\n"
        "  2. Mara Lindqvist (person, 1 article)  person:mara-lindqvist");
  CHECK(refusal("harbour").find("may be any of 2") != std::string::npos);
}

TEST_CASE("an unknown name is answered with the nearest ones") {
  CHECK(refusal("Mara Lindquist") ==
        "not found: no entity is called \"Mara Lindquist\"; did you mean \"Mara Lindqvist\"?");
  CHECK(refusal("Lindqvits") ==
        "not found: no entity is called \"Lindqvits\"; did you mean \"Olaf "
        "Lindqvist\" or \"Mara Lindqvist\"?");
  CHECK(refusal("Zanzibar") == "not found: no entity is called \"Zanzibar\"");
  CHECK(refusal("") == "not found: no entity is called \"\"");
  CHECK(refusal("\x1b[2J!").find('\x1b') == std::string::npos);
}

TEST_CASE("entities are found best match first, then by mentions") {
  const KnowledgeGraph graph = people();
  const LazyGraph lazy(graph);
  std::vector<std::string> ids, lazy_ids;
  for (const auto v : find_entities(graph, "harbour")) ids.push_back(graph[v].id);
  for (const auto v : find_entities(lazy, "harbour")) {
    lazy_ids.emplace_back(lazy.snapshot().ids[v]);
  }
  CHECK(lazy_ids == ids);
  CHECK(ids == std::vector<std::string>{"organization:harbour-court", "organization:harbour-bank"});
  CHECK(find_entities(graph, "?!").empty());
  CHECK(find_entities(graph, "nobody").empty());
  CHECK(find_entities(lazy, "?!").empty());
  CHECK(find_entities(lazy, "nobody").empty());
}
