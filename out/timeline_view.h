#pragma once
// The occasions of a timeline: facts of one day that belong together are one line.

#include <vector>

#include "graph/knowledge_graph.h"
#include "graph/ontology.h"
#include "out/view.h"

namespace entente {

// Facts of one event, relation, status and date are one edge with all its members; so is any other
// fact. In order of time. `facts`: all have a date, and both ends among `view.nodes`.
std::vector<View::Edge> occasion_edges(const KnowledgeGraph& graph, const Ontology& ontology,
                                       const std::vector<KnowledgeGraph::Edge>& facts,
                                       const View& view, bool plain_names);

}  // namespace entente
