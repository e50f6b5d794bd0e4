// Clauses: what each sees and adds, and how they follow each other.

#include <algorithm>

#include "cypher/binder_internal.h"

namespace entente::cypher {
namespace {

bool is_update(const Clause& clause) {
  return std::holds_alternative<CreateClause>(clause.node) ||
         std::holds_alternative<MergeClause>(clause.node) ||
         std::holds_alternative<SetClause>(clause.node) ||
         std::holds_alternative<RemoveClause>(clause.node) ||
         std::holds_alternative<DeleteClause>(clause.node);
}

std::vector<Slot> visible_slots(const Scope& scope) {
  std::vector<Slot> slots;
  for (const auto& [name, binding] : scope) slots.push_back(binding.slot);
  std::ranges::sort(slots);
  slots.erase(std::unique(slots.begin(), slots.end()), slots.end());
  return slots;
}

}  // namespace

void Binder::fail(std::string_view detail, Span where, const std::string& message) const {
  fail(ErrorType::SyntaxError, detail, where, message);
}

void Binder::fail(ErrorType type, std::string_view detail, Span where,
                  const std::string& message) const {
  throw QueryError(type, Phase::Compile, detail, text_, where, message);
}

std::uint32_t Binder::symbol(const std::string& name) {
  const auto [it, added] =
      symbols_.emplace(name, static_cast<std::uint32_t>(bound_.symbols.size()));
  if (added) bound_.symbols.push_back(name);
  return it->second;
}

const Binding* Binder::find(const std::string& name) const {
  const auto it = scope_.find(name);
  return it == scope_.end() ? nullptr : &it->second;
}

Binding& Binder::introduce(const std::string& name, StaticType type) {
  return scope_.insert_or_assign(name, Binding{new_slot(), type, false}).first->second;
}

void Binder::bind_query(Query& query, const Scope& outer, bool nested) {
  for (SingleQuery& part : query.parts) bind_part(part, outer, nested);
  const std::vector<Column>& first = query.parts.front().columns;
  if (query.parts.size() == 1) {
    query.columns = first;
    return;
  }
  for (const SingleQuery& part : query.parts) {
    const bool same = std::ranges::equal(part.columns, first, {}, &Column::name, &Column::name);
    if (!same) {
      fail("DifferentColumnsInUnion", query.span,
           "found different columns in the parts of a UNION, expected the same");
    }
  }
  for (const Column& column : first) query.columns.push_back({column.name, new_slot()});
}

void Binder::bind_part(SingleQuery& part, const Scope& outer, bool nested) {
  scope_ = outer;
  check_order(part, nested);
  for (Clause& clause : part.clauses) {
    bind_clause(clause, part, nested);
    clause.visible = visible_slots(scope_);
  }
}

void Binder::check_order(const SingleQuery& part, bool nested) {
  for (const Clause& clause : part.clauses) {
    if (!is_update(clause)) continue;
    bound_.writes = true;
    if (nested) {
      fail("InvalidClauseComposition", clause.span,
           "found a clause that changes the graph, expected only reading in a subquery");
    }
  }
  const Clause& last = part.clauses.back();
  const bool ends = nested || is_update(last) || std::holds_alternative<ReturnClause>(last.node) ||
                    std::holds_alternative<CallClause>(last.node);
  if (!ends) {
    fail("InvalidClauseComposition", last.span,
         "found a query that ends here, expected RETURN or a clause that changes the graph");
  }
}

void Binder::bind_clause(Clause& clause, SingleQuery& part, bool nested) {
  if (auto* call = std::get_if<CallClause>(&clause.node)) {
    const bool standalone = !nested && part.clauses.size() == 1;
    bind_call(*call, standalone);
    if (!standalone) return;
    for (const CallClause::Yield& yield : call->yields) {
      part.columns.push_back({yield.variable, yield.slot});
    }
  } else if (auto* with = std::get_if<WithClause>(&clause.node)) {
    bind_projection(with->projection, true);
  } else if (auto* returned = std::get_if<ReturnClause>(&clause.node)) {
    bind_projection(returned->projection, false);
    for (const ProjectionItem& item : returned->projection.items) {
      part.columns.push_back({item.name, item.slot});
    }
  } else {
    std::visit(
        [&]<typename T>(T& node) {
          constexpr bool handled = std::is_same_v<T, CallClause> || std::is_same_v<T, WithClause> ||
                                   std::is_same_v<T, ReturnClause>;
          if constexpr (!handled) bind_clause(node);
        },
        clause.node);
  }
}

void Binder::bind_where(ExpressionPtr& where) {
  if (!where) return;
  Context context;
  context.predicate = true;
  require(*where, bind(where, context), only(Type::Boolean), "a condition");
}

void Binder::bind_clause(MatchClause& match) {
  std::set<Slot> relationships;
  for (PathPattern& path : match.patterns) declare(path, relationships);
  for (PathPattern& path : match.patterns) bind_inside(path);
  bind_where(match.where);
}

void Binder::bind_clause(UnwindClause& unwind) {
  const StaticType type = bind_value(unwind.list);
  if (find(unwind.variable)) {
    fail("VariableAlreadyBound", unwind.list->span,
         "\"" + unwind.variable + "\" is already bound, expected a new variable");
  }
  const bool list = type.types == only(Type::List);
  unwind.slot = introduce(unwind.variable, list ? StaticType(type.elements) : StaticType()).slot;
}

void Binder::bind_clause(CreateClause& create) {
  for (PathPattern& path : create.patterns) bind_written(path, false);
}

void Binder::bind_clause(MergeClause& merge) {
  bind_written(merge.pattern, true);
  bind_set_items(merge.on_create);
  bind_set_items(merge.on_match);
}

void Binder::bind_clause(SetClause& set) { bind_set_items(set.items); }

void Binder::bind_set_items(std::vector<SetItem>& items) {
  for (SetItem& item : items) {
    require(*item.target, bind_value(item.target), kEntity, "a node or a relationship");
    if (item.value) bind_value(item.value);
  }
}

void Binder::bind_clause(RemoveClause& remove) {
  for (RemoveClause::Item& item : remove.items) {
    require(*item.target, bind_value(item.target), kEntity, "a node or a relationship");
  }
}

void Binder::bind_clause(DeleteClause& remove) {
  for (ExpressionPtr& target : remove.targets) {
    if (as<HasLabels>(*target)) {
      fail("InvalidDelete", target->span,
           "found a label, expected a node, a relationship or a path; REMOVE takes labels away");
    }
    require(*target, bind_value(target), kEntity | only(Type::Path),
            "a node, a relationship or a path");
  }
}

void Binder::bind_call(CallClause& call, bool standalone) {
  call.bound = procedures_.find(call.procedure);
  if (!call.bound) {
    fail(ErrorType::ProcedureError, "ProcedureNotFound", call.span,
         "there is no procedure \"" + call.procedure + "\"");
  }
  bind_arguments(call, standalone);
  if (call.yield_all && !standalone) {
    fail("UnexpectedSyntax", call.span, "found YIELD *, expected the fields by name");
  }
  if (call.yield_all || (standalone && !call.has_yield)) {
    for (const Procedure::Field& field : call.bound->results) {
      call.yields.push_back({field.name, field.name, call.span});
    }
  }
  for (CallClause::Yield& yield : call.yields) {
    const auto& results = call.bound->results;
    const auto field = std::ranges::find(results, yield.field, &Procedure::Field::name);
    if (field == results.end()) {
      fail("UndefinedVariable", yield.span,
           "\"" + call.procedure + "\" yields no \"" + yield.field + "\"");
    }
    if (find(yield.variable)) {
      fail("VariableAlreadyBound", yield.span, "\"" + yield.variable + "\" is already bound");
    }
    yield.column = static_cast<std::uint32_t>(field - results.begin());
    yield.slot = introduce(yield.variable, field->types | only(Type::Null)).slot;
  }
  bind_where(call.where);
}

void Binder::bind_arguments(CallClause& call, bool standalone) {
  const std::vector<Procedure::Field>& wanted = call.bound->parameters;
  const std::size_t required = wanted.size() - call.bound->optional;
  if (!call.has_arguments) {
    if (!standalone) {
      fail("InvalidArgumentPassingMode", call.span,
           "found a procedure without arguments within a query, expected them in parentheses");
    }
    // A standalone call takes the query's parameters by name.
    for (const Procedure::Field& field : wanted) {
      if (!parameters_.contains(field.name)) {
        if (call.arguments.size() >= required) break;
        fail(ErrorType::ParameterMissing, "MissingParameter", call.span,
             "expected the parameter \"" + field.name + "\"");
      }
      call.arguments.push_back(std::make_unique<Expression>());
      call.arguments.back()->node = Parameter{field.name};
      call.arguments.back()->span = call.span;
    }
  }
  if (call.arguments.size() < required || call.arguments.size() > wanted.size()) {
    fail("InvalidNumberOfArguments", call.span,
         "found " + std::to_string(call.arguments.size()) + " arguments, expected " +
             signature(*call.bound));
  }
  for (std::size_t i = 0; i < call.arguments.size(); ++i) {
    TypeSet accepted = wanted[i].types;
    if (accepted & only(Type::Float)) accepted |= only(Type::Integer);
    require(*call.arguments[i], bind_value(call.arguments[i]), accepted,
            "what \"" + wanted[i].name + "\" takes");
  }
}

BoundQuery bind(Query query, std::string_view text, const Procedures& procedures,
                const Map& parameters) {
  BoundQuery bound;
  bound.query = std::move(query);
  Binder(bound, text, procedures, parameters).bind_query(bound.query, {}, false);
  return bound;
}

}  // namespace entente::cypher
