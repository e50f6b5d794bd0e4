#include "cypher/temporal_build.h"

#include <algorithm>
#include <array>

#include "cypher/calendar.h"
#include "cypher/error.h"

namespace entente::cypher {
namespace {

[[noreturn]] void invalid(const std::string& message) {
  throw Failure{ErrorType::ArgumentError, "InvalidArgumentValue", message};
}

bool has_date(Type type) {
  return type == Type::Date || type == Type::LocalDateTime || type == Type::DateTime;
}
bool has_time(Type type) { return type != Type::Date; }
bool has_zone(Type type) { return type == Type::Time || type == Type::DateTime; }
bool is_moment(const Value& v) { return Type::Date <= v.type() && v.type() <= Type::DateTime; }

// Reads integers out of the map of a constructor.
class Fields {
 public:
  explicit Fields(const Map& map) : map_(map) {}

  bool has(std::string_view key) const { return map_.contains(std::string(key)); }
  const Value* find(std::string_view key) const {
    const auto it = map_.find(std::string(key));
    return it == map_.end() ? nullptr : &it->second;
  }
  std::int64_t integer(std::string_view key, std::int64_t otherwise) const {
    const Value* value = find(key);
    if (!value) return otherwise;
    if (!value->is(Type::Integer)) invalid(std::string(key) + ": expected an Integer");
    return value->integer();
  }
  // The temporal value under `key`, in parts.
  std::optional<TemporalParts> parts(std::string_view key) const {
    const Value* value = find(key);
    if (!value) return std::nullopt;
    if (!is_moment(*value)) invalid(std::string(key) + ": expected a temporal value");
    return parts_of(*value);
  }

 private:
  const Map& map_;
};

Date found(const std::optional<Date>& date) {
  if (!date) invalid("there is no such day");
  return *date;
}

// The date that `fields` name; what they leave open comes from `base`, or is the first.
Date build_date(const Fields& fields, const std::optional<Date>& base) {
  if (!base && !fields.has("year")) invalid("year: expected, not found");
  if (fields.has("week") || fields.has("dayOfWeek")) {
    const WeekDate from = base ? week_date(*base) : WeekDate{0, 1, 1};
    return found(from_week({fields.integer("year", from.year), fields.integer("week", from.week),
                            fields.integer("dayOfWeek", from.day)}));
  }
  const Civil from = base ? civil(*base) : Civil{0, 1, 1};
  const std::int64_t year = fields.integer("year", from.year);
  if (fields.has("ordinalDay")) {
    return found(from_ordinal(year, fields.integer("ordinalDay", 1)));
  }
  if (fields.has("dayOfQuarter")) {
    return found(from_quarter(year, fields.integer("quarter", base ? quarter(*base) : 1),
                              fields.integer("dayOfQuarter", 1)));
  }
  if (fields.has("quarter")) {
    const std::int64_t month = (fields.integer("quarter", 1) - 1) * 3 + (from.month - 1) % 3 + 1;
    return found(from_civil({year, month, fields.integer("day", from.day)}));
  }
  return found(
      from_civil({year, fields.integer("month", from.month), fields.integer("day", from.day)}));
}

std::int64_t in_range(const Fields& fields, std::string_view key, std::int64_t otherwise,
                      std::int64_t end) {
  const std::int64_t value = fields.integer(key, otherwise);
  if (value < 0 || value >= end) invalid(std::string(key) + ": out of range");
  return value;
}

// The nanoseconds of the second that milli-, micro- and nanoseconds name together.
std::int64_t build_nanos(const Fields& fields) {
  const bool millis = fields.has("millisecond");
  const bool micros = fields.has("microsecond");
  return in_range(fields, "millisecond", 0, 1'000) * 1'000'000 +
         in_range(fields, "microsecond", 0, millis ? 1'000 : 1'000'000) * 1'000 +
         in_range(fields, "nanosecond", 0,
                  micros   ? 1'000
                  : millis ? 1'000'000
                           : kNanosPerSecond);
}

bool names_nanos(const Fields& fields) {
  return fields.has("millisecond") || fields.has("microsecond") || fields.has("nanosecond");
}

LocalTime build_time(const Fields& fields, LocalTime base) {
  const std::int64_t seconds = base.nanos / kNanosPerSecond;
  const std::int64_t clock = in_range(fields, "hour", seconds / 3600, 24) * 3600 +
                             in_range(fields, "minute", seconds / 60 % 60, 60) * 60 +
                             in_range(fields, "second", seconds % 60, 60);
  return {clock * kNanosPerSecond +
          (names_nanos(fields) ? build_nanos(fields) : base.nanos % kNanosPerSecond)};
}

Zone zone_at(const Zone& zone, const LocalDateTime& local) {
  if (zone.name.empty()) return zone;
  return {offset_at_local(zone.name, local).value_or(zone.offset), zone.name};
}

// `utc`: what clocks in UTC show.
Zone zone_at_moment(const Zone& zone, const LocalDateTime& utc) {
  if (zone.name.empty()) return zone;
  return {offset_at(zone.name, local_seconds(utc)).value_or(zone.offset), zone.name};
}

Zone zone_field(const Value& value, const LocalDateTime& local) {
  if (!value.is(Type::String)) invalid("timezone: expected a String");
  const auto zone = parse_zone(value.string(), local);
  if (!zone) invalid("timezone: \"" + value.string() + "\" is neither a zone nor an offset");
  return *zone;
}

Value assemble(Type target, const LocalDateTime& local, const Zone& zone) {
  switch (target) {
    case Type::Date:
      return Value(local.date);
    case Type::LocalTime:
      return Value(local.time);
    case Type::Time:
      return Value(Time{local.time, zone.offset});
    case Type::LocalDateTime:
      return Value(local);
    default:
      return Value(DateTime{local, zone.offset, zone.name});
  }
}

void check_names(Type target, const Map& fields) {
  static constexpr std::array<std::string_view, 10> kDate = {
      "date", "datetime", "year",      "month",      "day",
      "week", "quarter",  "dayOfWeek", "ordinalDay", "dayOfQuarter"};
  static constexpr std::array<std::string_view, 8> kTime = {
      "time", "datetime", "hour", "minute", "second", "millisecond", "microsecond", "nanosecond"};
  for (const auto& [key, value] : fields) {
    const bool known = (has_date(target) && std::ranges::count(kDate, key) > 0) ||
                       (has_time(target) && std::ranges::count(kTime, key) > 0) ||
                       (has_zone(target) && key == "timezone");
    if (!known) invalid("found the field \"" + key + "\", which is none of this type");
  }
}

enum class Unit {
  Millennium,
  Century,
  Decade,
  Year,
  WeekYear,
  Quarter,
  Month,
  Week,
  Day,
  Hour,
  Minute,
  Second,
  Millisecond,
  Microsecond
};

Unit parse_unit(std::string_view name) {
  static constexpr std::array<std::string_view, 14> kNames = {
      "millennium", "century", "decade", "year",   "weekYear", "quarter",     "month",
      "week",       "day",     "hour",   "minute", "second",   "millisecond", "microsecond"};
  const auto it = std::ranges::find(kNames, name);
  if (it == kNames.end()) invalid("\"" + std::string(name) + "\" is no unit to truncate to");
  return static_cast<Unit>(it - kNames.begin());
}

Date truncate_date(Date date, Unit unit) {
  const Civil c = civil(date);
  const auto first_of = [](std::int64_t year, std::int64_t month) {
    return found(from_civil({year, month, 1}));
  };
  switch (unit) {
    case Unit::Millennium:
      return first_of(floor_div(c.year, 1000) * 1000, 1);
    case Unit::Century:
      return first_of(floor_div(c.year, 100) * 100, 1);
    case Unit::Decade:
      return first_of(floor_div(c.year, 10) * 10, 1);
    case Unit::Year:
      return first_of(c.year, 1);
    case Unit::WeekYear:
      return found(from_week({week_date(date).year, 1, 1}));
    case Unit::Quarter:
      return first_of(c.year, quarter(date) * 3 - 2);
    case Unit::Month:
      return first_of(c.year, c.month);
    case Unit::Week:
      return {date.days - (week_date(date).day - 1)};
    default:
      return date;
  }
}

LocalTime truncate_time(LocalTime time, Unit unit) {
  switch (unit) {
    case Unit::Hour:
      return {time.nanos - time.nanos % (3600 * kNanosPerSecond)};
    case Unit::Minute:
      return {time.nanos - time.nanos % (60 * kNanosPerSecond)};
    case Unit::Second:
      return {time.nanos - time.nanos % kNanosPerSecond};
    case Unit::Millisecond:
      return {time.nanos - time.nanos % 1'000'000};
    case Unit::Microsecond:
      return {time.nanos - time.nanos % 1'000};
    default:
      return {};
  }
}

Value date_component(Date date, std::string_view name) {
  if (name == "year") return Value(civil(date).year);
  if (name == "quarter") return Value(quarter(date));
  if (name == "month") return Value(civil(date).month);
  if (name == "week") return Value(week_date(date).week);
  if (name == "weekYear") return Value(week_date(date).year);
  if (name == "day") return Value(civil(date).day);
  if (name == "ordinalDay") return Value(ordinal_day(date));
  if (name == "weekDay" || name == "dayOfWeek") return Value(week_date(date).day);
  if (name == "dayOfQuarter") return Value(day_of_quarter(date));
  return Value();
}

Value time_component(LocalTime time, std::string_view name) {
  const std::int64_t seconds = time.nanos / kNanosPerSecond;
  const std::int64_t nanos = time.nanos % kNanosPerSecond;
  if (name == "hour") return Value(seconds / 3600);
  if (name == "minute") return Value(seconds / 60 % 60);
  if (name == "second") return Value(seconds % 60);
  if (name == "millisecond") return Value(nanos / 1'000'000);
  if (name == "microsecond") return Value(nanos / 1'000);
  if (name == "nanosecond") return Value(nanos);
  return Value();
}

Value zone_component(const Zone& zone, std::string_view name) {
  if (name == "timezone") return Value(zone.name.empty() ? offset_text(zone.offset) : zone.name);
  if (name == "offset") return Value(offset_text(zone.offset));
  if (name == "offsetMinutes") return Value(std::int64_t{zone.offset / 60});
  if (name == "offsetSeconds") return Value(std::int64_t{zone.offset});
  return Value();
}

Value duration_component(const Duration& d, std::string_view name) {
  // Counted in a unit: so many of them, in a whole that is measured in seconds and nanoseconds.
  const auto total = [&](std::int64_t units_per_second) {
    std::int64_t whole = 0;
    if (__builtin_mul_overflow(d.seconds, units_per_second, &whole) ||
        __builtin_add_overflow(whole, d.nanos / (kNanosPerSecond / units_per_second), &whole)) {
      throw Failure{ErrorType::ArithmeticError, "IntegerOverflow",
                    "the duration is too long to be counted in " + std::string(name)};
    }
    return Value(whole);
  };
  if (name == "milliseconds") return total(1'000);
  if (name == "microseconds") return total(1'000'000);
  if (name == "nanoseconds") return total(kNanosPerSecond);
  struct Component {
    std::string_view name;
    std::int64_t value;
  };
  const Component components[] = {{"years", d.months / 12},
                                  {"quarters", d.months / 3},
                                  {"months", d.months},
                                  {"weeks", d.days / 7},
                                  {"days", d.days},
                                  {"hours", d.seconds / 3600},
                                  {"minutes", d.seconds / 60},
                                  {"seconds", d.seconds},
                                  {"quartersOfYear", d.months / 3 % 4},
                                  {"monthsOfQuarter", d.months % 3},
                                  {"monthsOfYear", d.months % 12},
                                  {"daysOfWeek", d.days % 7},
                                  {"minutesOfHour", d.seconds / 60 % 60},
                                  {"secondsOfMinute", d.seconds % 60},
                                  {"millisecondsOfSecond", d.nanos / 1'000'000},
                                  {"microsecondsOfSecond", d.nanos / 1'000},
                                  {"nanosecondsOfSecond", d.nanos}};
  for (const Component& component : components) {
    if (component.name == name) return Value(component.value);
  }
  return Value();
}

}  // namespace

TemporalParts parts_of(const Value& v) {
  switch (v.type()) {
    case Type::Date:
      return {v.date(), {}, std::nullopt};
    case Type::LocalTime:
      return {std::nullopt, v.local_time(), std::nullopt};
    case Type::Time:
      return {std::nullopt, v.time().local, Zone{v.time().offset, ""}};
    case Type::LocalDateTime:
      return {v.local_date_time().date, v.local_date_time().time, std::nullopt};
    default:
      return {v.date_time().local.date, v.date_time().local.time,
              Zone{v.date_time().offset, v.date_time().zone}};
  }
}

Value build_temporal(Type target, const Map& map) {
  check_names(target, map);
  const Fields fields(map);
  const auto whole = fields.parts("datetime");
  const auto date_source = fields.has("date") ? fields.parts("date") : whole;
  const auto time_source = fields.has("time") ? fields.parts("time") : whole;

  LocalDateTime local;
  if (has_date(target)) {
    if (date_source && !date_source->date) invalid("expected a value that has a date");
    local.date = build_date(fields, date_source ? date_source->date : std::nullopt);
  } else if (time_source && time_source->date) {
    local.date = *time_source->date;  // for the offset of a named zone
  }
  if (has_time(target)) {
    local.time = build_time(fields, time_source ? time_source->time : LocalTime{});
  }
  if (!has_zone(target)) return assemble(target, local, {});

  Zone zone;
  const bool zoned = time_source && time_source->zone;
  if (zoned) zone = zone_at(*time_source->zone, local);
  if (const Value* wanted = fields.find("timezone")) {
    const Zone target_zone = zone_field(*wanted, local);
    if (!zoned) return assemble(target, local, target_zone);
    // The same moment on the clocks of the other zone.
    const LocalDateTime utc = add_clock(local, -zone.offset);
    const Zone there = zone_at_moment(target_zone, utc);
    return assemble(target, add_clock(utc, there.offset), there);
  }
  return assemble(target, local, zone);
}

Value convert_temporal(Type target, const Value& source) {
  const TemporalParts parts = parts_of(source);
  if (has_date(target) && !parts.date) invalid("expected a value that has a date");
  return assemble(target, {parts.date.value_or(Date{}), parts.time}, parts.zone.value_or(Zone{}));
}

Value truncate_temporal(Type target, std::string_view unit_name, const Value& source,
                        const Map& map) {
  check_names(target, map);
  const Unit unit = parse_unit(unit_name);
  const Fields fields(map);
  const TemporalParts parts = parts_of(source);
  if (has_date(target) && !parts.date) invalid("expected a value that has a date");
  if (!has_date(target) && unit < Unit::Day) invalid("a time has no such unit");
  if (!has_time(target) && unit > Unit::Day) invalid("a date has no such unit");

  LocalDateTime local{truncate_date(parts.date.value_or(Date{}), unit),
                      truncate_time(parts.time, unit)};
  if (has_date(target)) local.date = build_date(fields, local.date);
  if (has_time(target)) {
    // Finer units add to what is left: a millisecond and {nanosecond: 2} is both.
    const std::int64_t kept = local.time.nanos % kNanosPerSecond;
    const LocalTime built = build_time(fields, local.time);
    local.time = names_nanos(fields) ? LocalTime{built.nanos + kept} : built;
  }
  Zone zone = zone_at(parts.zone.value_or(Zone{}), local);
  if (const Value* wanted = fields.find("timezone")) zone = zone_field(*wanted, local);
  return assemble(target, local, zone);
}

Value from_epoch(std::int64_t seconds, std::int64_t nanos) {
  constexpr std::int64_t kFarthest = kMaxYear * 366 * kSecondsPerDay;
  if (seconds < -kFarthest || seconds > kFarthest) invalid("the moment is out of range");
  const LocalDateTime begin;
  return Value(DateTime{add_clock(begin, seconds + floor_div(nanos, kNanosPerSecond),
                                  floor_mod(nanos, kNanosPerSecond)),
                        0, ""});
}

Value temporal_component(const Value& temporal, std::string_view name) {
  if (temporal.is(Type::Duration)) return duration_component(temporal.duration(), name);
  const TemporalParts parts = parts_of(temporal);
  Value result;
  if (parts.date) result = date_component(*parts.date, name);
  if (result.is_null() && !temporal.is(Type::Date)) result = time_component(parts.time, name);
  if (result.is_null() && parts.zone) result = zone_component(*parts.zone, name);
  if (!result.is_null() || !temporal.is(Type::DateTime)) return result;
  const std::int64_t epoch = epoch_seconds(temporal.date_time());
  if (name == "epochSeconds") return Value(epoch);
  const std::int64_t nanos = parts.time.nanos % kNanosPerSecond;
  if (name == "epochMillis") return Value(epoch * 1000 + nanos / 1'000'000);
  return Value();
}

}  // namespace entente::cypher
