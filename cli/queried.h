#pragma once
// What of a graph a Cypher query returns: `entente render --query`.

#include <string>
#include <vector>

#include "cypher/value.h"
#include "graph/knowledge_graph.h"

namespace entente {

// The entities and facts in a query's answer, also those in paths, lists and maps; each once, in
// order of id. The ends of facts are not among the entities unless they were returned, too.
struct Queried {
  std::vector<KnowledgeGraph::Vertex> entities;
  std::vector<KnowledgeGraph::Edge> facts;
};

// Throws cypher::QueryError for a query that is wrong or that writes; Error{Fault::Usage} for an
// answer that holds neither entities nor facts, saying what to return; NotFound for an empty one.
// `store`: the graph's file.
Queried queried(const KnowledgeGraph& graph, const std::string& store, const std::string& query,
                const cypher::Map& parameters);

}  // namespace entente
