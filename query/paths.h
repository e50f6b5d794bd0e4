#pragma once
// How two entities are connected: the shortest chains of facts. Edges may be walked either way. A
// path runs through facts only, never through an article or mere co-mention, and never twice
// through the same entity. The filter decides inside the search which facts exist, so the answer is
// that of a graph that has no others.

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
  bool longer = false;    // when fewer than `limit` have the shortest length, go on to longer ones
};

struct PathAnswer {
  std::vector<Path>
      paths;  // shortest first; among equals in order of entity ids. Parallel facts between the
              // same two entities make one path: the hop is the fact with most evidence
  std::size_t component_size =
      0;  // entities reachable from the start, itself included; counted only when there is no path
  bool too_long = false;  // there is a path, but it has more than max_hops
};

PathAnswer find_paths(const KnowledgeGraph& graph, KnowledgeGraph::Vertex from,
                      KnowledgeGraph::Vertex to, const PathOptions& options);

}  // namespace entente
