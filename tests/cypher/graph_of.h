#pragma once
// Graphs and questions for tests, each in one line.

#include <string>
#include <vector>

#include "cypher/engine.h"
#include "cypher/format.h"
#include "cypher/layered_graph.h"
#include "cypher/memory_graph.h"

namespace entente::cypher {

inline MemoryGraph graph_of(const std::string& create) {
  const MemoryGraph empty;
  LayeredGraph graph(empty);
  run(create, graph);
  return MemoryGraph(graph);
}

// The rows of a query, each value in its notation, joined by ", ".
inline std::vector<std::string> rows(const std::string& query, const PropertyGraph& graph,
                                     const Options& options = {}) {
  std::vector<std::string> result;
  for (const List& row : read(query, graph, options).rows) {
    std::string& text = result.emplace_back();
    for (const Value& value : row) text += (text.empty() ? "" : ", ") + format(value, graph);
  }
  return result;
}

// The detail of the error that the query ends with; "" without one.
inline std::string error_detail(const std::string& query, const PropertyGraph& graph,
                                const Options& options = {}) {
  try {
    read(query, graph, options);
  } catch (const QueryError& error) {
    return error.detail();
  }
  return "";
}

}  // namespace entente::cypher
