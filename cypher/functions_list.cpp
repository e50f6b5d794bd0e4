// Functions of lists.

#include <algorithm>

#include "base/utf8.h"
#include "cypher/error.h"
#include "cypher/functions.h"

namespace entente::cypher {
namespace {

constexpr std::int64_t kLongestRange = 10'000'000;

std::int64_t characters(std::string_view text) {
  std::int64_t count = 0;
  for (std::size_t i = 0; i < text.size(); i += decode_at(text, i).length) ++count;
  return count;
}

Value size(Surroundings&, Arguments arguments) {
  if (arguments[0].is(Type::String)) return Value(characters(arguments[0].string()));
  return Value(static_cast<std::int64_t>(arguments[0].list().size()));
}

Value is_empty(Surroundings&, Arguments arguments) {
  const Value& v = arguments[0];
  return Value(v.is(Type::String) ? v.string().empty()
               : v.is(Type::Map)  ? v.map().empty()
                                  : v.list().empty());
}

Value head(Surroundings&, Arguments arguments) {
  const List& list = arguments[0].list();
  return list.empty() ? Value() : list.front();
}

Value last(Surroundings&, Arguments arguments) {
  const List& list = arguments[0].list();
  return list.empty() ? Value() : list.back();
}

Value tail(Surroundings&, Arguments arguments) {
  const List& list = arguments[0].list();
  return Value(list.empty() ? List() : List(list.begin() + 1, list.end()));
}

Value reverse(Surroundings&, Arguments arguments) {
  if (arguments[0].is(Type::List)) {
    List list = arguments[0].list();
    std::ranges::reverse(list);
    return Value(std::move(list));
  }
  const std::string& text = arguments[0].string();
  std::string result;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t length = decode_at(text, i).length;
    result.insert(0, text, i, length);
    i += length;
  }
  return Value(std::move(result));
}

std::int64_t range_argument(const Value& argument) {
  if (argument.is(Type::Integer)) return argument.integer();
  throw Failure{
      ErrorType::ArgumentError, "InvalidArgumentType",
      "range(): found a " + std::string(to_string(argument.type())) + ", expected an Integer"};
}

Value range(Surroundings&, Arguments arguments) {
  const std::int64_t from = range_argument(arguments[0]);
  const std::int64_t to = range_argument(arguments[1]);
  const std::int64_t step = arguments.size() > 2 ? range_argument(arguments[2]) : 1;
  if (step == 0) {
    throw Failure{ErrorType::ArgumentError, "NumberOutOfRange",
                  "range(): found a step of 0, expected another"};
  }
  if (step > 0 ? from > to : from < to) return Value(List());
  const std::uint64_t width =
      step > 0 ? static_cast<std::uint64_t>(to) - static_cast<std::uint64_t>(from)
               : static_cast<std::uint64_t>(from) - static_cast<std::uint64_t>(to);
  const std::uint64_t stride =
      step > 0 ? static_cast<std::uint64_t>(step) : 0 - static_cast<std::uint64_t>(step);
  const std::uint64_t count = width / stride + 1;
  if (count > static_cast<std::uint64_t>(kLongestRange)) {
    throw Failure{ErrorType::BudgetExceeded, "Memory",
                  "range(): longer than " + std::to_string(kLongestRange) + " elements"};
  }
  List result;
  result.reserve(count);
  for (std::uint64_t i = 0; i < count; ++i) {
    result.emplace_back(from + static_cast<std::int64_t>(i) * step);
  }
  return Value(std::move(result));
}

constexpr TypeSet kList = only(Type::List);
constexpr TypeSet kListOrString = any_of(Type::List, Type::String);

constexpr Function kFunctions[] = {
    {"size", 1, 1, kListOrString, only(Type::Integer), size},
    {"isEmpty", 1, 1, kListOrString | only(Type::Map), only(Type::Boolean), is_empty},
    {"head", 1, 1, kList, kAnyType, head},
    {"last", 1, 1, kList, kAnyType, last},
    {"tail", 1, 1, kList, kList, tail},
    {"reverse", 1, 1, kListOrString, kListOrString, reverse},
    {"range", 2, 3, kAnyType, kList, range},
};

}  // namespace

std::span<const Function> list_functions() { return kFunctions; }

}  // namespace entente::cypher
