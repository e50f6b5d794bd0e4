#include "query/filter.h"

#include <algorithm>

namespace entente {

bool in_period(const std::optional<DateRange>& when, const Filter& filter) {
  if (!filter.since && !filter.until) return true;
  if (!when) return false;
  if (filter.since && when->last < *filter.since) return false;
  return !filter.until || when->first <= *filter.until;
}

bool stands(const std::optional<DateRange>& when,
            const std::optional<std::chrono::sys_days>& published, bool state,
            std::chrono::sys_days as_of) {
  if (!when) return published && *published <= as_of;
  if (when->first > as_of) return false;
  const bool told_end = state && precision(*when) == Precision::Interval;
  return !told_end || when->last >= as_of;
}

std::optional<std::chrono::sys_days> first_published(const KnowledgeGraph& graph,
                                                     const Fact& fact) {
  std::optional<std::chrono::sys_days> first;
  for (const Evidence& evidence : fact.evidence) {
    const Article* article = graph.article(evidence.article);
    if (article == nullptr || !article->published) continue;
    first = std::min(first.value_or(article->published->first), article->published->first);
  }
  return first;
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
  if (filter.min_sources > 1 && sources(fact) < filter.min_sources) return false;
  return !filter.as_of || stands(fact.when, first_published(graph, fact),
                                 filter.states.contains(fact.relation), *filter.as_of);
}

}  // namespace entente
