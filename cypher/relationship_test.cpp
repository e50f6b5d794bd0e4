#include "cypher/relationship_test.h"

#include <algorithm>

#include "cypher/ast_walk.h"
#include "cypher/evaluate.h"

namespace entente::cypher {
namespace {

ComparisonOperator mirrored(ComparisonOperator op) {
  switch (op) {
    case ComparisonOperator::Less:
      return ComparisonOperator::Greater;
    case ComparisonOperator::LessEqual:
      return ComparisonOperator::GreaterEqual;
    case ComparisonOperator::Greater:
      return ComparisonOperator::Less;
    case ComparisonOperator::GreaterEqual:
      return ComparisonOperator::LessEqual;
    default:
      return op;
  }
}

}  // namespace

RelationshipTest::RelationshipTest(const TrailPattern& pattern)
    : pattern_(pattern), hop_(pattern.hops[0]) {
  for (const Predicate& predicate : hop_.predicates) {
    if (!prepare(predicate)) others_.push_back(&predicate);
  }
}

bool RelationshipTest::is_relationship(const Expression& e) const {
  const auto* variable = as<Variable>(e);
  return variable != nullptr &&
         (variable->slot == hop_.relationship ||
          std::ranges::find(hop_.aliases, variable->slot) != hop_.aliases.end());
}

// Whether it is the same for each relationship, and costs nothing to work out early.
bool RelationshipTest::is_steady(const Expression& e) const {
  if (std::holds_alternative<Subquery>(e.node)) return false;
  if (const auto* call = as<FunctionCall>(e)) {
    if (call->function == find_function("rand")) return false;
  }
  bool steady = true;
  if (const auto* variable = as<Variable>(e)) {
    steady =
        !is_relationship(e) && variable->slot != hop_.node && variable->slot != pattern_.first_node;
  }
  each_child(e, [&](const ExpressionPtr& child) { steady = steady && is_steady(*child); });
  return steady;
}

bool RelationshipTest::prepare(const Comparison& comparison) {
  if (comparison.operands.size() != 2) return false;
  const ComparisonOperator op = comparison.operators[0];
  for (const std::size_t side : {0U, 1U}) {
    const auto* property = as<Property>(*comparison.operands[side]);
    const Expression& other = *comparison.operands[1 - side];
    if (property == nullptr || !is_relationship(*property->object) || !is_steady(other)) continue;
    compared_.push_back({property->symbol, side == 0 ? op : mirrored(op), &other});
    return true;
  }
  return false;
}

bool RelationshipTest::prepare(const Predicate& predicate) {
  if (const auto* e = std::get_if<const Expression*>(&predicate.test)) {
    const auto* comparison = as<Comparison>(**e);
    return comparison != nullptr && prepare(*comparison);
  }
  const auto* equals = std::get_if<Predicate::PropertyEquals>(&predicate.test);
  if (equals == nullptr || equals->slot != hop_.relationship || !is_steady(*equals->value)) {
    return false;
  }
  compared_.push_back({equals->symbol, ComparisonOperator::Equal, equals->value});
  return true;
}

void RelationshipTest::start(Execution& execution) {
  types_.clear();
  marks_.clear();
  for (Compared& compared : compared_) {
    compared.key = execution.key(compared.symbol);
    compared.value = evaluate(*compared.operand, execution);
    compared.is_marked =
        compared.key && marks_.add(execution.graph, *compared.key, compared.op, compared.value);
  }
}

bool RelationshipTest::find_type(TypeId type, Execution& execution) {
  const bool found = has_type(*hop_.types, type, execution);
  // A graph may give some types numbers far above the others.
  constexpr TypeId kMostKept = 1U << 16U;
  if (type >= kMostKept) return found;
  if (type >= types_.size()) types_.resize(type + 1, Answer::Unknown);
  types_[type] = found ? Answer::Yes : Answer::No;
  return found;
}

bool RelationshipTest::holds(NodeId from, const Neighbour& step, NodeId to, Execution& execution) {
  if (used_by(pattern_.others, step.relationship, execution)) return false;
  for (const Compared& compared : compared_) {
    if (compared.is_marked) continue;
    if (!compared.key) return false;
    const Value found = execution.graph.property(step.relationship, *compared.key);
    if (compares(compared.op, found, compared.value) != true) return false;
  }
  if (others_.empty() && pattern_.start_predicates.empty()) return true;
  if (pattern_.first_node != kNoSlot) execution.frame[pattern_.first_node] = Value(from);
  if (hop_.relationship != kNoSlot) execution.frame[hop_.relationship] = Value(step.relationship);
  if (hop_.node != kNoSlot) execution.frame[hop_.node] = Value(to);
  for (const Slot slot : hop_.aliases) execution.frame[slot] = Value(step.relationship);
  return std::ranges::all_of(others_,
                             [&](const Predicate* p) { return cypher::holds(*p, execution); }) &&
         all_hold(pattern_.start_predicates, execution);
}

}  // namespace entente::cypher
