#include "cypher/functions.h"

#include <map>

#include "base/utf8.h"
#include "cypher/error.h"

namespace entente::cypher {
namespace {

std::map<std::string, const Function*, std::less<>> by_name() {
  std::map<std::string, const Function*, std::less<>> result;
  for (const auto table : {graph_functions(), list_functions(), math_functions(),
                           string_functions(), temporal_functions()}) {
    for (const Function& function : table) result.emplace(lower(function.name), &function);
  }
  return result;
}

}  // namespace

const Function* find_function(std::string_view name) {
  static const auto functions = by_name();
  const auto it = functions.find(lower(name));
  return it == functions.end() ? nullptr : it->second;
}

void invalid_argument(std::string_view function, const Value& argument, std::string_view expected) {
  throw Failure{ErrorType::TypeError, "InvalidArgumentValue",
                std::string(function) + "(): found a " + std::string(to_string(argument.type())) +
                    ", expected " + std::string(expected)};
}

std::int64_t integer_argument(std::string_view function, const Value& argument) {
  if (!argument.is(Type::Integer)) invalid_argument(function, argument, "an Integer");
  return argument.integer();
}

double number_argument(std::string_view function, const Value& argument) {
  if (!argument.is_number()) invalid_argument(function, argument, "a number");
  return argument.number();
}

const std::string& string_argument(std::string_view function, const Value& argument) {
  if (!argument.is(Type::String)) invalid_argument(function, argument, "a String");
  return argument.string();
}

}  // namespace entente::cypher
