// CSV for Gephi and everyone: see csv.h. Gephi looks for the headers Id, Label, Source, Target,
// Type, Kind, Weight and Timeset; all others become columns.

#include "out/csv.h"

#include <ostream>

#include "base/utf8.h"
#include "out/network.h"
#include "out/plain.h"

namespace entente {
namespace {

// "<[2024-08-19, 2024-08-19]; [2024-11-15, 2024-11-15]>": Gephi's column of intervals.
std::string timeset(const Network::Edge& edge) {
  std::string set;
  for (const DateRange& range : spells(edge)) {
    set += (set.empty() ? "<[" : "; [") + to_iso(range.first) + ", " + to_iso(range.last) + "]";
  }
  return set.empty() ? set : set + ">";
}

void write_nodes(std::ostream& out, const Network& network, bool excel_safe) {
  write_csv_row(out, {"Id", "Label", "entity_type", "aliases", "mentions", "articles", "first_date",
                      "last_date"});
  for (const Network::Node& node : network.nodes) {
    const Entity& entity = *node.entity;
    write_csv_row(out,
                  {node.id, node.label, entity.type, join(entity.aliases, "; "),
                   std::to_string(entity.mentions), std::to_string(entity.articles.size()),
                   first_date(node.when), last_date(node.when)},
                  excel_safe);
  }
}

void write_edges(std::ostream& out, const Network& network, bool excel_safe) {
  write_csv_row(out, {"Source", "Target", "Type", "Kind", "Id", "Label", "Weight", "relation",
                      "status", "facts", "evidence_count", "article_count", "first_date",
                      "last_date", "date_precision", "confidence", "Timeset"});
  for (const Network::Edge& edge : network.edges) {
    const std::string evidence = std::to_string(edge.counts.evidence);
    write_csv_row(
        out,
        {network.nodes[edge.source].id, network.nodes[edge.target].id,
         edge.symmetric ? "Undirected" : "Directed", edge.kind, edge.id, edge.label, evidence,
         edge.relation, edge.status, std::to_string(edge.facts.size()), evidence,
         std::to_string(edge.counts.articles), first_date(edge.when), last_date(edge.when),
         date_precision(edge.when), shortest(edge.counts.confidence), timeset(edge)},
        excel_safe);
  }
}

}  // namespace

void write_evidence_heading(std::ostream& out, bool of_edges) {
  std::vector<std::string> heading = {
      "fact_id",   "sentence",   "start",          "end",  "article_id", "url",       "outlet",
      "published", "event_date", "date_precision", "rule", "said_by",    "confidence"};
  if (of_edges) heading.insert(heading.begin(), "edge_id");
  write_csv_row(out, heading);
}

void write_evidence_rows(std::ostream& out, const ExportInput& input, const std::string* edge,
                         const Fact& fact) {
  for (const Evidence& said : fact.evidence) {
    const Article* article = input.graph.article(said.article);
    const Article unknown;
    const Article& source = article != nullptr ? *article : unknown;
    std::vector<std::string> row = {printable(fact.id),
                                    said.quote,
                                    std::to_string(said.sentence.begin),
                                    std::to_string(said.sentence.end),
                                    said.article,
                                    source.url,
                                    source.outlet,
                                    source.published ? to_iso(*source.published) : std::string(),
                                    fact.when ? to_iso(*fact.when) : std::string(),
                                    date_precision(fact.when),
                                    said.rule,
                                    said.said_by,
                                    shortest(said.confidence)};
    if (edge != nullptr) row.insert(row.begin(), *edge);
    write_csv_row(out, row, input.options.excel_safe);
  }
}

void write_csv(std::ostream& nodes, std::ostream& edges, std::ostream& evidence,
               const ExportInput& input) {
  const Network network = make_network(input);
  write_nodes(nodes, network, input.options.excel_safe);
  write_edges(edges, network, input.options.excel_safe);
  write_evidence_heading(evidence, true);
  for (const Network::Edge& edge : network.edges) {
    for (const Fact* fact : edge.facts) write_evidence_rows(evidence, input, &edge.id, *fact);
  }
}

}  // namespace entente
