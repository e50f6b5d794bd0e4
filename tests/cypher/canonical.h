#pragma once
// Values in one spelling, so that what a scenario expects and what a query gave can be compared as
// text: labels and keys sorted, floats as the engine writes them.

#include <string>

#include "cypher/property_graph.h"

namespace entente::cypher {

// `ignore_order`: elements of lists are sorted, too.
std::string canonical(const Value& value, const PropertyGraph& graph, bool ignore_order);

// Of a value as a feature file writes it. Throws std::runtime_error where it cannot be read.
std::string canonical(const std::string& expected, bool ignore_order);

}  // namespace entente::cypher
