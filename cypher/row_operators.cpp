#include "cypher/row_operators.h"

#include <algorithm>
#include <numeric>

#include "cypher/evaluate.h"

namespace entente::cypher {
namespace {

// The number of SKIP or LIMIT.
std::int64_t page_number(const Expression& e, Execution& execution) {
  const Value v = evaluate(e, execution);
  if (!v.is(Type::Integer)) {
    fail_at({ErrorType::SyntaxError, "InvalidArgumentType",
             "found a " + std::string(to_string(v.type())) + ", expected an Integer"},
            e.span, execution);
  }
  if (v.integer() < 0) {
    fail_at({ErrorType::SyntaxError, "NegativeIntegerArgument",
             "found a negative number, expected how many rows"},
            e.span, execution);
  }
  return v.integer();
}

bool passes_on(const ProjectionItem& item) {
  const auto* variable = as<Variable>(*item.expression);
  return variable && variable->slot == item.slot;
}

template <typename Items>
std::string item_names(const Items& items) {
  std::string text;
  for (const auto* item : items) text += (text.empty() ? " " : ", ") + item->name;
  return text;
}

}  // namespace

// ---- Unwind

std::string Unwind::describe() const {
  return "Unwind " + clause_.list->text + " AS " + clause_.variable;
}

void Unwind::do_open(Execution& execution) {
  child_->open(execution);
  list_ = Value();
  at_ = 0;
}

bool Unwind::do_next(Execution& execution) {
  for (;;) {
    if (list_.is(Type::List) && at_ < list_.list().size()) {
      execution.frame[clause_.slot] = list_.list()[at_++];
      return true;
    }
    if (!child_->next(execution)) return false;
    list_ = evaluate(*clause_.list, execution);
    at_ = 0;
    // A single value is like a list of it.
    if (!list_.is(Type::List) && !list_.is_null()) list_ = Value(List{list_});
  }
}

// ---- Project

Project::Project(OperatorPtr child, std::vector<const ProjectionItem*> items)
    : Operator(std::move(child)), items_(std::move(items)) {}

std::string Project::describe() const { return "Project" + item_names(items_); }

bool Project::do_next(Execution& execution) {
  if (!child_->next(execution)) return false;
  for (const ProjectionItem* item : items_) {
    if (!passes_on(*item)) execution.frame[item->slot] = evaluate(*item->expression, execution);
  }
  return true;
}

// ---- GroupBy

GroupBy::GroupBy(OperatorPtr child, std::vector<const ProjectionItem*> keys,
                 std::vector<FunctionCall*> aggregates)
    : Operator(std::move(child)), keys_(std::move(keys)), aggregates_(std::move(aggregates)) {}

std::string GroupBy::describe() const {
  std::string text = "GroupBy" + (keys_.empty() ? " nothing" : item_names(keys_));
  for (const FunctionCall* call : aggregates_) text += "; " + call->name;
  return text;
}

void GroupBy::do_open(Execution& execution) {
  groups_.clear();
  index_.clear();
  kept_.release(execution.meter);
  at_ = 0;
  child_->open(execution);
  while (child_->next(execution)) add_row(find_group(execution), execution);
  if (keys_.empty() && groups_.empty()) find_group(execution);
}

GroupBy::Group& GroupBy::find_group(Execution& execution) {
  List key;
  key.reserve(keys_.size());
  for (const ProjectionItem* item : keys_) key.push_back(evaluate(*item->expression, execution));
  const auto [it, added] = index_.emplace(std::move(key), groups_.size());
  if (!added) return groups_[it->second];
  kept_.add(execution.meter,
            sizeof(Group) + (keys_.size() + aggregates_.size()) * sizeof(Value) * 4);
  Group& group = groups_.emplace_back();
  group.key = it->first;
  for (const FunctionCall* call : aggregates_) {
    group.columns.emplace_back().accumulator = call->aggregate->start();
  }
  return group;
}

void GroupBy::add_row(Group& group, Execution& execution) {
  for (std::size_t i = 0; i < aggregates_.size(); ++i) {
    const FunctionCall& call = *aggregates_[i];
    List arguments;
    for (const ExpressionPtr& argument : call.arguments) {
      arguments.push_back(evaluate(*argument, execution));
    }
    if (call.star) arguments.emplace_back(true);  // every row counts
    if (arguments[0].is_null()) continue;
    Column& column = group.columns[i];
    if (call.distinct && !column.seen.insert(arguments[0]).second) continue;
    if (call.distinct || call.aggregate->keeps_values) kept_.add(execution.meter, sizeof(Value));
    try {
      column.accumulator->add(arguments, call.distinct ? 1 : child_->weight());
    } catch (const Failure& failure) {
      fail_at(failure, call.arguments[0]->span, execution);
    }
  }
}

bool GroupBy::do_next(Execution& execution) {
  if (at_ == groups_.size()) return false;
  Group& group = groups_[at_++];
  for (std::size_t i = 0; i < keys_.size(); ++i) execution.frame[keys_[i]->slot] = group.key[i];
  for (std::size_t i = 0; i < aggregates_.size(); ++i) {
    execution.frame[aggregates_[i]->slot] = group.columns[i].accumulator->result();
  }
  return true;
}

// ---- Distinct

void Distinct::do_open(Execution& execution) {
  seen_.clear();
  kept_.release(execution.meter);
  child_->open(execution);
}

bool Distinct::do_next(Execution& execution) {
  while (child_->next(execution)) {
    List row;
    row.reserve(slots_.size());
    for (const Slot slot : slots_) row.push_back(execution.frame[slot]);
    if (!seen_.insert(std::move(row)).second) continue;
    kept_.add(execution.meter, sizeof(List) * 2 + slots_.size() * sizeof(Value));
    return true;
  }
  return false;
}

// ---- Sort

std::string Sort::describe() const {
  std::string text = "Sort";
  for (const SortItem& item : items_) {
    text += (text == "Sort" ? " " : ", ") + item.expression->text;
    if (item.descending) text += " DESC";
  }
  return text;
}

void Sort::do_open(Execution& execution) {
  rows_.clear(execution);
  at_ = 0;
  std::vector<List> keys;
  Kept kept;
  child_->open(execution);
  while (child_->next(execution)) {
    List& key = keys.emplace_back();
    for (const SortItem& item : items_) key.push_back(evaluate(*item.expression, execution));
    kept.add(execution.meter, sizeof(List) + items_.size() * sizeof(Value));
    rows_.save(execution);
  }
  std::vector<std::size_t> places(keys.size());
  std::iota(places.begin(), places.end(), std::size_t{0});
  std::ranges::stable_sort(places, [&](std::size_t a, std::size_t b) {
    for (std::size_t i = 0; i < items_.size(); ++i) {
      const std::weak_ordering result = order(keys[a][i], keys[b][i]);
      if (result != 0) return items_[i].descending ? result > 0 : result < 0;
    }
    return false;
  });
  rows_.reorder(places);
  kept.release(execution.meter);
}

bool Sort::do_next(Execution& execution) {
  if (at_ == rows_.size()) return false;
  rows_.restore(execution, at_++);
  return true;
}

// ---- Page

std::string Page::describe() const {
  std::string text;
  if (skip_) text += "Skip " + skip_->text;
  if (limit_) text += (text.empty() ? "Limit " : " Limit ") + limit_->text;
  return text;
}

void Page::do_open(Execution& execution) {
  to_skip_ = skip_ ? page_number(*skip_, execution) : 0;
  left_ = limit_ ? page_number(*limit_, execution) : INT64_MAX;
  child_->open(execution);
}

bool Page::do_next(Execution& execution) {
  if (left_ == 0) return false;
  for (; to_skip_ > 0; --to_skip_) {
    if (!child_->next(execution)) return false;
  }
  --left_;
  return child_->next(execution);
}

// ---- Union

std::string Union::describe() const {
  std::string text = "Union of";
  for (const Part& part : parts_) text += "\n" + explain(*part.plan, false);
  return text;
}

void Union::do_open(Execution& execution) {
  at_ = 0;
  parts_[0].plan->open(execution);
}

bool Union::do_next(Execution& execution) {
  for (;;) {
    const Part& part = parts_[at_];
    if (part.plan->next(execution)) {
      for (std::size_t i = 0; i < columns_.size(); ++i) {
        execution.frame[columns_[i].slot] = execution.frame[part.columns[i].slot];
      }
      return true;
    }
    if (at_ + 1 == parts_.size()) return false;
    parts_[++at_].plan->open(execution);
  }
}

// ---- CallProcedure

void CallProcedure::do_open(Execution& execution) {
  child_->open(execution);
  rows_.clear();
  at_ = 0;
}

std::vector<List> CallProcedure::call(Execution& execution) const {
  List arguments;
  for (std::size_t i = 0; i < clause_.arguments.size(); ++i) {
    Value v = evaluate(*clause_.arguments[i], execution);
    const TypeSet types = clause_.bound->parameters[i].types;
    if (v.is(Type::Integer) && !(types & only(Type::Integer)) && (types & only(Type::Float))) {
      v = Value(v.number());
    }
    if (!v.is_null() && !(types & only(v.type()))) {
      fail_at({ErrorType::TypeError, "InvalidArgumentType",
               "found a " + std::string(to_string(v.type())) + " for \"" +
                   clause_.bound->parameters[i].name + "\""},
              clause_.arguments[i]->span, execution);
    }
    arguments.push_back(std::move(v));
  }
  try {
    return clause_.bound->call(execution.around, arguments);
  } catch (const Failure& failure) {
    fail_at(failure, clause_.span, execution);
  }
}

bool CallProcedure::do_next(Execution& execution) {
  for (;;) {
    while (at_ < rows_.size()) {
      const List& row = rows_[at_++];
      for (const CallClause::Yield& yield : clause_.yields) {
        execution.frame[yield.slot] = row[yield.column];
      }
      if (clause_.where && !holds(*clause_.where, execution)) continue;
      return true;
    }
    if (!child_->next(execution)) return false;
    rows_ = call(execution);
    at_ = 0;
    // A procedure that yields nothing is called for what it does: the row stays.
    if (clause_.bound->results.empty() && !standalone_) return true;
  }
}

}  // namespace entente::cypher
