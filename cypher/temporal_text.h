#pragma once
// Temporal values from and to ISO 8601 text. What cannot be read is nullopt.

#include <optional>
#include <string>
#include <string_view>

#include "cypher/temporal.h"

namespace entente::cypher {

// "2015-07-21", "20150721", "2015-07", "2015-W30-2", "2015-202", "2015", "+12015-07-21".
std::optional<Date> parse_date(std::string_view text);
// "21:40:32.142", "214032.142", "21:40", "21".
std::optional<LocalTime> parse_local_time(std::string_view text);
// A local time and an offset; without one it is UTC.
std::optional<Time> parse_time(std::string_view text);
// A date, "T", a local time; or a date alone.
std::optional<LocalDateTime> parse_local_date_time(std::string_view text);
// The same with an offset, a zone in brackets, or both; without one it is UTC.
std::optional<DateTime> parse_date_time(std::string_view text);
// "P12Y5M14DT16H12M70S", "P0.75M", "P2.5W", "P2012-02-02T14:37:21.545".
std::optional<Duration> parse_duration(std::string_view text);

std::string to_string(Date date);
std::string to_string(LocalTime time);
std::string to_string(const Time& time);
std::string to_string(const LocalDateTime& time);
std::string to_string(const DateTime& time);  // "2015-07-21T21:40+02:00[Europe/Stockholm]"
std::string to_string(const Duration& duration);

}  // namespace entente::cypher
