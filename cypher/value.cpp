#include "cypher/value.h"

#include <array>

namespace entente::cypher {

Value::Value(List v) : data_(share(std::move(v))) {}
Value::Value(Map v) : data_(share(std::move(v))) {}

std::string_view to_string(Type type) {
  static constexpr std::array<std::string_view, kTypes> kNames = {
      "Null", "Boolean",       "Integer",      "Float",   "String", "List",
      "Map",  "Node",          "Relationship", "Path",    "Date",   "LocalTime",
      "Time", "LocalDateTime", "DateTime",     "Duration"};
  return kNames[static_cast<std::size_t>(type)];
}

}  // namespace entente::cypher
