#include "cypher/match_operators.h"

#include <algorithm>

#include "cypher/evaluate.h"

namespace entente::cypher {

// ---- NodeScan

NodeScan::NodeScan(OperatorPtr child, Slot slot, std::string name, Source source)
    : Operator(std::move(child)), slot_(slot), name_(std::move(name)), source_(std::move(source)) {}

std::string NodeScan::describe() const {
  if (const auto* label = std::get_if<Label>(&source_)) {
    return "NodesByLabel (" + name_ + ":" + label->name + ")";
  }
  if (const auto* index = std::get_if<Index>(&source_)) {
    return "NodesByIndex (" + name_ + " {" + index->key + ": " + index->value->text + "})";
  }
  return "AllNodes (" + name_ + ")";
}

void NodeScan::do_open(Execution& execution) {
  child_->open(execution);
  active_ = false;
}

void NodeScan::start(Execution& execution) {
  at_ = 0;
  nodes_.clear();
  if (const auto* label = std::get_if<Label>(&source_)) {
    if (const auto id = execution.label(label->symbol)) nodes_ = execution.graph.nodes_with(*id);
  } else if (const auto* index = std::get_if<Index>(&source_)) {
    const Value value = evaluate(*index->value, execution);
    const auto key = execution.key(index->symbol);
    if (key && !value.is_null()) nodes_ = execution.graph.nodes_where(*key, value);
  }
  end_ = takes_all() ? execution.graph.node_bound() : static_cast<std::uint32_t>(nodes_.size());
}

bool NodeScan::do_next(Execution& execution) {
  for (;;) {
    if (!active_) {
      if (!child_->next(execution)) return false;
      start(execution);
      active_ = true;
    }
    while (at_ < end_) {
      const NodeId node = takes_all() ? NodeId{at_} : nodes_[at_];
      ++at_;
      if (!execution.graph.exists(node)) continue;
      execution.frame[slot_] = Value(node);
      return true;
    }
    active_ = false;
  }
}

// ---- Filter

std::string Filter::describe() const {
  std::string text = "Filter";
  for (const Predicate& predicate : predicates_) {
    text += (text == "Filter" ? " " : " AND ") + cypher::describe(predicate);
  }
  return text;
}

bool Filter::do_next(Execution& execution) {
  while (child_->next(execution)) {
    if (all_hold(predicates_, execution)) return true;
  }
  return false;
}

// ---- Expand

Expand::Expand(OperatorPtr child, Step step, std::string text)
    : Operator(std::move(child)), step_(std::move(step)), text_(std::move(text)) {}

void Expand::do_open(Execution& execution) {
  child_->open(execution);
  neighbours_ = Neighbours();
}

bool Expand::do_next(Execution& execution) {
  for (;;) {
    while (const Neighbour* neighbour = neighbours_.next()) {
      execution.meter.step();
      if (take(*neighbour, execution)) return true;
    }
    if (!child_->next(execution)) return false;
    const Value& from = execution.frame[step_.from];
    neighbours_ = from.is(Type::Node) ? Neighbours(execution.graph, from.node(), step_.direction)
                                      : Neighbours();
  }
}

bool Expand::take(const Neighbour& neighbour, Execution& execution) {
  if (step_.types && !has_type(*step_.types, neighbour.type, execution)) return false;
  if (step_.to_bound) {
    const Value& to = execution.frame[step_.to];
    if (!to.is(Type::Node) || to.node() != neighbour.node) return false;
  }
  if (used_by(step_.others, neighbour.relationship, execution)) return false;
  execution.frame[step_.relationship] = Value(neighbour.relationship);
  if (!step_.to_bound) execution.frame[step_.to] = Value(neighbour.node);
  return true;
}

// ---- ExpandTrail

ExpandTrail::ExpandTrail(OperatorPtr child, TrailPattern pattern, std::string text)
    : Operator(std::move(child)),
      pattern_(std::move(pattern)),
      text_(std::move(text)),
      walk_(pattern_) {}

void ExpandTrail::do_open(Execution& execution) {
  child_->open(execution);
  walk_ = TrailWalk(pattern_);
}

bool ExpandTrail::do_next(Execution& execution) {
  for (;;) {
    while (walk_.next(execution)) {
      if (pattern_.to_bound) {
        const Value& to = execution.frame[pattern_.to];
        if (!to.is(Type::Node) || to.node() != walk_.nodes().back()) continue;
      }
      bind_trail(pattern_, walk_.nodes(), walk_.relationships(), execution);
      return true;
    }
    do {
      if (!child_->next(execution)) return false;
    } while (!execution.frame[pattern_.from].is(Type::Node));
    walk_.start(execution.frame[pattern_.from].node(), execution);
  }
}

// ---- FollowBound

FollowBound::FollowBound(OperatorPtr child, Step step, std::string text)
    : Operator(std::move(child)), step_(step), text_(std::move(text)) {}

void FollowBound::do_open(Execution& execution) {
  child_->open(execution);
  starts_.clear();
}

bool FollowBound::do_next(Execution& execution) {
  for (;;) {
    while (!starts_.empty()) {
      const NodeId from = starts_.back();
      starts_.pop_back();
      const auto to = walk(from, execution);
      if (!to) continue;
      if (step_.right_bound && execution.frame[step_.right].node() != *to) continue;
      if (!step_.left_bound) execution.frame[step_.left] = Value(from);
      // One node for both ends: the pattern is a circle.
      if (step_.left == step_.right && from != *to) continue;
      if (!step_.right_bound) execution.frame[step_.right] = Value(*to);
      return true;
    }
    if (!child_->next(execution)) return false;
    find_starts(execution);
  }
}

void FollowBound::find_starts(Execution& execution) {
  starts_.clear();
  relationships_.clear();
  if ((step_.left_bound && !execution.frame[step_.left].is(Type::Node)) ||
      (step_.right_bound && !execution.frame[step_.right].is(Type::Node))) {
    return;
  }
  append_relationships(execution.frame[step_.relationships], relationships_);
  if (relationships_.size() < step_.bounds.min || relationships_.size() > step_.bounds.max) return;
  if (step_.left_bound) {
    starts_.push_back(execution.frame[step_.left].node());
  } else if (!relationships_.empty()) {
    const Ends ends = execution.graph.ends(relationships_.front());
    if (step_.direction != Direction::Right) starts_.push_back(ends.end);
    if (step_.direction == Direction::Right ||
        (step_.direction == Direction::Both && ends.start != ends.end)) {
      starts_.push_back(ends.start);
    }
  }
}

// Where the relationships lead from `from`; nullopt where they do not hang together that way.
std::optional<NodeId> FollowBound::walk(NodeId from, Execution& execution) const {
  NodeId at = from;
  for (const RelationshipId relationship : relationships_) {
    const Ends ends = execution.graph.ends(relationship);
    if (step_.types && !has_type(*step_.types, ends.type, execution)) return std::nullopt;
    if (step_.direction != Direction::Left && ends.start == at) {
      at = ends.end;
    } else if (step_.direction != Direction::Right && ends.end == at) {
      at = ends.start;
    } else {
      return std::nullopt;
    }
  }
  return at;
}

// ---- BuildPath

BuildPath::BuildPath(OperatorPtr child, Slot slot, std::string name, Slot first_node,
                     std::vector<Slot> relationships)
    : Operator(std::move(child)),
      slot_(slot),
      name_(std::move(name)),
      first_node_(first_node),
      relationships_(std::move(relationships)) {}

bool BuildPath::do_next(Execution& execution) {
  if (!child_->next(execution)) return false;
  std::vector<RelationshipId> relationships;
  for (const Slot slot : relationships_) append_relationships(execution.frame[slot], relationships);
  execution.frame[slot_] =
      Value(make_path(execution.frame[first_node_].node(), relationships, execution.graph));
  return true;
}

// ---- Optional

Optional::Optional(OperatorPtr child, OperatorPtr inner, std::vector<Slot> introduced)
    : Operator(std::move(child)), inner_(std::move(inner)), introduced_(std::move(introduced)) {}

void Optional::do_open(Execution& execution) {
  child_->open(execution);
  active_ = false;
}

bool Optional::do_next(Execution& execution) {
  for (;;) {
    if (!active_) {
      if (!child_->next(execution)) return false;
      inner_->open(execution);
      active_ = true;
      found_ = false;
    }
    if (inner_->next(execution)) {
      found_ = true;
      return true;
    }
    active_ = false;
    if (found_) continue;
    for (const Slot slot : introduced_) execution.frame[slot] = Value();
    return true;
  }
}

// ---- Paths

Path make_path(NodeId node, const std::vector<RelationshipId>& relationships,
               const PropertyGraph& graph) {
  Path path{{node}, relationships};
  for (const RelationshipId relationship : relationships) {
    const Ends ends = graph.ends(relationship);
    path.nodes.push_back(ends.start == path.nodes.back() ? ends.end : ends.start);
  }
  return path;
}

void append_relationships(const Value& value, std::vector<RelationshipId>& out) {
  if (value.is(Type::Relationship)) {
    out.push_back(value.relationship());
  } else if (value.is(Type::List)) {
    for (const Value& element : value.list()) {
      if (element.is(Type::Relationship)) out.push_back(element.relationship());
    }
  }
}

}  // namespace entente::cypher
