#include "cypher/predicate.h"

#include <algorithm>

#include "cypher/ast_walk.h"
#include "cypher/compare.h"
#include "cypher/evaluate.h"

namespace entente::cypher {
namespace {

void add_used_slots(const PathPattern& path, std::set<Slot>& slots);

void add_used_slots(const ExpressionPtr& e, std::set<Slot>& slots) {
  if (e) add_used_slots(*e, slots);
}

void add_used_slots(const Projection& projection, std::set<Slot>& slots) {
  for (const ProjectionItem& item : projection.items) add_used_slots(item.expression, slots);
  for (const SortItem& item : projection.order) add_used_slots(item.expression, slots);
  add_used_slots(projection.where, slots);
}

void add_used_slots(const NodePattern& node, std::set<Slot>& slots) {
  slots.insert(node.slot);
  add_used_slots(node.properties, slots);
  add_used_slots(node.where, slots);
}

void add_used_slots(const Segment& segment, std::set<Slot>& slots) {
  if (const auto* group = std::get_if<QuantifiedGroup>(&segment)) {
    add_used_slots(*group->path, slots);
    return;
  }
  const auto& relationship = std::get<RelationshipPattern>(segment);
  slots.insert(relationship.slot);
  add_used_slots(relationship.properties, slots);
  add_used_slots(relationship.where, slots);
}

void add_used_slots(const PathPattern& path, std::set<Slot>& slots) {
  for (const NodePattern& node : path.nodes) add_used_slots(node, slots);
  for (const Segment& segment : path.segments) add_used_slots(segment, slots);
  add_used_slots(path.where, slots);
}

// Only clauses that read: nothing else is allowed in a subquery.
void add_used_slots(const Clause& clause, std::set<Slot>& slots) {
  if (const auto* match = std::get_if<MatchClause>(&clause.node)) {
    for (const PathPattern& path : match->patterns) add_used_slots(path, slots);
    add_used_slots(match->where, slots);
  } else if (const auto* unwind = std::get_if<UnwindClause>(&clause.node)) {
    add_used_slots(unwind->list, slots);
  } else if (const auto* with = std::get_if<WithClause>(&clause.node)) {
    add_used_slots(with->projection, slots);
  } else if (const auto* returned = std::get_if<ReturnClause>(&clause.node)) {
    add_used_slots(returned->projection, slots);
  } else if (const auto* call = std::get_if<CallClause>(&clause.node)) {
    for (const ExpressionPtr& argument : call->arguments) add_used_slots(argument, slots);
    add_used_slots(call->where, slots);
  }
}

Predicate of(const Expression& e) {
  Predicate predicate{&e, {}};
  add_used_slots(e, predicate.needs);
  return predicate;
}

void add_properties(const ExpressionPtr& properties, Slot slot, std::vector<Predicate>& out) {
  if (!properties) return;
  for (const MapLiteral::Entry& entry : as<MapLiteral>(*properties)->entries) {
    Predicate predicate{Predicate::PropertyEquals{slot, entry.key, entry.symbol, entry.value.get()},
                        {slot}};
    add_used_slots(*entry.value, predicate.needs);
    out.push_back(std::move(predicate));
  }
}

bool property_equals(const Predicate::PropertyEquals& test, Execution& execution) {
  const auto key = execution.key(test.symbol);
  if (!key) return false;
  const Value& entity = execution.frame[test.slot];
  const Value found = entity.is(Type::Node) ? execution.graph.property(entity.node(), *key)
                                            : execution.graph.property(entity.relationship(), *key);
  return !found.is_null() && equal(found, evaluate(*test.value, execution)) == true;
}

}  // namespace

bool holds(const Predicate& predicate, Execution& execution) {
  if (const auto* e = std::get_if<const Expression*>(&predicate.test)) {
    return holds(**e, execution);
  }
  if (const auto* test = std::get_if<Predicate::IsNode>(&predicate.test)) {
    return execution.frame[test->slot].is(Type::Node);
  }
  if (const auto* test = std::get_if<Predicate::Labels>(&predicate.test)) {
    return has_labels(*test->labels, execution.frame[test->slot].node(), execution);
  }
  return property_equals(std::get<Predicate::PropertyEquals>(predicate.test), execution);
}

bool all_hold(const std::vector<Predicate>& predicates, Execution& execution) {
  return std::ranges::all_of(predicates, [&](const Predicate& p) { return holds(p, execution); });
}

std::string describe(const LabelExpression& labels) {
  const auto joined = [&](const char* by) {
    std::string text;
    for (const LabelExpression& operand : labels.operands) {
      if (!text.empty()) text += by;
      text += describe(operand);
    }
    return "(" + text + ")";
  };
  switch (labels.kind) {
    case LabelExpression::Kind::Name:
      return labels.name;
    case LabelExpression::Kind::And:
      return joined("&");
    case LabelExpression::Kind::Or:
      return joined("|");
    case LabelExpression::Kind::Not:
      return "!" + describe(labels.operands[0]);
    case LabelExpression::Kind::Any:
      return "%";
  }
  return "";
}

std::string describe(const Predicate& predicate) {
  if (const auto* e = std::get_if<const Expression*>(&predicate.test)) return (*e)->text;
  if (std::holds_alternative<Predicate::IsNode>(predicate.test)) return "is a node";
  if (const auto* test = std::get_if<Predicate::Labels>(&predicate.test)) {
    return ":" + describe(*test->labels);
  }
  const auto& test = std::get<Predicate::PropertyEquals>(predicate.test);
  return test.key + " = " + test.value->text;
}

void add_predicates(const Expression& where, std::vector<Predicate>& out) {
  const auto* both = as<Binary>(where);
  if (both && both->op == BinaryOperator::And) {
    add_predicates(*both->left, out);
    add_predicates(*both->right, out);
  } else {
    out.push_back(of(where));
  }
}

void add_predicates(const NodePattern& node, std::vector<Predicate>& out) {
  if (!node.introduced) out.push_back({Predicate::IsNode{node.slot}, {node.slot}});
  if (node.labels) out.push_back({Predicate::Labels{node.slot, &*node.labels}, {node.slot}});
  add_properties(node.properties, node.slot, out);
  if (node.where) add_predicates(*node.where, out);
}

void add_predicates(const RelationshipPattern& relationship, Slot slot,
                    std::vector<Predicate>& out) {
  add_properties(relationship.properties, slot, out);
  if (relationship.where) add_predicates(*relationship.where, out);
}

void add_used_slots(const Expression& e, std::set<Slot>& slots) {
  if (const auto* variable = as<Variable>(e)) slots.insert(variable->slot);
  if (const auto* call = as<FunctionCall>(e); call && call->aggregate) slots.insert(call->slot);
  if (const auto* subquery = as<Subquery>(e)) {
    for (const SingleQuery& part : subquery->query->parts) {
      for (const Clause& clause : part.clauses) add_used_slots(clause, slots);
    }
  }
  each_child(e, [&](const ExpressionPtr& child) { add_used_slots(*child, slots); });
}

}  // namespace entente::cypher
