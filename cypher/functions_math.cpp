// Functions of numbers.

#include <cmath>
#include <numbers>

#include "cypher/error.h"
#include "cypher/functions.h"

namespace entente::cypher {
namespace {

template <double (*function)(double)>
Value real(Surroundings&, Arguments arguments) {
  return Value(function(arguments[0].number()));
}

Value abs(Surroundings&, Arguments arguments) {
  if (arguments[0].is(Type::Float)) return Value(std::abs(arguments[0].floating()));
  if (arguments[0].integer() == INT64_MIN) {
    throw Failure{ErrorType::ArithmeticError, "IntegerOverflow",
                  "abs(): the result is beyond 64 bits"};
  }
  return Value(std::abs(arguments[0].integer()));
}

Value sign(Surroundings&, Arguments arguments) {
  const double number = arguments[0].number();
  return Value(std::int64_t{number > 0 ? 1 : number < 0 ? -1 : 0});
}

// Half goes up, as in Java; with a second argument to so many digits.
Value round(Surroundings&, Arguments arguments) {
  const double number = arguments[0].number();
  if (arguments.size() == 1) return Value(std::floor(number + 0.5));
  const double scale = std::pow(10.0, static_cast<double>(integer_argument("round", arguments[1])));
  return Value(std::round(number * scale) / scale);
}

Value atan2(Surroundings&, Arguments arguments) {
  return Value(std::atan2(arguments[0].number(), number_argument("atan2", arguments[1])));
}

Value is_nan(Surroundings&, Arguments arguments) {
  return Value(std::isnan(arguments[0].number()));
}

Value random(Surroundings& around, Arguments) {
  return Value(static_cast<double>(around.random() >> 11) * 0x1.0p-53);
}

Value pi(Surroundings&, Arguments) { return Value(std::numbers::pi); }
Value e(Surroundings&, Arguments) { return Value(std::numbers::e); }
double cot(double x) { return 1 / std::tan(x); }
double degrees(double x) { return x * 180 / std::numbers::pi; }
double radians(double x) { return x * std::numbers::pi / 180; }

constexpr TypeSet kFloat = only(Type::Float);

constexpr Function kFunctions[] = {
    {"abs", 1, 1, kNumber, kNumber, abs},
    {"sign", 1, 1, kNumber, only(Type::Integer), sign},
    {"ceil", 1, 1, kNumber, kFloat, real<std::ceil>},
    {"floor", 1, 1, kNumber, kFloat, real<std::floor>},
    {"round", 1, 2, kNumber, kFloat, round},
    {"sqrt", 1, 1, kNumber, kFloat, real<std::sqrt>},
    {"exp", 1, 1, kNumber, kFloat, real<std::exp>},
    {"log", 1, 1, kNumber, kFloat, real<std::log>},
    {"log10", 1, 1, kNumber, kFloat, real<std::log10>},
    {"sin", 1, 1, kNumber, kFloat, real<std::sin>},
    {"cos", 1, 1, kNumber, kFloat, real<std::cos>},
    {"tan", 1, 1, kNumber, kFloat, real<std::tan>},
    {"cot", 1, 1, kNumber, kFloat, real<cot>},
    {"asin", 1, 1, kNumber, kFloat, real<std::asin>},
    {"acos", 1, 1, kNumber, kFloat, real<std::acos>},
    {"atan", 1, 1, kNumber, kFloat, real<std::atan>},
    {"atan2", 2, 2, kNumber, kFloat, atan2},
    {"degrees", 1, 1, kNumber, kFloat, real<degrees>},
    {"radians", 1, 1, kNumber, kFloat, real<radians>},
    {"isNaN", 1, 1, kNumber, only(Type::Boolean), is_nan},
    {"pi", 0, 0, kAnyType, kFloat, pi},
    {"e", 0, 0, kAnyType, kFloat, e},
    {"rand", 0, 0, kAnyType, kFloat, random},
};

}  // namespace

std::span<const Function> math_functions() { return kFunctions; }

}  // namespace entente::cypher
