#pragma once
// The words of a sentence as far as they can be part of a temporal expression.

#include <cstdint>
#include <string_view>
#include <vector>

#include "extract/document.h"

namespace entente {

enum class TimeWordKind : std::uint8_t {
  Other,
  Number,   // value: up to four digits, "12", "2024"
  Ordinal,  // value: "12th", "third"
  Count,    // value: "two" ... "twelve", "a", "an", "one"
  Month,    // value: 1..12
  Weekday,  // value: 0..6, Monday first
  Decade,   // value: its first year; two digits as written ("90s": 90)
  Date,     // value: year * 10000 + month * 100 + day: "2024-08-19", "19/08/2024"
  Day,      // value: days from today: "yesterday" -1
  Unit,     // value: a TimeUnit
  Turn,     // value: -1 "last" or "final", 0 "this", 1 "next"
  Told,     // value: -1 "previous", 0 "same" or "that", 1 "following": from a date told before
  Stretch,  // value: -1 "past", 1 "coming"
  DayPart,  // "morning", "night"
  Season,   // "summer"
  Feast,    // the first word of a day that has a name and a date: "Christmas", "New"
  Edge,     // value: -1 "earlier", 0 else: "early", "mid", "late", "later"
  Quarter,  // value: 1..4, "Q3"
  Half,     // value: 1..2, "H1"
  Dash,
};

enum class TimeUnit : std::uint8_t { Day, Week, Weekend, Month, Quarter, Year };

// A token, or a part of a hyphenated one: "mid-June", "June-July", "28-July".
struct TimeWord {
  TimeWordKind kind = TimeWordKind::Other;
  int value = 0;
  std::string_view lower;   // of the part; a view into the document's token
  std::uint32_t token = 0;  // index of Document::tokens
  bool capital = false;     // the text has a capital letter first
  bool shortened = false;   // a month or weekday such as "Jan", "Mon."
  bool digits = false;      // only digits
};

// The words of `sentence`, in order. The views live as long as the document's tokens.
std::vector<TimeWord> time_words(const Document& document, const Sentence& sentence);

}  // namespace entente
