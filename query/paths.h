#pragma once
// How two entities are connected: the shortest chains of facts. Edges may be walked either way. A path runs through facts only, never
// through an article or mere co-mention. Breadth-first from both ends (query.md, part 6).

#include <cstddef>
#include <vector>

#include "query/filter.h"

namespace entente {

struct Hop {
  KnowledgeGraph::Edge fact;
  bool forward = true;  // walked from subject to object
};

struct Path {
  std::vector<KnowledgeGraph::Vertex> entities;  // one more than hops
  std::vector<Hop> hops;
};

struct PathOptions {
  Filter filter;
  std::size_t max_hops = 6;
  std::size_t limit = 3;  // how many of the shortest paths; 0 = all of the shortest length
};

struct PathAnswer {
  std::vector<Path> paths;         // shortest first; among equals in order of entity ids. Parallel facts between the
                                   // same two entities make one path: the hop is the fact with most evidence
  std::size_t component_size = 0;  // entities reachable from the start; counted only when there is no path
};

PathAnswer find_paths(const KnowledgeGraph& graph, KnowledgeGraph::Vertex from,
                      KnowledgeGraph::Vertex to, const PathOptions& options);

}  // namespace entente
