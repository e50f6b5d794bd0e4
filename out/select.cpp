// The part of a graph that a filter lets through: see select.h.

#include "out/select.h"

#include <algorithm>

namespace entente {

std::vector<KnowledgeGraph::Edge> selected_facts(const KnowledgeGraph& graph,
                                                 const Filter& filter) {
  std::vector<KnowledgeGraph::Edge> facts;
  for (const KnowledgeGraph::Edge e : graph.edges_by_id()) {
    if (passes(graph, e, filter)) facts.push_back(e);
  }
  return facts;
}

std::vector<KnowledgeGraph::Vertex> selected_entities(const KnowledgeGraph& graph,
                                                      const Filter& filter) {
  const bool by_fact =
      !filter.relations.empty() || filter.since || filter.until || filter.min_sources > 1;
  Filter of_fact = filter;
  of_fact.types.clear();
  const auto takes_part = [&](KnowledgeGraph::Vertex v) {
    const auto passing = [&](KnowledgeGraph::Edge e) { return passes(graph, e, of_fact); };
    const auto [out_begin, out_end] = boost::out_edges(v, graph.bgl());
    const auto [in_begin, in_end] = boost::in_edges(v, graph.bgl());
    return std::any_of(out_begin, out_end, passing) || std::any_of(in_begin, in_end, passing);
  };
  std::vector<KnowledgeGraph::Vertex> entities;
  for (const KnowledgeGraph::Vertex v : graph.vertices_by_id()) {
    if (!filter.types.empty() && !filter.types.contains(graph[v].type)) continue;
    if (!by_fact || takes_part(v)) entities.push_back(v);
  }
  return entities;
}

}  // namespace entente
