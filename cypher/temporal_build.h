#pragma once
// Temporal values made from maps, from each other, cut off, and taken apart.
// Target types are Date, LocalTime, Time, LocalDateTime and DateTime. All throw Failure
// (ArgumentError) where fields are missing, unknown or out of range.

#include <optional>
#include <string_view>

#include "cypher/temporal.h"
#include "cypher/time_zone.h"
#include "cypher/value.h"

namespace entente::cypher {

// What a temporal value has of each.
struct TemporalParts {
  std::optional<Date> date;
  LocalTime time;  // midnight for a Date
  std::optional<Zone> zone;
};
// REQUIRES: a temporal value that is not a Duration
TemporalParts parts_of(const Value& temporal);

// {year: 1984, week: 10}, {date: other, day: 28}, {datetime: other, timezone: '+05:00'}.
Value build_temporal(Type target, const Map& fields);
// date(localdatetime) and the like: drops what the target has not, takes UTC where it has no zone.
Value convert_temporal(Type target, const Value& source);
// date.truncate('month', other, {day: 2}).
Value truncate_temporal(Type target, std::string_view unit, const Value& source, const Map& fields);
// The moment as `target`. `nanos`: 0 or more, may exceed a second.
Value from_epoch(std::int64_t seconds, std::int64_t nanos);

// d.year, d.dayOfQuarter, d.offset, d.minutesOfHour; null for a name it has not.
Value temporal_component(const Value& temporal, std::string_view name);

}  // namespace entente::cypher
