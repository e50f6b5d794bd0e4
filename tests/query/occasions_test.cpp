#include "query/occasions.h"

#include "query/facts.h"
#include "query/questions.h"
#include "tests/catch.h"
#include "tests/query/asked.h"
#include "tests/support/build.h"

using namespace entente;
using namespace entente::test;

namespace {

// Makes `facts` the event `id`.
Event event(const std::string& id, std::vector<Fact*> facts, const std::string& subject,
            const std::string& object) {
  Event made;
  made.id = id;
  made.kind = "meeting";
  made.status = facts.front()->status;
  made.when = facts.front()->when;
  for (Fact* fact : facts) {
    fact->event = id;
    made.facts.push_back(fact->id);
    if (fact->status != made.status) continue;
    made.participants.push_back({fact->subject, subject});
    made.participants.push_back({fact->object, object});
  }
  std::sort(made.facts.begin(), made.facts.end());
  std::sort(made.participants.begin(), made.participants.end());
  made.participants.erase(std::unique(made.participants.begin(), made.participants.end()),
                          made.participants.end());
  made.articles = {"a.txt"};
  made.sources = 1;
  return made;
}

struct Meetings {
  std::vector<Fact> facts;
  std::vector<Event> events;

  KnowledgeGraph graph() {
    KnowledgeGraph made = graph_of(facts);
    made.events = events;
    std::sort(made.events.begin(), made.events.end(),
              [](const Event& a, const Event& b) { return a.id < b.id; });
    return made;
  }
};

// Ann and Dan met Bo and Cy; in order of id the pairs are ann-bo, ann-cy, bo-dan, cy-dan.
Meetings four() {
  Meetings made;
  made.facts = {fact("person:ann", "met-with", "person:bo", "2023-05-02"),
                fact("person:ann", "met-with", "person:cy", "2023-05-02"),
                fact("person:bo", "met-with", "person:dan", "2023-05-02"),
                fact("person:cy", "met-with", "person:dan", "2023-05-02"),
                fact("person:ann", "praised", "person:bo", "2022")};
  made.events = {event("event:m", {&made.facts[0], &made.facts[1], &made.facts[2], &made.facts[3]},
                       "participant", "participant")};
  return made;
}

// "2023-05-02 ann and dan | bo and cy"
std::vector<std::string> told(const Table& table) {
  std::vector<std::string> lines;
  for (const auto& row : table.rows) {
    const auto* date = std::get_if<std::string>(&row[0]);
    lines.push_back((date != nullptr ? *date : "-") + ' ' + std::get<std::string>(row[1]) + " | " +
                    std::get<std::string>(row[3]));
  }
  return lines;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("a timeline tells an event once, with all who were there on their sides") {
  const KnowledgeGraph graph = four().graph();
  CHECK(told(timeline(graph, std::nullopt, {})) ==
        Lines{"2022 ann | bo", "2023-05-02 ann and dan | bo and cy"});
  // Whoever is asked for, the others are told too.
  CHECK(told(timeline(graph, graph.find("person:dan"), {})) ==
        Lines{"2023-05-02 ann and dan | bo and cy"});
  Filter none;
  none.since = parse_iso("2024")->first;
  CHECK(timeline(graph, std::nullopt, none).rows.empty());
}

TEST_CASE("where all met all, one stands against the others") {
  Meetings made;
  made.facts = {fact("person:ann", "met-with", "person:bo"),
                fact("person:ann", "met-with", "person:cy"),
                fact("person:bo", "met-with", "person:cy")};
  made.events = {event("event:m", {&made.facts[0], &made.facts[1], &made.facts[2]}, "participant",
                       "participant")};
  CHECK(told(timeline(made.graph(), std::nullopt, {})) == Lines{"- ann | bo and cy"});
}

TEST_CASE("ends with roles are never turned around, and other roles are told as details") {
  Meetings made;
  made.facts = {fact("person:ann", "signed", "agreement:pact", "2023"),
                fact("person:bo", "signed", "agreement:pact", "2023"),
                fact("person:cy", "witnessed-signing", "agreement:pact", "2023")};
  Event signing = event("event:s", {&made.facts[0], &made.facts[1]}, "signatory", "agreement");
  made.facts[2].event = "event:s";
  signing.facts.push_back(made.facts[2].id);
  signing.participants.push_back({"person:cy", "witness"});
  made.events = {signing};
  const KnowledgeGraph graph = made.graph();
  const Table table = timeline(graph, std::nullopt, {});
  CHECK(told(table) == Lines{"2023 ann and bo | pact"});
  CHECK(std::get<Lines>(table.rows[0][4]) == Lines{"witness: cy"});
  // Asked for the witness, the event is told from his fact.
  CHECK(told(timeline(graph, graph.find("person:cy"), {})) == Lines{"2023 cy | pact"});
}

TEST_CASE("meetings are counted by occasion") {
  Meetings made;
  made.facts = {
      fact("person:ann", "met-with", "person:bo", "2023-05-02", Status::Happened),
      fact("person:ann", "met-with", "person:bo", "2023-05-02/2023-05-03", Status::Planned),
      fact("person:ann", "met-with", "person:bo", "2021")};
  made.events = {event("event:m", {&made.facts[0], &made.facts[1]}, "participant", "participant"),
                 event("event:n", {&made.facts[2]}, "participant", "participant")};
  const KnowledgeGraph graph = made.graph();
  Filter all;
  all.status.reset();
  const auto ann = *graph.find("person:ann");
  const Table who = met(graph, ann, std::nullopt, all);
  REQUIRE(who.rows.size() == 1);
  CHECK(std::get<std::int64_t>(who.rows[0][2]) == 2);
  CHECK(told(met(graph, ann, graph.find("person:bo"), all)) ==
        Lines{"2021 ann | bo", "2023-05-02 ann | bo"});
  Filter planned;
  planned.status = Status::Planned;
  CHECK(told(met(graph, ann, graph.find("person:bo"), planned)) ==
        Lines{"2023-05-02/2023-05-03 ann | bo"});
}

TEST_CASE("an event passes a filter by its own status, date and sources and by one of its facts") {
  const KnowledgeGraph graph = four().graph();
  const auto count = [&](auto set) {
    Filter filter;
    set(filter);
    return events_in_time(graph, filter).size();
  };
  CHECK(count([](Filter&) {}) == 1);
  CHECK(count([](Filter& f) { f.status = Status::Planned; }) == 0);
  CHECK(count([](Filter& f) { f.min_sources = 2; }) == 0);
  CHECK(count([](Filter& f) { f.relations = {"met-with"}; }) == 1);
  CHECK(count([](Filter& f) { f.relations = {"visited"}; }) == 0);
  CHECK(count([](Filter& f) { f.types = {"person"}; }) == 1);
  CHECK(count([](Filter& f) { f.types = {"country"}; }) == 0);
  CHECK(count([](Filter& f) { f.until = parse_iso("2023-05-01")->last; }) == 0);
  CHECK(count([](Filter& f) { f.since = parse_iso("2023-05-02")->first; }) == 1);
}

TEST_CASE("what contradicts an event is told with its articles") {
  Meetings made;
  made.facts = {fact("person:ann", "met-with", "person:bo", "2023-05-02"),
                fact("person:ann", "met-with", "person:bo", "2023-05-03"),
                fact("person:ann", "met-with", "person:bo", "", Status::Denied)};
  made.events = {event("event:m", {&made.facts[0]}, "participant", "participant"),
                 event("event:n", {&made.facts[1]}, "participant", "participant"),
                 event("event:o", {&made.facts[2]}, "participant", "participant")};
  made.events[0].conflicts = {"event:n", "event:o"};
  made.events[1].conflicts = {"event:m"};
  made.events[2].conflicts = {"event:m"};
  made.events[1].articles = {"b.txt", "c.txt"};
  const KnowledgeGraph graph = made.graph();
  CHECK(other_words(graph, graph.events[0]) ==
        Lines{"3 May 2023 (b.txt, c.txt)", "that it was not so (a.txt)"});
  CHECK(other_words(graph, graph.events[2]) == Lines{"that it was so, 2 May 2023 (a.txt)"});
}

TEST_CASE("names stand in a row") {
  CHECK(in_a_row({}).empty());
  CHECK(in_a_row({"A"}) == "A");
  CHECK(in_a_row({"A", "B"}) == "A and B");
  CHECK(in_a_row({"A", "B", "C"}) == "A, B and C");
}
