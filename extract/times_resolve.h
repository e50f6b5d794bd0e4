#pragma once
// What a text says of time + when it was written -> days.

#include <optional>

#include "base/date.h"
#include "extract/times_parse.h"

namespace entente {

struct TimeContext {
  std::optional<DateRange> published;
  std::optional<DateRange> told;  // the date that a Told phrase is counted from
  int year = 0;                   // that another date of the sentence carries; 0 = none
  bool future = false;            // the clause speaks of what is to come
  bool open = false;  // it may: a day of the next weeks is meant rather than one almost a year ago
};

// nullopt where the phrase is no date ("February 30"), or depends on more than is known.
// Publication known only by its month or year: what would be the same for each of its days.
std::optional<DateRange> resolve_time(const TimePhrase& phrase, const TimeContext& context);

}  // namespace entente
