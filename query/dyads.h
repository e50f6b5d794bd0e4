#pragma once
// Facts as the events of political science: who did what to whom, in PLOVER's categories.

#include <optional>
#include <string>
#include <vector>

#include "graph/knowledge_graph.h"
#include "graph/ontology.h"
#include "query/table.h"

namespace entente {

struct EventDyad {
  KnowledgeGraph::Edge fact;
  KnowledgeGraph::Vertex source = 0;
  std::optional<KnowledgeGraph::Vertex> target;  // nullopt: what it was done to is no actor
  bool symmetric = false;                        // nobody leads: source and target may be swapped
  EventCodes codes;
};

// Those of `facts` whose relation has a code and whose subject may act, in their order.
std::vector<EventDyad> event_dyads(const KnowledgeGraph& graph, const Ontology& ontology,
                                   const std::vector<KnowledgeGraph::Edge>& facts);

enum class DyadCount { Category, Relation, Pair };  // what a row counts, besides pair and month

// How many events there were in `facts` between each two actors in each month, with one of them or
// both given only theirs: month, source, target, category, relation, events, sources, source_id,
// target_id. Facts of one Event count once, and so do articles with one text. Where only `a` is
// given, it is the source of what is symmetric. A date that is no more exact than a year, or spans
// months, is its own row; rows without a date come last.
Table dyads(const KnowledgeGraph& graph, const Ontology& ontology,
            const std::vector<KnowledgeGraph::Edge>& facts, std::optional<KnowledgeGraph::Vertex> a,
            std::optional<KnowledgeGraph::Vertex> b, DyadCount by);

}  // namespace entente
