#pragma once
// All shortest paths between two nodes, by breadth-first search from both ends.
//
// Whole levels are expanded, always on the side whose frontier has fewer relationships, until a
// level of one side touches the other. Every shortest path then runs through the touching nodes, at
// the same distance from both ends; where any one path is wanted, the first touching node is
// enough. Walking back from these marks what lies on a shortest path, and the paths are read off
// one by one without a dead end. Conditions on a single relationship and its two nodes are checked
// during the search.

#include <cstdint>
#include <vector>

#include "cypher/node_marks.h"
#include "cypher/trail.h"

namespace entente::cypher {

class PairSearch {
 public:
  // REQUIRES: one hop a repetition, at most one repetition at least; outlives the search
  // `all`: whether every shortest path is wanted, or any one of them, which takes less.
  PairSearch(const TrailPattern& pattern, bool all)
      : pattern_(pattern), hop_(pattern.hops[0]), all_(all) {}

  // False when no path of at most the pattern's length joins them. REQUIRES: from != to
  bool start(NodeId from, NodeId to, Execution& execution);
  // The next of the shortest paths; false when there is none.
  bool next(Execution& execution);

  const std::vector<NodeId>& nodes() const { return nodes_; }
  const std::vector<RelationshipId>& relationships() const { return relationships_; }

 private:
  struct Side {
    BorrowedMarks marks = borrow_marks();
    std::vector<NodeId> frontier;
    std::uint64_t degree = 0;  // of the frontier
    std::uint32_t depth = 0;
  };

  static void begin(Side& side, NodeId node, std::uint32_t bound);
  // One more level; returns the nodes in which it touches the other side.
  std::vector<NodeId> expand(Side& side, const Side& other, Execution& execution);
  bool allowed(NodeId from, const Neighbour& step, bool forward, Execution& execution);
  void mark_routes(std::vector<NodeId> touching, Execution& execution);
  bool leads_on(NodeId node, std::size_t level) const;

  const TrailPattern& pattern_;
  const Hop& hop_;
  const bool all_;
  Side forward_;
  Side backward_;
  std::uint32_t length_ = 0;
  std::vector<NodeId> nodes_;  // the path that is read off
  std::vector<RelationshipId> relationships_;
  std::vector<Neighbours> levels_;
};

}  // namespace entente::cypher
