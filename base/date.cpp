// Dates of the proleptic Gregorian calendar, read from and written to ISO 8601 and words.

#include "base/date.h"

#include <array>
#include <utility>

namespace entente {
namespace {

using std::chrono::sys_days;
using std::chrono::year_month_day;
using std::chrono::year_month_day_last;

constexpr std::string_view kDash = "\u2013";

constexpr std::array<std::string_view, 12> kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

// std::chrono keeps only the low byte of a month or day, so 257 would pass as 1.
bool plausible(int year, unsigned month = 1, unsigned day = 1) {
  return year >= 1 && year <= 9999 && month <= 12 && day <= 31;
}

// `number` in decimal, filled up with zeros to `width`.
std::string padded(unsigned number, std::size_t width) {
  std::string digits = std::to_string(number);
  if (digits.size() < width) digits.insert(0, width - digits.size(), '0');
  return digits;
}

unsigned year_number(year_month_day date) {
  return static_cast<unsigned>(static_cast<int>(date.year()));
}
unsigned month_number(year_month_day date) { return static_cast<unsigned>(date.month()); }
unsigned day_number(year_month_day date) { return static_cast<unsigned>(date.day()); }

std::string_view month_name(year_month_day date) { return kMonths.at(month_number(date) - 1); }

bool ends_month(year_month_day date) {
  return date == year_month_day(year_month_day_last(date.year(), date.month() / std::chrono::last));
}

bool starts_month(year_month_day date) { return day_number(date) == 1; }
bool starts_year(year_month_day date) { return starts_month(date) && month_number(date) == 1; }
bool ends_year(year_month_day date) { return month_number(date) == 12 && ends_month(date); }

// The number that `text` is, when it is `width` decimal digits and nothing else.
std::optional<unsigned> parse_digits(std::string_view text, std::size_t width) {
  if (text.size() != width) return std::nullopt;
  unsigned number = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + static_cast<unsigned>(c - '0');
  }
  return number;
}

// "2024-08-19", "2024-08" or "2024".
std::optional<DateRange> parse_single(std::string_view text) {
  const auto year_part = parse_digits(text.substr(0, 4), 4);
  if (!year_part) return std::nullopt;
  const int year_value = static_cast<int>(*year_part);
  if (text.size() == 4) return year(year_value);
  if (text[4] != '-') return std::nullopt;
  const auto month_part = parse_digits(text.substr(5, 2), 2);
  if (!month_part) return std::nullopt;
  if (text.size() == 7) return month(year_value, *month_part);
  if (text[7] != '-') return std::nullopt;
  const auto day_part = parse_digits(text.substr(8), 2);
  if (!day_part) return std::nullopt;
  return day(year_value, *month_part, *day_part);
}

std::string day_words(year_month_day date) {
  return std::to_string(day_number(date)) + ' ' + std::string(month_name(date));
}

std::string join(std::string_view a, std::string_view dash, std::string_view b) {
  std::string text(a);
  text += dash;
  text += b;
  return text;
}

// "2022–24" within a century, else "1998–2003".
std::string years_words(unsigned first, unsigned last) {
  const bool same_century = first / 100 == last / 100;
  return join(std::to_string(first), kDash,
              same_century ? padded(last % 100, 2) : std::to_string(last));
}

// What an interval of whole months or of days is called. A dash between parts that have spaces
// themselves gets spaces around it.
std::string interval_words(year_month_day first, year_month_day last) {
  const std::string spaced = ' ' + std::string(kDash) + ' ';
  const std::string first_year = ' ' + std::to_string(year_number(first));
  const std::string last_year = ' ' + std::to_string(year_number(last));
  const bool same_year = first.year() == last.year();
  if (starts_month(first) && ends_month(last)) {
    if (same_year) return join(month_name(first), kDash, month_name(last)) + last_year;
    return join(std::string(month_name(first)) + first_year, spaced,
                std::string(month_name(last)) + last_year);
  }
  if (same_year && first.month() == last.month()) {
    return join(std::to_string(day_number(first)), kDash, day_words(last)) + last_year;
  }
  if (same_year) return join(day_words(first), spaced, day_words(last)) + last_year;
  return join(day_words(first) + first_year, spaced, day_words(last) + last_year);
}

}  // namespace

std::optional<DateRange> day(int year, unsigned month, unsigned day_of_month) {
  const year_month_day date{std::chrono::year(year), std::chrono::month(month),
                            std::chrono::day(day_of_month)};
  if (!plausible(year, month, day_of_month) || !date.ok()) return std::nullopt;
  return DateRange{sys_days(date), sys_days(date)};
}

std::optional<DateRange> month(int year, unsigned month) {
  const std::chrono::year_month value{std::chrono::year(year), std::chrono::month(month)};
  if (!plausible(year, month) || !value.ok()) return std::nullopt;
  return DateRange{sys_days(value / 1), sys_days(value / std::chrono::last)};
}

std::optional<DateRange> year(int year) {
  if (!plausible(year)) return std::nullopt;
  const std::chrono::year value(year);
  return DateRange{sys_days(value / 1 / 1), sys_days(value / 12 / 31)};
}

Precision precision(DateRange range) {
  const year_month_day first(range.first);
  const year_month_day last(range.last);
  if (first == last) return Precision::Day;
  if (first.year() != last.year()) return Precision::Interval;
  if (starts_year(first) && ends_year(last)) return Precision::Year;
  if (first.month() == last.month() && starts_month(first) && ends_month(last)) {
    return Precision::Month;
  }
  return Precision::Interval;
}

std::string_view to_string(Precision precision) {
  switch (precision) {
    case Precision::Day:
      return "day";
    case Precision::Month:
      return "month";
    case Precision::Year:
      return "year";
    case Precision::Interval:
      return "interval";
  }
  return "interval";
}

std::string to_iso(std::chrono::sys_days day) {
  const year_month_day date(day);
  return padded(year_number(date), 4) + '-' + padded(month_number(date), 2) + '-' +
         padded(day_number(date), 2);
}

std::string to_iso(DateRange range) {
  std::string first = to_iso(range.first);
  switch (precision(range)) {
    case Precision::Day:
      return first;
    case Precision::Month:
      return first.substr(0, 7);
    case Precision::Year:
      return first.substr(0, 4);
    case Precision::Interval:
      break;
  }
  return first + '/' + to_iso(range.last);
}

std::optional<DateRange> parse_iso(std::string_view text) {
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) return parse_single(text);
  const auto first = parse_single(text.substr(0, slash));
  const auto last = parse_single(text.substr(slash + 1));
  if (!first || !last || first->first > last->last) return std::nullopt;
  return DateRange{first->first, last->last};
}

std::string to_words(DateRange range) {
  const year_month_day first(range.first);
  const year_month_day last(range.last);
  std::string first_year = std::to_string(year_number(first));
  switch (precision(range)) {
    case Precision::Day:
      return day_words(first) + ' ' + first_year;
    case Precision::Month:
      return std::string(month_name(first)) + ' ' + first_year;
    case Precision::Year:
      return first_year;
    case Precision::Interval:
      break;
  }
  if (starts_year(first) && ends_year(last)) {
    return years_words(year_number(first), year_number(last));
  }
  return interval_words(first, last);
}

}  // namespace entente
