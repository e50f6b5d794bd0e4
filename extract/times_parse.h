#pragma once
// Words of a sentence -> what they say of time, before it is known when they were written.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "base/date.h"
#include "extract/document.h"
#include "extract/times_words.h"

namespace entente {

// A year named or counted from that of publication ("last year": shift -1), or neither.
struct YearWord {
  int year = 0;  // 0 = not named
  std::optional<int> shift;
  bool told = false;  // "that year": the one told last

  bool known() const { return year != 0 || shift.has_value() || told; }
};

// A year, a month or a day of the calendar, as far as it is named.
struct CalendarPoint {
  YearWord year;
  unsigned month = 0;              // 0 = none
  unsigned day = 0;                // 0 = none
  std::optional<int> month_shift;  // "the 8th of this month": 0; "five years ago this month": 0
};

struct TimePhrase {
  enum class Kind {
    Fixed,     // `fixed`
    Calendar,  // from `first` to `last`, which may be the same
    Weekday,   // from the day `weekday` to `last_weekday` of the week, which may be the same
    Unit,      // the `unit` that is `shift` from that of publication
    Told,      // `shift` of `unit`, `weekday` or `first.month` from the date told last before
    Stretch,   // `shift` of `unit` up to the publication, or from it
  };
  TokenRange tokens;
  Kind kind = Kind::Fixed;
  DateRange fixed;
  CalendarPoint first;
  CalendarPoint last;
  std::optional<int> turn;          // -1 "last", 0 "this", 1 "next", before a month or a weekday
  std::optional<unsigned> weekday;  // also of a Calendar day: "Friday, March 3"
  std::optional<unsigned> last_weekday;
  std::optional<int> week_shift;  // "Tuesday of last week": -1
  TimeUnit unit = TimeUnit::Day;
  int shift = 0;
  bool latest = false;        // Unit Weekend: "the weekend", the last one that has begun
  bool week_of = false;       // Calendar: the week that the day is in
  bool so_far = false;        // Unit: "earlier this week", not after the publication
  bool counted = false;       // Told: "two weeks later", not "the week after next"
  bool of_published = false;  // Told: where no date was told, from that of publication
};

// In order, disjoint.
std::vector<TimePhrase> parse_times(const std::vector<TimeWord>& words);

}  // namespace entente
