#pragma once
// How much the nodes of a projection matter. Each gives a number for each node, the same on every
// run: sums go in a fixed order, and what is sampled is sampled with a fixed seed.
//
// Boost.Graph has page_rank and brandes_betweenness_centrality; the tests compare with them. Its
// page_rank pushes rank along arcs, which takes four times as long as gathering it, and neither can
// be stopped at the end of a budget, nor sampled.

#include <vector>

#include "query/projection.h"

namespace entente {

// The sum of the weights of a node's arcs.
std::vector<double> degree(const Projection& graph);

// Rank of a surfer who follows an arc with chance 0.85, by weight; the sum is 1. `incoming`: the
// arcs of a node are those that lead to it.
std::vector<double> page_rank(const Projection& incoming, cypher::Meter& meter);

struct Betweenness {
  std::vector<double> scores;
  bool exact = true;  // false: estimated from a sample of the nodes
};
struct BetweennessOptions {
  bool weighted = false;      // an arc of weight w is 1/w long; else each is 1 long
  bool directed = false;      // arcs lead one way; else each pair of nodes counts once
  std::uint32_t samples = 0;  // start from so many nodes; 0 = from all, or from as many as a few
                              // seconds allow
};
// For each node the number of pairs of others whose shortest paths run through it; of several
// shortest paths each counts for its share.
Betweenness betweenness(const Projection& graph, const BetweennessOptions& options,
                        cypher::Meter& meter);

}  // namespace entente
