#pragma once
// Names of months and days of the week.

#include <optional>
#include <string_view>

namespace entente {

// 1..12 for "january", "jan", "jan.", "sept."; "may" and "march" too, whatever they mean there.
// `lower` is in lower case.
std::optional<unsigned> month_named(std::string_view lower);

// 0..6, Monday first, for "monday", "mon", "mon.", "thurs.".
std::optional<unsigned> weekday_named(std::string_view lower);

}  // namespace entente
