#include "query/filter.h"

namespace entente {

bool in_period(const std::optional<DateRange>& when, const Filter& filter) {
  if (!filter.since && !filter.until) return true;
  if (!when) return false;
  if (filter.since && when->last < *filter.since) return false;
  return !filter.until || when->first <= *filter.until;
}

bool passes(const KnowledgeGraph& graph, KnowledgeGraph::Edge edge, const Filter& filter) {
  const Fact& fact = graph[edge];
  if (filter.status && fact.status != *filter.status) return false;
  if (!filter.relations.empty() && !filter.relations.contains(fact.relation)) return false;
  if (!in_period(fact.when, filter)) return false;
  if (!filter.types.empty() &&
      (!filter.types.contains(graph[boost::source(edge, graph.bgl())].type) ||
       !filter.types.contains(graph[boost::target(edge, graph.bgl())].type))) {
    return false;
  }
  return filter.min_sources <= 1 || sources(fact) >= filter.min_sources;
}

}  // namespace entente
