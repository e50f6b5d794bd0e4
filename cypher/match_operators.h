#pragma once
// Operators of MATCH: where to start, how to go on, what to check.

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "cypher/operator.h"
#include "cypher/predicate.h"
#include "cypher/trail.h"

namespace entente::cypher {

// All nodes, those of a label, or those with a property that an index knows.
class NodeScan : public Operator {
 public:
  struct Index {
    std::string key;
    std::uint32_t symbol;
    const Expression* value;
  };
  struct Label {
    std::string name;
    std::uint32_t symbol;
  };
  using Source = std::variant<std::monostate, Label, Index>;
  NodeScan(OperatorPtr child, Slot slot, std::string name, Source source);
  std::string describe() const override;

 private:
  void do_open(Execution& execution) override;
  bool do_next(Execution& execution) override;
  void start(Execution& execution);
  bool takes_all() const { return source_.index() == 0; }

  Slot slot_;
  std::string name_;
  Source source_;
  bool active_ = false;
  std::uint32_t at_ = 0;
  std::uint32_t end_ = 0;
  std::vector<NodeId> nodes_;  // not where all are taken
};

class Filter : public Operator {
 public:
  Filter(OperatorPtr child, std::vector<Predicate> predicates)
      : Operator(std::move(child)), predicates_(std::move(predicates)) {}
  std::string describe() const override;

 private:
  bool do_next(Execution& execution) override;

  std::vector<Predicate> predicates_;
};

// One step along relationships that are not known yet, to a node that is known or not.
class Expand : public Operator {
 public:
  struct Step {
    Slot from;
    Slot relationship;
    Slot to;
    bool to_bound = false;
    Direction direction = Direction::Both;
    const LabelExpression* types = nullptr;  // null = any
    std::vector<Slot> others;                // of the same MATCH: no relationship stands for two
  };
  Expand(OperatorPtr child, Step step, std::string text);
  std::string describe() const override {
    return (step_.to_bound ? "ExpandInto " : "Expand ") + text_;
  }

 private:
  void do_open(Execution& execution) override;
  bool do_next(Execution& execution) override;
  bool take(const Neighbour& neighbour, Execution& execution);

  Step step_;
  std::string text_;
  Neighbours neighbours_;
};

// A part of a path that may be repeated: -[:T*1..3]->, ((a)-->(b)){2,}.
class ExpandTrail : public Operator {
 public:
  ExpandTrail(OperatorPtr child, TrailPattern pattern, std::string text);
  std::string describe() const override { return "ExpandTrail " + text_; }

 private:
  void do_open(Execution& execution) override;
  bool do_next(Execution& execution) override;

  TrailPattern pattern_;
  std::string text_;
  TrailWalk walk_;
};

// A relationship, or a list of them, that an earlier clause has found: which nodes does it join?
class FollowBound : public Operator {
 public:
  struct Step {
    Slot left;
    Slot relationships;  // one or a list
    Slot right;
    bool left_bound = false;
    bool right_bound = false;
    Direction direction = Direction::Both;
    const LabelExpression* types = nullptr;
    Bounds bounds{1, 1};
  };
  FollowBound(OperatorPtr child, Step step, std::string text);
  std::string describe() const override { return "FollowBound " + text_; }

 private:
  void do_open(Execution& execution) override;
  bool do_next(Execution& execution) override;
  void find_starts(Execution& execution);
  std::optional<NodeId> walk(NodeId from, Execution& execution) const;

  Step step_;
  std::string text_;
  std::vector<RelationshipId> relationships_;
  std::vector<NodeId> starts_;  // still to try
};

// Makes the path value of nodes and relationships that are bound.
class BuildPath : public Operator {
 public:
  // `relationships`: slots of one relationship or a list, in order.
  BuildPath(OperatorPtr child, Slot slot, std::string name, Slot first_node,
            std::vector<Slot> relationships);
  std::string describe() const override { return "BuildPath " + name_; }

 private:
  bool do_next(Execution& execution) override;

  Slot slot_;
  std::string name_;
  Slot first_node_;
  std::vector<Slot> relationships_;
};

// OPTIONAL MATCH: the rows of `inner` for each row, or one with nulls.
class Optional : public Operator {
 public:
  Optional(OperatorPtr child, OperatorPtr inner, std::vector<Slot> introduced);
  std::string describe() const override { return "Optional"; }
  const Operator* second_child() const override { return inner_.get(); }

 private:
  void do_open(Execution& execution) override;
  bool do_next(Execution& execution) override;

  OperatorPtr inner_;
  std::vector<Slot> introduced_;
  bool active_ = false;
  bool found_ = false;
};

// The path from `node` along `relationships`. REQUIRES: each goes on where the one before ends
Path make_path(NodeId node, const std::vector<RelationshipId>& relationships,
               const PropertyGraph& graph);

// Appends the relationships of a slot: one, or a list of them.
void append_relationships(const Value& value, std::vector<RelationshipId>& out);

}  // namespace entente::cypher
