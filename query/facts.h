#pragma once
// The facts that a question is about, in the order in which they are told, and the one sentence to
// show for each.

#include <optional>
#include <vector>

#include "query/filter.h"

namespace entente {

// Order of time: by first day, then last day, then id; facts without a date come last.
bool earlier(const Fact& a, const Fact& b);

// All facts, or those that `entity` takes part in, that pass; in order of time.
std::vector<KnowledgeGraph::Edge> facts_in_time(const KnowledgeGraph& graph,
                                                std::optional<KnowledgeGraph::Vertex> entity,
                                                const Filter& filter);

// Those between `a` and `b`, either way round; in order of time.
std::vector<KnowledgeGraph::Edge> facts_between(const KnowledgeGraph& graph,
                                                KnowledgeGraph::Vertex a, KnowledgeGraph::Vertex b,
                                                const Filter& filter);

// `filter`, asking for met-with where it does not say itself which relations count as a meeting.
Filter meetings(const Filter& filter);

// The end of `edge` that is not `entity`; `entity` itself where both are.
KnowledgeGraph::Vertex other_end(const KnowledgeGraph& graph, KnowledgeGraph::Edge edge,
                                 KnowledgeGraph::Vertex entity);

// The most certain sentence behind `fact`; of equals the first. An empty one where a damaged file
// has none.
const Evidence& best_evidence(const Fact& fact);

}  // namespace entente
