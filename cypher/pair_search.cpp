#include "cypher/pair_search.h"

#include <utility>

namespace entente::cypher {
namespace {

constexpr std::size_t kForward = 0;
constexpr std::size_t kBackward = 1;

}  // namespace

void PairSearch::begin(std::size_t side, NodeId node) {
  NodeMarks::Seen& seen = marks_->at(node).seen[side];
  seen = {0, kNoStep};
  sides_[side].frontier.assign(1, node);
  sides_[side].degree = 0;
  sides_[side].depth = 0;
}

// Of what the next level would look at.
std::uint64_t PairSearch::degree(NodeId node, std::size_t side, const Execution& execution) const {
  const Direction direction = side == kForward ? hop_.direction : reversed(hop_.direction);
  std::uint64_t degree = 0;
  if (direction != Direction::Left) degree += execution.graph.outgoing(node).size();
  if (direction != Direction::Right) degree += execution.graph.incoming(node).size();
  return degree;
}

void PairSearch::expand_along(const NeighbourView& steps, NodeId node, std::size_t side,
                              bool skip_loops, Execution& execution) {
  const std::uint32_t depth = sides_[side].depth;
  const double ways_here = ways(marks_->known(node).seen[side]);
  for (std::uint32_t i = 0; i < steps.size(); ++i) {
    if (!test_.may_have(steps.type(i), execution)) {
      i = steps.end_of_type(i) - 1;
      continue;
    }
    execution.meter.step();
    if (!test_.may_take(steps, i)) continue;
    const Neighbour step = steps[i];
    if (skip_loops && step.node == node) continue;
    NodeMarks::Mark* mark = &marks_->at(step.node);
    const bool is_new = mark->seen[side].level == NodeMarks::kUnseen;
    if (!is_new && (!all_ || mark->seen[side].level != depth)) continue;
    const bool holds = side == kForward ? test_.holds(node, step, step.node, execution)
                                        : test_.holds(step.node, step, node, execution);
    if (!holds) continue;
    NodeMarks::Seen& seen = mark->seen[side];
    if (is_new) {
      steps_.push_back({node, step.relationship, kNoStep, ways_here});
    } else {
      steps_.push_back({node, step.relationship, seen.step, ways(seen) + ways_here});
    }
    seen = {depth, static_cast<std::uint32_t>(steps_.size() - 1)};
    if (!is_new) continue;
    entered_.push_back(step.node);
    if (mark->seen[1 - side].level != NodeMarks::kUnseen) {
      touching_.push_back(step.node);
      if (!all_) return;
    }
  }
}

void PairSearch::expand(std::size_t side, Execution& execution) {
  const Direction direction = side == kForward ? hop_.direction : reversed(hop_.direction);
  entered_.clear();
  ++sides_[side].depth;
  for (const NodeId node : sides_[side].frontier) {
    if (direction != Direction::Left) {
      expand_along(execution.graph.outgoing(node), node, side, false, execution);
    }
    if (!all_ && !touching_.empty()) return;
    if (direction != Direction::Right) {
      expand_along(execution.graph.incoming(node), node, side, direction == Direction::Both,
                   execution);
    }
    if (!all_ && !touching_.empty()) return;
  }
  std::swap(sides_[side].frontier, entered_);
  sides_[side].degree = 0;
  if (!touching_.empty()) return;
  for (const NodeId node : sides_[side].frontier) {
    sides_[side].degree += degree(node, side, execution);
  }
}

bool PairSearch::start(NodeId from, NodeId to, Execution& execution) {
  marks_->clear();
  steps_.clear();
  touching_.clear();
  touched_ = 0;
  taken_.clear();
  count_ = 0;
  test_.start(execution);
  begin(kForward, from);
  begin(kBackward, to);
  while (touching_.empty()) {
    if (sides_[kForward].frontier.empty() || sides_[kBackward].frontier.empty()) return false;
    if (sides_[kForward].depth + sides_[kBackward].depth >= pattern_.bounds.max) return false;
    expand(sides_[kForward].degree <= sides_[kBackward].degree ? kForward : kBackward, execution);
  }
  length_ = sides_[kForward].depth + sides_[kBackward].depth;
  nodes_.assign(length_ + 1, from);
  nodes_.back() = to;
  relationships_.assign(length_, {});
  for (const NodeId node : touching_) {
    const NodeMarks::Mark& mark = marks_->known(node);
    count_ += ways(mark.seen[kForward]) * ways(mark.seen[kBackward]);
  }
  return true;
}

// Takes `step` and, from where it leads, the first step of each place that follows.
void PairSearch::descend(std::size_t step) {
  const std::uint32_t before = sides_[kForward].depth;
  for (;;) {
    const Step& one = steps_[step];
    const auto place = static_cast<std::uint32_t>(taken_.size());
    taken_.push_back(static_cast<std::uint32_t>(step));
    const bool forward = place < before;
    const std::uint32_t at = forward ? before - 1 - place : place;
    relationships_[at] = one.relationship;
    nodes_[forward ? at : at + 1] = one.from;
    if (taken_.size() == length_) return;
    // Behind the beginning, it goes on from the touching node.
    const bool turns = place + 1 == before;
    const NodeId node = turns ? nodes_[before] : one.from;
    step = marks_->known(node).seen[place + 1 < before ? kForward : kBackward].step;
  }
}

bool PairSearch::last_step_has_other() {
  while (!taken_.empty()) {
    const std::uint32_t other = steps_[taken_.back()].other;
    taken_.pop_back();
    if (other == kNoStep) continue;
    descend(other);
    return true;
  }
  return false;
}

bool PairSearch::next(Execution& execution) {
  execution.meter.step();
  if (last_step_has_other()) return true;
  if (touched_ == touching_.size()) return false;
  const NodeId node = touching_[touched_++];
  const std::uint32_t before = sides_[kForward].depth;
  nodes_[before] = node;
  descend(marks_->known(node).seen[before > 0 ? kForward : kBackward].step);
  return true;
}

}  // namespace entente::cypher
