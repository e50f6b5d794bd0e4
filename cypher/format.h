#pragma once
// Values as text, in the notation of the openCypher compatibility kit: 'text', 1.0, [1, 2],
// {key: 1}, (:Label {key: 1}), [:TYPE], <(:A)-[:T]->(:B)>.

#include <string>

#include "cypher/property_graph.h"

namespace entente::cypher {

std::string format(const Value& value, const PropertyGraph& graph);
std::string format_float(double number);           // "1.0", "1.5E300", "NaN", "Infinity"
std::string quote(std::string_view text);          // 'it\'s'
std::string temporal_text(const Value& temporal);  // REQUIRES: a temporal value

}  // namespace entente::cypher
