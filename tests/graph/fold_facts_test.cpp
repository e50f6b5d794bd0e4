#include "graph/fold_facts.h"

#include <algorithm>

#include "tests/catch.h"
#include "tests/graph/corpus.h"
#include "tests/support/build.h"

using namespace entente;

namespace {

// One article's word: "b.txt:2024-05" is b.txt with a date, "a.txt:" one without.
Fact said(const std::string& where, const std::string& relation = "visited") {
  const std::size_t colon = where.find(':');
  Fact fact = test::fact("person:ann", relation, "person:bob", where.substr(colon + 1));
  fact.evidence = {test::evidence(where.substr(0, colon), "Said of " + where)};
  return fact;
}

std::vector<Fact> fold(std::vector<Fact> facts) {
  return fold_facts(std::move(facts), test::ontology());
}

// Each fact as "date:articles", sorted: "2024-05-07:a.txt,b.txt -:c.txt".
std::string dates_of(const std::vector<Fact>& facts) {
  std::vector<std::string> lines;
  for (const Fact& fact : facts) {
    std::string line = (fact.when ? to_iso(*fact.when) : "-") + ':';
    for (const Evidence& evidence : fact.evidence) {
      line += (line.back() == ':' ? "" : ",") + evidence.article;
    }
    lines.push_back(line);
  }
  std::sort(lines.begin(), lines.end());
  std::string text;
  for (const std::string& line : lines) text += (text.empty() ? "" : " ") + line;
  return text;
}

}  // namespace

TEST_CASE("occurrences are told apart by date") {
  struct Row {
    std::string what;
    std::vector<std::string> said;
    std::string facts;
  };
  const std::vector<Row> rows = {
      {"equal dates", {"a:2024-05-07", "b:2024-05-07"}, "2024-05-07:a,b"},
      {"different dates", {"a:2024-05-07", "b:2024-05-08"}, "2024-05-07:a 2024-05-08:b"},
      {"a month with one day of it", {"a:2024-05", "b:2024-05-08"}, "2024-05-08:a,b"},
      {"a month with two days of it",
       {"a:2024-05", "b:2024-05-08", "c:2024-05-09"},
       "2024-05-08:b 2024-05-09:c 2024-05:a"},
      {"a month with one day twice",
       {"a:2024-05", "b:2024-05-08", "c:2024-05-08"},
       "2024-05-08:a,b,c"},
      {"a year, a month and a day in each other",
       {"a:2024", "b:2024-05", "c:2024-05-08"},
       "2024-05-08:a,b,c"},
      {"a year with two months",
       {"a:2024", "b:2024-05", "c:2024-06"},
       "2024-05:b 2024-06:c 2024:a"},
      {"a month outside the year", {"a:2023", "b:2024-05"}, "2023:a 2024-05:b"},
      {"ranges that overlap only in part",
       {"a:2024-05-01/2024-05-03", "b:2024-05-02/2024-05-04"},
       "2024-05-01/2024-05-03:a 2024-05-02/2024-05-04:b"},
      {"undated beside one dated of the same article", {"a:2024-05-07", "a:"}, "2024-05-07:a,a"},
      {"undated beside two dated of the same article",
       {"a:2024-05-07", "a:2024-05-09", "a:"},
       "-:a 2024-05-07:a 2024-05-09:a"},
      {"undated beside two dates of the same article that are one",
       {"a:2024-05-07", "a:2024-05", "a:"},
       "2024-05-07:a,a,a"},
      {"undated beside a date of another article", {"a:2024-05-07", "b:"}, "-:b 2024-05-07:a"},
      {"all undated", {"a:", "b:"}, "-:a,b"},
  };
  for (const Row& row : rows) {
    DYNAMIC_SECTION(row.what) {
      std::vector<Fact> facts;
      for (const std::string& where : row.said) facts.push_back(said(where));
      CHECK(dates_of(fold(facts)) == row.facts);
      std::reverse(facts.begin(), facts.end());
      CHECK(dates_of(fold(facts)) == row.facts);
    }
  }
}

TEST_CASE("a date told less exactly is another occurrence where the town is another") {
  Fact day = said("a:2024-05-07");
  Fact month = said("b:2024-05");
  day.qualifiers["place"] = "place:port";
  month.qualifiers["place"] = "place:hill";
  CHECK(dates_of(fold({day, month})) == "2024-05-07:a 2024-05:b");
  month.qualifiers["place"] = "country:land";
  CHECK(dates_of(fold({day, month})) == "2024-05-07:a,b");
}

TEST_CASE("a state is one fact, dated only when all dates agree") {
  const auto state = [](std::vector<std::string> places) {
    std::vector<Fact> facts;
    for (const std::string& place : places) facts.push_back(said(place, "holds-position"));
    return dates_of(fold(facts));
  };
  CHECK(state({"a:2024-05", "b:2024-05", "c:"}) == "2024-05:a,b,c");
  CHECK(state({"a:2024-05", "b:2024-06"}) == "-:a,b");
  CHECK(state({"a:", "b:"}) == "-:a,b");
}

TEST_CASE("what is declared is declared anew on another day") {
  CHECK(dates_of(fold({said("a:2024-05", "supports"), said("b:2024-06", "supports"),
                       said("c:", "supports"), said("d:2024-05", "supports")})) ==
        "-:c 2024-05:a,d 2024-06:b");
}

TEST_CASE("offices with different titles are different facts, however the title is written") {
  std::vector<Fact> facts = {said("a:", "holds-position"), said("b:", "holds-position"),
                             said("c:", "holds-position")};
  facts[0].qualifiers["title"] = "Prime Minister";
  facts[1].qualifiers["title"] = "prime minister";
  facts[2].qualifiers["title"] = "envoy";
  const std::vector<Fact> folded = fold(facts);
  REQUIRE(folded.size() == 2);
  CHECK(dates_of(folded) == "-:a,b -:c");
  CHECK(folded[0].id != folded[1].id);
}

TEST_CASE("a fact and its denial are two") {
  Fact denied = said("b:");
  denied.status = Status::Denied;
  CHECK(fold({said("a:"), denied}).size() == 2);
}

TEST_CASE("a symmetric relation has the smaller id first, and its evidence turned with it") {
  Fact fact = said("a:", "met-with");
  std::swap(fact.subject, fact.object);
  fact.evidence[0].subject = {1, 2};
  fact.evidence[0].object = {3, 4};
  const std::vector<Fact> folded = fold({fact, said("b:", "met-with")});
  REQUIRE(folded.size() == 1);
  CHECK(folded[0].subject == "person:ann");
  CHECK(folded[0].object == "person:bob");
  CHECK(folded[0].evidence[0].subject == Span{3, 4});
  CHECK(folded[0].evidence[0].object == Span{1, 2});
}

TEST_CASE("a visit is not turned around") {
  Fact back = said("b:");
  std::swap(back.subject, back.object);
  CHECK(fold({said("a:"), back}).size() == 2);
}

TEST_CASE("a fact of one entity with itself is dropped") {
  Fact fact = said("a:");
  fact.object = fact.subject;
  CHECK(fold({fact}).empty());
}

TEST_CASE("a sentence that one article says twice is one piece of evidence") {
  Fact first = said("a:");
  Fact again = said("a:");
  first.evidence = {test::evidence("a", "They met.", 10)};
  again.evidence = {test::evidence("a", "They met.", 90)};
  Fact other = said("b:");
  other.evidence = {test::evidence("b", "They met.", 10)};
  std::vector<Fact> folded = fold({again, other, first});
  REQUIRE(folded.size() == 1);
  drop_repeats(folded);
  REQUIRE(folded[0].evidence.size() == 2);
  CHECK(folded[0].evidence[0].sentence.begin == 10);
  CHECK(sources(folded[0]) == 2);
}

TEST_CASE("the first evidence that has a qualifier gives it") {
  Fact first = said("a:");
  Fact second = said("b:");
  Fact third = said("c:");
  second.qualifiers["topic"] = "trade";
  third.qualifiers["topic"] = "fish";
  third.qualifiers["place"] = "place:alba";
  const std::vector<Fact> folded = fold({third, second, first});
  REQUIRE(folded.size() == 1);
  CHECK(folded[0].qualifiers ==
        std::map<std::string, std::string>{{"place", "place:alba"}, {"topic", "trade"}});
}

TEST_CASE("a fact's id is a stable hash of what it says") {
  const std::vector<Fact> folded = fold({said("a:2024-05-07")});
  REQUIRE(folded.size() == 1);
  CHECK(folded[0].id == "fa5ab90cc85b9");
  CHECK(fold({said("b:2024-05-07"), said("c:2024")})[0].id == folded[0].id);
  CHECK(fold({said("a:2024-05-08")})[0].id != folded[0].id);
}
