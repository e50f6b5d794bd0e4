#include "out/plover.h"

#include <sstream>

#include "tests/catch.h"
#include "tests/out/sample.h"
#include "tests/support/build.h"

using namespace entente;
using namespace entente::test;

namespace {

std::string events(const KnowledgeGraph& graph, const Filter& filter = {}) {
  std::ostringstream out;
  write_plover(out, graph, load_ontology(ENTENTE_DATA_DIR), filter);
  return out.str();
}

const std::string header =
    "event_id,event,date,date_precision,source,target,event_type,mode,context,quad,cameo,relation,"
    "status,"
    "symmetric,source_id,source_type,target_id,target_type,object,place,sentence,url,article,"
    "outlet,"
    "published,sources,confidence\n";

}  // namespace

TEST_CASE("issue 4: an event is one row with its actors, its codes and its sentence") {
  Fact visit = fact("person:ann-lind", "visited", "country:land", "2024-08");
  visit.id = "f1";
  visit.event = "event:visit-2024-08-0123456789ab";
  Fact accused = fact("country:land", "accused", "group:rebels", "2024-08-19");
  accused.id = "f2";
  accused.qualifiers["place"] = "place:port";
  accused.evidence[0].quote = "Land accused \"the rebels\", again.";
  KnowledgeGraph graph = graph_of({visit, accused}, {entity("place:port")});
  graph.articles[0].url = "https://example.org/a";
  graph.articles[0].outlet = "Wire";
  graph.articles[0].published = parse_iso("2024-08-20");
  CHECK(
      events(graph) ==
      header +
          "f1,event:visit-2024-08-0123456789ab,2024-08,month,\"ann "
          "lind\",land,CONSULT,visit,,\"verbal cooperation\",042,visited,"
          "happened,false,person:ann-lind,person,country:land,country,,,\"person:ann-lind visited "
          "country:land.\",https://example.org/a,a.txt,Wire,2024-08-20,1,0.9\n"
          "f2,,2024-08-19,day,land,rebels,ACCUSE,disapprove,,\"verbal "
          "conflict\",112,accused,happened,"
          "false,country:land,country,group:rebels,group,,port,\"Land accused \"\"the rebels\"\", "
          "again.\",https://example.org/a,a.txt,Wire,2024-08-20,1,0.9\n");
}

TEST_CASE("issue 4: what is planned is an agreement in the future, and only there when asked for") {
  const KnowledgeGraph graph =
      graph_of({fact("person:a", "met-with", "person:b", "2024", Status::Planned),
                fact("person:a", "part-of", "person:b")});
  CHECK(events(graph) == header);
  Filter planned;
  planned.status = Status::Planned;
  CHECK(events(graph, planned)
            .find(",AGREE,,future,\"verbal cooperation\",036,met-with,planned,true,") !=
        std::string::npos);
}

TEST_CASE("issue 4: what an event was done to is no target where it cannot act") {
  const std::string row = events(graph_of({fact("country:a", "signed", "agreement:water-treaty")}))
                              .substr(header.size());
  CHECK(row.find(",a,,SUPPORT,") != std::string::npos);
  CHECK(row.find(",country:a,country,,,\"water treaty\",,") != std::string::npos);
}

TEST_CASE("events without articles, dates or names that behave are still rows") {
  KnowledgeGraph graph;
  for (const std::string& text : hostile_texts()) {
    Entity made = entity("person:" + std::to_string(boost::num_vertices(graph.bgl())));
    made.name = text;
    graph.add_entity(made);
  }
  graph.add_fact(fact("person:0", "met-with", "person:1"));
  const std::string text = events(graph);
  CHECK(text.starts_with(header));
  CHECK(text.find('\x1b') == std::string::npos);
}
