#pragma once
// Days counted and named: the arithmetic of the proleptic Gregorian calendar and of ISO weeks.
// Source: Howard Hinnant, "chrono-compatible low-level date algorithms".

#include <cstdint>
#include <optional>

#include "cypher/temporal.h"

namespace entente::cypher {

struct Civil {
  std::int64_t year = 1970;
  std::int64_t month = 1;  // 1..12
  std::int64_t day = 1;    // 1..31
};
struct WeekDate {
  std::int64_t year = 1970;  // the year to which most of the week belongs
  std::int64_t week = 1;     // 1..53
  std::int64_t day = 1;      // Monday 1 .. Sunday 7
};

Civil civil(Date date);
WeekDate week_date(Date date);
std::int64_t ordinal_day(Date date);     // 1..366
std::int64_t quarter(Date date);         // 1..4
std::int64_t day_of_quarter(Date date);  // 1..92

std::int64_t days_in_month(std::int64_t year, std::int64_t month);

// nullopt where there is no such day.
std::optional<Date> from_civil(const Civil& civil);
std::optional<Date> from_week(const WeekDate& week);
std::optional<Date> from_ordinal(std::int64_t year, std::int64_t day);
std::optional<Date> from_quarter(std::int64_t year, std::int64_t quarter, std::int64_t day);

// The same day of the month `months` later, or the month's last day where it has no such day.
// Months are bounded by the caller; the year may leave what from_civil accepts.
Date add_months(Date date, std::int64_t months);

// What a clock shows so much later. `seconds` and `nanos` may be negative.
LocalDateTime add_clock(const LocalDateTime& time, std::int64_t seconds, std::int64_t nanos = 0);

// Division that rounds down, and its remainder, which is never negative for b > 0.
constexpr std::int64_t floor_div(std::int64_t a, std::int64_t b) {
  return a / b - (a % b != 0 && (a % b < 0) != (b < 0) ? 1 : 0);
}
constexpr std::int64_t floor_mod(std::int64_t a, std::int64_t b) { return a - floor_div(a, b) * b; }

}  // namespace entente::cypher
