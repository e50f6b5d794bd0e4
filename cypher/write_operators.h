#pragma once
// Operators that change the graph. Each takes all its rows before it changes anything, so that no
// clause sees its own changes, and is done when it is opened.

#include <vector>

#include "cypher/operator.h"

namespace entente::cypher {

class Write : public Operator {
 public:
  // `seen`: slots that are seen after it.
  Write(OperatorPtr child, std::vector<Slot> seen)
      : Operator(std::move(child)), rows_(std::move(seen)) {}

 protected:
  virtual void write_row(Execution& execution) = 0;  // for the row in the frame
  virtual void finish(Execution&) {}                 // after the last row
  // Merge makes more than one row of one.
  void emit(Execution& execution) { rows_.save(execution); }

 private:
  void do_open(Execution& execution) final;
  bool do_next(Execution& execution) final;

  SavedRows rows_;
  std::size_t at_ = 0;
};

class Create : public Write {
 public:
  Create(OperatorPtr child, const CreateClause& clause, std::vector<Slot> seen)
      : Write(std::move(child), std::move(seen)), clause_(clause) {}
  std::string describe() const override { return "Create"; }

 private:
  void write_row(Execution& execution) override;

  const CreateClause& clause_;
};

class Merge : public Write {
 public:
  // `match`: looks for the pattern with what the frame holds.
  Merge(OperatorPtr child, const MergeClause& clause, OperatorPtr match, std::vector<Slot> seen)
      : Write(std::move(child), seen),
        clause_(clause),
        match_(std::move(match)),
        found_(std::move(seen)) {}
  std::string describe() const override { return "Merge"; }
  const Operator* second_child() const override { return match_.get(); }

 private:
  void write_row(Execution& execution) override;

  const MergeClause& clause_;
  OperatorPtr match_;
  SavedRows found_;  // for one row
};

class Set : public Write {
 public:
  Set(OperatorPtr child, const std::vector<SetItem>& items, std::vector<Slot> seen)
      : Write(std::move(child), std::move(seen)), items_(items) {}
  std::string describe() const override { return "Set"; }

 private:
  void write_row(Execution& execution) override;

  const std::vector<SetItem>& items_;
};

class Remove : public Write {
 public:
  Remove(OperatorPtr child, const RemoveClause& clause, std::vector<Slot> seen)
      : Write(std::move(child), std::move(seen)), clause_(clause) {}
  std::string describe() const override { return "Remove"; }

 private:
  void write_row(Execution& execution) override;

  const RemoveClause& clause_;
};

class Delete : public Write {
 public:
  Delete(OperatorPtr child, const DeleteClause& clause, std::vector<Slot> seen)
      : Write(std::move(child), std::move(seen)), clause_(clause) {}
  std::string describe() const override { return clause_.detach ? "DetachDelete" : "Delete"; }

 private:
  void write_row(Execution& execution) override;
  void finish(Execution& execution) override;
  void collect(const Value& value, Span where, Execution& execution);

  const DeleteClause& clause_;
  std::vector<NodeId> nodes_;
  std::vector<RelationshipId> relationships_;
};

}  // namespace entente::cypher
