#include "cypher/segments.h"

namespace entente::cypher {
namespace {

std::string shown(const NodePattern& node) {
  return "(" + (node.variable.empty() ? "" : node.variable) + ")";
}

std::string shown(const RelationshipPattern& relationship) {
  std::string inside = relationship.variable;
  if (relationship.types) inside += ":" + describe(*relationship.types);
  if (relationship.length) {
    const Bounds& bounds = *relationship.length;
    inside += "*" + std::to_string(bounds.min) + "..";
    if (bounds.max != UINT32_MAX) inside += std::to_string(bounds.max);
  }
  const std::string bracket = inside.empty() ? "" : "[" + inside + "]";
  return (relationship.direction == Direction::Left ? "<-" : "-") + bracket +
         (relationship.direction == Direction::Right ? "->" : "-");
}

std::string shown(const Segment& segment) {
  if (const auto* relationship = std::get_if<RelationshipPattern>(&segment)) {
    return shown(*relationship);
  }
  const auto& group = std::get<QuantifiedGroup>(segment);
  std::string text = "(";
  for (std::size_t i = 0; i < group.path->nodes.size(); ++i) {
    text += shown(group.path->nodes[i]);
    if (i < group.path->segments.size()) text += shown(group.path->segments[i]);
  }
  text += "){" + std::to_string(group.bounds.min) + ",";
  if (group.bounds.max != UINT32_MAX) text += std::to_string(group.bounds.max);
  return text + "}";
}

}  // namespace

std::string shown(const NodePattern& left, const Segment& segment, const NodePattern& right) {
  return shown(left) + shown(segment) + shown(right);
}

std::string shown(const PathPattern& path) {
  std::string text = shown(path.nodes.front());
  for (std::size_t i = 0; i < path.segments.size(); ++i) {
    text += shown(path.segments[i]) + shown(path.nodes[i + 1]);
  }
  return text;
}

void add_introduced(const Segment& segment, std::vector<Slot>& slots) {
  if (const auto* relationship = std::get_if<RelationshipPattern>(&segment)) {
    if (relationship->introduced) slots.push_back(relationship->slot);
    return;
  }
  const auto& group = std::get<QuantifiedGroup>(segment);
  for (const QuantifiedGroup::Variable& variable : group.variables) slots.push_back(variable.outer);
  slots.push_back(group.relationships);
}

Slot relationships_slot(const Segment& segment) {
  const auto* relationship = std::get_if<RelationshipPattern>(&segment);
  return relationship ? relationship->slot : std::get<QuantifiedGroup>(segment).relationships;
}

Bounds bounds_of(const Segment& segment) {
  const auto* relationship = std::get_if<RelationshipPattern>(&segment);
  if (!relationship) return std::get<QuantifiedGroup>(segment).bounds;
  return relationship->length.value_or(Bounds{1, 1});
}

// Slots that a repetition of the segment sets by itself.
std::set<Slot> inner_slots(const Segment& segment) {
  std::set<Slot> slots;
  if (const auto* relationship = std::get_if<RelationshipPattern>(&segment)) {
    slots.insert(relationship->each_slot);
    return slots;
  }
  const PathPattern& path = *std::get<QuantifiedGroup>(segment).path;
  for (const NodePattern& node : path.nodes) slots.insert(node.slot);
  for (const Segment& inner : path.segments) slots.insert(relationships_slot(inner));
  return slots;
}

// Conditions on one repetition of the segment.
std::vector<Predicate> inner_predicates(const Segment& segment) {
  std::vector<Predicate> predicates;
  if (const auto* relationship = std::get_if<RelationshipPattern>(&segment)) {
    if (relationship->length) add_predicates(*relationship, relationship->each_slot, predicates);
    return predicates;
  }
  const PathPattern& path = *std::get<QuantifiedGroup>(segment).path;
  for (const NodePattern& node : path.nodes) add_predicates(node, predicates);
  for (const Segment& inner : path.segments) {
    const auto& relationship = std::get<RelationshipPattern>(inner);
    add_predicates(relationship, relationship.slot, predicates);
  }
  if (path.where) add_predicates(*path.where, predicates);
  return predicates;
}

bool is_repeated(const Segment& segment) {
  const auto* relationship = std::get_if<RelationshipPattern>(&segment);
  return !relationship || relationship->length.has_value();
}

}  // namespace entente::cypher
