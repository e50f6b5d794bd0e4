#include "cypher/trail.h"

#include <algorithm>

#include "cypher/evaluate.h"

namespace entente::cypher {

Neighbours::Neighbours(const PropertyGraph& graph, NodeId node, Direction direction) : loop_(node) {
  if (direction == Direction::Left) {
    first_ = graph.incoming(node);
    return;
  }
  first_ = graph.outgoing(node);
  if (direction == Direction::Right) return;
  second_ = graph.incoming(node);
  skip_loops_ = true;
}

const Neighbour* Neighbours::next() {
  if (at_ < first_.size()) {
    current_ = first_[at_++];
    return &current_;
  }
  while (at_ < first_.size() + second_.size()) {
    current_ = second_[at_++ - first_.size()];
    if (!skip_loops_ || current_.node != loop_) return &current_;
  }
  return nullptr;
}

Direction reversed(Direction direction) {
  if (direction == Direction::Both) return direction;
  return direction == Direction::Left ? Direction::Right : Direction::Left;
}

bool used_by(const std::vector<Slot>& slots, RelationshipId relationship,
             const Execution& execution) {
  for (const Slot slot : slots) {
    const Value& v = execution.frame[slot];
    if (v.is(Type::Relationship)) {
      if (v.relationship() == relationship) return true;
    } else if (v.is(Type::List)) {
      for (const Value& element : v.list()) {
        if (element.is(Type::Relationship) && element.relationship() == relationship) return true;
      }
    }
  }
  return false;
}

bool hop_holds(const Hop& hop, const Neighbour& neighbour, NodeId to, Execution& execution) {
  if (hop.types && !has_type(*hop.types, neighbour.type, execution)) return false;
  if (hop.predicates.empty()) return true;
  if (hop.relationship != kNoSlot) {
    execution.frame[hop.relationship] = Value(neighbour.relationship);
  }
  if (hop.node != kNoSlot) execution.frame[hop.node] = Value(to);
  for (const Slot slot : hop.aliases) execution.frame[slot] = Value(neighbour.relationship);
  return all_hold(hop.predicates, execution);
}

void bind_trail(const TrailPattern& pattern, const std::vector<NodeId>& nodes,
                const std::vector<RelationshipId>& relationships, Execution& execution) {
  execution.frame[pattern.to] = Value(nodes.back());
  const auto bind_list = [&](Slot slot, List list) {
    if (pattern.backward) std::ranges::reverse(list);
    execution.frame[slot] = Value(std::move(list));
  };
  const std::size_t period = pattern.hops.size();
  for (const TrailPattern::Collected& collected : pattern.collected) {
    List list;
    for (std::size_t i = collected.position; i < relationships.size() + (collected.is_node ? 1 : 0);
         i += period) {
      const bool beyond = collected.is_node && i == relationships.size() && collected.position == 0;
      if (beyond) break;  // the last node begins no repetition
      list.push_back(collected.is_node ? Value(nodes[i]) : Value(relationships[i]));
    }
    bind_list(collected.slot, std::move(list));
  }
  if (pattern.relationships == kNoSlot) return;
  List all;
  all.reserve(relationships.size());
  for (const RelationshipId r : relationships) all.emplace_back(r);
  bind_list(pattern.relationships, std::move(all));
}

void TrailWalk::start(NodeId from, Execution&) {
  nodes_.assign(1, from);
  relationships_.clear();
  levels_.clear();
  reached_end = false;
  fresh_ = true;
}

bool TrailWalk::complete() const {
  const std::size_t length = relationships_.size();
  if (exact != kAny && length != exact) return false;
  const std::size_t period = pattern_->hops.size();
  return length % period == 0 && length / period >= pattern_->bounds.min;
}

// Whether another relationship may follow; at the beginning of a repetition, whether it may begin.
bool TrailWalk::may_go_on(Execution& execution) {
  const std::size_t length = relationships_.size();
  const std::size_t period = pattern_->hops.size();
  if (length / period >= pattern_->bounds.max) return false;
  if (length == exact) {
    reached_end = true;
    return false;
  }
  if (prune && !prune(nodes_.back(), length)) return false;
  if (length % period != 0) return true;
  if (pattern_->first_node != kNoSlot) {
    execution.frame[pattern_->first_node] = Value(nodes_.back());
  }
  return all_hold(pattern_->start_predicates, execution);
}

bool TrailWalk::next(Execution& execution) {
  for (;;) {
    if (fresh_) {
      fresh_ = false;
      const bool goes_on = may_go_on(execution);
      levels_.push_back(
          goes_on
              ? Neighbours(execution.graph, nodes_.back(),
                           pattern_->hops[relationships_.size() % pattern_->hops.size()].direction)
              : Neighbours());
      if (complete()) return true;
    }
    if (levels_.empty()) return false;
    if (!advance(execution)) {
      levels_.pop_back();
      if (!relationships_.empty()) {
        relationships_.pop_back();
        nodes_.pop_back();
      }
    }
  }
}

// One more relationship at the end of the trail; false when all were tried.
bool TrailWalk::advance(Execution& execution) {
  while (const Neighbour* neighbour = levels_.back().next()) {
    execution.meter.step();
    if (enter(*neighbour, execution)) {
      fresh_ = true;
      return true;
    }
  }
  return false;
}

// The frame holds another repetition's variables after going back.
void TrailWalk::set_repetition(Execution& execution) {
  const std::size_t period = pattern_->hops.size();
  const std::size_t begin = relationships_.size() / period * period;
  const auto set = [&](Slot slot, const Value& value) {
    if (slot != kNoSlot) execution.frame[slot] = value;
  };
  set(pattern_->first_node, Value(nodes_[begin]));
  for (std::size_t i = begin; i < relationships_.size(); ++i) {
    set(pattern_->hops[i - begin].relationship, Value(relationships_[i]));
    set(pattern_->hops[i - begin].node, Value(nodes_[i + 1]));
  }
}

bool TrailWalk::enter(const Neighbour& neighbour, Execution& execution) {
  const Hop& hop = pattern_->hops[relationships_.size() % pattern_->hops.size()];
  if (std::ranges::find(relationships_, neighbour.relationship) != relationships_.end()) {
    return false;
  }
  if (used_by(pattern_->others, neighbour.relationship, execution)) return false;
  if (!hop.predicates.empty()) set_repetition(execution);
  if (!hop_holds(hop, neighbour, neighbour.node, execution)) return false;
  relationships_.push_back(neighbour.relationship);
  nodes_.push_back(neighbour.node);
  return true;
}

}  // namespace entente::cypher
