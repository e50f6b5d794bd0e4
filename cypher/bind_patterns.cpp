// Patterns: their variables, of one kind each, and the expressions in them.

#include "cypher/binder_internal.h"

namespace entente::cypher {
namespace {

bool is_one_name(const std::optional<LabelExpression>& labels) {
  return labels && labels->kind == LabelExpression::Kind::Name;
}

bool is_conjunction(const LabelExpression& labels) {
  if (labels.kind == LabelExpression::Kind::Name) return true;
  if (labels.kind != LabelExpression::Kind::And) return false;
  for (const LabelExpression& operand : labels.operands) {
    if (operand.kind != LabelExpression::Kind::Name) return false;
  }
  return true;
}

}  // namespace

// ---- Patterns that are looked for

// `relationships`: those of this MATCH so far; none may stand for two.
void Binder::declare(PathPattern& path, std::set<Slot>& relationships) {
  for (std::size_t i = 0; i < path.nodes.size(); ++i) {
    declare(path.nodes[i]);
    if (i == path.segments.size()) break;
    if (auto* relationship = std::get_if<RelationshipPattern>(&path.segments[i])) {
      declare(*relationship, relationships);
    } else {
      declare(std::get<QuantifiedGroup>(path.segments[i]));
    }
  }
  declare_path(path);
}

void Binder::declare_path(PathPattern& path) {
  if (path.variable.empty()) return;
  if (find(path.variable)) {
    fail("VariableAlreadyBound", path.span,
         "\"" + path.variable + "\" is already bound, expected a new variable for the path");
  }
  path.slot = introduce(path.variable, Type::Path).slot;
}

void Binder::declare(NodePattern& node) {
  const Binding* known = node.variable.empty() ? nullptr : find(node.variable);
  if (!known) {
    node.introduced = true;
    node.slot = node.variable.empty() ? new_slot() : introduce(node.variable, Type::Node).slot;
    return;
  }
  if (!known->type.may_be(only(Type::Node))) {
    fail("VariableTypeConflict", node.span,
         "\"" + node.variable + "\" is no node, expected one here");
  }
  node.slot = known->slot;
}

void Binder::declare(RelationshipPattern& relationship, std::set<Slot>& relationships) {
  const StaticType type = relationship.length
                              ? StaticType(only(Type::List), only(Type::Relationship))
                              : StaticType(Type::Relationship);
  if (relationship.length) relationship.each_slot = new_slot();
  const Binding* known = relationship.variable.empty() ? nullptr : find(relationship.variable);
  if (!known) {
    relationship.introduced = true;
    relationship.slot =
        relationship.variable.empty() ? new_slot() : introduce(relationship.variable, type).slot;
  } else {
    const bool list_fits =
        !relationship.length || (known->type.elements & only(Type::Relationship)) != 0;
    if (!known->type.may_be(type.types) || !list_fits) {
      fail("VariableTypeConflict", relationship.span,
           "\"" + relationship.variable + "\" is no " +
               (relationship.length ? "list of relationships" : "relationship") +
               ", expected one here");
    }
    relationship.slot = known->slot;
  }
  if (!relationships.insert(relationship.slot).second) {
    fail("RelationshipUniquenessViolation", relationship.span,
         "\"" + relationship.variable + "\" stands for two relationships of one MATCH");
  }
}

// Inside, a group's variables are single; outside they are lists.
void Binder::declare(QuantifiedGroup& group) {
  const Scope outside = scope_;
  std::set<Slot> relationships;
  group.relationships = new_slot();
  for (NodePattern& node : group.path->nodes) {
    if (!node.variable.empty() && outside.contains(node.variable)) {
      fail("VariableAlreadyBound", node.span,
           "\"" + node.variable + "\" is already bound outside of the quantified pattern");
    }
    declare(node);
  }
  for (Segment& segment : group.path->segments) {
    auto* relationship = std::get_if<RelationshipPattern>(&segment);
    if (!relationship || relationship->length) {
      fail("UnexpectedSyntax", group.span,
           "found a quantifier within a quantified pattern, expected single relationships");
    }
    if (!relationship->variable.empty() && outside.contains(relationship->variable)) {
      fail("VariableAlreadyBound", relationship->span,
           "\"" + relationship->variable + "\" is already bound outside of the quantified pattern");
    }
    declare(*relationship, relationships);
  }
  if (group.path->segments.empty()) {
    fail("UnexpectedSyntax", group.span, "found no relationship in the quantified pattern");
  }
  bind_inside(*group.path);
  const Scope inside = std::exchange(scope_, outside);
  for (const auto& [name, binding] : inside) {
    if (outside.contains(name)) continue;
    const Binding& list = introduce(name, StaticType(only(Type::List), binding.type.types));
    group.variables.push_back({binding.slot, list.slot});
  }
}

void Binder::bind_inside(PathPattern& path) {
  for (NodePattern& node : path.nodes) bind_inside(node);
  for (Segment& segment : path.segments) {
    if (auto* relationship = std::get_if<RelationshipPattern>(&segment)) bind_inside(*relationship);
  }
  bind_where(path.where);
  bind_selector(path.selector);
}

void Binder::bind_inside(NodePattern& node) {
  if (node.labels) bind_labels(*node.labels);
  refuse_parameter(node.properties);
  if (node.properties) bind_value(node.properties);
  bind_where(node.where);
}

void Binder::bind_inside(RelationshipPattern& relationship) {
  if (relationship.types) bind_labels(*relationship.types);
  refuse_parameter(relationship.properties);
  // In its own brackets a variable-length relationship is the one that is looked at.
  std::optional<Local> each;
  if (relationship.length && !relationship.variable.empty()) {
    each.emplace(*this, relationship.variable, relationship.each_slot, Type::Relationship);
  }
  if (relationship.properties) bind_value(relationship.properties);
  bind_where(relationship.where);
}

void Binder::bind_selector(Selector& selector) {
  if (!selector.count) return;
  const auto* literal = as<Literal>(*selector.count);
  if (literal && literal->value.integer() < 1) {
    fail("NegativeIntegerArgument", selector.count->span, "expected at least one path");
  }
  bind_value(selector.count);
}

void Binder::refuse_parameter(const ExpressionPtr& properties) {
  if (!properties || !as<Parameter>(*properties)) return;
  fail("InvalidParameterUse", properties->span,
       "found a parameter, expected properties one by one: {key: $parameter}");
}

void Binder::bind_labels(LabelExpression& labels) {
  if (labels.kind == LabelExpression::Kind::Name) labels.symbol = symbol(labels.name);
  for (LabelExpression& operand : labels.operands) bind_labels(operand);
}

// ---- Patterns that are written

void Binder::bind_written(PathPattern& path, bool merge) {
  const bool alone = path.segments.empty();
  for (std::size_t i = 0; i < path.nodes.size(); ++i) {
    bind_written(path.nodes[i], alone, merge);
    if (i == path.segments.size()) break;
    bind_written(std::get<RelationshipPattern>(path.segments[i]), merge);
  }
  declare_path(path);
}

void Binder::bind_written(NodePattern& node, bool alone, bool merge) {
  if (merge) refuse_parameter(node.properties);
  if (node.where) fail("UnexpectedSyntax", node.span, "found WHERE, expected only properties");
  if (node.labels) {
    if (!is_conjunction(*node.labels)) {
      fail("UnexpectedSyntax", node.span, "expected labels to write: \":A:B\"");
    }
    bind_labels(*node.labels);
  }
  if (node.properties) bind_value(node.properties);
  const Binding* known = node.variable.empty() ? nullptr : find(node.variable);
  if (!known) {
    node.introduced = true;
    node.slot = node.variable.empty() ? new_slot() : introduce(node.variable, Type::Node).slot;
    return;
  }
  if (!known->type.may_be(only(Type::Node))) {
    fail("VariableTypeConflict", node.span, "\"" + node.variable + "\" is no node");
  }
  if (alone || node.labels || node.properties) {
    fail("VariableAlreadyBound", node.span,
         "\"" + node.variable + "\" is already bound, expected a new variable");
  }
  node.slot = known->slot;
}

void Binder::bind_written(RelationshipPattern& relationship, bool merge) {
  const Span where = relationship.span;
  if (merge) refuse_parameter(relationship.properties);
  if (!relationship.variable.empty() && find(relationship.variable)) {
    fail("VariableAlreadyBound", where,
         "\"" + relationship.variable + "\" is already bound, expected a new variable");
  }
  if (relationship.length) {
    fail("CreatingVarLength", where, "found a length, expected one relationship to write");
  }
  if (!is_one_name(relationship.types)) {
    fail("NoSingleRelationshipType", where, "expected exactly one type of a relationship to write");
  }
  if (!merge && relationship.direction == Direction::Both) {
    fail("RequiresDirectedRelationship", where, "expected a direction of a relationship to write");
  }
  if (relationship.where) fail("UnexpectedSyntax", where, "found WHERE, expected only properties");
  bind_labels(*relationship.types);
  if (relationship.properties) bind_value(relationship.properties);
  relationship.introduced = true;
  relationship.slot = relationship.variable.empty()
                          ? new_slot()
                          : introduce(relationship.variable, Type::Relationship).slot;
}

}  // namespace entente::cypher
