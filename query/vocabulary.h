#pragma once
// The names that a property graph uses: for those who ask what there is to ask.

#include <string>
#include <vector>

#include "cypher/execution.h"
#include "cypher/property_graph.h"

namespace entente {

// Sorted. Each looks at the whole graph, where the graph does not know better.
std::vector<std::string> label_names(const cypher::PropertyGraph& graph, cypher::Meter& meter);
std::vector<std::string> type_names(const cypher::PropertyGraph& graph, cypher::Meter& meter);
std::vector<std::string> key_names(const cypher::PropertyGraph& graph, cypher::Meter& meter);

}  // namespace entente
