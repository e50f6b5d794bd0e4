#include "cypher/operator.h"

#include "cypher/error.h"

namespace entente::cypher {
namespace {

void explain_into(std::string& out, const Operator& op, bool profile, int depth) {
  out.append(static_cast<std::size_t>(depth) * 2, ' ').append(op.describe());
  if (profile) out += "  [rows: " + std::to_string(op.rows()) + "]";
  out += '\n';
  if (op.second_child()) explain_into(out, *op.second_child(), profile, depth + 1);
  // A chain stays at its depth, so that long queries do not run off the page.
  if (op.child()) explain_into(out, *op.child(), profile, depth);
}

}  // namespace

Operator::Operator(std::unique_ptr<Operator> child) : child_(std::move(child)) {
  if (!child_) return;
  height_ = child_->height_ + 1;
  if (height_ <= kMaxPlanHeight) return;
  throw Failure{ErrorType::BudgetExceeded, "Memory",
                "the query takes more than " + std::to_string(kMaxPlanHeight) + " steps"};
}

std::string explain(const Operator& plan, bool profile) {
  std::string out;
  explain_into(out, plan, profile, 0);
  return out;
}

void SavedRows::clear(Execution& execution) {
  kept_.release(execution.meter);
  rows_.clear();
}

void SavedRows::save(Execution& execution) {
  kept_.add(execution.meter, row_bytes());
  List& row = rows_.emplace_back();
  row.reserve(slots_.size());
  for (const Slot slot : slots_) row.push_back(execution.frame[slot]);
}

void SavedRows::update(Execution& execution, std::size_t row) {
  for (std::size_t i = 0; i < slots_.size(); ++i) rows_[row][i] = execution.frame[slots_[i]];
}

void SavedRows::restore(Execution& execution, std::size_t row) const {
  for (std::size_t i = 0; i < slots_.size(); ++i) execution.frame[slots_[i]] = rows_[row][i];
}

void SavedRows::reorder(const std::vector<std::size_t>& order) {
  std::vector<List> rows;
  rows.reserve(order.size());
  for (const std::size_t i : order) rows.push_back(std::move(rows_[i]));
  rows_ = std::move(rows);
}

}  // namespace entente::cypher
