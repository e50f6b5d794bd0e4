#pragma once
// The part of a graph that a filter lets through, in the order in which it is written.

#include <vector>

#include "query/filter.h"

namespace entente {

std::vector<KnowledgeGraph::Edge> selected_facts(const KnowledgeGraph& graph, const Filter& filter);

// Entities of the filter's types. Where it also asks for relations, dates or sources: those that
// take part in a fact that passes, whatever the type of its other end.
std::vector<KnowledgeGraph::Vertex> selected_entities(const KnowledgeGraph& graph,
                                                      const Filter& filter);

}  // namespace entente
