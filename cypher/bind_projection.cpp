// WITH and RETURN: columns, grouping, and what ORDER BY, SKIP, LIMIT and WHERE can see of it.
//
// Where a projection aggregates, its other items are the grouping keys. An aggregating item, and
// any sort key, may then name only a key (a variable or a property, as it stands in an item)
// outside of its aggregates: everything else has no single value in a group.

#include <algorithm>

#include "cypher/ast_walk.h"
#include "cypher/binder_internal.h"

namespace entente::cypher {
namespace {

// Names of variables in an expression.
void collect_variables(const Expression& e, std::set<std::string>& names) {
  if (const auto* variable = as<Variable>(e)) names.insert(variable->name);
  each_child(e, [&](const ExpressionPtr& child) { collect_variables(*child, names); });
}

bool is_negative(const Expression& e) {
  const auto* literal = as<Literal>(e);
  return literal && literal->value.is(Type::Integer) && literal->value.integer() < 0;
}

}  // namespace

void Binder::bind_projection(Projection& projection, bool with) {
  if (projection.star) expand_star(projection, with);
  std::vector<Projected> projected;
  bind_items(projection, projected);

  const Scope before = scope_;
  Scope after;
  for (std::size_t i = 0; i < projection.items.size(); ++i) {
    const ProjectionItem& item = projection.items[i];
    if (!after.emplace(item.name, projected[i].binding).second) {
      fail("ColumnNameConflict", item.span, "found two columns of the name \"" + item.name + "\"");
    }
  }
  bind_order(projection, before, after, projected);
  for (const ProjectionItem& item : projection.items) {
    if (with && !item.aliased && !as<Variable>(*item.expression)) {
      fail("NoExpressionAlias", item.span, "found an expression without a name, expected AS");
    }
  }
  scope_ = after;
  bind_page(projection.skip);
  bind_page(projection.limit);
  scope_ = std::move(after);
}

// All variables, by name.
void Binder::expand_star(Projection& projection, bool with) {
  if (scope_.empty() && !with) {
    fail("NoVariablesInScope", projection.span, "found *, but there is no variable to return");
  }
  std::vector<ProjectionItem> items;
  for (const auto& [name, binding] : scope_) {
    ProjectionItem& item = items.emplace_back();
    item.expression = std::make_unique<Expression>();
    item.expression->node = Variable{name};
    item.expression->span = projection.span;
    item.expression->text = name;
    item.name = name;
    item.span = projection.span;
  }
  std::ranges::move(projection.items, std::back_inserter(items));
  projection.items = std::move(items);
}

// Fills `projected` with one entry for each item. Keys come first: aggregating items refer to them.
void Binder::bind_items(Projection& projection, std::vector<Projected>& projected) {
  projected.resize(projection.items.size());
  std::vector<Projected> keys;
  const auto bind_one = [&](std::size_t i, Context context) {
    ProjectionItem& item = projection.items[i];
    projected[i].text = item.expression->text;
    const bool variable = as<Variable>(*item.expression) != nullptr;
    const bool simple = variable || as<Property>(*item.expression) != nullptr;
    const StaticType type = bind(item.expression, context);
    // What only passes through stays where it is.
    item.slot = variable ? as<Variable>(*item.expression)->slot : new_slot();
    projected[i].binding = {item.slot, type, false};
    if (simple) keys.push_back(projected[i]);
  };
  for (std::size_t i = 0; i < projection.items.size(); ++i) {
    projection.items[i].aggregates = contains_aggregate(*projection.items[i].expression);
    if (!projection.items[i].aggregates) bind_one(i, {});
  }
  Context context;
  context.aggregation = Aggregation::Allowed;
  context.aggregates = &projection.aggregates;
  context.grouping = &keys;
  for (std::size_t i = 0; i < projection.items.size(); ++i) {
    if (projection.items[i].aggregates) bind_one(i, context);
  }
}

void Binder::bind_order(Projection& projection, const Scope& before, const Scope& after,
                        const std::vector<Projected>& projected) {
  const bool aggregates = !projection.aggregates.empty();
  const bool closed = aggregates || projection.distinct;
  std::set<std::string> ambiguous;
  if (aggregates) {
    for (const ProjectionItem& item : projection.items) {
      if (!item.aggregates) collect_variables(*item.expression, ambiguous);
    }
  }
  // Until rows are grouped or made distinct, what was there before can still be seen.
  scope_ = closed ? after : before;
  if (!closed) {
    for (const auto& [name, binding] : after) scope_.insert_or_assign(name, binding);
  }
  // A sort key with an aggregate of its own is like an aggregating item: it may name keys only.
  std::vector<Projected> keys;
  for (std::size_t i = 0; i < projected.size(); ++i) {
    const bool compound = as<Binary>(*projection.items[i].expression) != nullptr;
    if (!compound || projection.items[i].aggregates) keys.push_back(projected[i]);
  }
  Context context;
  for (SortItem& item : projection.order) {
    const bool has_aggregate = contains_aggregate(*item.expression);
    if (has_aggregate && !aggregates) {
      fail("InvalidAggregation", item.expression->span,
           "found an aggregate in ORDER BY, but the projection has none");
    }
    if (closed) context.grouping = has_aggregate ? &keys : &projected;
    context.ambiguous = has_aggregate ? &ambiguous : nullptr;
    bind(item.expression, context);
  }
  if (closed) context.grouping = &projected;
  if (!projection.where) return;
  context.predicate = true;
  context.ambiguous = nullptr;
  require(*projection.where, bind(projection.where, context), only(Type::Boolean), "a condition");
}

void Binder::bind_page(ExpressionPtr& number) {
  if (!number) return;
  if (is_negative(*number)) {
    fail("NegativeIntegerArgument", number->span,
         "found a negative number, expected how many rows");
  }
  Context context;
  context.constant = true;
  require(*number, bind(number, context), only(Type::Integer), "an Integer");
}

}  // namespace entente::cypher
