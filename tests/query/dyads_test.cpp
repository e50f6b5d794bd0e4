#include "query/dyads.h"

#include "tests/catch.h"
#include "tests/query/asked.h"
#include "tests/support/build.h"

using namespace entente;
using namespace entente::test;

namespace {

Ontology ontology() { return load_ontology(ENTENTE_DATA_DIR); }

// Every row as "month source target category relation events sources".
std::vector<std::string> rows(const Table& table) {
  std::vector<std::string> all;
  for (const auto& row : table.rows) {
    std::string text;
    for (std::size_t i = 0; i < 7; ++i) {
      if (const auto* words = std::get_if<std::string>(&row[i])) {
        text += *words;
      } else if (const auto* number = std::get_if<std::int64_t>(&row[i])) {
        text += std::to_string(*number);
      } else {
        text += '-';
      }
      text += i < 6 ? " " : "";
    }
    all.push_back(text);
  }
  return all;
}

using Strings = std::vector<std::string>;

KnowledgeGraph sample() {
  Fact twice = fact("country:austria", "criticized", "country:kenya", "2024-05-31");
  twice.evidence.push_back(evidence("b.txt", "again"));
  return graph_of({
      twice,
      fact("country:austria", "accused", "country:kenya", "2024-05-02"),
      fact("country:kenya", "rejected", "country:austria", "2024-06-01"),
      fact("anna-keller", "met-with", "marcus-hale", "2024-05-07"),
      fact("anna-keller", "met-with", "marcus-hale", "2024"),
      fact("anna-keller", "met-with", "marcus-hale"),
      fact("anna-keller", "met-with", "marcus-hale", "2024-05-30/2024-06-02"),
      fact("country:austria", "signed", "agreement:water-treaty", "2024-05-03"),
      fact("anna-keller", "holds-position", "country:austria"),
      fact("anna-keller", "met-with", "marcus-hale", "2025-01-01", Status::Planned),
  });
}

}  // namespace

TEST_CASE("events are counted per pair, month and category, and no month is made up") {
  const KnowledgeGraph graph = sample();
  const Table table = dyads(graph, ontology(), std::nullopt, std::nullopt, DyadCount::Category, {});
  CHECK(rows(table) == Strings{"2024 anna keller marcus hale CONSULT - 1 1",
                               "2024-05 anna keller marcus hale CONSULT - 1 1",
                               "2024-05 austria kenya ACCUSE - 2 2",
                               "2024-05-30/2024-06-02 anna keller marcus hale CONSULT - 1 1",
                               "2024-06 kenya austria REJECT - 1 1",
                               "- anna keller marcus hale CONSULT - 1 1"});
}

TEST_CASE("events are counted per relation, or all together") {
  const KnowledgeGraph graph = sample();
  Filter may;
  may.until = parse_iso("2024-05-29")->last;
  may.types = {"country"};
  CHECK(rows(dyads(graph, ontology(), std::nullopt, std::nullopt, DyadCount::Relation, may)) ==
        Strings{"2024-05 austria kenya ACCUSE accused 1 1"});
  CHECK(rows(dyads(graph, ontology(), graph.find("country:austria"), std::nullopt, DyadCount::Pair,
                   {})) ==
        Strings{"2024-05 austria kenya - - 2 2", "2024-06 kenya austria - - 1 1"});
}

TEST_CASE("what two facts tell of one event counts once, and so do two prints of one text") {
  Fact called = fact("anna-keller", "spoke-with", "marcus-hale", "2024-05-07");
  Fact met = fact("anna-keller", "met-with", "marcus-hale", "2024-05-07");
  called.event = met.event = "event:meeting-2024-05-07-0123456789ab";
  met.evidence.push_back(evidence("b.txt", "again"));
  met.evidence.back().copy_of = met.evidence.front().article;
  KnowledgeGraph graph =
      graph_of({called, met, fact("anna-keller", "met-with", "marcus-hale", "2024-05-20")});
  Event& event = graph.events.emplace_back();
  event.id = met.event;
  event.kind = "meeting";
  CHECK(rows(dyads(graph, ontology(), std::nullopt, std::nullopt, DyadCount::Category, {})) ==
        Strings{"2024-05 anna keller marcus hale CONSULT - 2 1"});
}

TEST_CASE("with one actor or two, only theirs; nobody has events with oneself") {
  const KnowledgeGraph graph = sample();
  const auto hale = graph.find("marcus-hale");
  Filter dated;
  dated.since = parse_iso("2024-05-07")->first;
  dated.until = parse_iso("2024-05-07")->last;
  CHECK(rows(dyads(graph, ontology(), hale, graph.find("anna-keller"), DyadCount::Category,
                   dated)) == Strings{"2024 marcus hale anna keller CONSULT - 1 1",
                                      "2024-05 marcus hale anna keller CONSULT - 1 1"});
  CHECK(dyads(graph, ontology(), hale, graph.find("country:kenya"), DyadCount::Pair, {})
            .rows.empty());
  CHECK(dyads(graph, ontology(), hale, hale, DyadCount::Pair, {}).rows.empty());
}

TEST_CASE("an event needs somebody who acts; what it was done to may be no actor") {
  const KnowledgeGraph graph = sample();
  Filter all;
  all.status.reset();
  std::size_t signed_ones = 0, planned = 0;
  for (const EventDyad& event :
       event_dyads(graph, ontology(), facts_in_time(graph, std::nullopt, all))) {
    CHECK(graph[event.fact].relation != "holds-position");
    if (graph[event.fact].relation == "signed") {
      ++signed_ones;
      CHECK_FALSE(event.target);
      CHECK(event.codes.plover == "SUPPORT");
    }
    if (graph[event.fact].status == Status::Planned) {
      ++planned;
      CHECK(event.codes == EventCodes{"AGREE", "", "036"});
      CHECK(event.symmetric);
    }
  }
  CHECK(signed_ones == 1);
  CHECK(planned == 1);
}
