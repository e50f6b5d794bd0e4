// The walk over a sentence, and the times that are counted from that of the publication.
// Tested by tests/extract/times_test.cpp.

#include "extract/times_parse.h"

#include "extract/times_parser.h"

namespace entente {
namespace {

TimeMatch unit_match(TimeUnit unit, int shift, std::size_t begin, std::size_t end) {
  TimeMatch match{{}, begin, end};
  match.phrase.kind = TimePhrase::Kind::Unit;
  match.phrase.unit = unit;
  match.phrase.shift = shift;
  return match;
}

// A month or day of the calendar.
TimeMatch point_match(CalendarPoint point, std::size_t begin, std::size_t end) {
  TimeMatch match{{}, begin, end};
  match.phrase.kind = TimePhrase::Kind::Calendar;
  match.phrase.first = match.phrase.last = point;
  return match;
}

}  // namespace

std::vector<TimePhrase> TimeParser::all() {
  std::vector<TimePhrase> phrases;
  for (std::size_t i = 0; i < words_.size();) {
    if (is(i, Kind::Other) || is(i, Kind::Dash)) {
      ++i;
      continue;
    }
    introduced_ = false;
    Found found = match(i);
    if (!found) {
      ++i;
      continue;
    }
    widen(*found);
    TimePhrase& phrase = found->phrase;
    phrase.tokens = {word(found->begin).token, word(found->end - 1).token + 1};
    i = last_end_ = found->end;
    last_was_month_ =
        phrase.kind == TimePhrase::Kind::Calendar && phrase.last.month != 0 && phrase.last.day == 0;
    last_was_year_ = phrase.kind == TimePhrase::Kind::Calendar && phrase.last.month == 0;
    if (!phrases.empty() && phrase.tokens.begin < phrases.back().tokens.end) continue;
    phrases.push_back(phrase);
  }
  return phrases;
}

bool TimeParser::is_day(std::size_t i) const {
  const TimeWord& w = word(i);
  const bool kind = w.kind == Kind::Number || (w.kind == Kind::Ordinal && w.lower[0] <= '9');
  return kind && w.value >= 1 && w.value <= 31 && w.lower.size() <= 4;
}

bool TimeParser::is_year(std::size_t i) const {
  return is(i, Kind::Number) && word(i).value >= 1000 && word(i).value <= 2100;
}

bool TimeParser::ranges(std::size_t i, bool between) const {
  if (is(i, Kind::Dash)) return true;
  return is_among(word(i).lower, {"to", "through", "until", "till"}) || (between && says(i, "and"));
}

// Word `i` says that the number before it is an amount or an hour.
bool TimeParser::measures(std::size_t i) const {
  return is_among(
      word(i).lower,
      {"%",      "percent", "per",    "people", "million", "billion", "trillion", "crore",
       "lakh",   "km",      "meters", "metres", "miles",   "feet",    "tons",     "tonnes",
       "points", "votes",   "seats",  "troops", "dollars", "euros",   "hours",    "hrs",
       "gmt",    "utc",     "local",  "others", "dead",    "men",     "women",    "children"});
}

// The same, or by its form a noun of which there are several.
bool TimeParser::counts_things(std::size_t i) const {
  const TimeWord& w = word(i);
  constexpr std::string_view children = "children";
  if (measures(i) || (w.lower.size() > children.size() &&
                      w.lower.substr(w.lower.size() - children.size()) == children)) {
    return true;
  }
  return w.kind == Kind::Other && !w.capital && w.lower.size() > 3 && w.lower.back() == 's' &&
         w.lower.back() != '\'' &&
         !is_among(w.lower, {"does", "this", "previous", "versus", "onwards", "afterwards"});
}

// "in 2019, 2020 and 2021": what stands after a comma or "and" behind a time of the same kind.
bool TimeParser::continues_list(std::size_t i) const {
  if (last_end_ == 0 || i <= last_end_) return false;
  const std::size_t between = i - last_end_;
  const std::string_view mark = before(i).lower;
  if (between == 1) return mark == "," || mark == "and" || mark == "or";
  return between == 2 && (mark == "and" || mark == "or") && before(i, 2).lower == ",";
}

std::optional<TimeMatch> TimeParser::match(std::size_t i) {
  switch (word(i).kind) {
    case Kind::Date:
      return date(i);
    case Kind::Month:
      if (Found found = feast(i)) return found;
      return month_first(i);
    case Kind::Weekday:
      return weekday(i);
    case Kind::Number:
      if (Found found = day_first(i)) return found;
      if (Found found = ago(i)) return found;
      if (Found found = later_or_earlier(i)) return found;
      return year(i);
    case Kind::Ordinal:
      if (Found found = day_first(i)) return found;
      if (Found found = part_of_year(i)) return found;
      if (Found found = century(i)) return found;
      return day_of_month(i);
    case Kind::Count:
      if (Found found = ago(i)) return found;
      return later_or_earlier(i);
    case Kind::Decade:
      return decade(i);
    case Kind::Day:
      return day_word(i);
    case Kind::Unit:
      if (Found found = unit_word(i)) return found;
      return told_unit(i);
    case Kind::DayPart:
      return told_unit(i);
    case Kind::Turn:
      if (Found found = part_of_year(i)) return found;
      if (Found found = turn(i)) return found;
      if (Found found = stretch(i)) return found;
      return told(i);
    case Kind::Told:
      return told(i);
    case Kind::Stretch:
      return stretch(i);
    case Kind::Season:
      return season(i);
    case Kind::Feast:
      return feast(i);
    case Kind::Edge:
      return edge(i);
    case Kind::Quarter:
      return quarter(i + 1, value(i) * 3 - 2, 3, i);
    case Kind::Half:
      return quarter(i + 1, value(i) * 6 - 5, 6, i);
    case Kind::Other:
    case Kind::Dash:
      return std::nullopt;
  }
  return std::nullopt;
}

// The number at word `i` is not meant to be exact.
bool TimeParser::vague(std::size_t i) const {
  return is_among(before(i).lower,
                  {"than", "about", "nearly", "almost", "over", "around", "some", "roughly", "half",
                   "least", "most", "under", "well", "approximately", "circa", "perhaps"});
}

// "Tuesday evening", "the end of March": the words around a time that say which part of it.
void TimeParser::widen(TimeMatch& match) const {
  const bool days =
      match.phrase.kind == TimePhrase::Kind::Weekday ||
      (match.phrase.kind == TimePhrase::Kind::Unit && match.phrase.unit == TimeUnit::Day);
  if (days && is(match.end, Kind::DayPart)) ++match.end;
  const bool week = before(match.begin).lower == "of" && before(match.begin, 2).lower == "week" &&
                    match.phrase.kind == TimePhrase::Kind::Calendar && match.phrase.first.day != 0;
  if (week) {
    match.phrase.week_of = true;
    match.begin -= before(match.begin, 3).lower == "the" ? 3 : 2;
    return;
  }
  const bool part_of =
      before(match.begin).lower == "of" &&
      is_among(before(match.begin, 2).lower, {"end", "beginning", "start", "middle", "close"});
  if (part_of) match.begin -= before(match.begin, 3).lower == "the" ? 3 : 2;
}

// "two days ago", "five years ago in November". Nothing after "about", "nearly": the text does not
// say which day.
std::optional<TimeMatch> TimeParser::ago(std::size_t i) const {
  if (!is_count(i) || !is(i + 1, Kind::Unit) || !says(i + 2, "ago")) return std::nullopt;
  if (vague(i) || is_among(before(i).lower, {"and", "to", "or", "-"})) return std::nullopt;
  const int count = word(i).value;
  constexpr int farthest = 100;  // "900 years ago" is no year
  if (count >= farthest) return std::nullopt;
  if (is_unit(i + 1, TimeUnit::Year)) {
    if (Found found = years_ago_in(count, i, i + 3)) return found;
  }
  if (is_unit(i + 1, TimeUnit::Week)) {
    const std::size_t at = i + 3 + (says(i + 3, "on") ? 1 : 0);
    if (is(at, Kind::Weekday)) {
      TimeMatch match{{}, i, at + 1};
      match.phrase.kind = TimePhrase::Kind::Weekday;
      match.phrase.weekday = match.phrase.last_weekday = value(at);
      match.phrase.week_shift = -count;
      return match;
    }
  }
  return unit_match(unit(i + 1), -count, i, i + 3);
}

// What makes "five years ago" a month or a day.
std::optional<TimeMatch> TimeParser::years_ago_in(int years, std::size_t begin,
                                                  std::size_t i) const {
  CalendarPoint point{{0, -years}, 0, 0, {}};
  if (says(i, "this") && is_unit(i + 1, TimeUnit::Month)) {
    point.month_shift = 0;
    return point_match(point, begin, i + 2);
  }
  std::size_t at = i + (says(i, ",") ? 1 : 0);
  at += says(at, "in") || says(at, "on") ? 1 : 0;
  if (at == i || !is(at, Kind::Month)) return std::nullopt;
  point.month = value(at);
  const bool with_day = is_day(at + 1);
  if (with_day) point.day = value(at + 1);
  return point_match(point, begin, at + (with_day ? 2 : 1));
}

std::optional<TimeMatch> TimeParser::weekday(std::size_t i) const {
  if (Found found = weekday_and_date(i)) return found;
  if (!weekday_is_meant(i)) return std::nullopt;
  TimeMatch match{{}, i, i + 1};
  match.phrase.kind = TimePhrase::Kind::Weekday;
  match.phrase.weekday = match.phrase.last_weekday = value(i);
  if (ranges(i + 1, before(i).lower == "between") && is(i + 2, Kind::Weekday)) {
    match.phrase.last_weekday = value(i + 2);
    match.end = i + 3;
    return match;
  }
  const std::size_t at = i + 1 + (says(i + 1, "of") ? 1 : 0);
  if (is(at, Kind::Turn) && is_unit(at + 1, TimeUnit::Week)) {
    match.phrase.week_shift = word(at).value;
    match.end = at + 2;
  }
  return match;
}

// "Tuesday, December 12, 2023", "Fri 3 March".
std::optional<TimeMatch> TimeParser::weekday_and_date(std::size_t i) const {
  std::size_t at = i + 1 + (says(i + 1, ",") ? 1 : 0);
  if (says(at, "the")) ++at;
  Found found = is(at, Kind::Month) && is_day(at + 1) ? month_and_day(at) : day_first(at);
  if (!found || found->phrase.first.month == 0) return std::nullopt;
  found->phrase.weekday = value(i);
  found->begin = i;
  return found;
}

// Not "every Monday", not a feast or a newspaper, not a day counted from another one.
bool TimeParser::weekday_is_meant(std::size_t i) const {
  const TimeWord& previous = before(i);
  if (word(i).shortened || previous.kind == Kind::Turn) return false;
  if (says(i + 1, "the") && is(i + 2, Kind::Ordinal) && is_day(i + 2))
    return false;  // "Friday the 13th"
  if (is_among(previous.lower,
               {"a",      "an",    "every",  "each",      "any",      "most",    "one",
                "some",   "same",  "that",   "following", "previous", "another", "black",
                "good",   "super", "ash",    "palm",      "easter",   "holy",    "fat",
                "bloody", "cyber", "giving", "maundy",    "shrove",   "/"})) {
    return false;
  }
  const bool the = previous.lower == "the";
  if (the && name_follows(i + 1)) return false;
  return !(the && is_among(word(i + 1).lower, {"before", "after", "following", "prior"}));
}

std::optional<TimeMatch> TimeParser::turn(std::size_t i) const {
  if (says(i, "final")) return std::nullopt;  // only of a named year
  int shift = word(i).value;
  const bool bound = is_among(before(i).lower, {"the", "his", "her", "its", "their", "'s", "my",
                                                "our", "your", "that", "every"});
  if (shift != 0 && bound) return std::nullopt;
  std::size_t at = i + 1;
  if (shift == 0 && says(at, "past")) shift = -1, ++at;
  if (shift == 0 && (says(at, "coming") || says(at, "upcoming"))) shift = 1, ++at;
  if (is(at, Kind::Weekday) && !word(at).shortened) {
    TimeMatch match{{}, i, at + 1};
    match.phrase.kind = TimePhrase::Kind::Weekday;
    match.phrase.weekday = match.phrase.last_weekday = value(at);
    match.phrase.turn = shift;
    return match;
  }
  if (is(at, Kind::Month) && !is_day(at + 1) && !name_follows(at + 1)) {
    TimeMatch match = point_match({{}, value(at), 0, {}}, i, at + 1);
    match.phrase.turn = shift;
    return match;
  }
  if (is(at, Kind::Unit)) return turn_of_unit(i, at, shift);
  if (shift == -1 && at == i + 1 && says(at, "night")) {
    return unit_match(TimeUnit::Day, -1, i, at + 1);
  }
  if (shift == 0 && is(at, Kind::DayPart) && !says(at, "night")) {
    return unit_match(TimeUnit::Day, 0, i, at + 1);
  }
  return std::nullopt;
}

// "last week", "next year"; with the day or month that makes it narrower.
std::optional<TimeMatch> TimeParser::turn_of_unit(std::size_t i, std::size_t at, int shift) const {
  const bool plural = word(at).lower.back() == 's';
  const bool over = at != i + 1 && unit(at) != TimeUnit::Weekend;  // "this past year"
  if (plural || over || unit(at) == TimeUnit::Day) return std::nullopt;
  const std::size_t day = at + 1 + (says(at + 1, "on") ? 1 : 0);
  if (unit(at) == TimeUnit::Week && is(day, Kind::Weekday)) {
    TimeMatch match{{}, i, day + 1};
    match.phrase.kind = TimePhrase::Kind::Weekday;
    match.phrase.weekday = match.phrase.last_weekday = value(day);
    match.phrase.week_shift = shift;
    return match;
  }
  if (unit(at) == TimeUnit::Year && says(at + 1, "in") && is(at + 2, Kind::Month) &&
      !is_day(at + 3) && !is_year(at + 3)) {
    const CalendarPoint point{{0, shift}, value(at + 2), 0, {}};
    return point_match(point, i, at + 3);
  }
  return unit_match(unit(at), shift, i, at + 1);
}

// "early 2024", "mid-June", "late on Monday", "earlier this week": as exact as what follows.
std::optional<TimeMatch> TimeParser::edge(std::size_t i) {
  introduced_ = true;
  std::size_t at = i + 1;
  if (Found found = in_the_unit(at)) {
    found->begin = i;
    return found;
  }
  while (is(at, Kind::Dash)) ++at;
  if (says(at, "on") || says(at, "in")) ++at;
  if (is(at, Kind::Edge) || at > i + 2) return std::nullopt;
  if (says(at, "the")) ++at;
  Found found = match(at);
  if (!found || found->begin > at) return std::nullopt;
  found->begin = i;
  found->phrase.so_far = word(i).value == -1;
  return found;
}

std::optional<TimeMatch> TimeParser::day_word(std::size_t i) const {
  const bool title = word(i).capital && before(i).capital;
  const bool nowadays =
      says(i + 1, "'s") && is_among(word(i + 2).lower, {"world", "society", "age", "era",
                                                        "generation", "youth", "standards"});
  const bool as_of = before(i).lower == "of" && before(i, 2).lower == "as";
  bool still = false;  // "still used today", "known today as", "what is today the library"
  for (std::size_t back = 1; back <= 5; ++back) still = still || before(i, back).lower == "still";
  still = still || is_among(before(i).lower,
                            {"known", "used", "use", "of", "exist", "exists", "remain", "remains"});
  const bool be = before(i).lower == "is" || before(i).lower == "are";
  still = still ||
          (be && (word(i + 1).capital || is_among(word(i + 1).lower, {"the", "a", "an", "one"})));
  if (title || nowadays || (says(i, "today") && still && !as_of)) return std::nullopt;
  return unit_match(TimeUnit::Day, word(i).value, i, i + 1);
}

// "over the weekend", "the day before yesterday".
std::optional<TimeMatch> TimeParser::unit_word(std::size_t i) const {
  if (before(i).lower != "the") return std::nullopt;
  if (is_unit(i, TimeUnit::Weekend)) {
    if (!is_among(before(i, 2).lower, {"over", "at", "during", "on"})) return std::nullopt;
    TimeMatch match = unit_match(TimeUnit::Weekend, 0, i - 1, i + 1);
    match.phrase.latest = true;
    return match;
  }
  if (word(i).lower != "day") return std::nullopt;
  if (says(i + 1, "before") && says(i + 2, "yesterday")) {
    return unit_match(TimeUnit::Day, -2, i - 1, i + 3);
  }
  if (says(i + 1, "after") && says(i + 2, "tomorrow")) {
    return unit_match(TimeUnit::Day, 2, i - 1, i + 3);
  }
  return std::nullopt;
}

std::vector<TimePhrase> parse_times(const std::vector<TimeWord>& words) {
  return TimeParser(words).all();
}

}  // namespace entente
