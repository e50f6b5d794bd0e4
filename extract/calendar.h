#pragma once
// Names of months, of days of the week and of days of the year.

#include <optional>
#include <string_view>
#include <vector>

namespace entente {

// 1..12 for "january", "jan", "jan.", "sept."; "may" and "march" too, whatever they mean there.
// `lower` is in lower case.
std::optional<unsigned> month_named(std::string_view lower);

// 0..6, Monday first, for "monday", "mon", "mon.", "thurs.".
std::optional<unsigned> weekday_named(std::string_view lower);

// A day with a name that has the same date in every year and country: "Christmas Eve".
struct Feast {
  std::vector<std::string_view> words;  // in lower case, as tokens: "new", "year", "'s", "eve"
  unsigned month = 0;
  unsigned day = 0;
};
const std::vector<Feast>& feasts();
bool begins_feast(std::string_view lower);

}  // namespace entente
