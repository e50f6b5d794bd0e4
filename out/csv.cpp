// Three CSV files: see csv.h.

#include "out/csv.h"

#include <ostream>

#include "base/utf8.h"
#include "out/network.h"
#include "out/plain.h"

namespace entente {
namespace {

void write_row(std::ostream& out, const std::vector<std::string>& fields) {
  for (std::size_t i = 0; i < fields.size(); ++i) out << (i > 0 ? "," : "") << csv_field(fields[i]);
  out << '\n';
}

// "<[2024-08-19, 2024-08-19]; [2024-11-15, 2024-11-15]>": Gephi's column of intervals.
std::string timeset(const Network::Edge& edge) {
  std::string set;
  for (const DateRange& range : spells(edge)) {
    set += (set.empty() ? "<[" : "; [") + to_iso(range.first) + ", " + to_iso(range.last) + "]";
  }
  return set.empty() ? set : set + ">";
}

void write_nodes(std::ostream& out, const Network& network) {
  write_row(out, {"Id", "Label", "entity_type", "aliases", "mentions", "articles", "first_date",
                  "last_date"});
  for (const Network::Node& node : network.nodes) {
    const Entity& entity = *node.entity;
    write_row(out, {printable(entity.id), node.label, entity.type, join(entity.aliases, "; "),
                    std::to_string(entity.mentions), std::to_string(entity.articles.size()),
                    first_date(node.when), last_date(node.when)});
  }
}

void write_edges(std::ostream& out, const Network& network) {
  write_row(out, {"Source", "Target", "Type", "Kind", "Id", "Label", "Weight", "relation", "status",
                  "facts", "evidence_count", "article_count", "first_date", "last_date",
                  "date_precision", "confidence", "Timeset"});
  for (const Network::Edge& edge : network.edges) {
    const std::string evidence = std::to_string(edge.counts.evidence);
    write_row(
        out,
        {printable(network.nodes[edge.source].entity->id),
         printable(network.nodes[edge.target].entity->id),
         edge.bundle.symmetric ? "Undirected" : "Directed", edge.kind, edge.bundle.id, edge.label,
         evidence, edge.bundle.relation, std::string(to_string(edge.bundle.status)),
         std::to_string(edge.bundle.facts.size()), evidence, std::to_string(edge.counts.articles),
         first_date(edge.when), last_date(edge.when),
         edge.when ? std::string(to_string(precision(*edge.when))) : std::string(),
         shortest(edge.counts.confidence), timeset(edge)});
  }
}

void write_evidence(std::ostream& out, const Network& network, const KnowledgeGraph& graph) {
  write_row(out, {"edge_id", "fact_id", "sentence", "start", "end", "article_id", "url", "outlet",
                  "published", "event_date", "date_precision", "rule", "said_by", "confidence"});
  for (const Network::Edge& edge : network.edges) {
    for (const Fact* fact : edge.bundle.facts) {
      for (const Evidence& said : fact->evidence) {
        const Article* article = graph.article(said.article);
        const Article unknown;
        const Article& source = article != nullptr ? *article : unknown;
        write_row(out, {edge.bundle.id, fact->id, said.quote, std::to_string(said.sentence.begin),
                        std::to_string(said.sentence.end), said.article, source.url, source.outlet,
                        source.published ? to_iso(*source.published) : std::string(),
                        fact->when ? to_iso(*fact->when) : std::string(),
                        fact->when ? std::string(to_string(precision(*fact->when))) : std::string(),
                        said.rule, said.said_by, shortest(said.confidence)});
      }
    }
  }
}

}  // namespace

void write_csv(std::ostream& nodes, std::ostream& edges, std::ostream& evidence,
               const KnowledgeGraph& graph, const Ontology& ontology, const Style& style,
               const Filter& filter) {
  const Network network = make_network(graph, ontology, style, filter);
  write_nodes(nodes, network);
  write_edges(edges, network);
  write_evidence(evidence, network, graph);
}

}  // namespace entente
