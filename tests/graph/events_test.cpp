#include "graph/events.h"

#include <algorithm>

#include "graph/fold_facts.h"
#include "tests/catch.h"
#include "tests/graph/corpus.h"
#include "tests/support/build.h"

using namespace entente;

namespace {

// "a1: ann met bob 2024-05-07": sentence 1 of article a. Sentences of one number share a trigger.
// After the date a place ("@port", "@country:land") and a status may follow.
Fact said(const std::string& line) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t end = std::min(line.find(' ', at), line.size());
    words.push_back(line.substr(at, end - at));
    at = end + 1;
  }
  const auto id = [](const std::string& name) {
    return name.find(':') == std::string::npos ? "person:" + name : name;
  };
  Fact fact = test::fact(id(words[1]), words[2] == "met" ? "met-with" : words[2], id(words[3]));
  for (std::size_t i = 4; i < words.size(); ++i) {
    if (words[i][0] == '@') {
      const std::string place = words[i].substr(1);
      fact.qualifiers["place"] = place.find(':') == std::string::npos ? "place:" + place : place;
    } else if (const auto status = parse_status(words[i])) {
      fact.status = *status;
    } else {
      fact.when = parse_iso(words[i]);
    }
  }
  const std::uint32_t sentence = static_cast<std::uint32_t>(words[0][1] - '0') * 100;
  fact.evidence = {test::evidence(words[0].substr(0, 1), "Sentence " + words[0], sentence)};
  return fact;
}

Ontology ontology() {
  Ontology made = test::ontology();
  Relation visited = *made.relation("visited");
  for (const char* name : {"signed", "witnessed-signing"}) {
    Relation relation = visited;
    relation.name = name;
    relation.objects = {"agreement"};
    relation.occasion = Occasion{"signing", name, "agreement", true};
    made.relations.push_back(relation);
  }
  std::ranges::sort(made.relations, {}, &Relation::name);
  return made;
}

struct Told {
  std::vector<Fact> facts;
  std::vector<Event> events;
};

Told told(const std::vector<std::string>& lines) {
  std::vector<Fact> facts;
  for (const std::string& line : lines) facts.push_back(said(line));
  Told all{fold_facts(facts, ontology()), {}};
  all.events = find_events(all.facts, ontology());
  for (const Fact& fact : all.facts) {
    const Event* event = nullptr;
    for (const Event& each : all.events) {
      if (each.id == fact.event) event = &each;
    }
    if (ontology().relation(fact.relation)->occasion) {
      REQUIRE(event != nullptr);
      CHECK(std::ranges::count(event->facts, fact.id) == 1);
    } else {
      CHECK(fact.event.empty());
    }
  }
  return all;
}

// Each event as "kind date status place: participants | articles", sorted.
std::vector<std::string> lines_of(const std::vector<Event>& events) {
  std::vector<std::string> lines;
  for (const Event& event : events) {
    std::string line = event.kind + ' ' + (event.when ? to_iso(*event.when) : "-");
    if (event.status != Status::Happened) line += ' ' + std::string(to_string(event.status));
    if (!event.place.empty()) line += " @" + event.place;
    line += ':';
    for (const Participant& one : event.participants) {
      line += ' ' + one.entity.substr(one.entity.find(':') + 1);
    }
    line += " |";
    for (const std::string& article : event.articles) line += ' ' + article;
    lines.push_back(line);
  }
  std::ranges::sort(lines);
  return lines;
}

using Lines = std::vector<std::string>;

// In both orders.
Lines events_of(Lines said) {
  const Lines lines = lines_of(told(said).events);
  std::ranges::reverse(said);
  CHECK(lines_of(told(said).events) == lines);
  return lines;
}

// How many events contradict another one.
std::size_t conflicts_of(const Lines& said) {
  std::size_t count = 0;
  for (const Event& event : told(said).events) count += event.conflicts.empty() ? 0 : 1;
  return count;
}

}  // namespace

TEST_CASE("what one sentence tells of is one event") {
  CHECK(events_of({"a1: ann met dan 2024-05-07", "a1: bob met dan 2024-05-07",
                   "a1: cy met dan 2024-05-07"}) ==
        Lines{"meeting 2024-05-07: ann bob cy dan | a"});
  CHECK(events_of({"a1: ann met dan", "a1: bob met dan"}) == Lines{"meeting -: ann bob dan | a"});
  CHECK(events_of({"a1: ann met dan", "a2: bob met dan"}) ==
        Lines{"meeting -: ann dan | a", "meeting -: bob dan | a"});
}

TEST_CASE("a pair that two words of a sentence bring together ties those words to one event") {
  std::vector<Fact> facts;
  for (const char* line : {"a1: ann met dan 2024-05-07", "a1: bob met dan 2024-05-07",
                           "a2: ann met dan 2024-05-07", "a2: ann met eve 2024-05-07"}) {
    facts.push_back(said(line));
    facts.back().evidence[0].quote = "One sentence.";
    facts.back().evidence[0].sentence = {0, 900};
  }
  facts = fold_facts(facts, ontology());
  CHECK(lines_of(find_events(facts, ontology())) ==
        Lines{"meeting 2024-05-07: ann bob dan eve | a"});
}

TEST_CASE("a meeting and a visit in one sentence are two events") {
  CHECK(events_of({"a1: ann met dan 2024-05-07", "a1: ann visited country:land 2024-05-07"}) ==
        Lines{"meeting 2024-05-07: ann dan | a", "visit 2024-05-07 @country:land: land ann | a"});
}

TEST_CASE("visits to two countries are two, a visit to a town is one to its country") {
  CHECK(
      events_of({"a1: ann visited country:land 2024-05", "a1: ann visited country:sea 2024-05"}) ==
      Lines{"visit 2024-05 @country:land: land ann | a",
            "visit 2024-05 @country:sea: sea ann | a"});
  CHECK(events_of({"a1: ann visited country:land 2024-05", "a1: ann visited place:port 2024-05"}) ==
        Lines{"visit 2024-05 @place:port: land ann port | a"});
}

TEST_CASE("articles that share a pair and a date tell of one event") {
  CHECK(events_of({"a1: ann met dan 2024-05-07 @port", "a1: bob met dan 2024-05-07 @port",
                   "b1: bob met dan 2024-05-07", "b1: bob met eve 2024-05-07"}) ==
        Lines{"meeting 2024-05-07 @place:port: ann bob dan eve | a b"});
  // The day from one article, who was there from the other.
  CHECK(events_of(
            {"a1: ann met dan 2024-05", "a1: bob met dan 2024-05", "b1: ann met dan 2024-05-07"}) ==
        Lines{"meeting 2024-05-07: ann bob dan | a b"});
}

TEST_CASE("articles that share a pair and no day may tell of several occasions") {
  CHECK(events_of({"a1: ann met dan", "a1: bob met dan", "b1: bob met dan", "b1: bob met eve"}) ==
        Lines{"meeting -: ann bob dan | a b", "meeting -: bob eve | b"});
  CHECK(events_of({"a1: ann met dan 2024", "a1: bob met dan 2024", "b1: bob met dan 2024",
                   "b1: bob met eve 2024"}) ==
        Lines{"meeting 2024: ann bob dan | a b", "meeting 2024: bob eve | b"});
}

TEST_CASE("two places of one kind are two events") {
  CHECK(events_of({"a1: ann met dan 2024-05-07 @port", "a1: bob met dan 2024-05-07 @hill"}) ==
        Lines{"meeting 2024-05-07 @place:hill: bob dan | a",
              "meeting 2024-05-07 @place:port: ann dan | a"});
  CHECK(events_of({"a1: ann met dan 2024-05-07 @port", "b1: ann met dan 2024-05 @hill"}) ==
        Lines{"meeting 2024-05 @place:hill: ann dan | b",
              "meeting 2024-05-07 @place:port: ann dan | a"});
  CHECK(events_of({"a1: ann met dan 2024-05-07 @port", "b1: ann met dan 2024-05 @country:land"}) ==
        Lines{"meeting 2024-05-07 @place:port: ann dan | a b"});
}

TEST_CASE("all that is told of one agreement on one day is one signing") {
  CHECK(events_of({"a1: ann signed agreement:pact 2024-05-07",
                   "b1: bob signed agreement:pact 2024-05-07",
                   "b2: cy witnessed-signing agreement:pact 2024-05-07"}) ==
        Lines{"signing 2024-05-07: pact ann bob cy | a b"});
  CHECK(events_of({"a1: ann signed agreement:pact 2024-05-07",
                   "b1: bob signed agreement:pact 2024-06-09", "c1: cy signed agreement:pact"}) ==
        Lines{"signing -: pact cy | c", "signing 2024-05-07: pact ann | a",
              "signing 2024-06-09: pact bob | b"});
}

TEST_CASE("roles say who was what") {
  const Told visit = told({"a1: ann visited country:land 2024-05-07"});
  REQUIRE(visit.events.size() == 1);
  CHECK(visit.events[0].participants ==
        std::vector<Participant>{{"country:land", "destination"}, {"person:ann", "visitor"}});
}

TEST_CASE("what was planned is the event that then happened") {
  CHECK(events_of({"a1: ann met dan 2024-05-07 planned", "a1: bob met dan 2024-05-07 planned",
                   "b1: ann met dan 2024-05-07"}) == Lines{"meeting 2024-05-07: ann dan | a b"});
  CHECK(events_of({"a1: ann met dan 2024-05 planned", "b1: ann met dan 2024-05-07"}) ==
        Lines{"meeting 2024-05 planned: ann dan | a", "meeting 2024-05-07: ann dan | b"});
  CHECK(events_of({"a1: ann met dan 2024-05-07 planned", "b1: ann met dan 2024-05-09"}).size() ==
        2);
  CHECK(conflicts_of({"a1: ann met dan 2024-05-07 planned", "b1: ann met dan 2024-05-09"}) == 0);
}

TEST_CASE("sources are texts that say so") {
  std::vector<Fact> facts;
  for (const char* line : {"a1: ann met dan 2024-05-07", "b1: ann met dan 2024-05-07",
                           "c1: ann met dan 2024-05-07", "d1: ann met dan 2024-05-07 planned"}) {
    facts.push_back(said(line));
  }
  facts[1].evidence[0].copy_of = "a";
  facts = fold_facts(facts, ontology());
  const std::vector<Event> events = find_events(facts, ontology());
  REQUIRE(events.size() == 1);
  CHECK(events[0].sources == 2);
  CHECK(events[0].articles == std::vector<std::string>{"a", "b", "c", "d"});
  CHECK(events[0].facts.size() == 2);
}

TEST_CASE("two dates for one occasion stand side by side") {
  struct Row {
    std::string what;
    Lines said;
    std::size_t conflicts;
  };
  const std::vector<Row> rows = {
      {"a day apart", {"a1: ann met dan 2024-05-07", "b1: ann met dan 2024-05-08"}, 2},
      {"a week apart", {"a1: ann met dan 2024-05-07", "b1: ann met dan 2024-05-14"}, 0},
      {"one within the other",
       {"a1: ann visited country:land 2024-05-07/2024-05-09",
        "b1: ann visited country:land 2024-05-08"},
       0},
      {"overlapping",
       {"a1: ann visited country:land 2024-05-07/2024-05-09",
        "b1: ann visited country:land 2024-05-08/2024-05-10"},
       2},
      {"both told by one article", {"a1: ann met dan 2024-05-07", "a2: ann met dan 2024-05-08"}, 0},
      {"one article tells both",
       {"a1: ann met dan 2024-05-07", "b1: ann met dan 2024-05-08", "b2: ann met dan 2024-05-07"},
       0},
      {"others were there", {"a1: ann met dan 2024-05-07", "b1: ann met bob 2024-05-08"}, 0},
      {"a visit and a meeting",
       {"a1: ann met dan 2024-05-07", "b1: ann visited country:land 2024-05-08"},
       0},
      {"no date", {"a1: ann met dan 2024-05-07", "b1: ann met dan"}, 0},
      {"denied", {"a1: ann met dan 2024-05-07", "b1: ann met dan 2024-05-07 denied"}, 2},
      {"denied by one article", {"a1: ann met dan", "a2: ann met dan denied"}, 2},
      {"denied elsewhere, no date", {"a1: ann met dan", "b1: ann met dan denied"}, 0},
      {"denied in another year",
       {"a1: ann met dan 2024-05-07", "a2: ann met dan 2021-05-07 denied"},
       0},
      {"only supposed", {"a1: ann met dan", "a2: ann met dan hypothetical"}, 0},
  };
  for (const Row& row : rows) {
    DYNAMIC_SECTION(row.what) {
      CHECK(conflicts_of(row.said) == row.conflicts);
      Lines back = row.said;
      std::ranges::reverse(back);
      CHECK(conflicts_of(back) == row.conflicts);
    }
  }
}

TEST_CASE("a conflict is named at both events, and neither fact is lost") {
  const Told both = told({"a1: ann met dan 2024-05-07", "b1: ann met dan 2024-05-08"});
  CHECK(both.facts.size() == 2);
  REQUIRE(both.events.size() == 2);
  CHECK(both.events[0].conflicts == std::vector<std::string>{both.events[1].id});
  CHECK(both.events[1].conflicts == std::vector<std::string>{both.events[0].id});
}

TEST_CASE("an event's id tells its kind and date and is of what it is") {
  const auto id = [](const Lines& said) { return told(said).events.at(0).id; };
  const std::string one = id({"a1: ann met dan 2024-05-07"});
  CHECK(one.starts_with("event:meeting-2024-05-07-"));
  CHECK(one.size() == std::string("event:meeting-2024-05-07-").size() + 12);
  CHECK(id({"b3: ann met dan 2024-05-07", "c4: ann met dan 2024-05"}) == one);
  CHECK(id({"a1: ann met bob 2024-05-07"}) != one);
  CHECK(id({"a1: ann met dan"}).starts_with("event:meeting-undated-"));
  CHECK(id({"a1: ann visited place:port 2024-05-07/2024-05-09"})
            .starts_with("event:visit-2024-05-07--2024-05-09-"));
}

TEST_CASE("a state and a relation that is no occasion are of no event") {
  CHECK(told({"a1: ann holds-position country:land"}).events.empty());
  Fact unknown = said("a1: ann met dan");
  unknown.relation = "painted";
  std::vector<Fact> facts = fold_facts({unknown}, ontology());
  CHECK(find_events(facts, ontology()).empty());
}
