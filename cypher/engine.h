#pragma once
// Runs Cypher on a property graph: text in, table out.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cypher/error.h"
#include "cypher/execution.h"
#include "cypher/procedures.h"
#include "cypher/property_graph.h"

namespace entente::cypher {

struct Result {
  std::vector<std::string> columns;
  std::vector<List> rows;  // one value for each column
  std::string plan;        // of EXPLAIN and PROFILE, which give no rows; else empty
};

struct Options {
  Map parameters;
  const Procedures* procedures = nullptr;  // null = none
  Budget budget;
  std::optional<DateTime> now;  // of date() and the like, UTC; nullopt = the system's clock
};

// Throws QueryError; the graph is then as it was before.
Result run(std::string_view query, WritableGraph& graph, const Options& options = {});

// The same for a query that only reads; one that writes is refused (SemanticError, ReadOnly).
Result read(std::string_view query, const PropertyGraph& graph, const Options& options = {});

// Whether the query has a clause that changes the graph. Throws QueryError for one that cannot be
// parsed.
bool writes(std::string_view query);

}  // namespace entente::cypher
