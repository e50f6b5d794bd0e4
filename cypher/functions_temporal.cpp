// Functions that make temporal values, cut them off and measure between them.

#include "cypher/calendar.h"
#include "cypher/duration.h"
#include "cypher/error.h"
#include "cypher/functions.h"
#include "cypher/temporal_build.h"
#include "cypher/temporal_text.h"

namespace entente::cypher {
namespace {

template <typename Parsed>
Value parsed(const std::optional<Parsed>& value, const std::string& text, Type target) {
  if (value) return Value(*value);
  throw Failure{ErrorType::ArgumentError, "InvalidArgumentValue",
                "found \"" + text + "\", expected a " + std::string(to_string(target))};
}

Value parse_temporal(Type target, const std::string& text) {
  switch (target) {
    case Type::Date:
      return parsed(parse_date(text), text, target);
    case Type::LocalTime:
      return parsed(parse_local_time(text), text, target);
    case Type::Time:
      return parsed(parse_time(text), text, target);
    case Type::LocalDateTime:
      return parsed(parse_local_date_time(text), text, target);
    default:
      return parsed(parse_date_time(text), text, target);
  }
}

// date(), date('2024-08-19'), date({year: 2024}), date(other)
template <Type target>
Value construct(Surroundings& around, Arguments arguments) {
  if (arguments.empty()) return convert_temporal(target, Value(around.now));
  const Value& source = arguments[0];
  if (source.is(Type::String)) return parse_temporal(target, source.string());
  if (source.is(Type::Map)) return build_temporal(target, source.map());
  return convert_temporal(target, source);
}

template <Type target>
Value truncate(Surroundings& around, Arguments arguments) {
  const std::string& unit = string_argument("truncate", arguments[0]);
  const Value source = arguments.size() > 1 ? arguments[1] : Value(around.now);
  if (!(only(source.type()) & kMoment)) invalid_argument("truncate", source, "a temporal value");
  static const Map kNothing;
  if (arguments.size() < 3) return truncate_temporal(target, unit, source, kNothing);
  if (!arguments[2].is(Type::Map)) invalid_argument("truncate", arguments[2], "a Map");
  return truncate_temporal(target, unit, source, arguments[2].map());
}

Value duration(Surroundings&, Arguments arguments) {
  const Value& source = arguments[0];
  if (source.is(Type::Duration)) return source;
  if (source.is(Type::Map)) return Value(to_duration(source.map()));
  return parsed(parse_duration(source.string()), source.string(), Type::Duration);
}

template <Duration (*measure)(const Value&, const Value&)>
Value measured(Surroundings&, Arguments arguments) {
  for (const Value& argument : arguments) {
    if (!(only(argument.type()) & kMoment))
      invalid_argument("duration", argument, "a temporal value");
  }
  return Value(measure(arguments[0], arguments[1]));
}

Value epoch(Surroundings&, Arguments arguments) {
  const std::int64_t nanos =
      arguments.size() > 1 ? integer_argument("datetime.fromepoch", arguments[1]) : 0;
  return from_epoch(arguments[0].integer(), nanos);
}

Value epoch_millis(Surroundings&, Arguments arguments) {
  const std::int64_t millis = arguments[0].integer();
  return from_epoch(floor_div(millis, 1000), floor_mod(millis, 1000) * 1'000'000);
}

Value timestamp(Surroundings& around, Arguments) {
  return temporal_component(Value(around.now), "epochMillis");
}

constexpr TypeSet kSource = kMoment | any_of(Type::String, Type::Map);
constexpr TypeSet kDuration = only(Type::Duration);
constexpr TypeSet kString = only(Type::String);
constexpr TypeSet kInteger = only(Type::Integer);

template <Type target>
constexpr Function construction(std::string_view name) {
  return {name, 0, 1, kSource, only(target), construct<target>};
}
template <Type target>
constexpr Function truncation(std::string_view name) {
  return {name, 1, 3, kString, only(target), truncate<target>};
}
template <Duration (*measure)(const Value&, const Value&)>
constexpr Function measurement(std::string_view name) {
  return {name, 2, 2, kMoment, kDuration, measured<measure>};
}

constexpr Function kFunctions[] = {
    construction<Type::Date>("date"),
    construction<Type::LocalTime>("localtime"),
    construction<Type::Time>("time"),
    construction<Type::LocalDateTime>("localdatetime"),
    construction<Type::DateTime>("datetime"),
    // One moment for the whole query, so transaction, statement and realtime are the same.
    construction<Type::Date>("date.transaction"),
    construction<Type::Date>("date.statement"),
    construction<Type::Date>("date.realtime"),
    construction<Type::LocalTime>("localtime.transaction"),
    construction<Type::LocalTime>("localtime.statement"),
    construction<Type::LocalTime>("localtime.realtime"),
    construction<Type::Time>("time.transaction"),
    construction<Type::Time>("time.statement"),
    construction<Type::Time>("time.realtime"),
    construction<Type::LocalDateTime>("localdatetime.transaction"),
    construction<Type::LocalDateTime>("localdatetime.statement"),
    construction<Type::LocalDateTime>("localdatetime.realtime"),
    construction<Type::DateTime>("datetime.transaction"),
    construction<Type::DateTime>("datetime.statement"),
    construction<Type::DateTime>("datetime.realtime"),
    truncation<Type::Date>("date.truncate"),
    truncation<Type::LocalTime>("localtime.truncate"),
    truncation<Type::Time>("time.truncate"),
    truncation<Type::LocalDateTime>("localdatetime.truncate"),
    truncation<Type::DateTime>("datetime.truncate"),
    {"datetime.fromepoch", 1, 2, kInteger, only(Type::DateTime), epoch},
    {"datetime.fromepochmillis", 1, 1, kInteger, only(Type::DateTime), epoch_millis},
    {"timestamp", 0, 0, kAnyType, kInteger, timestamp},
    {"duration", 1, 1, kDuration | any_of(Type::String, Type::Map), kDuration, duration},
    measurement<between>("duration.between"),
    measurement<months_between>("duration.inMonths"),
    measurement<days_between>("duration.inDays"),
    measurement<seconds_between>("duration.inSeconds"),
};

}  // namespace

std::span<const Function> temporal_functions() { return kFunctions; }

}  // namespace entente::cypher
