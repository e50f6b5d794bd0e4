#pragma once
// Which nodes of a projection belong together. Parts are numbered from 1, the largest first, of
// equals the one with the smallest node.

#include <vector>

#include "query/projection.h"

namespace entente {

struct Parts {
  std::vector<std::uint32_t> part;   // of each node
  std::vector<std::uint32_t> sizes;  // of part i + 1
};

// Nodes are of one part when a path connects them, whichever way its arcs lead.
Parts components(const Projection& graph, cypher::Meter& meter);

// Parts that are more closely connected within than with each other, by weight: the Louvain method
// (modularity, resolution 1), nodes always asked in their order. REQUIRES: each arc is there both
// ways.
Parts communities(const Projection& graph, cypher::Meter& meter);

}  // namespace entente
