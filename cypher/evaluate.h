#pragma once
// The value of an expression, with the variables that the frame holds.

#include "cypher/ast.h"
#include "cypher/error.h"
#include "cypher/execution.h"

namespace entente::cypher {

// Throws QueryError at runtime, naming the part of the expression that has no value.
Value evaluate(const Expression& e, Execution& execution);

// Whether a condition holds; unknown is not true.
bool holds(const Expression& e, Execution& execution);

bool has_labels(const LabelExpression& labels, NodeId node, Execution& execution);
bool has_type(const LabelExpression& types, TypeId type, Execution& execution);

// Where the failure came from in the query.
[[noreturn]] void fail_at(const Failure& failure, Span where, const Execution& execution);

}  // namespace entente::cypher
