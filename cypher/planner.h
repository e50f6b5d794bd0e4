#pragma once
// From a bound query to operators. The order of clauses is the query's; within a MATCH the planner
// begins at the node with the fewest candidates (an index, a label, all nodes), goes on along the
// relationship that leads to the fewest, and checks each condition as soon as its variables are
// there.

#include "cypher/operator.h"

namespace entente::cypher {

// Also fills execution.subplans. The query of `execution` must outlive the plan.
OperatorPtr make_plan(Execution& execution);

}  // namespace entente::cypher
