#pragma once
// Temporal expressions of news English -> days, no more exact than the text.
// Tested by tests/extract/times_test.cpp.

#include "extract/document.h"

namespace entente {

// Fills `times` from `tokens`, `sentences` and the date of publication; where sentences have trees,
// from these, too.
//
// Absolute: "August 19, 2024", "19 August 2024", "Dec 13 2023", "Aug 19 '24", "2024-08-19",
// "19/08/2024" ("08/09/2024" is one of two days: unknown), "August 2024", "in 2023", "from June 12
// to 14", "June 12-14", "in the first seven months of 2024", "the third quarter of 2023", "the
// 1990s", "the 20th century", "the summer of 1961" (as exact as the year), "Christmas Day 1991".
//
// Relative to the publication, and absent when that is unknown: "today", "yesterday", "tomorrow",
// "Monday", "on Tuesday", "last Friday", "next Monday", "on the 8th", "in June", "last month",
// "this year", "next week", "two days ago", "five years ago in November", "in the first nine
// months of this year", "earlier this week", "the past week" (up to the publication), "the second
// quarter". "Today" and its like in a quotation mean the day of speech, which is not told: absent.
//
// Without a date of publication, "this year" beside "the same period in 2023" tells that 2024 is.
//
// Relative to the date told last, at most four sentences before: "the following day", "that
// evening", "two weeks later" (three days to either side), "the previous year", "the following
// Friday". Absent where no date was told, or the last one is not exact enough.
//
// A weekday without "next" is the last such day not after the publication, unless the clause
// speaks of the future ("will ... on Friday"): then the first one not before it. A bare month, or
// a day without a year, is the last one not after the publication, with the same exception; and
// where no verb says that it is past, a day of the next two months is meant rather than one of
// almost a year ago. Where the clause tells what was to come ("would", "was expected to"): the
// first one not before the day told before it in the sentence, else the nearest. A year that
// another date of the same sentence carries, or an earlier mention of the same day, is used before
// that of the publication.
//
// Bare numbers are years only after in/since/until/by/from/during/of/before/after/early/late and
// their like or in a date, and only 1000..2100. Not times: durations ("for two days"), ages, a
// month as a name or verb ("April", "May"), amounts, what is said to be about or nearly so, what is
// counted from an event ("the day before the vote").
void find_times(Document& document);

}  // namespace entente
