#pragma once
// Says what every name in a query means, and refuses what has no meaning: variables that are not
// there, or of another kind than their place needs; types that do not fit; aggregates where there
// are none; clauses that do not go together. Fills in what ast.h calls "bound".

#include <string>
#include <string_view>
#include <vector>

#include "cypher/ast.h"
#include "cypher/procedures.h"

namespace entente::cypher {

struct BoundQuery {
  Query query;
  Slot slots = 0;                           // the size of the frame
  std::vector<std::string> symbols;         // names of labels, types and keys
  std::vector<const Subquery*> subqueries;  // by Subquery::plan
  bool writes = false;
};

// `parameters`: of a standalone CALL without arguments, which takes them by name.
// Throws QueryError at compile time, with the details of the compatibility kit.
BoundQuery bind(Query query, std::string_view text, const Procedures& procedures,
                const Map& parameters);

}  // namespace entente::cypher
