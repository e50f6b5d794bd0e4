#pragma once
// Operators that make rows of other rows: WITH, RETURN, UNWIND, UNION, CALL.

#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "cypher/aggregates.h"
#include "cypher/compare.h"
#include "cypher/operator.h"

namespace entente::cypher {

class Unwind : public Operator {
 public:
  Unwind(OperatorPtr child, const UnwindClause& clause)
      : Operator(std::move(child)), clause_(clause) {}
  std::string describe() const override;

 private:
  void do_open(Execution& execution) override;
  bool do_next(Execution& execution) override;

  const UnwindClause& clause_;
  Value list_;
  std::size_t at_ = 0;
};

// Evaluates items into their slots; those that only pass a variable on have nothing to do.
class Project : public Operator {
 public:
  Project(OperatorPtr child, std::vector<const ProjectionItem*> items);
  std::string describe() const override;

 private:
  bool do_next(Execution& execution) override;

  std::vector<const ProjectionItem*> items_;
};

// Groups by `keys`, one row for each group in the order in which they came; without keys one row
// for all, also for none.
class GroupBy : public Operator {
 public:
  GroupBy(OperatorPtr child, std::vector<const ProjectionItem*> keys,
          std::vector<FunctionCall*> aggregates);
  std::string describe() const override;

 private:
  struct Column {  // of one aggregate in one group
    std::unique_ptr<Accumulator> accumulator;
    std::unordered_set<Value, HashValue, SameValue> seen;  // for DISTINCT
  };
  struct Group {
    List key;
    std::vector<Column> columns;
  };
  void do_open(Execution& execution) override;
  bool do_next(Execution& execution) override;
  Group& find_group(Execution& execution);
  void add_row(Group& group, Execution& execution);

  std::vector<const ProjectionItem*> keys_;
  std::vector<FunctionCall*> aggregates_;
  std::vector<Group> groups_;
  std::unordered_map<List, std::size_t, HashValues, SameValues> index_;
  std::size_t at_ = 0;
  Kept kept_;
};

class Distinct : public Operator {
 public:
  Distinct(OperatorPtr child, std::vector<Slot> slots)
      : Operator(std::move(child)), slots_(std::move(slots)) {}
  std::string describe() const override { return "Distinct"; }

 private:
  void do_open(Execution& execution) override;
  bool do_next(Execution& execution) override;

  std::vector<Slot> slots_;
  std::unordered_set<List, HashValues, SameValues> seen_;
  Kept kept_;
};

// `saved`: the slots that are seen after it.
class Sort : public Operator {
 public:
  Sort(OperatorPtr child, const std::vector<SortItem>& items, std::vector<Slot> saved)
      : Operator(std::move(child)), items_(items), rows_(std::move(saved)) {}
  std::string describe() const override;

 private:
  void do_open(Execution& execution) override;
  bool do_next(Execution& execution) override;

  const std::vector<SortItem>& items_;
  SavedRows rows_;
  std::size_t at_ = 0;
};

class Page : public Operator {
 public:
  // Either may be null.
  Page(OperatorPtr child, const Expression* skip, const Expression* limit)
      : Operator(std::move(child)), skip_(skip), limit_(limit) {}
  std::string describe() const override;

 private:
  void do_open(Execution& execution) override;
  bool do_next(Execution& execution) override;

  const Expression* skip_;
  const Expression* limit_;
  std::int64_t to_skip_ = 0;
  std::int64_t left_ = 0;
};

// The rows of all parts, one part after the other, with their columns brought to the same slots.
class Union : public Operator {
 public:
  struct Part {
    OperatorPtr plan;
    std::vector<Column> columns;
  };
  Union(std::vector<Part> parts, std::vector<Column> columns)
      : parts_(std::move(parts)), columns_(std::move(columns)) {}
  std::string describe() const override;

 private:
  void do_open(Execution& execution) override;
  bool do_next(Execution& execution) override;

  std::vector<Part> parts_;
  std::vector<Column> columns_;
  std::size_t at_ = 0;
};

class CallProcedure : public Operator {
 public:
  CallProcedure(OperatorPtr child, const CallClause& clause, bool standalone)
      : Operator(std::move(child)), clause_(clause), standalone_(standalone) {}
  std::string describe() const override { return "Call " + clause_.procedure; }

 private:
  void do_open(Execution& execution) override;
  bool do_next(Execution& execution) override;
  std::vector<List> call(Execution& execution) const;

  const CallClause& clause_;
  bool standalone_;
  std::vector<List> rows_;
  std::size_t at_ = 0;
};

}  // namespace entente::cypher
