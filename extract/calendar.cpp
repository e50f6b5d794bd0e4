// Tested by tests/extract/times_test.cpp.

#include "extract/calendar.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace entente {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};
constexpr std::array<std::string_view, 7> kWeekdays = {
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};

// A short form is the first three letters of the full one, or those that `longer` adds, with a full
// stop or without.
bool names(std::string_view form, std::string_view full, std::string_view longer) {
  if (form == full) return true;
  if (!form.empty() && form.back() == '.') form.remove_suffix(1);
  if (form.size() < 3 || full.substr(0, form.size()) != form) return false;
  return form.size() == 3 || longer.substr(0, form.size()) == form;
}

}  // namespace

std::optional<unsigned> month_named(std::string_view lower) {
  for (std::size_t i = 0; i < kMonths.size(); ++i) {
    const std::string_view longer = kMonths[i] == "september" ? "sept" : "";
    if (names(lower, kMonths[i], longer)) return static_cast<unsigned>(i + 1);
  }
  return std::nullopt;
}

std::optional<unsigned> weekday_named(std::string_view lower) {
  for (std::size_t i = 0; i < kWeekdays.size(); ++i) {
    const std::string_view longer = kWeekdays[i] == "tuesday"    ? "tues"
                                    : kWeekdays[i] == "thursday" ? "thurs"
                                                                 : "";
    if (names(lower, kWeekdays[i], longer)) return static_cast<unsigned>(i);
  }
  return std::nullopt;
}

const std::vector<Feast>& feasts() {
  static const std::vector<Feast> table = {
      {{"new", "year", "'s", "day"}, 1, 1},
      {{"new", "year", "'s", "eve"}, 12, 31},
      {{"new", "years", "day"}, 1, 1},
      {{"new", "years", "eve"}, 12, 31},
      {{"valentine", "'s", "day"}, 2, 14},
      {{"st.", "patrick", "'s", "day"}, 3, 17},
      {{"may", "day"}, 5, 1},
      {{"all", "saints", "'", "day"}, 11, 1},
      {{"armistice", "day"}, 11, 11},
      {{"christmas", "eve"}, 12, 24},
      {{"christmas", "day"}, 12, 25},
      {{"boxing", "day"}, 12, 26},
  };
  return table;
}

bool begins_feast(std::string_view lower) {
  return std::any_of(feasts().begin(), feasts().end(),
                     [&](const Feast& feast) { return feast.words.front() == lower; });
}

}  // namespace entente
