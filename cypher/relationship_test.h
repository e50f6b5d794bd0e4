#pragma once
// Whether a search may take a relationship: the conditions of one hop, prepared for being checked
// thousands of times. Of each type it is worked out once whether it will do; a comparison of a
// relationship's property with something that does not change from one relationship to the next has
// that worked out once a search, and is told from the step's mark where the graph can.

#include <cstdint>
#include <vector>

#include "cypher/mark_tests.h"
#include "cypher/trail.h"

namespace entente::cypher {

class RelationshipTest {
 public:
  // REQUIRES: one hop a repetition; outlives the test
  explicit RelationshipTest(const TrailPattern& pattern);

  // With what the frame holds now.
  void start(Execution& execution);

  bool may_have(TypeId type, Execution& execution) {
    if (hop_.types == nullptr) return true;
    if (type >= types_.size() || types_[type] == Answer::Unknown) return find_type(type, execution);
    return types_[type] == Answer::Yes;
  }

  // What the marks tell, before anything is looked up.
  bool may_take(const NeighbourView& steps, std::size_t i) const { return marks_.hold(steps, i); }
  // All but the type and what the marks tell. `from`, `to`: in the order of the pattern.
  bool holds(NodeId from, const Neighbour& step, NodeId to, Execution& execution);

 private:
  enum class Answer : std::uint8_t { Unknown, Yes, No };
  // property <operator> operand, or the other way round
  struct Compared {
    std::uint32_t symbol = 0;
    ComparisonOperator op = ComparisonOperator::Equal;
    const Expression* operand = nullptr;
    std::optional<KeyId> key = std::nullopt;  // those below are found by start()
    Value value = Value();
    bool is_marked = false;
  };

  bool find_type(TypeId type, Execution& execution);
  bool prepare(const Predicate& predicate);
  bool prepare(const Comparison& comparison);
  bool is_relationship(const Expression& e) const;
  bool is_steady(const Expression& e) const;

  const TrailPattern& pattern_;
  const Hop& hop_;
  std::vector<Answer> types_;  // by type
  std::vector<Compared> compared_;
  MarkTests marks_;  // those of compared_ that are marked
  std::vector<const Predicate*> others_;
};

}  // namespace entente::cypher
