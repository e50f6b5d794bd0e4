#pragma once
// A condition of a pattern, as small as it can be cut, so that it is checked as soon as the
// variables that it needs are there.

#include <set>
#include <string>
#include <variant>
#include <vector>

#include "cypher/ast.h"
#include "cypher/execution.h"

namespace entente::cypher {

struct Predicate {
  struct IsNode {  // a variable of an earlier clause may be null, or anything else
    Slot slot;
  };
  struct Labels {  // the node has them
    Slot slot;
    const LabelExpression* labels;
  };
  struct PropertyEquals {  // of a node or a relationship
    Slot slot;
    std::string key;
    std::uint32_t symbol;
    const Expression* value;
  };
  std::variant<const Expression*, IsNode, Labels, PropertyEquals> test;
  std::set<Slot> needs;  // all slots that it looks at
};

bool holds(const Predicate& predicate, Execution& execution);
bool all_hold(const std::vector<Predicate>& predicates, Execution& execution);
std::string describe(const Predicate& predicate);
std::string describe(const LabelExpression& labels);  // "A|B&!C"

// Appends the conditions of a WHERE, cut at its ANDs.
void add_predicates(const Expression& where, std::vector<Predicate>& out);
// Labels, properties and WHERE of a node; of one that an earlier clause bound, that it is one.
void add_predicates(const NodePattern& node, std::vector<Predicate>& out);
// Of the relationship at `slot`, without its types.
void add_predicates(const RelationshipPattern& relationship, Slot slot,
                    std::vector<Predicate>& out);

// Slots of variables in the expression, also within its subqueries.
void add_used_slots(const Expression& e, std::set<Slot>& slots);

}  // namespace entente::cypher
