#include "cypher/match_planner.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "cypher/error.h"
#include "cypher/segments.h"

namespace entente::cypher {
namespace {

// The names of a disjunction; empty for anything else.
std::vector<std::uint32_t> alternatives(const LabelExpression& labels) {
  std::vector<std::uint32_t> symbols;
  if (labels.kind == LabelExpression::Kind::Name) symbols.push_back(labels.symbol);
  if (labels.kind != LabelExpression::Kind::Or) return symbols;
  for (const LabelExpression& operand : labels.operands) {
    if (operand.kind != LabelExpression::Kind::Name) return {};
    symbols.push_back(operand.symbol);
  }
  return symbols;
}

// Labels that a node must have by the expression, one by one.
void required_labels(const LabelExpression& labels, std::vector<const LabelExpression*>& out) {
  if (labels.kind == LabelExpression::Kind::Name) out.push_back(&labels);
  if (labels.kind != LabelExpression::Kind::And) return;
  for (const LabelExpression& operand : labels.operands) required_labels(operand, out);
}

// `n.key = value`, in either order and either spelling, of the node at `slot`.
std::optional<Predicate::PropertyEquals> property_equality(const Predicate& predicate, Slot slot) {
  if (const auto* equals = std::get_if<Predicate::PropertyEquals>(&predicate.test)) {
    return equals->slot == slot ? std::optional(*equals) : std::nullopt;
  }
  const auto* e = std::get_if<const Expression*>(&predicate.test);
  const auto* comparison = e ? as<Comparison>(**e) : nullptr;
  if (!comparison || comparison->operators.size() != 1 ||
      comparison->operators[0] != ComparisonOperator::Equal) {
    return std::nullopt;
  }
  for (const std::size_t side : {0, 1}) {
    const auto* property = as<Property>(*comparison->operands[side]);
    const auto* variable = property ? as<Variable>(*property->object) : nullptr;
    if (!variable || variable->slot != slot) continue;
    const Expression& value = *comparison->operands[1 - side];
    return Predicate::PropertyEquals{slot, property->key, property->symbol, &value};
  }
  return std::nullopt;
}

}  // namespace

std::vector<Slot> MatchPlanner::introduced(const std::vector<const PathPattern*>& paths) {
  std::vector<Slot> slots;
  for (const PathPattern* path : paths) {
    for (const NodePattern& node : path->nodes) {
      if (node.introduced) slots.push_back(node.slot);
    }
    for (const Segment& segment : path->segments) add_introduced(segment, slots);
    if (path->slot != kNoSlot) slots.push_back(path->slot);
  }
  return slots;
}

OperatorPtr MatchPlanner::plan(OperatorPtr child, const std::vector<const PathPattern*>& paths,
                               const Expression* where) {
  plan_ = std::move(child);
  const std::vector<Slot> slots = introduced(paths);
  unbound_ = {slots.begin(), slots.end()};
  if (where) add_predicates(*where, predicates_);
  for (const PathPattern* path : paths) {
    if (path->selector.kind == Selector::Kind::All) add(*path);
  }
  refuse_too_many();
  walk_all();
  for (const PathPattern* path : paths) {
    if (path->selector.kind != Selector::Kind::All) select(*path);
  }
  for (const PathPattern* path : paths) {
    if (path->slot != kNoSlot && !is_bound(path->slot)) build_path(*path);
  }
  check_ready();
  return std::move(plan_);
}

void MatchPlanner::add(const PathPattern& path) {
  for (const NodePattern& node : path.nodes) {
    add_predicates(node, predicates_);
    nodes_.push_back(&node);
  }
  for (std::size_t i = 0; i < path.segments.size(); ++i) {
    legs_.push_back({&path.segments[i], &path.nodes[i], &path.nodes[i + 1]});
    const auto* relationship = std::get_if<RelationshipPattern>(&path.segments[i]);
    if (relationship && !relationship->length) {
      add_predicates(*relationship, relationship->slot, predicates_);
    }
  }
  if (path.where) add_predicates(*path.where, predicates_);
}

// Choosing the order takes time that grows with the square of the pattern, and more.
void MatchPlanner::refuse_too_many() const {
  if (nodes_.size() + predicates_.size() <= kMaxPattern) return;
  throw Failure{ErrorType::BudgetExceeded, "Memory",
                "a MATCH of more than " + std::to_string(kMaxPattern) + " nodes and conditions"};
}

bool MatchPlanner::are_bound(const std::set<Slot>& slots) const {
  return std::ranges::all_of(slots, [&](Slot slot) { return is_bound(slot); });
}

// A filter for all conditions whose variables are there.
void MatchPlanner::check_ready() {
  const auto waiting = std::stable_partition(
      predicates_.begin(), predicates_.end(),
      [&](const Predicate& predicate) { return !are_bound(predicate.needs); });
  if (waiting == predicates_.end()) return;
  std::vector<Predicate> ready(std::make_move_iterator(waiting),
                               std::make_move_iterator(predicates_.end()));
  predicates_.erase(waiting, predicates_.end());
  plan_ = std::make_unique<Filter>(std::move(plan_), std::move(ready));
}

void MatchPlanner::walk_all() {
  for (;;) {
    check_ready();
    auto best = legs_.end();
    double best_cost = std::numeric_limits<double>::max();
    for (auto leg = legs_.begin(); leg != legs_.end(); ++leg) {
      if (!can_walk(*leg) || cost(*leg) >= best_cost) continue;
      best = leg;
      best_cost = cost(*leg);
    }
    if (best != legs_.end()) {
      const Leg leg = *best;
      legs_.erase(best);
      walk(leg);
      continue;
    }
    const NodePattern* start = nullptr;
    for (const NodePattern* node : nodes_) {
      if (is_bound(node->slot)) continue;
      NodeScan::Source source;
      const double found = scan_cost(node->slot, source);
      if (start && found >= best_cost) continue;
      start = node;
      best_cost = found;
    }
    if (!start) return;
    scan(*start);
  }
}

// How many nodes have to be looked at, and where they are found.
double MatchPlanner::scan_cost(Slot slot, NodeScan::Source& source) const {
  const PropertyGraph& graph = execution_.graph;
  double best = static_cast<double>(graph.node_count()) + 1;
  bool has_property = false;
  for (const Predicate& predicate : predicates_) {
    if (const auto* test = std::get_if<Predicate::Labels>(&predicate.test)) {
      if (test->slot != slot) continue;
      std::vector<const LabelExpression*> labels;
      required_labels(*test->labels, labels);
      for (const LabelExpression* label : labels) {
        const auto id = execution_.label(label->symbol);
        const double count = id ? static_cast<double>(graph.count_label(*id)) : 0;
        if (count >= best) continue;
        best = count;
        source = NodeScan::Label{label->name, label->symbol};
      }
    } else if (const auto equality = property_equality(predicate, slot)) {
      has_property = true;
      const auto key = execution_.key(equality->symbol);
      std::set<Slot> needs;
      add_used_slots(*equality->value, needs);
      if (!key || !graph.has_index(*key) || !are_bound(needs)) continue;
      source = NodeScan::Index{equality->key, equality->symbol, equality->value};
      return 1;
    }
  }
  return has_property ? best * 0.5 : best;  // of two that are alike the one with a condition
}

void MatchPlanner::scan(const NodePattern& node) {
  NodeScan::Source source;
  scan_cost(node.slot, source);
  plan_ = std::make_unique<NodeScan>(std::move(plan_), node.slot, node.variable, std::move(source));
  bind(node.slot);
}

// A leg can be walked from a bound end, when all that its repeated conditions need is there.
bool MatchPlanner::can_walk(const Leg& leg) const {
  const auto* relationship = std::get_if<RelationshipPattern>(leg.segment);
  const bool known = relationship && !relationship->introduced && is_bound(relationship->slot);
  const bool empty_list = known && relationship->length && relationship->length->min == 0;
  if (!(known && !empty_list) && !is_bound(leg.left->slot) && !is_bound(leg.right->slot)) {
    return false;
  }
  if (!is_repeated(*leg.segment)) return true;
  const std::set<Slot> inner = inner_slots(*leg.segment);
  for (const Predicate& predicate : inner_predicates(*leg.segment)) {
    for (const Slot slot : predicate.needs) {
      if (!inner.contains(slot) && !is_bound(slot)) return false;
    }
  }
  return true;
}

// How many rows the leg makes of one, roughly.
double MatchPlanner::cost(const Leg& leg) const {
  const PropertyGraph& graph = execution_.graph;
  const auto* relationship = std::get_if<RelationshipPattern>(leg.segment);
  if (relationship && !relationship->introduced) return 0;
  double count = static_cast<double>(graph.relationship_count());
  if (relationship && relationship->types) {
    const auto symbols = alternatives(*relationship->types);
    if (!symbols.empty()) count = 0;
    for (const std::uint32_t symbol : symbols) {
      const auto type = execution_.type(symbol);
      if (type) count += static_cast<double>(graph.count_type(*type));
    }
  }
  double degree = count / (static_cast<double>(graph.node_count()) + 1);
  if (!relationship || relationship->direction == Direction::Both) degree *= 2;
  if (is_repeated(*leg.segment)) {
    constexpr double kHopsAhead = 4;  // as far as an estimate makes sense
    degree = std::pow(degree + 1, std::min<double>(kHopsAhead, bounds_of(*leg.segment).max));
  }
  const bool closes = is_bound(leg.left->slot) && is_bound(leg.right->slot);
  return closes ? degree * 0.01 : degree;
}

void MatchPlanner::walk(const Leg& leg) {
  const auto* relationship = std::get_if<RelationshipPattern>(leg.segment);
  if (relationship && !relationship->introduced && is_bound(relationship->slot)) {
    follow(leg, *relationship);
  } else if (is_repeated(*leg.segment)) {
    walk_trail(leg);
  } else {
    walk_single(leg, *relationship);
  }
  relationships_.push_back(relationships_slot(*leg.segment));
}

void MatchPlanner::walk_single(const Leg& leg, const RelationshipPattern& relationship) {
  const bool backward = !is_bound(leg.left->slot);
  const NodePattern& from = backward ? *leg.right : *leg.left;
  const NodePattern& to = backward ? *leg.left : *leg.right;
  Expand::Step step;
  step.from = from.slot;
  step.relationship = relationship.slot;
  step.to = to.slot;
  step.to_bound = is_bound(to.slot);
  step.direction = backward ? reversed(relationship.direction) : relationship.direction;
  step.types = relationship.types ? &*relationship.types : nullptr;
  step.others = relationships_;
  plan_ = std::make_unique<Expand>(std::move(plan_), std::move(step),
                                   shown(*leg.left, *leg.segment, *leg.right));
  bind(relationship.slot);
  bind(to.slot);
}

void MatchPlanner::walk_trail(const Leg& leg) {
  TrailPattern pattern = trail(leg, !is_bound(leg.left->slot));
  pattern.to_bound = is_bound(pattern.to);
  bind(pattern.to);
  std::vector<Slot> slots;
  add_introduced(*leg.segment, slots);
  for (const Slot slot : slots) bind(slot);
  plan_ = std::make_unique<ExpandTrail>(std::move(plan_), std::move(pattern),
                                        shown(*leg.left, *leg.segment, *leg.right));
}

void MatchPlanner::follow(const Leg& leg, const RelationshipPattern& relationship) {
  FollowBound::Step step;
  step.left = leg.left->slot;
  step.right = leg.right->slot;
  step.left_bound = is_bound(step.left);
  step.right_bound = is_bound(step.right);
  step.relationships = relationship.slot;
  step.direction = relationship.direction;
  step.types = relationship.types ? &*relationship.types : nullptr;
  step.bounds = relationship.length.value_or(Bounds{1, 1});
  bind(step.left);
  bind(step.right);
  plan_ = std::make_unique<FollowBound>(std::move(plan_), step,
                                        shown(*leg.left, *leg.segment, *leg.right));
}

}  // namespace entente::cypher
