// One try at each word, the longest reading first; nothing is looked for twice. Each method takes
// the index of the word that a phrase may begin with and gives the phrase with the words it covers.
// Tested by tests/extract/times_test.cpp.

#include "extract/times_parse.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string_view>

namespace entente {
namespace {

using Kind = TimeWordKind;

bool among(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

struct Match {
  TimePhrase phrase;
  std::size_t begin;  // words
  std::size_t end;
};
using Found = std::optional<Match>;

Match calendar(CalendarPoint first, CalendarPoint last, std::size_t begin, std::size_t end) {
  Match match{{}, begin, end};
  match.phrase.kind = TimePhrase::Kind::Calendar;
  match.phrase.first = first;
  match.phrase.last = last;
  return match;
}

Match unit_shift(TimeUnit unit, int shift, std::size_t begin, std::size_t end) {
  Match match{{}, begin, end};
  match.phrase.kind = TimePhrase::Kind::Unit;
  match.phrase.unit = unit;
  match.phrase.shift = shift;
  return match;
}

Match fixed(DateRange when, std::size_t begin, std::size_t end) {
  Match match{{}, begin, end};
  match.phrase.fixed = when;
  return match;
}

class Parser {
 public:
  explicit Parser(const std::vector<TimeWord>& words) : words_(words) {}
  std::vector<TimePhrase> all();

 private:
  // Looking at words; past either end there are only empty ones.
  const TimeWord& word(std::size_t i) const { return i < words_.size() ? words_[i] : nothing_; }
  const TimeWord& before(std::size_t i, std::size_t back = 1) const {
    return i >= back ? words_[i - back] : nothing_;
  }
  bool is(std::size_t i, Kind kind) const { return word(i).kind == kind; }
  bool says(std::size_t i, std::string_view lower) const { return word(i).lower == lower; }
  bool is_unit(std::size_t i, TimeUnit unit) const {
    return is(i, Kind::Unit) && word(i).value == static_cast<int>(unit);
  }
  TimeUnit unit(std::size_t i) const { return static_cast<TimeUnit>(word(i).value); }
  unsigned value(std::size_t i) const { return static_cast<unsigned>(word(i).value); }
  bool is_day(std::size_t i) const;
  bool is_year(std::size_t i) const;
  bool is_count(std::size_t i) const { return is(i, Kind::Number) || is(i, Kind::Count); }
  bool ranges(std::size_t i, bool between) const;
  bool measures(std::size_t i) const;
  bool counts_things(std::size_t i) const;
  bool name_follows(std::size_t i) const { return word(i).capital && word(i).kind == Kind::Other; }
  bool continues_list(std::size_t i) const;
  std::size_t year_after(std::size_t i, YearWord& year) const;

  Found match(std::size_t i);
  Found date(std::size_t i) const;
  Found month_first(std::size_t i) const;
  Found month_and_day(std::size_t i) const;
  Found month_alone(std::size_t i) const;
  bool month_is_meant(std::size_t i, std::size_t end) const;
  Found day_first(std::size_t i) const;
  Found days_before_month(std::size_t i) const;
  Found day_of_month(std::size_t i) const;
  Found year(std::size_t i) const;
  bool year_is_meant(std::size_t i) const;
  Found decade(std::size_t i) const;
  Found ago(std::size_t i) const;
  Found years_ago_in(int years, std::size_t begin, std::size_t i) const;
  Found weekday(std::size_t i) const;
  Found weekday_and_date(std::size_t i) const;
  bool weekday_is_meant(std::size_t i) const;
  Found turn(std::size_t i) const;
  Found turn_of_unit(std::size_t i, std::size_t at, int shift) const;
  Found edge(std::size_t i);
  Found part_of_year(std::size_t i) const;
  Found quarter(std::size_t i, unsigned first_month, unsigned months, std::size_t begin) const;
  Found day_word(std::size_t i) const;
  Found unit_word(std::size_t i) const;

  const std::vector<TimeWord>& words_;
  const TimeWord nothing_;
  std::size_t last_end_ = 0;     // of the phrase before
  bool last_was_year_ = false;   // the phrase before is a year alone
  bool last_was_month_ = false;  // ... a month, with a year or without
  bool introduced_ = false;      // "early", "mid" or "late" stands before: what follows is a time
};

std::vector<TimePhrase> Parser::all() {
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

bool Parser::is_day(std::size_t i) const {
  const TimeWord& w = word(i);
  const bool kind = w.kind == Kind::Number || (w.kind == Kind::Ordinal && w.lower[0] <= '9');
  return kind && w.value >= 1 && w.value <= 31 && w.lower.size() <= 4;
}

bool Parser::is_year(std::size_t i) const {
  return is(i, Kind::Number) && word(i).value >= 1000 && word(i).value <= 2100;
}

bool Parser::ranges(std::size_t i, bool between) const {
  if (is(i, Kind::Dash)) return true;
  return among(word(i).lower, {"to", "through", "until", "till"}) || (between && says(i, "and"));
}

// Word `i` says that the number before it is an amount or an hour.
bool Parser::measures(std::size_t i) const {
  return among(
      word(i).lower,
      {"%",      "percent", "per",    "people", "million", "billion", "trillion", "crore",
       "lakh",   "km",      "meters", "metres", "miles",   "feet",    "tons",     "tonnes",
       "points", "votes",   "seats",  "troops", "dollars", "euros",   "hours",    "hrs",
       "gmt",    "utc",     "local",  "others", "dead",    "men",     "women",    "children"});
}

// The same, or by its form a noun of which there are several.
bool Parser::counts_things(std::size_t i) const {
  const TimeWord& w = word(i);
  if (measures(i)) return true;
  return w.kind == Kind::Other && !w.capital && w.lower.size() > 3 && w.lower.back() == 's' &&
         w.lower.back() != '\'' && !among(w.lower, {"does", "this", "previous", "versus"});
}

// "in 2019, 2020 and 2021": what stands after a comma or "and" behind a time of the same kind.
bool Parser::continues_list(std::size_t i) const {
  if (last_end_ == 0 || i <= last_end_) return false;
  const std::size_t between = i - last_end_;
  const std::string_view mark = before(i).lower;
  if (between == 1) return mark == "," || mark == "and" || mark == "or";
  return between == 2 && (mark == "and" || mark == "or") && before(i, 2).lower == ",";
}

// A year said behind a day or month, at word `i`: gives the word after it, or `i` where there is
// none.
std::size_t Parser::year_after(std::size_t i, YearWord& year) const {
  const std::size_t named = says(i, ",") || says(i, "of") ? i + 1 : i;
  if (is_year(named) && !measures(named + 1)) {
    year.year = word(named).value;
    return named + 1;
  }
  const std::size_t at = named;
  if (is(at, Kind::Turn) && is_unit(at + 1, TimeUnit::Year)) {
    year.shift = word(at).value;
    return at + 2;
  }
  if (is_count(i) && is_unit(i + 1, TimeUnit::Year) && says(i + 2, "ago")) {
    year.shift = -word(i).value;
    return i + 3;
  }
  return i;
}

Found Parser::match(std::size_t i) {
  switch (word(i).kind) {
    case Kind::Date:
      return date(i);
    case Kind::Month:
      return month_first(i);
    case Kind::Weekday:
      return weekday(i);
    case Kind::Number:
      if (Found found = day_first(i)) return found;
      if (Found found = ago(i)) return found;
      return year(i);
    case Kind::Ordinal:
      if (Found found = day_first(i)) return found;
      if (Found found = part_of_year(i)) return found;
      return day_of_month(i);
    case Kind::Count:
      return ago(i);
    case Kind::Decade:
      return decade(i);
    case Kind::Day:
      return day_word(i);
    case Kind::Unit:
      return unit_word(i);
    case Kind::Turn:
      if (Found found = part_of_year(i)) return found;
      return turn(i);
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

Found Parser::date(std::size_t i) const {
  const int number = word(i).value;
  const auto when = day(number / 10000, value(i) / 100 % 100, value(i) % 100);
  if (!when) return std::nullopt;
  return fixed(*when, i, i + 1);
}

Found Parser::month_first(std::size_t i) const {
  const bool amount = before(i).lower == "in" && counts_things(i + 2);
  if (is_day(i + 1) && !amount && !measures(i + 2)) return month_and_day(i);
  return month_alone(i);
}

// "June 12", "June 12-14, 2023", "June 28 to July 2".
Found Parser::month_and_day(std::size_t i) const {
  if (before(i).lower == "of" && before(i, 2).lower == "week") return std::nullopt;
  const bool between = before(i).lower == "between";
  CalendarPoint first{{}, value(i), value(i + 1), {}};
  std::size_t end = year_after(i + 2, first.year);
  if (before(i).lower == "the" && among(word(end).lower, {"attack", "attacks"})) {
    return std::nullopt;  // known by its day; the text does not say of which year
  }
  CalendarPoint last = first;
  const bool next_day = says(end, "and") && is_day(end + 1) && value(end + 1) == first.day + 1;
  if ((ranges(end, between) || next_day) && !first.year.known() && is_day(end + 1) &&
      value(end + 1) > first.day && !is(end + 2, Kind::Month) && !measures(end + 2)) {
    last.day = value(end + 1);
    end = year_after(end + 2, last.year);
  } else if (ranges(end, between) && is(end + 1, Kind::Month) && is_day(end + 2)) {
    last = {{}, value(end + 1), value(end + 2), {}};
    end = year_after(end + 3, last.year);
  }
  return calendar(first, last, i, end);
}

// "August 2024", "in August", "November 2022 to March 2023".
Found Parser::month_alone(std::size_t i) const {
  CalendarPoint first{{}, value(i), 0, {}};
  std::size_t end = year_after(i + 1, first.year);
  CalendarPoint last = first;
  if (ranges(end, before(i).lower == "between") && is(end + 1, Kind::Month)) {
    last = {{}, value(end + 1), 0, {}};
    const bool with_day = is_day(end + 2);
    if (with_day) last.day = value(end + 2);
    end = year_after(end + (with_day ? 3 : 2), last.year);
  }
  const bool known = first.year.known() || last.year.known() || last.month != first.month;
  if (!known && !month_is_meant(i, end)) return std::nullopt;
  return calendar(first, last, i, end);
}

// Whether a month without day or year is a time, and not a name, a verb or a part of a title.
bool Parser::month_is_meant(std::size_t i, std::size_t end) const {
  if (introduced_ || (last_was_month_ && continues_list(i))) return true;
  const std::string_view previous = before(i).lower;
  if (among(previous, {"in", "since", "until", "till", "during", "throughout"})) return true;
  const bool may = word(i).lower == "may";
  if (among(previous, {"by", "from", "between", "through", "to"})) return !name_follows(end);
  if (may && previous == "of") return false;
  if (among(previous, {"before", "after", "of", "around", "for"}))
    return !may && !name_follows(end);
  if (says(end, "'s")) return !may && !name_follows(end + 1);
  const bool determiner =
      among(previous, {"the", "a", "an", "its", "his", "her", "their", "our", "'s"});
  const TimeWord& next = word(end);
  return determiner && next.kind == Kind::Other && !next.capital && next.lower.size() > 3;
}

Found Parser::day_first(std::size_t i) const {
  if (!is_day(i)) return std::nullopt;
  const bool ordinal = is(i, Kind::Ordinal);
  const std::size_t month = i + 1 + (ordinal && says(i + 1, "of") ? 1 : 0);
  if (!is(month, Kind::Month)) return days_before_month(i);
  const std::size_t begin = ordinal && before(i).lower == "the" ? i - 1 : i;
  CalendarPoint first{{}, value(month), value(i), {}};
  std::size_t end = year_after(month + 1, first.year);
  CalendarPoint last = first;
  const bool between = before(begin).lower == "between";
  const std::size_t second = end + 1 + (says(end + 1, "the") ? 1 : 0);
  const std::size_t its_month = second + 1 + (says(second + 1, "of") ? 1 : 0);
  if (ranges(end, between) && is_day(second) && is(its_month, Kind::Month)) {
    last = {{}, value(its_month), value(second), {}};
    end = year_after(its_month + 1, last.year);
  }
  return calendar(first, last, begin, end);
}

// "12-14 June 2023", "the 12th to the 14th of June".
Found Parser::days_before_month(std::size_t i) const {
  const std::size_t begin = is(i, Kind::Ordinal) && before(i).lower == "the" ? i - 1 : i;
  const bool between = before(begin).lower == "between";
  std::size_t at = i + 2 + (says(i + 2, "the") ? 1 : 0);
  const bool next_day = says(i + 1, "and") && is_day(at) && word(at).value == word(i).value + 1;
  if (!ranges(i + 1, between) && !next_day) return std::nullopt;
  if (!is_day(at) || word(at).value <= word(i).value) return std::nullopt;
  const unsigned last_day = value(at);
  at += says(at + 1, "of") ? 2 : 1;
  if (!is(at, Kind::Month)) return std::nullopt;
  CalendarPoint first{{}, value(at), value(i), {}};
  CalendarPoint last{{}, value(at), last_day, {}};
  const std::size_t end = year_after(at + 1, last.year);
  return calendar(first, last, begin, end);
}

// "on the 8th", "from the 8th to the 10th", "the 8th of last month"; not "on the 8th floor".
Found Parser::day_of_month(std::size_t i) const {
  if (!is_day(i) || before(i).lower != "the") return std::nullopt;
  CalendarPoint first{{}, 0, value(i), {}};
  CalendarPoint last = first;
  std::size_t end = i + 1;
  const std::size_t second = i + 2 + (says(i + 2, "the") ? 1 : 0);
  const bool next_day = says(end, "and") && word(second).value == word(i).value + 1;
  if ((ranges(end, before(i, 2).lower == "between") || next_day) && is(second, Kind::Ordinal) &&
      is_day(second) && value(second) > first.day) {
    last.day = value(second);
    end = second + 1;
  }
  if (says(end, "of") && is(end + 1, Kind::Turn) && is_unit(end + 2, TimeUnit::Month)) {
    first.month_shift = last.month_shift = word(end + 1).value;
    return calendar(first, last, i - 1, end + 3);
  }
  const TimeWord& next = word(end);
  const bool noun = next.kind != Kind::Other || next.capital;
  const bool open =
      next.lower.empty() || next.lower.size() == 1 ||
      among(next.lower, {"in",   "at",    "and",  "to",     "when", "after",  "as",    "with",
                         "by",   "for",   "but",  "that",   "he",   "she",    "they",  "it",
                         "the",  "while", "from", "before", "his",  "her",    "their", "who",
                         "said", "met",   "was",  "were",   "held", "during", "where", "local"});
  const bool placed = among(before(i, 2).lower, {"on", "from", "until", "till", "since", "by",
                                                 "between", "before", "after"});
  if (noun || !open || !placed) return std::nullopt;
  return calendar(first, last, i - 1, end);
}

// "in 2023", "between 2019 and 2021", "in 2022-23".
Found Parser::year(std::size_t i) const {
  if (!is_year(i) || !year_is_meant(i)) return std::nullopt;
  const bool tens = word(i).value % 10 == 0;
  if (tens && says(i + 1, "'s") && before(i).lower == "the") return decade(i);
  CalendarPoint first{{word(i).value, {}}, 0, 0, {}};
  CalendarPoint last = first;
  std::size_t end = i + 1;
  if (ranges(end, before(i).lower == "between")) {
    const TimeWord& second = word(end + 1);
    const bool longer = is_year(end + 1) && second.value > first.year.year;
    const bool shorter = is(end, Kind::Dash) && second.kind == Kind::Number &&
                         second.lower.size() == 2 && second.value > first.year.year % 100;
    if (longer) last.year.year = second.value;
    if (shorter) last.year.year += second.value - first.year.year % 100;
    if (longer || shorter) end += 2;
  }
  constexpr int kFirstLikely =
      1900;  // an amount is rarely as close to the years that news are about
  const bool firm =
      among(before(i).lower, {"in", "since", "during", "until"}) && first.year.year >= kFirstLikely;
  if (firm ? measures(end) : counts_things(end)) return std::nullopt;
  return calendar(first, last, i, end);
}

bool Parser::year_is_meant(std::size_t i) const {
  if (introduced_ || (last_was_year_ && continues_list(i))) return true;
  const std::string_view previous = before(i).lower;
  const std::string_view earlier = before(i, 2).lower;
  if (previous == "of") {
    return !among(earlier, {"total", "number", "some", "group", "crowd", "maximum", "minimum",
                            "average", "amount", "sum", "record", "one", "out"});
  }
  if (previous == "to") return among(earlier, {"back", "date", "dates", "dated", "dating"});
  if (previous == "the" && word(i).value % 10 == 0) return says(i + 1, "'s");
  return among(previous, {"in",     "since",  "until",  "till",       "by",      "from",   "during",
                          "before", "after",  "around", "throughout", "between", "year",   "circa",
                          "spring", "summer", "autumn", "fall",       "winter",  "through"});
}

// "1990s", "the '90s"; "the 1800s" are a hundred years.
Found Parser::decade(std::size_t i) const {
  int first = word(i).value;
  std::size_t begin = i;
  std::size_t end = i + 1;
  if (is(i, Kind::Number)) end = i + 2;  // "1990 's"
  const bool apostrophe = before(i).lower == "'";
  if (first < 100) {
    constexpr int kFirstClear = 30;  // "the 20s" may be those of two centuries
    const bool the = before(i).lower == "the" || introduced_;
    if (first < kFirstClear || !(apostrophe || the)) return std::nullopt;
    first += 1900;
    if (apostrophe) --begin;
  }
  if (before(begin).lower == "the") --begin;
  const bool century = first % 100 == 0 && first < 2000;
  const auto from = entente::year(first);
  const auto to = entente::year(first + (century ? 99 : 9));
  if (!from || !to || first < 1000) return std::nullopt;
  return fixed({from->first, to->last}, begin, end);
}

// "two days ago", "five years ago in November". Nothing after "about", "nearly": the text does not
// say which day.
Found Parser::ago(std::size_t i) const {
  if (!is_count(i) || !is(i + 1, Kind::Unit) || !says(i + 2, "ago")) return std::nullopt;
  if (among(before(i).lower,
            {"than", "about", "nearly", "almost", "over", "around", "some", "roughly", "half",
             "least", "and", "to", "or", "-", "under", "just", "only", "well"})) {
    return std::nullopt;
  }
  const int count = word(i).value;
  constexpr int kFarthest = 100;  // "900 years ago" is no year
  if (count >= kFarthest) return std::nullopt;
  if (is_unit(i + 1, TimeUnit::Year)) {
    if (Found found = years_ago_in(count, i, i + 3)) return found;
  }
  if (is_unit(i + 1, TimeUnit::Week)) {
    const std::size_t at = i + 3 + (says(i + 3, "on") ? 1 : 0);
    if (is(at, Kind::Weekday)) {
      Match match{{}, i, at + 1};
      match.phrase.kind = TimePhrase::Kind::Weekday;
      match.phrase.weekday = match.phrase.last_weekday = value(at);
      match.phrase.week_shift = -count;
      return match;
    }
  }
  return unit_shift(unit(i + 1), -count, i, i + 3);
}

// What makes "five years ago" a month or a day.
Found Parser::years_ago_in(int years, std::size_t begin, std::size_t i) const {
  CalendarPoint point{{0, -years}, 0, 0, {}};
  if (says(i, "this") && is_unit(i + 1, TimeUnit::Month)) {
    point.month_shift = 0;
    return calendar(point, point, begin, i + 2);
  }
  std::size_t at = i + (says(i, ",") ? 1 : 0);
  at += says(at, "in") || says(at, "on") ? 1 : 0;
  if (at == i || !is(at, Kind::Month)) return std::nullopt;
  point.month = value(at);
  const bool with_day = is_day(at + 1);
  if (with_day) point.day = value(at + 1);
  return calendar(point, point, begin, at + (with_day ? 2 : 1));
}

Found Parser::weekday(std::size_t i) const {
  if (Found found = weekday_and_date(i)) return found;
  if (!weekday_is_meant(i)) return std::nullopt;
  Match match{{}, i, i + 1};
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
Found Parser::weekday_and_date(std::size_t i) const {
  const std::size_t at = i + 1 + (says(i + 1, ",") ? 1 : 0);
  Found found = is(at, Kind::Month) && is_day(at + 1) ? month_and_day(at) : day_first(at);
  if (!found || found->phrase.first.month == 0) return std::nullopt;
  found->phrase.weekday = value(i);
  found->begin = i;
  return found;
}

// Not "every Monday", not a feast or a newspaper, not a day counted from another one.
bool Parser::weekday_is_meant(std::size_t i) const {
  const TimeWord& previous = before(i);
  if (word(i).shortened || previous.kind == Kind::Turn) return false;
  if (among(previous.lower,
            {"a",      "an",    "every",  "each",      "any",      "most",    "one",
             "some",   "same",  "that",   "following", "previous", "another", "black",
             "good",   "super", "ash",    "palm",      "easter",   "holy",    "fat",
             "bloody", "cyber", "giving", "maundy",    "shrove"})) {
    return false;
  }
  const bool the = previous.lower == "the";
  if (the && name_follows(i + 1)) return false;
  return !(the && among(word(i + 1).lower, {"before", "after", "following", "prior"}));
}

Found Parser::turn(std::size_t i) const {
  if (says(i, "final")) return std::nullopt;  // only of a named year
  int shift = word(i).value;
  const bool bound = among(before(i).lower, {"the", "his", "her", "its", "their", "'s", "my", "our",
                                             "your", "that", "every"});
  if (shift != 0 && bound) return std::nullopt;
  std::size_t at = i + 1;
  if (shift == 0 && says(at, "past")) shift = -1, ++at;
  if (shift == 0 && (says(at, "coming") || says(at, "upcoming"))) shift = 1, ++at;
  if (is(at, Kind::Weekday) && !word(at).shortened) {
    Match match{{}, i, at + 1};
    match.phrase.kind = TimePhrase::Kind::Weekday;
    match.phrase.weekday = match.phrase.last_weekday = value(at);
    match.phrase.turn = shift;
    return match;
  }
  if (is(at, Kind::Month) && !is_day(at + 1) && !name_follows(at + 1)) {
    Match match = calendar({{}, value(at), 0, {}}, {{}, value(at), 0, {}}, i, at + 1);
    match.phrase.turn = shift;
    return match;
  }
  if (is(at, Kind::Unit)) return turn_of_unit(i, at, shift);
  if (shift == -1 && at == i + 1 && says(at, "night")) {
    return unit_shift(TimeUnit::Day, -1, i, at + 1);
  }
  if (shift == 0 && among(word(at).lower, {"morning", "afternoon", "evening"})) {
    return unit_shift(TimeUnit::Day, 0, i, at + 1);
  }
  return std::nullopt;
}

// "last week", "next year"; with the day or month that makes it narrower.
Found Parser::turn_of_unit(std::size_t i, std::size_t at, int shift) const {
  const bool plural = word(at).lower.back() == 's';
  const bool over = at != i + 1 && unit(at) != TimeUnit::Weekend;  // "this past year"
  if (plural || over || unit(at) == TimeUnit::Day) return std::nullopt;
  const std::size_t day = at + 1 + (says(at + 1, "on") ? 1 : 0);
  if (unit(at) == TimeUnit::Week && is(day, Kind::Weekday)) {
    Match match{{}, i, day + 1};
    match.phrase.kind = TimePhrase::Kind::Weekday;
    match.phrase.weekday = match.phrase.last_weekday = value(day);
    match.phrase.week_shift = shift;
    return match;
  }
  if (unit(at) == TimeUnit::Year && says(at + 1, "in") && is(at + 2, Kind::Month) &&
      !is_day(at + 3) && !is_year(at + 3)) {
    const CalendarPoint point{{0, shift}, value(at + 2), 0, {}};
    return calendar(point, point, i, at + 3);
  }
  return unit_shift(unit(at), shift, i, at + 1);
}

// "early 2024", "mid-June", "late on Monday", "earlier this week": as exact as what follows.
Found Parser::edge(std::size_t i) {
  introduced_ = true;
  std::size_t at = i + 1;
  while (is(at, Kind::Dash)) ++at;
  if (says(at, "on") || says(at, "in")) ++at;
  if (is(at, Kind::Edge) || at > i + 2) return std::nullopt;
  Found found = match(at);
  if (!found || found->begin != at) return std::nullopt;
  found->begin = i;
  found->phrase.so_far = word(i).value == -1;
  return found;
}

// "the first seven months of 2024", "the third quarter of this year", "the last half of 2019".
Found Parser::part_of_year(std::size_t i) const {
  const bool final = is(i, Kind::Turn);
  if (final && word(i).value != -1) return std::nullopt;
  const std::size_t begin = before(i).lower == "the" ? i - 1 : i;
  const unsigned number = value(i);
  const bool counted = is_count(i + 1);
  const unsigned count = counted ? value(i + 1) : 1;
  const std::size_t at = i + (counted ? 2 : 1);
  if (is_unit(at, TimeUnit::Month) && count >= 1 && count <= 12 && (final || number == 1)) {
    return quarter(at + 1, final ? 13 - count : 1, count, begin);
  }
  if (counted) return std::nullopt;
  const unsigned parts = is_unit(at, TimeUnit::Quarter) ? 4 : says(at, "half") ? 2 : 0;
  const unsigned part = final ? parts : number;
  if (parts == 0 || part < 1 || part > parts) return std::nullopt;
  const unsigned months = 12 / parts;
  return quarter(at + 1, (part - 1) * months + 1, months, begin);
}

// Some months of the year that is named at word `i`; a part of no named year may be that of a
// match.
Found Parser::quarter(std::size_t i, unsigned first_month, unsigned months,
                      std::size_t begin) const {
  YearWord year;
  std::size_t end = year_after(i, year);
  if (!year.known() && says(i, "of") && says(i + 1, "the") && is_unit(i + 2, TimeUnit::Year)) {
    year.shift = 0;
    end = i + 3;
  }
  if (!year.known()) return std::nullopt;
  return calendar({year, first_month, 0, {}}, {year, first_month + months - 1, 0, {}}, begin, end);
}

Found Parser::day_word(std::size_t i) const {
  const bool title = word(i).capital && before(i).capital;
  const bool nowadays =
      says(i + 1, "'s") && among(word(i + 2).lower, {"world", "society", "age", "era", "generation",
                                                     "youth", "standards"});
  if (title || nowadays) return std::nullopt;
  return unit_shift(TimeUnit::Day, word(i).value, i, i + 1);
}

// "over the weekend", "the day before yesterday".
Found Parser::unit_word(std::size_t i) const {
  if (before(i).lower != "the") return std::nullopt;
  if (is_unit(i, TimeUnit::Weekend)) {
    if (!among(before(i, 2).lower, {"over", "at", "during", "on"})) return std::nullopt;
    Match match = unit_shift(TimeUnit::Weekend, 0, i - 1, i + 1);
    match.phrase.latest = true;
    return match;
  }
  if (word(i).lower != "day") return std::nullopt;
  if (says(i + 1, "before") && says(i + 2, "yesterday")) {
    return unit_shift(TimeUnit::Day, -2, i - 1, i + 3);
  }
  if (says(i + 1, "after") && says(i + 2, "tomorrow")) {
    return unit_shift(TimeUnit::Day, 2, i - 1, i + 3);
  }
  return std::nullopt;
}

}  // namespace

std::vector<TimePhrase> parse_times(const std::vector<TimeWord>& words) {
  return Parser(words).all();
}

}  // namespace entente
