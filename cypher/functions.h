#pragma once
// Functions of expressions, in tables by subject: functions_graph.cpp, functions_list.cpp,
// functions_math.cpp, functions_string.cpp, functions_temporal.cpp.

#include <array>
#include <random>
#include <span>
#include <string_view>

#include "cypher/property_graph.h"
#include "cypher/static_type.h"

namespace entente::cypher {

class Meter;  // execution.h

// What functions may look at besides their arguments; one for a run of a query.
struct Surroundings {
  const PropertyGraph& graph;
  DateTime now;            // UTC, the same for the whole query
  std::mt19937_64 random;  // seeded alike for each query, so that it answers the same twice
  Meter& meter;            // of the query's budget; long loops count their steps
};

using Arguments = std::span<const Value>;

struct Function {
  using Call = Value (*)(Surroundings&, Arguments);
  static constexpr std::size_t kMany = 99;
  enum class Nulls {
    Propagate,  // a null argument makes null without a call
    Pass
  };

  std::string_view name;  // as documented; queries may write it in any case
  std::size_t min_arguments;
  std::size_t max_arguments;
  TypeSet argument;  // what the first argument may be, besides null; the call checks the others
  TypeSet result;
  Call call;
  Nulls nulls = Nulls::Propagate;
};

// nullptr when there is none.
const Function* find_function(std::string_view name);

std::span<const Function> graph_functions();
std::span<const Function> list_functions();
std::span<const Function> math_functions();
std::span<const Function> string_functions();
std::span<const Function> temporal_functions();

// Throw Failure (TypeError, InvalidArgumentValue) where the argument is of another type.
std::int64_t integer_argument(std::string_view function, const Value& argument);
double number_argument(std::string_view function, const Value& argument);
const std::string& string_argument(std::string_view function, const Value& argument);
[[noreturn]] void invalid_argument(std::string_view function, const Value& argument,
                                   std::string_view expected);

}  // namespace entente::cypher
