#pragma once
// The steps of a plan. Each pulls rows from the one below it. All share one frame: a row is what
// the frame holds when next() gives true, and an operator writes only to slots of its own. What
// keeps rows for later (sorting, grouping, writing) saves the slots that are seen after it.

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "cypher/execution.h"

namespace entente::cypher {

// Rows are pulled through all operators at once, so a plan that is higher is refused
// (BudgetExceeded) before it could exhaust the stack.
inline constexpr std::uint32_t kMaxPlanHeight = 3000;

class Operator {
 public:
  explicit Operator(std::unique_ptr<Operator> child = nullptr);
  virtual ~Operator() = default;
  Operator(const Operator&) = delete;
  Operator& operator=(const Operator&) = delete;

  // Starts over, with what the frame holds now. Operators that change the graph do it here.
  void open(Execution& execution) { do_open(execution); }
  // Puts the next row into the frame; false when there is none.
  bool next(Execution& execution) {
    execution.meter.step();
    const bool found = do_next(execution);
    rows_ += found ? 1 : 0;
    return found;
  }

  // How many equal rows the one that was just given stands for: more than one only where the
  // planner has said that nobody looks at what tells them apart.
  virtual std::int64_t weight() const { return 1; }

  virtual std::string describe() const = 0;  // one line of EXPLAIN
  virtual const Operator* second_child() const { return nullptr; }
  const Operator* child() const { return child_.get(); }
  std::uint64_t rows() const { return rows_; }  // given so far, over all starts

 protected:
  virtual void do_open(Execution& execution) { child_->open(execution); }
  virtual bool do_next(Execution& execution) = 0;

  std::unique_ptr<Operator> child_;

 private:
  std::uint32_t height_ = 1;  // operators below, and this one
  std::uint64_t rows_ = 0;
};

using OperatorPtr = std::unique_ptr<Operator>;

// The plan as an indented tree, the last step first; with `profile`, the rows of each.
std::string explain(const Operator& plan, bool profile);

// Rows that an operator keeps: the values of some slots.
class SavedRows {
 public:
  explicit SavedRows(std::vector<Slot> slots) : slots_(std::move(slots)) {}

  void clear(Execution& execution);
  void save(Execution& execution);                     // adds what the frame holds
  void update(Execution& execution, std::size_t row);  // replaces a row
  void restore(Execution& execution, std::size_t row) const;
  std::size_t size() const { return rows_.size(); }
  void reorder(const std::vector<std::size_t>& order);

 private:
  std::size_t row_bytes() const { return sizeof(List) + slots_.size() * sizeof(Value); }

  std::vector<Slot> slots_;
  std::vector<List> rows_;
  Kept kept_;
};

// One row, as the frame is: where plans begin.
class Start : public Operator {
 public:
  std::string describe() const override { return "Start"; }

 private:
  void do_open(Execution&) override { given_ = false; }
  bool do_next(Execution&) override { return !std::exchange(given_, true); }

  bool given_ = false;
};

}  // namespace entente::cypher
