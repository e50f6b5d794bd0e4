#include "query/similar.h"

#include "tests/catch.h"
#include "tests/support/build.h"

using namespace entente;
using namespace entente::test;

namespace {

Entity named(const std::string& id, const std::string& name, std::uint32_t mentions = 1,
             std::vector<std::string> articles = {}) {
  Entity made = entity(id);
  made.name = name;
  made.mentions = mentions;
  made.articles = articles.empty() ? std::vector<std::string>{id} : std::move(articles);
  return made;
}

// "reason: name, other"
std::vector<std::string> pairs(const KnowledgeGraph& graph) {
  std::vector<std::string> all;
  for (const SimilarPair& pair : similar_entities(graph, std::nullopt, {})) {
    all.push_back(pair.reason + ": " + graph[pair.a].name + ", " + graph[pair.b].name);
  }
  return all;
}

std::vector<std::string> pairs_of(const std::string& type, const std::string& one,
                                  const std::string& other) {
  return pairs(graph_of({}, {named(type + ":1", one, 2), named(type + ":2", other)}));
}

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("names that differ as one name differs are listed with what speaks for it") {
  struct Case {
    std::string type, one, other, reason;
  };
  const std::vector<Case> cases = {
      {"person", "Wu Li", "Wu Li", "same name"},
      {"person", "Nguyễn Văn An", "Nguyen Van An", "same name"},
      {"person", "Kim Sun Ok", "Sun Ok Kim", "word order"},
      {"person", "Anna Keller", "A. Keller", "initial"},
      {"person", "Anna Keller", "Anna Maria Keller", "middle name"},
      {"person", "Anna Keller", "Anna Kellner", "spelling"},
      {"person", "Anna Keller", "Anna Kelller", "spelling"},
      {"person", "Keller", "Anna Keller", "family name"},
      {"organization", "Ministry of Finance", "Finance Ministry", "word order"},
      {"organization", "World Water Union", "WWU", "acronym"},
      {"organization", "Union of River States", "URS", "acronym"},
      {"organization", "Union of River States", "UORS", "acronym"},
      {"place", "Lindenburg", "Lindenberg", "spelling"},
  };
  for (const Case& each : cases) {
    CAPTURE(each.one, each.other);
    CHECK(pairs_of(each.type, each.one, each.other) ==
          Strings{each.reason + ": " + each.one + ", " + each.other});
  }
}

TEST_CASE("names that are two are not listed") {
  struct Case {
    std::string type, one, other;
  };
  const std::vector<Case> cases = {
      {"person", "Anna Keller", "Bert Keller"},
      {"person", "Anna Keller", "B. Keller"},
      {"person", "Wu Li", "Wu Lin"},
      {"event", "Summit 2023", "Summit 2024"},
      {"country", "Borea", "Boreas"},
      {"agreement", "trade agreement", "trade agreement"},
      {"organization", "National Bank", "NBC"},
      {"person", "AK", "Anna Keller"},
      {"organization", "Union States", "US"},
      {"place", "Samora", "Samor"},
      {"person", "Anna Keller", "Anna Maria Eva Keller"},
  };
  for (const Case& each : cases) {
    CAPTURE(each.one, each.other);
    CHECK(pairs_of(each.type, each.one, each.other) == Strings{});
  }
  CHECK(pairs(graph_of({},
                       {named("person:1", "Keller Bank"), named("organization:1", "Keller Bank")}))
            .empty());
  CHECK(
      pairs(graph_of({}, {named("party:1", "Green Union"), named("organization:1", "Green Union")}))
          .size() == 1);
}

TEST_CASE("a name that is short for both tells nothing, one that is short for one does") {
  Entity alban = named("organization:1", "Alban Parliament");
  Entity borean = named("organization:2", "Parliament of Borea");
  alban.aliases = borean.aliases = {"Parliament"};
  CHECK(pairs(graph_of({}, {alban, borean})).empty());
  CHECK(pairs(graph_of({}, {alban, named("organization:3", "Parliament")})) ==
        Strings{"same name: Alban Parliament, Parliament"});
}

TEST_CASE(
    "a single name is listed with those who serve the same, or with the only one of the name") {
  const std::vector<Entity> people = {named("person:1", "Keller"), named("person:2", "Anna Keller"),
                                      named("person:3", "Bert Keller")};
  CHECK(pairs(graph_of({}, people)).empty());
  CHECK(pairs(graph_of({fact("person:1", "holds-position", "country:alba"),
                        fact("person:3", "member-of", "country:alba")},
                       people)) == Strings{"family name: Keller, Bert Keller"});
  // The only one of the name, but of another country.
  CHECK(pairs(graph_of({fact("person:1", "holds-position", "country:alba"),
                        fact("person:2", "holds-position", "country:borea")},
                       {people[0], people[1]}))
            .empty());
}

TEST_CASE("likeliest come first, and those last that an article keeps apart") {
  const KnowledgeGraph graph =
      graph_of({}, {named("person:1", "Anna Keller", 5), named("person:2", "A. Keller", 9),
                    named("person:3", "Wu Li", 1, {"x"}), named("person:4", "Wu Li", 1, {"x"}),
                    named("person:5", "Ina Sand"), named("person:6", "Sand Ina")});
  CHECK(pairs(graph) == Strings{"word order: Ina Sand, Sand Ina", "initial: A. Keller, Anna Keller",
                                "same name: Wu Li, Wu Li"});
  const auto all = similar_entities(graph, std::nullopt, {});
  CHECK(all.back().together == 1);
  const auto of_one = similar_entities(graph, graph.find("person:1"), {});
  REQUIRE(of_one.size() == 1);
  CHECK(of_one[0].reason == "initial");
  CHECK(similar_entities(graph, std::nullopt, {}, {{"person:1", "person:2"}}).size() == 2);
  Filter places;
  places.types = {"place"};
  CHECK(similar_entities(graph, std::nullopt, places).empty());
  CHECK(similar_table(graph, all).rows.size() == 3);
}

TEST_CASE("the work is near linear in the number of names") {
  // All of one family, many of one initial: keys that everyone shares say nothing.
  std::vector<Entity> people;
  for (std::size_t i = 0; i < 20000; ++i) {
    std::string given = "A";
    for (std::size_t rest = i; rest > 0; rest /= 26) given += static_cast<char>('a' + rest % 26);
    people.push_back(named("person:" + std::to_string(i), given + " Keller"));
  }
  const KnowledgeGraph graph = graph_of({}, people);
  const auto found = similar_entities(graph, std::nullopt, {});
  CHECK(found.size() < 40 * people.size());
}
