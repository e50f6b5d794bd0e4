#pragma once
// Durations: made of parts with fractions, added, multiplied, and measured between two moments.

#include "cypher/temporal.h"
#include "cypher/value.h"

namespace entente::cypher {

struct DurationParts {
  long double months = 0;
  long double days = 0;
  long double seconds = 0;
};

// A fraction of a month goes into days (a month has 30.436875 of them), a fraction of a day into
// seconds. Throws Failure where a part is beyond 64 bits.
Duration to_duration(const DurationParts& parts);
// {years: 1, quarters: , months:, weeks:, days:, hours:, minutes:, seconds:, milliseconds:, ...}
Duration to_duration(const Map& fields);

Duration add(const Duration& a, const Duration& b);
Duration negate(const Duration& d);
Duration multiply(const Duration& d, long double factor);

// `temporal` is a Date, a time or a date and time; the same type comes back.
Value add(const Value& temporal, const Duration& duration);

// From `from` to `to`, each any temporal value but a Duration. Where one has no date, only the
// times count; where one has no zone, it is taken to be in the other's.
Duration between(const Value& from, const Value& to);
Duration months_between(const Value& from, const Value& to);
Duration days_between(const Value& from, const Value& to);
Duration seconds_between(const Value& from, const Value& to);

// By length, with a month of 30.436875 days.
long double average_seconds(const Duration& d);

}  // namespace entente::cypher
