#include "cypher/duration.h"

#include <cmath>
#include <optional>
#include <utility>

#include "cypher/calendar.h"
#include "cypher/error.h"
#include "cypher/temporal_build.h"
#include "cypher/time_zone.h"

namespace entente::cypher {
namespace {

constexpr long double kDaysPerMonth = 30.436875L;  // 365.2425 / 12

[[noreturn]] void overflow() {
  throw Failure{ErrorType::ArithmeticError, "IntegerOverflow", "the duration is too long"};
}

std::int64_t to_integer(long double number) {
  if (!(std::abs(number) < 9e18L)) overflow();
  return static_cast<std::int64_t>(number);
}

std::int64_t sum(std::int64_t a, std::int64_t b) {
  std::int64_t result = 0;
  if (__builtin_add_overflow(a, b, &result)) overflow();
  return result;
}

Duration normal(std::int64_t months, std::int64_t days, std::int64_t seconds, std::int64_t nanos) {
  return {months, days, sum(seconds, floor_div(nanos, kNanosPerSecond)),
          static_cast<std::int32_t>(floor_mod(nanos, kNanosPerSecond))};
}

Date checked(Date date) {
  const std::int64_t year = civil(date).year;
  if (year < -kMaxYear || year > kMaxYear) {
    throw Failure{ErrorType::ArithmeticError, "NumberOutOfRange", "the date is out of range"};
  }
  return date;
}

Date add_to_date(Date date, const Duration& d, std::int64_t more_days = 0) {
  constexpr std::int64_t kMaxMonths = 2 * (kMaxYear + 1) * 12;
  constexpr std::int64_t kMaxDays = kMaxMonths * 31;
  const std::int64_t days = sum(d.days, more_days);
  const auto beyond = [](std::int64_t number, std::int64_t limit) {
    return number < -limit || number > limit;
  };
  if (beyond(d.months, kMaxMonths) || beyond(days, kMaxDays)) overflow();
  return checked({add_months(date, d.months).days + days});
}

// Days in the part of a duration that the clock measures, rounded towards zero.
std::int64_t days_on_clock(const Duration& d) {
  const bool fraction = d.seconds < 0 && d.nanos > 0;
  return (d.seconds + (fraction ? 1 : 0)) / kSecondsPerDay;
}

LocalTime add_to_time(LocalTime time, const Duration& d) {
  const std::int64_t seconds = floor_mod(d.seconds, kSecondsPerDay);
  return {floor_mod(time.nanos + seconds * kNanosPerSecond + d.nanos, kNanosPerDay)};
}

LocalDateTime add_to_local(const LocalDateTime& t, const Duration& d) {
  const LocalDateTime later = add_clock({add_to_date(t.date, d), t.time}, d.seconds, d.nanos);
  return {checked(later.date), later.time};
}

DateTime add_to_zoned(const DateTime& t, const Duration& d) {
  // Months and days move the date on the wall; hours and less pass on the clock.
  const LocalDateTime wall{add_to_date(t.local.date, d), t.local.time};
  if (t.zone.empty()) {
    const LocalDateTime later = add_clock(wall, d.seconds, d.nanos);
    return {{checked(later.date), later.time}, t.offset, ""};
  }
  const std::int32_t before = offset_at_local(t.zone, wall).value_or(t.offset);
  LocalDateTime utc = add_clock(wall, sum(d.seconds, -before), d.nanos);
  utc.date = checked(utc.date);
  const std::int32_t after = offset_at(t.zone, local_seconds(utc)).value_or(before);
  return {add_clock(utc, after), after, t.zone};
}

// Two moments brought to one clock.
struct Pair {
  LocalDateTime from;
  LocalDateTime to;
  bool dated = false;  // both have a date
};

// Seconds and nanoseconds without a zone, as both would show them in one zone.
Pair on_one_clock(const Value& from, const Value& to) {
  TemporalParts a = parts_of(from);
  TemporalParts b = parts_of(to);
  Pair pair;
  pair.dated = a.date && b.date;
  if (a.zone || b.zone) {
    // Who lacks a date or a zone borrows the other's.
    const Zone zone = a.zone ? *a.zone : *b.zone;
    const Date date = a.date ? *a.date : b.date.value_or(Date{});
    const auto utc = [&](TemporalParts& parts, const TemporalParts& other) {
      const LocalDateTime local{pair.dated ? *parts.date : date, parts.time};
      const Zone own = parts.zone ? *parts.zone : *other.zone;
      const std::int32_t offset =
          own.name.empty() ? own.offset : offset_at_local(own.name, local).value_or(own.offset);
      return add_clock(local, -offset);
    };
    pair.from = utc(a, b);
    pair.to = utc(b, a);
    // Dates are counted as they stand in the first one's zone, at a fixed offset.
    if (pair.dated && zone.name.empty()) {
      pair.from = add_clock(pair.from, zone.offset);
      pair.to = add_clock(pair.to, zone.offset);
    } else if (pair.dated) {
      const std::int32_t offset = offset_at(zone.name, local_seconds(pair.from)).value_or(0);
      pair.from = add_clock(pair.from, offset);
      pair.to = add_clock(pair.to, offset);
    }
    return pair;
  }
  pair.from = {pair.dated ? *a.date : Date{}, a.time};
  pair.to = {pair.dated ? *b.date : Date{}, b.time};
  return pair;
}

// Whole months from a to b; rounded towards zero.
std::int64_t whole_months(const LocalDateTime& a, const LocalDateTime& b) {
  const Civil from = civil(a.date);
  const Civil to = civil(b.date);
  std::int64_t months = (to.year - from.year) * 12 + to.month - from.month;
  const auto rest = std::pair(to.day, b.time) <=> std::pair(from.day, a.time);
  if (months > 0 && rest < 0) --months;
  if (months < 0 && rest > 0) ++months;
  return months;
}

// Whole days from a to b; rounded towards zero.
std::int64_t whole_days(const LocalDateTime& a, const LocalDateTime& b) {
  std::int64_t days = b.date.days - a.date.days;
  if (days > 0 && b.time < a.time) --days;
  if (days < 0 && b.time > a.time) ++days;
  return days;
}

Duration clock_between(const LocalDateTime& a, const LocalDateTime& b) {
  return normal(0, 0, local_seconds(b) - local_seconds(a),
                b.time.nanos % kNanosPerSecond - a.time.nanos % kNanosPerSecond);
}

}  // namespace

Duration to_duration(const DurationParts& parts) {
  const std::int64_t months = to_integer(parts.months);
  const long double all_days =
      parts.days + (parts.months - static_cast<long double>(months)) * kDaysPerMonth;
  const std::int64_t days = to_integer(all_days);
  const long double all_seconds =
      parts.seconds + (all_days - static_cast<long double>(days)) * kSecondsPerDay;
  const std::int64_t seconds = to_integer(all_seconds);
  const long double fraction = all_seconds - static_cast<long double>(seconds);
  // A little more than the fraction, so that 0.1 does not become 99,999,999 nanoseconds.
  const auto nanos =
      static_cast<std::int64_t>(fraction * kNanosPerSecond + std::copysign(1e-3L, fraction));
  return normal(months, days, seconds, nanos);
}

Duration to_duration(const Map& fields) {
  struct Unit {
    std::string_view name;
    long double DurationParts::*part;
    long double factor;
  };
  static constexpr Unit kUnits[] = {{"years", &DurationParts::months, 12},
                                    {"quarters", &DurationParts::months, 3},
                                    {"months", &DurationParts::months, 1},
                                    {"weeks", &DurationParts::days, 7},
                                    {"days", &DurationParts::days, 1},
                                    {"hours", &DurationParts::seconds, 3600},
                                    {"minutes", &DurationParts::seconds, 60},
                                    {"seconds", &DurationParts::seconds, 1},
                                    {"milliseconds", &DurationParts::seconds, 1e-3L},
                                    {"microseconds", &DurationParts::seconds, 1e-6L},
                                    {"nanoseconds", &DurationParts::seconds, 1e-9L}};
  DurationParts parts;
  for (const auto& [key, value] : fields) {
    const Unit* unit = nullptr;
    for (const Unit& candidate : kUnits) {
      if (candidate.name == key) unit = &candidate;
    }
    if (!unit || !value.is_number()) {
      throw Failure{ErrorType::ArgumentError, "InvalidArgumentValue",
                    "found \"" + key + "\", expected a unit of a duration with a number"};
    }
    const long double number = value.is(Type::Integer) ? static_cast<long double>(value.integer())
                                                       : static_cast<long double>(value.floating());
    parts.*(unit->part) += number * unit->factor;
  }
  return to_duration(parts);
}

Duration add(const Duration& a, const Duration& b) {
  return normal(sum(a.months, b.months), sum(a.days, b.days), sum(a.seconds, b.seconds),
                std::int64_t{a.nanos} + b.nanos);
}

Duration negate(const Duration& d) {
  const auto minus = [](std::int64_t number) {
    if (number == INT64_MIN) overflow();
    return -number;
  };
  return normal(minus(d.months), minus(d.days), minus(d.seconds), -d.nanos);
}

Duration multiply(const Duration& d, long double factor) {
  return to_duration(
      {static_cast<long double>(d.months) * factor, static_cast<long double>(d.days) * factor,
       (static_cast<long double>(d.seconds) + static_cast<long double>(d.nanos) / kNanosPerSecond) *
           factor});
}

Value add(const Value& temporal, const Duration& d) {
  switch (temporal.type()) {
    case Type::Date:
      return Value(add_to_date(temporal.date(), d, days_on_clock(d)));
    case Type::LocalTime:
      return Value(add_to_time(temporal.local_time(), d));
    case Type::Time:
      return Value(Time{add_to_time(temporal.time().local, d), temporal.time().offset});
    case Type::LocalDateTime:
      return Value(add_to_local(temporal.local_date_time(), d));
    default:
      return Value(add_to_zoned(temporal.date_time(), d));
  }
}

Duration between(const Value& from, const Value& to) {
  const auto [a, b, dated] = on_one_clock(from, to);
  if (!dated) return clock_between(a, b);
  const std::int64_t months = whole_months(a, b);
  const LocalDateTime after_months{add_months(a.date, months), a.time};
  const std::int64_t days = whole_days(after_months, b);
  const Duration rest = clock_between({{after_months.date.days + days}, a.time}, b);
  return {months, days, rest.seconds, rest.nanos};
}

Duration months_between(const Value& from, const Value& to) {
  const auto [a, b, dated] = on_one_clock(from, to);
  return {dated ? whole_months(a, b) : 0, 0, 0, 0};
}

Duration days_between(const Value& from, const Value& to) {
  const auto [a, b, dated] = on_one_clock(from, to);
  return {0, dated ? whole_days(a, b) : 0, 0, 0};
}

Duration seconds_between(const Value& from, const Value& to) {
  const auto [a, b, dated] = on_one_clock(from, to);
  return clock_between(a, b);
}

long double average_seconds(const Duration& d) {
  return static_cast<long double>(d.months) * kDaysPerMonth * kSecondsPerDay +
         static_cast<long double>(d.days) * kSecondsPerDay + static_cast<long double>(d.seconds) +
         static_cast<long double>(d.nanos) / kNanosPerSecond;
}

}  // namespace entente::cypher
