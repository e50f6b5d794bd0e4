#pragma once
// What a text says of time + when it was written -> days.

#include <chrono>
#include <optional>

#include "base/date.h"
#include "extract/times_parse.h"

namespace entente {

struct TimeContext {
  std::optional<DateRange> published;
  std::optional<DateRange> told;  // the date that a Told phrase or "that year" is counted from
  int year = 0;                   // that another date of the sentence carries; 0 = none
  // The clause speaks of what was, of what is to come, or of what was to come.
  enum class Tense { Unknown, Past, Future, FutureInPast } tense = Tense::Unknown;
  bool open = false;   // a day of the next weeks is meant rather than one almost a year ago
  bool limit = false;  // the time is the end of something, or the new date of something put off
  std::optional<std::chrono::sys_days> said_on;  // FutureInPast: what it is the future of
};

// nullopt where the phrase is no date ("February 30"), or depends on more than is known.
// Publication known only by its month or year: what would be the same for each of its days; a day
// that is counted from one of a year is in that year.
std::optional<DateRange> resolve_time(const TimePhrase& phrase, const TimeContext& context);

}  // namespace entente
