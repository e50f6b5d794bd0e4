#pragma once
// Temporal expressions of news English -> days, no more exact than the text. Tested by tests/extract/times_test.cpp.

#include "extract/document.h"

namespace entente {

// Fills `times` from `tokens`, `sentences` and the date of publication. Absolute: "August 19, 2024", "19 August 2024",
// "Dec 13 2023", "2024-08-19", "19/08/2024" (day first only where it must be), "August 2024", "in 2023", "from June 12 to 14",
// "June 12-14", "in the first seven months of 2024", "the third quarter of 2023", "the 1990s".
// Relative to the publication, and absent when that is unknown: "today", "yesterday", "tomorrow", "Monday", "on Tuesday", "last Friday",
// "next Monday", "on the 8th", "in June", "last month", "this year", "next week", "two days ago", "five years ago in November",
// "in the first nine months of this year", "earlier this week".
// A weekday without "next" is the last such day not after the publication, unless the clause speaks of the future
// ("will ... on Friday"): then the first one after it. A bare month is the last such month not after the publication, with the
// same exception. A year that another date of the same sentence carries is used before the publication's.
// Bare numbers are years only after in/since/until/by/from/during/of/before/after/early/late or in a date, and only 1000..2100.
// Not times: durations ("for two days"), ages, a month as a name ("April", "May" as a modal), amounts.
void find_times(Document& document);

}  // namespace entente
