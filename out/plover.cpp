// One CSV file of events: see plover.h.

#include "out/plover.h"

#include <ostream>

#include "base/utf8.h"
#include "graph/event_codes.h"
#include "out/plain.h"
#include "query/dyads.h"
#include "query/facts.h"

namespace entente {
namespace {

std::string iso(const std::optional<DateRange>& when) { return when ? to_iso(*when) : ""; }

std::string place_of(const KnowledgeGraph& graph, const Fact& fact) {
  const auto place = fact.qualifiers.find("place");
  if (place == fact.qualifiers.end()) return {};
  const auto vertex = graph.find(place->second);
  return vertex ? graph[*vertex].name : place->second;
}

void write_event(std::ostream& out, const KnowledgeGraph& graph, const EventDyad& event) {
  const Fact& fact = graph[event.fact];
  const Evidence& said = best_evidence(fact);
  const Article unknown;
  const Article* found = graph.article(said.article);
  const Article& article = found != nullptr ? *found : unknown;
  const Entity& source = graph[event.source];
  const Entity& object = graph[boost::target(event.fact, graph.bgl())];
  const Entity nobody;
  const Entity& target = event.target ? graph[*event.target] : nobody;
  const PloverCategory* category = plover_category(event.codes.plover);
  write_csv_row(out, {printable(fact.id),
                      printable(fact.event),
                      iso(fact.when),
                      fact.when ? std::string(to_string(precision(*fact.when))) : "",
                      source.name,
                      target.name,
                      event.codes.plover,
                      event.codes.mode,
                      std::string(event_context(fact.status)),
                      category != nullptr ? std::string(category->quad) : "",
                      event.codes.cameo,
                      fact.relation,
                      std::string(to_string(fact.status)),
                      event.symmetric ? "true" : "false",
                      printable(source.id),
                      source.type,
                      printable(target.id),
                      target.type,
                      event.target ? "" : object.name,
                      place_of(graph, fact),
                      said.quote,
                      article.url,
                      said.article,
                      article.outlet,
                      iso(article.published),
                      std::to_string(sources(fact)),
                      shortest(confidence(fact))});
}

}  // namespace

void write_plover(std::ostream& out, const KnowledgeGraph& graph, const Ontology& ontology,
                  const Filter& filter) {
  write_csv_row(out, {"event_id",    "event",      "date",        "date_precision", "source",
                      "target",      "event_type", "mode",        "context",        "quad",
                      "cameo",       "relation",   "status",      "symmetric",      "source_id",
                      "source_type", "target_id",  "target_type", "object",         "place",
                      "sentence",    "url",        "article",     "outlet",         "published",
                      "sources",     "confidence"});
  for (const EventDyad& event :
       event_dyads(graph, ontology, facts_in_time(graph, std::nullopt, filter))) {
    write_event(out, graph, event);
  }
}

}  // namespace entente
