#include "cypher/pair_search.h"

#include <algorithm>

namespace entente::cypher {

void PairSearch::begin(Side& side, NodeId node, std::uint32_t bound) {
  side.marks->clear(bound);
  side.marks->insert(node, 0);
  side.frontier.assign(1, node);
  side.degree = 0;
  side.depth = 0;
}

// Whether the relationship may be part of a path; `forward`: seen from its beginning.
bool PairSearch::allowed(NodeId from, const Neighbour& step, bool forward, Execution& execution) {
  execution.meter.step();
  if (used_by(pattern_.others, step.relationship, execution)) return false;
  const NodeId first = forward ? from : step.node;
  const NodeId second = forward ? step.node : from;
  if (pattern_.first_node != kNoSlot) execution.frame[pattern_.first_node] = Value(first);
  return hop_holds(hop_, step, second, execution) && all_hold(pattern_.start_predicates, execution);
}

std::vector<NodeId> PairSearch::expand(Side& side, const Side& other, Execution& execution) {
  const bool forward = &side == &forward_;
  const Direction direction = forward ? hop_.direction : reversed(hop_.direction);
  std::vector<NodeId> entered;
  std::vector<NodeId> touching;
  ++side.depth;
  side.degree = 0;
  for (const NodeId node : side.frontier) {
    Neighbours neighbours(execution.graph, node, direction);
    while (const Neighbour* step = neighbours.next()) {
      if (side.marks->find(step->node)) continue;
      if (!allowed(node, *step, forward, execution)) continue;
      side.marks->insert(step->node, side.depth);
      entered.push_back(step->node);
      side.degree +=
          execution.graph.outgoing(step->node).size() + execution.graph.incoming(step->node).size();
      if (!other.marks->find(step->node)) continue;
      touching.push_back(step->node);
      if (!all_) return touching;
    }
  }
  side.frontier = std::move(entered);
  return touching;
}

bool PairSearch::start(NodeId from, NodeId to, Execution& execution) {
  const std::uint32_t bound = execution.graph.node_bound();
  begin(forward_, from, bound);
  begin(backward_, to, bound);
  levels_.clear();
  std::vector<NodeId> touching;
  while (touching.empty()) {
    if (forward_.frontier.empty() || backward_.frontier.empty()) return false;
    if (forward_.depth + backward_.depth >= pattern_.bounds.max) return false;
    touching = forward_.degree <= backward_.degree ? expand(forward_, backward_, execution)
                                                   : expand(backward_, forward_, execution);
  }
  length_ = forward_.depth + backward_.depth;
  mark_routes(std::move(touching), execution);
  nodes_.assign(1, from);
  relationships_.clear();
  levels_.emplace_back(execution.graph, from, hop_.direction);
  return true;
}

// Back from the touching nodes to the beginning.
void PairSearch::mark_routes(std::vector<NodeId> touching, Execution& execution) {
  for (const NodeId node : touching) forward_.marks->find(node)->on_route = true;
  for (std::uint32_t level = forward_.depth; level > 0; --level) {
    std::vector<NodeId> before;
    for (const NodeId node : touching) {
      Neighbours neighbours(execution.graph, node, reversed(hop_.direction));
      while (const Neighbour* step = neighbours.next()) {
        NodeMarks::Mark* mark = forward_.marks->find(step->node);
        if (!mark || mark->level + 1 != level || mark->on_route) continue;
        if (!allowed(node, *step, false, execution)) continue;
        mark->on_route = true;
        before.push_back(step->node);
      }
    }
    touching = std::move(before);
  }
}

// Whether a shortest path has the node at this level.
bool PairSearch::leads_on(NodeId node, std::size_t level) const {
  const Side& side = level <= forward_.depth ? forward_ : backward_;
  const NodeMarks::Mark* mark = side.marks->find(node);
  if (!mark) return false;
  if (&side == &backward_) return mark->level + level == length_;
  return mark->level == level && mark->on_route;
}

bool PairSearch::next(Execution& execution) {
  while (!levels_.empty()) {
    if (const Neighbour* step = levels_.back().next()) {
      const NodeId from = nodes_.back();
      if (!leads_on(step->node, nodes_.size()) || !allowed(from, *step, true, execution)) continue;
      relationships_.push_back(step->relationship);
      nodes_.push_back(step->node);
      const bool arrived = relationships_.size() == length_;
      levels_.push_back(arrived ? Neighbours()
                                : Neighbours(execution.graph, step->node, hop_.direction));
      if (arrived) return true;
      continue;
    }
    levels_.pop_back();
    if (relationships_.empty()) continue;
    relationships_.pop_back();
    nodes_.pop_back();
  }
  return false;
}

}  // namespace entente::cypher
