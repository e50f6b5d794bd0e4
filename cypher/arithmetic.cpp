#include "cypher/arithmetic.h"

#include <unicode/regex.h>

#include <algorithm>
#include <cmath>

#include "cypher/compare.h"
#include "cypher/duration.h"
#include "cypher/error.h"
#include "cypher/format.h"
#include "cypher/static_type.h"

namespace entente::cypher {
namespace {

std::string named(const Value& v) { return std::string(to_string(v.type())); }

[[noreturn]] void wrong_types(std::string_view op, const Value& a, const Value& b) {
  throw Failure{
      ErrorType::TypeError, "InvalidArgumentType",
      "found " + named(a) + " " + std::string(op) + " " + named(b) + ", which is not defined"};
}

[[noreturn]] void overflow() {
  throw Failure{ErrorType::ArithmeticError, "IntegerOverflow", "the result is beyond 64 bits"};
}

bool is_moment(const Value& v) { return (only(v.type()) & kMoment) != 0; }
bool integers(const Value& a, const Value& b) { return a.is(Type::Integer) && b.is(Type::Integer); }
bool numbers(const Value& a, const Value& b) { return a.is_number() && b.is_number(); }

Value concatenate(const Value& a, const Value& b) {
  List result;
  const auto append = [&](const Value& v) {
    if (v.is(Type::List)) {
      result.insert(result.end(), v.list().begin(), v.list().end());
    } else {
      result.push_back(v);
    }
  };
  append(a);
  append(b);
  return Value(std::move(result));
}

std::string text_of(const Value& v, const Value& other) {
  switch (v.type()) {
    case Type::String:
      return v.string();
    case Type::Integer:
      return std::to_string(v.integer());
    case Type::Float:
      return format_float(v.floating());
    case Type::Boolean:
      return v.boolean() ? "true" : "false";
    default:
      break;
  }
  if (only(v.type()) & kTemporal) return temporal_text(v);
  wrong_types("+", v, other);
}

Value sum(const Value& a, const Value& b) {
  if (integers(a, b)) {
    std::int64_t result = 0;
    if (__builtin_add_overflow(a.integer(), b.integer(), &result)) overflow();
    return Value(result);
  }
  if (numbers(a, b)) return Value(a.number() + b.number());
  if (a.is(Type::List) || b.is(Type::List)) return concatenate(a, b);
  if (a.is(Type::String) || b.is(Type::String)) return Value(text_of(a, b) + text_of(b, a));
  if (a.is(Type::Duration) && b.is(Type::Duration)) return Value(add(a.duration(), b.duration()));
  if (is_moment(a) && b.is(Type::Duration)) return add(a, b.duration());
  if (a.is(Type::Duration) && is_moment(b)) return add(b, a.duration());
  wrong_types("+", a, b);
}

Value difference(const Value& a, const Value& b) {
  if (integers(a, b)) {
    std::int64_t result = 0;
    if (__builtin_sub_overflow(a.integer(), b.integer(), &result)) overflow();
    return Value(result);
  }
  if (numbers(a, b)) return Value(a.number() - b.number());
  if (b.is(Type::Duration)) {
    const Duration back = negate(b.duration());
    if (a.is(Type::Duration)) return Value(add(a.duration(), back));
    if (is_moment(a)) return add(a, back);
  }
  wrong_types("-", a, b);
}

Value product(const Value& a, const Value& b) {
  if (integers(a, b)) {
    std::int64_t result = 0;
    if (__builtin_mul_overflow(a.integer(), b.integer(), &result)) overflow();
    return Value(result);
  }
  if (numbers(a, b)) return Value(a.number() * b.number());
  if (a.is(Type::Duration) && b.is_number()) return Value(multiply(a.duration(), b.number()));
  if (a.is_number() && b.is(Type::Duration)) return Value(multiply(b.duration(), a.number()));
  wrong_types("*", a, b);
}

[[noreturn]] void division_by_zero() {
  throw Failure{ErrorType::ArithmeticError, "DivisionByZero", "found a division by 0"};
}

Value quotient(const Value& a, const Value& b) {
  if (integers(a, b)) {
    if (b.integer() == 0) division_by_zero();
    if (b.integer() == -1) return negate(a);
    return Value(a.integer() / b.integer());
  }
  if (numbers(a, b)) return Value(a.number() / b.number());
  if (a.is(Type::Duration) && b.is_number()) {
    if (b.number() == 0) division_by_zero();
    return Value(multiply(a.duration(), 1 / static_cast<long double>(b.number())));
  }
  wrong_types("/", a, b);
}

Value remainder(const Value& a, const Value& b) {
  if (integers(a, b)) {
    if (b.integer() == 0) division_by_zero();
    return Value(b.integer() == -1 ? std::int64_t{0} : a.integer() % b.integer());
  }
  if (numbers(a, b)) return Value(std::fmod(a.number(), b.number()));
  wrong_types("%", a, b);
}

Value contained(const Value& element, const Value& list) {
  if (!list.is(Type::List)) wrong_types("IN", element, list);
  bool unknown = false;
  for (const Value& candidate : list.list()) {
    const auto same = equal(element, candidate);
    if (same == true) return Value(true);
    unknown = unknown || !same;
  }
  return unknown ? Value() : Value(false);
}

// The whole text must match. ICU's steps are bounded, so that no expression takes for ever.
Value matches(const Value& text, const Value& expression) {
  if (!text.is(Type::String) || !expression.is(Type::String)) return Value();
  UErrorCode status = U_ZERO_ERROR;
  const auto input = icu::UnicodeString::fromUTF8(text.string());
  icu::RegexMatcher matcher(icu::UnicodeString::fromUTF8(expression.string()), 0, status);
  if (U_FAILURE(status)) {
    throw Failure{ErrorType::ArgumentError, "InvalidArgumentValue",
                  "\"" + expression.string() + "\" is no regular expression"};
  }
  matcher.setTimeLimit(1000, status);
  matcher.reset(input);
  const bool result = matcher.matches(status);
  if (U_FAILURE(status)) {
    throw Failure{ErrorType::BudgetExceeded, "Time", "the regular expression takes too long"};
  }
  return Value(result);
}

Value compare_text(BinaryOperator op, const Value& a, const Value& b) {
  if (!a.is(Type::String) || !b.is(Type::String)) return Value();
  const std::string& text = a.string();
  const std::string& part = b.string();
  if (op == BinaryOperator::StartsWith) return Value(text.starts_with(part));
  if (op == BinaryOperator::EndsWith) return Value(text.ends_with(part));
  return Value(text.find(part) != std::string::npos);
}

}  // namespace

Value apply(BinaryOperator op, const Value& a, const Value& b) {
  if (op == BinaryOperator::In) {
    if (b.is_null()) return Value();
    return contained(a, b);
  }
  if (a.is_null() || b.is_null()) return Value();
  switch (op) {
    case BinaryOperator::Add:
      return sum(a, b);
    case BinaryOperator::Subtract:
      return difference(a, b);
    case BinaryOperator::Multiply:
      return product(a, b);
    case BinaryOperator::Divide:
      return quotient(a, b);
    case BinaryOperator::Modulo:
      return remainder(a, b);
    case BinaryOperator::Power:
      if (!numbers(a, b)) wrong_types("^", a, b);
      return Value(std::pow(a.number(), b.number()));
    case BinaryOperator::Matches:
      return matches(a, b);
    default:
      return compare_text(op, a, b);
  }
}

Value negate(const Value& v) {
  switch (v.type()) {
    case Type::Null:
      return v;
    case Type::Integer:
      if (v.integer() == INT64_MIN) overflow();
      return Value(-v.integer());
    case Type::Float:
      return Value(-v.floating());
    case Type::Duration:
      return Value(negate(v.duration()));
    default:
      throw Failure{ErrorType::TypeError, "InvalidArgumentType",
                    "found -" + named(v) + ", expected a number"};
  }
}

Value index_into(const Value& v, const Value& index) {
  if (!index.is(Type::Integer)) {
    throw Failure{ErrorType::TypeError, "ListElementAccessByNonInteger",
                  "found a " + named(index) + ", expected the Integer index of a list"};
  }
  const auto size = static_cast<std::int64_t>(v.list().size());
  const std::int64_t at = index.integer() < 0 ? index.integer() + size : index.integer();
  return at < 0 || at >= size ? Value() : v.list()[static_cast<std::size_t>(at)];
}

Value slice(const Value& v, const Value& from, const Value& to) {
  if (v.is_null() || from.is_null() || to.is_null()) return Value();
  if (!v.is(Type::List) || !from.is(Type::Integer) || !to.is(Type::Integer)) {
    throw Failure{ErrorType::TypeError, "InvalidArgumentType",
                  "found " + named(v) + "[" + named(from) + ".." + named(to) +
                      "], expected a List and two Integers"};
  }
  const auto size = static_cast<std::int64_t>(v.list().size());
  const auto place = [&](std::int64_t i) {
    return std::clamp(i < 0 ? i + size : i, std::int64_t{0}, size);
  };
  const std::int64_t begin = place(from.integer());
  const std::int64_t end = std::max(begin, place(to.integer()));
  return Value(List(v.list().begin() + begin, v.list().begin() + end));
}

}  // namespace entente::cypher
