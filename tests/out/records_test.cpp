#include "out/records.h"

#include <sstream>

#include "tests/catch.h"
#include "tests/support/build.h"

using namespace entente;
using namespace entente::test;

namespace {

Fact meeting() {
  Fact made = fact("person:a", "met-with", "person:b", "2024-08-19");
  made.id = "f1";
  made.qualifiers["place"] = "place:x";
  made.evidence = {evidence("004.txt", "A met \"B\".", 512)};
  made.evidence.front().links = {{{512, 513}, {3, 9}, "pronoun"}};
  made.evidence.front().said_by = "person:c";
  return made;
}

template <typename Write>
std::string lines(Write write, const KnowledgeGraph& graph, const Filter& filter) {
  std::ostringstream out;
  write(out, graph, filter, RecordForm::Lines);
  return out.str();
}

}  // namespace

TEST_CASE("a fact's record has the keys of the contract in their order") {
  const KnowledgeGraph graph = graph_of({meeting()});
  CHECK(lines(write_fact_records, graph, {}) ==
        R"({"id":"f1","subject":"person:a","relation":"met-with","object":"person:b",)"
        R"("date":"2024-08-19","status":"happened","qualifiers":{"place":"place:x"},"event":null,)"
        R"("confidence":0.9,"sources":1,"evidence":[{"article":"004.txt","start":512,"end":522,)"
        R"("text":"A met \"B\".","rule":"test/1","said_by":"person:c","trigger":[512,522],)"
        R"("subject":[512,522],"object":[512,522],)"
        R"("links":[{"from":[512,513],"to":[3,9],"rule":"pronoun"}],"date_phrase":null,)"
        R"("confidence":0.9,"copy_of":null}]})"
        "\n");
}

TEST_CASE("an event's record has the keys of the contract in their order") {
  Fact made = meeting();
  made.event = "event:m";
  KnowledgeGraph graph = graph_of({made});
  Event event;
  event.id = "event:m";
  event.kind = "meeting";
  event.when = parse_iso("2024-08-19");
  event.participants = {{"person:a", "participant"}, {"person:b", "participant"}};
  event.facts = {"f1"};
  event.articles = {"004.txt"};
  event.sources = 1;
  event.conflicts = {"event:n"};
  graph.events = {event};
  CHECK(lines(write_event_records, graph, {}) ==
        R"({"id":"event:m","kind":"meeting","date":"2024-08-19","status":"happened","place":null,)"
        R"("participants":[{"entity":"person:a","role":"participant"},)"
        R"({"entity":"person:b","role":"participant"}],"facts":["f1"],"articles":["004.txt"],)"
        R"("sources":1,"conflicts":["event:n"]})"
        "\n");
  CHECK(lines(write_fact_records, graph, {}).find(R"("event":"event:m")") != std::string::npos);
}

TEST_CASE("a fact without a date has the date null") {
  const KnowledgeGraph graph = graph_of({fact("person:a", "met-with", "person:b")});
  CHECK(lines(write_fact_records, graph, {}).find("\"date\":null") != std::string::npos);
}

TEST_CASE("an entity's record has the keys of the contract in their order") {
  const KnowledgeGraph graph = graph_of({}, {entity("person:to-mau", {"Mau", "To"})});
  CHECK(lines(write_entity_records, graph, {}) ==
        R"({"id":"person:to-mau","type":"person","name":"to mau","aliases":["Mau","To"],)"
        R"("articles":["a.txt"],"mentions":1})"
        "\n");
}

TEST_CASE("entities are those of the filter's types, and of its facts when it asks for facts") {
  const KnowledgeGraph graph =
      graph_of({fact("person:a", "visited", "place:x", "2024-01-01")}, {entity("person:alone")});
  CHECK(entity_table(graph, {}).rows.size() == 3);
  Filter people;
  people.types = {"person"};
  CHECK(entity_table(graph, people).rows.size() == 2);
  people.relations = {"visited"};
  CHECK(entity_table(graph, people).rows.size() == 1);
  people.relations = {"met-with"};
  CHECK(entity_table(graph, people).rows.empty());
}

TEST_CASE("only facts that pass the filter are written, in order of id") {
  const KnowledgeGraph graph =
      graph_of({fact("b", "met-with", "c", "2024-01-01"), fact("a", "met-with", "b", "2024-01-01"),
                fact("a", "met-with", "c", "2024-01-01", Status::Planned)});
  const Table happened = fact_table(graph, {});
  REQUIRE(happened.rows.size() == 2);
  CHECK(std::get<std::string>(happened.rows[0][1]) == "a");
  Filter all;
  all.status.reset();
  CHECK(fact_table(graph, all).rows.size() == 3);
}

TEST_CASE("as an array, records are the same objects between brackets") {
  const KnowledgeGraph graph = graph_of({}, {entity("person:a"), entity("person:b")});
  std::ostringstream array;
  write_entity_records(array, graph, {}, RecordForm::Array);
  const std::string text = lines(write_entity_records, graph, {});
  const std::size_t end = text.find('\n');
  CHECK(array.str() == "[\n" + text.substr(0, end) + ",\n" + text.substr(end + 1) + "]\n");
  std::ostringstream none;
  write_fact_records(none, graph, {}, RecordForm::Array);
  CHECK(none.str() == "[]\n");
}

TEST_CASE("articles tell where their date comes from") {
  KnowledgeGraph graph;
  Article article;
  article.id = "a.txt";
  article.title = "Title";
  article.published = parse_iso("2024-08-19");
  article.published_from = "line 2";
  graph.articles = {article};
  std::ostringstream out;
  write_article_records(out, graph);
  CHECK(out.str() == R"({"id":"a.txt","url":null,"title":"Title","outlet":null,"author":null,)"
                     R"("published":"2024-08-19","published_from":"line 2"})"
                     "\n");
}
