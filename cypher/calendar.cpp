#include "cypher/calendar.h"

#include <algorithm>

namespace entente::cypher {
namespace {

// Years start in March here, so that the leap day is the last of its year.
std::int64_t days_from_civil(std::int64_t y, std::int64_t m, std::int64_t d) {
  y -= m <= 2 ? 1 : 0;
  const std::int64_t era = floor_div(y, 400);
  const std::int64_t year_of_era = y - era * 400;
  const std::int64_t day_of_year = (153 * (m + (m > 2 ? -3 : 9)) + 2) / 5 + d - 1;
  const std::int64_t day_of_era =
      year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era - 719468;
}

bool is_leap(std::int64_t year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

bool known(std::int64_t year) { return -kMaxYear <= year && year <= kMaxYear; }

std::int64_t weekday(Date date) { return floor_mod(date.days + 3, 7) + 1; }  // Monday 1

Date first_monday(std::int64_t year) {  // of the first ISO week
  const Date fourth{days_from_civil(year, 1, 4)};
  return {fourth.days - (weekday(fourth) - 1)};
}

}  // namespace

Civil civil(Date date) {
  const std::int64_t z = date.days + 719468;
  const std::int64_t era = floor_div(z, 146097);
  const std::int64_t day_of_era = z - era * 146097;
  const std::int64_t year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const std::int64_t day_of_year =
      day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t shifted_month = (5 * day_of_year + 2) / 153;
  const std::int64_t month = shifted_month < 10 ? shifted_month + 3 : shifted_month - 9;
  return {year_of_era + era * 400 + (month <= 2 ? 1 : 0), month,
          day_of_year - (153 * shifted_month + 2) / 5 + 1};
}

WeekDate week_date(Date date) {
  std::int64_t year = civil(date).year;
  if (date >= first_monday(year + 1)) {
    ++year;
  } else if (date < first_monday(year)) {
    --year;
  }
  return {year, (date.days - first_monday(year).days) / 7 + 1, weekday(date)};
}

std::int64_t ordinal_day(Date date) {
  return date.days - days_from_civil(civil(date).year, 1, 1) + 1;
}

std::int64_t quarter(Date date) { return (civil(date).month - 1) / 3 + 1; }

std::int64_t day_of_quarter(Date date) {
  return date.days - days_from_civil(civil(date).year, quarter(date) * 3 - 2, 1) + 1;
}

std::int64_t days_in_month(std::int64_t year, std::int64_t month) {
  static constexpr std::int64_t kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap(year) ? 29 : kDays[month - 1];
}

std::optional<Date> from_civil(const Civil& c) {
  if (!known(c.year) || c.month < 1 || c.month > 12 || c.day < 1 ||
      c.day > days_in_month(c.year, c.month)) {
    return std::nullopt;
  }
  return Date{days_from_civil(c.year, c.month, c.day)};
}

std::optional<Date> from_week(const WeekDate& w) {
  if (!known(w.year) || w.week < 1 || w.week > 53 || w.day < 1 || w.day > 7) return std::nullopt;
  const Date date{first_monday(w.year).days + (w.week - 1) * 7 + w.day - 1};
  if (w.week == 53 && week_date(date).week != 53) return std::nullopt;
  return date;
}

std::optional<Date> from_ordinal(std::int64_t year, std::int64_t day) {
  if (!known(year) || day < 1 || day > (is_leap(year) ? 366 : 365)) return std::nullopt;
  return Date{days_from_civil(year, 1, 1) + day - 1};
}

std::optional<Date> from_quarter(std::int64_t year, std::int64_t quarter_number, std::int64_t day) {
  if (!known(year) || quarter_number < 1 || quarter_number > 4 || day < 1) return std::nullopt;
  const Date date{days_from_civil(year, quarter_number * 3 - 2, 1) + day - 1};
  if (civil(date).year != year || quarter(date) != quarter_number) return std::nullopt;
  return date;
}

Date add_months(Date date, std::int64_t months) {
  const Civil c = civil(date);
  const std::int64_t total = c.year * 12 + c.month - 1 + months;
  const std::int64_t year = floor_div(total, 12);
  const std::int64_t month = floor_mod(total, 12) + 1;
  return {days_from_civil(year, month, std::min(c.day, days_in_month(year, month)))};
}

LocalDateTime add_clock(const LocalDateTime& time, std::int64_t seconds, std::int64_t nanos) {
  const std::int64_t of_day =
      time.time.nanos + floor_mod(seconds, kSecondsPerDay) * kNanosPerSecond + nanos;
  return {{time.date.days + floor_div(seconds, kSecondsPerDay) + floor_div(of_day, kNanosPerDay)},
          {floor_mod(of_day, kNanosPerDay)}};
}

}  // namespace entente::cypher
