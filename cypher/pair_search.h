#pragma once
// All shortest paths between two nodes, by breadth-first search from both ends.
//
// Whole levels are expanded, always on the side whose frontier has fewer relationships, until a
// level of one side touches the other. Every shortest path then runs through the touching nodes, at
// the same distance from both ends; where any one path is wanted, the first touching node is
// enough. Each side keeps the steps by which it came to a node over a shortest path, so that paths
// are read off one by one without a dead end and without looking at a relationship again, and how
// many there are is known before one is read. Conditions on a single relationship and its two nodes
// are checked during the search.

#include <array>
#include <cstdint>
#include <vector>

#include "cypher/node_marks.h"
#include "cypher/relationship_test.h"
#include "cypher/trail.h"

namespace entente::cypher {

class PairSearch {
 public:
  // REQUIRES: one hop a repetition, at most one repetition at least; outlives the search
  // `all`: whether every shortest path is wanted, or any one of them, which takes less.
  PairSearch(const TrailPattern& pattern, bool all)
      : pattern_(pattern), hop_(pattern.hops[0]), test_(pattern), all_(all) {}

  // False when no path of at most the pattern's length joins them. REQUIRES: from != to
  bool start(NodeId from, NodeId to, Execution& execution);
  // The next of the shortest paths; false when there is none.
  bool next(Execution& execution);
  // How many there are, after start(); exact up to 2^53. Where not all are wanted, 1.
  double count() const { return count_; }

  const std::vector<NodeId>& nodes() const { return nodes_; }
  const std::vector<RelationshipId>& relationships() const { return relationships_; }

 private:
  static constexpr std::uint32_t kNoStep = 0xffffffff;
  // One way to come to a node.
  struct Step {
    NodeId from;
    RelationshipId relationship;
    std::uint32_t other = kNoStep;  // another step to the same node
  };
  struct Side {
    std::vector<NodeId> frontier;
    std::uint64_t degree = 0;  // of the frontier
    std::uint32_t depth = 0;
  };

  void begin(std::size_t side, NodeId node);
  // One more level; adds to touching_ the nodes in which it touches the other side.
  void expand(std::size_t side, Execution& execution);
  void expand_along(const NeighbourView& steps, NodeId node, std::size_t side, bool skip_loops,
                    Execution& execution);
  std::uint64_t degree(NodeId node, std::size_t side, const Execution& execution) const;
  void descend(std::size_t step);
  bool last_step_has_other();

  const TrailPattern& pattern_;
  const Hop& hop_;
  RelationshipTest test_;
  const bool all_;
  BorrowedMarks marks_ = borrow_marks();
  std::array<Side, 2> sides_;  // from the beginning, from the end
  std::vector<Step> steps_;
  std::vector<NodeId> touching_;
  std::vector<NodeId> entered_;
  double count_ = 0;

  // Reading off: the step taken at each place, first back from the touching node to the beginning,
  // then on to the end.
  std::uint32_t length_ = 0;
  std::size_t touched_ = 0;  // which touching node is next
  std::vector<std::uint32_t> taken_;
  std::vector<NodeId> nodes_;  // the path that is read off
  std::vector<RelationshipId> relationships_;
};

}  // namespace entente::cypher
