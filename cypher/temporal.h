#pragma once
// Temporal values: what they are. How they are read, written, built and added stands in
// temporal_text.h, temporal_build.h and temporal_arithmetic.h.
// Calendar: proleptic Gregorian, years -999,999,999 to 999,999,999, which is more than std::chrono
// counts.

#include <compare>
#include <cstdint>
#include <string>

namespace entente::cypher {

inline constexpr std::int64_t kNanosPerSecond = 1'000'000'000;
inline constexpr std::int64_t kSecondsPerDay = 86'400;
inline constexpr std::int64_t kNanosPerDay = kSecondsPerDay * kNanosPerSecond;
inline constexpr std::int64_t kMaxYear = 999'999'999;

struct Date {
  std::int64_t days = 0;  // since 1970-01-01
  friend auto operator<=>(const Date&, const Date&) = default;
};

struct LocalTime {
  std::int64_t nanos = 0;  // since midnight; 0 <= nanos < kNanosPerDay
  friend auto operator<=>(const LocalTime&, const LocalTime&) = default;
};

struct Time {
  LocalTime local;
  std::int32_t offset = 0;  // seconds east of UTC
  friend bool operator==(const Time&, const Time&) = default;
};

struct LocalDateTime {
  Date date;
  LocalTime time;
  friend auto operator<=>(const LocalDateTime&, const LocalDateTime&) = default;
};

struct DateTime {
  LocalDateTime local;
  std::int32_t offset = 0;  // seconds east of UTC
  std::string zone;         // "Europe/Stockholm"; empty = only an offset is known
  friend bool operator==(const DateTime&, const DateTime&) = default;
};

// The four parts do not turn into each other: a month is not 30 days, a day not 24 hours.
struct Duration {
  std::int64_t months = 0;
  std::int64_t days = 0;
  std::int64_t seconds = 0;
  std::int32_t nanos = 0;  // 0 <= nanos < kNanosPerSecond, also where seconds < 0
  friend bool operator==(const Duration&, const Duration&) = default;
};

// Seconds since 1970-01-01T00:00 as a clock there shows them, without the nanoseconds.
inline std::int64_t local_seconds(const LocalDateTime& t) {
  return t.date.days * kSecondsPerDay + t.time.nanos / kNanosPerSecond;
}
// Seconds since 1970-01-01T00:00Z.
inline std::int64_t epoch_seconds(const DateTime& t) { return local_seconds(t.local) - t.offset; }

}  // namespace entente::cypher
