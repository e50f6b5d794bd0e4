#pragma once
// When something happened, no more exactly than the text says.
// Calendar: proleptic Gregorian; a day is a std::chrono::sys_days. Unknown is std::nullopt, never a
// default.

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace entente {

struct DateRange {
  std::chrono::sys_days first{};  // first day
  std::chrono::sys_days last{};   // last day, included; "in 2023" is 2023-01-01 .. 2023-12-31

  friend auto operator<=>(const DateRange&, const DateRange&) = default;
};

enum class Precision { Day, Month, Year, Interval };

// Ranges for a day, a month or a year; nullopt where the numbers are no date of the years 1..9999.
std::optional<DateRange> day(int year, unsigned month, unsigned day_of_month);
std::optional<DateRange> month(int year, unsigned month);
std::optional<DateRange> year(int year);

// Day for one day, Month for exactly one calendar month, Year for exactly one calendar year.
Precision precision(DateRange range);
std::string_view to_string(Precision precision);  // "day", "month", "year", "interval"

// "2024-08-19", "2024-08", "2024", or "2024-08-19/2024-08-21" by precision(). parse_iso reads the
// same four forms (an interval's two halves may each be of any precision) and nothing else.
std::string to_iso(DateRange range);
std::string to_iso(std::chrono::sys_days day);
std::optional<DateRange> parse_iso(std::string_view text);

// For people: "19 Aug 2024", "Aug 2024", "2024", "12-13 Dec 2023", "Aug-Nov 2024", "2022-24". En
// dashes.
std::string to_words(DateRange range);

inline bool contains(DateRange outer, DateRange inner) {
  return outer.first <= inner.first && inner.last <= outer.last;
}
inline bool overlaps(DateRange a, DateRange b) { return a.first <= b.last && b.first <= a.last; }

}  // namespace entente
