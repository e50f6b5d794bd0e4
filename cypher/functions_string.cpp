// Functions of strings, and from one type to another.

#include <unicode/unistr.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

#include "base/utf8.h"
#include "cypher/error.h"
#include "cypher/execution.h"
#include "cypher/format.h"
#include "cypher/functions.h"

namespace entente::cypher {
namespace {

std::string upper(std::string_view text) {
  std::string result;
  icu::UnicodeString::fromUTF8(text).toUpper().toUTF8String(result);
  return result;
}

Value to_lower(Surroundings&, Arguments arguments) { return Value(lower(arguments[0].string())); }
Value to_upper(Surroundings&, Arguments arguments) { return Value(upper(arguments[0].string())); }

constexpr std::size_t kLongestText = std::size_t{1} << 30;
constexpr std::size_t kMostPieces = 1'000'000;  // short texts take much more room than they count

// The byte at which character `index` begins; the end of the text where it has fewer.
std::size_t byte_of(std::string_view text, std::int64_t index) {
  std::size_t at = 0;
  for (; index > 0 && at < text.size(); --index) at += decode_at(text, at).length;
  return std::min(at, text.size());
}

std::int64_t count_argument(std::string_view function, const Value& argument) {
  const std::int64_t count = integer_argument(function, argument);
  if (count >= 0) return count;
  throw Failure{ErrorType::ArgumentError, "NegativeIntegerArgument",
                std::string(function) + "(): found " + std::to_string(count) +
                    ", expected an Integer that is not negative"};
}

Value substring(Surroundings&, Arguments arguments) {
  const std::string_view text = arguments[0].string();
  const std::string_view rest =
      text.substr(byte_of(text, count_argument("substring", arguments[1])));
  if (arguments.size() == 2) return Value(rest);
  return Value(rest.substr(0, byte_of(rest, count_argument("substring", arguments[2]))));
}

Value left(Surroundings&, Arguments arguments) {
  const std::string_view text = arguments[0].string();
  return Value(text.substr(0, byte_of(text, count_argument("left", arguments[1]))));
}

Value right(Surroundings&, Arguments arguments) {
  const std::string_view text = arguments[0].string();
  const std::int64_t count = count_argument("right", arguments[1]);
  std::size_t at = text.size();
  for (std::int64_t i = 0; i < count && at > 0; ++i) {
    do --at;
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80);
  }
  return Value(text.substr(at));
}

std::string_view trim_left(std::string_view text) {
  while (!text.empty()) {
    const CodePoint c = decode_at(text, 0);
    if (!is_space(c.value)) break;
    text.remove_prefix(c.length);
  }
  return text;
}

std::string_view trim_right(std::string_view text) {
  std::size_t end = 0;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = decode_at(text, i);
    i += c.length;
    if (!is_space(c.value)) end = i;
  }
  return text.substr(0, end);
}

Value ltrim(Surroundings&, Arguments arguments) { return Value(trim_left(arguments[0].string())); }
Value rtrim(Surroundings&, Arguments arguments) { return Value(trim_right(arguments[0].string())); }
Value trim(Surroundings&, Arguments arguments) {
  return Value(trim_left(trim_right(arguments[0].string())));
}

Value replace(Surroundings&, Arguments arguments) {
  const std::string& text = arguments[0].string();
  const std::string& old = string_argument("replace", arguments[1]);
  const std::string& with = string_argument("replace", arguments[2]);
  if (old.empty()) return arguments[0];
  if (with.size() > 1 && text.size() / old.size() > kLongestText / with.size()) {
    throw Failure{ErrorType::BudgetExceeded, "Memory", "replace(): the text becomes too long"};
  }
  std::string result;
  std::size_t from = 0;
  for (std::size_t at = text.find(old); at != std::string::npos; at = text.find(old, from)) {
    result.append(text, from, at - from).append(with);
    from = at + old.size();
  }
  return Value(result.append(text, from));
}

Value split(Surroundings& around, Arguments arguments) {
  const std::string& text = arguments[0].string();
  const std::string& by = string_argument("split", arguments[1]);
  List result;
  const auto add = [&](std::string piece) {
    around.meter.step();
    if (result.size() == kMostPieces) {
      throw Failure{ErrorType::BudgetExceeded, "Memory",
                    "split(): more than " + std::to_string(kMostPieces) + " pieces"};
    }
    result.emplace_back(std::move(piece));
  };
  std::size_t from = 0;
  if (by.empty()) {
    for (; from < text.size(); from += decode_at(text, from).length) {
      add(text.substr(from, decode_at(text, from).length));
    }
    return Value(std::move(result));
  }
  for (std::size_t at = text.find(by); at != std::string::npos; at = text.find(by, from)) {
    add(text.substr(from, at - from));
    from = at + by.size();
  }
  add(text.substr(from));
  return Value(std::move(result));
}

Value to_string(Surroundings&, Arguments arguments) {
  const Value& v = arguments[0];
  switch (v.type()) {
    case Type::String:
      return v;
    case Type::Boolean:
      return Value(v.boolean() ? "true" : "false");
    case Type::Integer:
      return Value(std::to_string(v.integer()));
    case Type::Float:
      return Value(format_float(v.floating()));
    default:
      break;
  }
  if (only(v.type()) & kTemporal) return Value(temporal_text(v));
  invalid_argument("toString", v, "a String, a number, a Boolean or a temporal value");
}

std::optional<double> parse_number(std::string_view text) {
  text = trim_left(trim_right(text));
  if (text.starts_with('+')) text.remove_prefix(1);
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.empty() || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

Value whole(double number) {
  if (!(std::abs(number) < 9.2e18)) return Value();
  return Value(static_cast<std::int64_t>(number));
}

Value to_integer(Surroundings&, Arguments arguments) {
  const Value& v = arguments[0];
  switch (v.type()) {
    case Type::Integer:
      return v;
    case Type::Float:
      return whole(v.floating());
    case Type::Boolean:
      return Value(std::int64_t{v.boolean() ? 1 : 0});
    case Type::String: {
      const std::string_view text = trim_left(trim_right(v.string()));
      std::int64_t number = 0;
      const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
      if (!text.empty() && error == std::errc() && end == text.data() + text.size()) {
        return Value(number);
      }
      const auto real = parse_number(text);
      return real ? whole(*real) : Value();
    }
    default:
      invalid_argument("toInteger", v, "a number, a Boolean or a String");
  }
}

Value to_float(Surroundings&, Arguments arguments) {
  const Value& v = arguments[0];
  if (v.is_number()) return Value(v.number());
  if (!v.is(Type::String)) invalid_argument("toFloat", v, "a number or a String");
  const auto number = parse_number(v.string());
  return number ? Value(*number) : Value();
}

Value to_boolean(Surroundings&, Arguments arguments) {
  const Value& v = arguments[0];
  if (v.is(Type::Boolean)) return v;
  if (v.is(Type::Integer)) return Value(v.integer() != 0);
  if (!v.is(Type::String)) invalid_argument("toBoolean", v, "a Boolean, an Integer or a String");
  const std::string text = lower(trim_left(trim_right(v.string())));
  if (text == "true") return Value(true);
  if (text == "false") return Value(false);
  return Value();
}

constexpr TypeSet kString = only(Type::String);

constexpr Function kFunctions[] = {
    {"toLower", 1, 1, kString, kString, to_lower},
    {"lower", 1, 1, kString, kString, to_lower},
    {"toUpper", 1, 1, kString, kString, to_upper},
    {"upper", 1, 1, kString, kString, to_upper},
    {"substring", 2, 3, kString, kString, substring},
    {"left", 2, 2, kString, kString, left},
    {"right", 2, 2, kString, kString, right},
    {"trim", 1, 1, kString, kString, trim},
    {"ltrim", 1, 1, kString, kString, ltrim},
    {"rtrim", 1, 1, kString, kString, rtrim},
    {"replace", 3, 3, kString, kString, replace},
    {"split", 2, 2, kString, only(Type::List), split},
    {"toString", 1, 1, kAnyType, kString, to_string},
    {"toInteger", 1, 1, kAnyType, only(Type::Integer), to_integer},
    {"toFloat", 1, 1, kAnyType, only(Type::Float), to_float},
    {"toBoolean", 1, 1, kAnyType, only(Type::Boolean), to_boolean},
};

}  // namespace

std::span<const Function> string_functions() { return kFunctions; }

}  // namespace entente::cypher
