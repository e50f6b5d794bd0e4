// Dates of the calendar: days, months, years, decades, parts of a year, and ranges of them.
// Tested by tests/extract/times_test.cpp.

#include "extract/calendar.h"
#include "extract/times_parser.h"

namespace entente {
namespace {

TimeMatch calendar_match(CalendarPoint first, CalendarPoint last, std::size_t begin,
                         std::size_t end) {
  TimeMatch match{{}, begin, end};
  match.phrase.kind = TimePhrase::Kind::Calendar;
  match.phrase.first = first;
  match.phrase.last = last;
  return match;
}

TimeMatch fixed_match(DateRange when, std::size_t begin, std::size_t end) {
  TimeMatch match{{}, begin, end};
  match.phrase.fixed = when;
  return match;
}

}  // namespace

// A year said behind a day or month, at word `i`: gives the word after it, or `i` where there is
// none.
std::size_t TimeParser::year_after(std::size_t i, YearWord& year) const {
  const std::size_t named = says(i, ",") || says(i, "of") || says(i, "in") ? i + 1 : i;
  if (is_year(named) && !measures(named + 1)) {
    year.year = word(named).value;
    return named + 1;
  }
  const TimeWord& short_year = word(i + 1);
  if (says(i, "'") && short_year.digits && short_year.lower.size() == 2) {  // "Aug 19 '24"
    constexpr int first_of_last_century = 50;
    year.year = short_year.value + (short_year.value < first_of_last_century ? 2000 : 1900);
    return i + 2;
  }
  const std::size_t at = named;
  if (is(at, Kind::Turn) && is_unit(at + 1, TimeUnit::Year)) {
    year.shift = word(at).value;
    return at + 2;
  }
  const bool same = says(named, "the") && says(named + 1, "same");
  const std::size_t told = named + (same ? 2 : 1);
  if ((same || says(named, "that")) && is_unit(told, TimeUnit::Year)) {
    year.told = true;
    return told + 1;
  }
  if (is_count(i) && is_unit(i + 1, TimeUnit::Year) && says(i + 2, "ago")) {
    year.shift = -word(i).value;
    return i + 3;
  }
  return i;
}

std::optional<TimeMatch> TimeParser::date(std::size_t i) const {
  const int number = word(i).value;
  const auto when = day(number / 10000, value(i) / 100 % 100, value(i) % 100);
  if (!when) return std::nullopt;
  return fixed_match(*when, i, i + 1);
}

std::optional<TimeMatch> TimeParser::month_first(std::size_t i) const {
  const bool amount = before(i).lower == "in" && counts_things(i + 2);
  if (is_day(i + 1) && !amount && !measures(i + 2)) return month_and_day(i);
  return month_alone(i);
}

// "June 12", "June 12-14, 2023", "June 28 to July 2".
std::optional<TimeMatch> TimeParser::month_and_day(std::size_t i) const {
  const bool between = before(i).lower == "between";
  CalendarPoint first{{}, value(i), value(i + 1), {}};
  std::size_t end = year_after(i + 2, first.year);
  if (is_among(word(end).lower, {"attack", "attacks"})) {
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
  return calendar_match(first, last, i, end);
}

// "August 2024", "in August", "November 2022 to March 2023".
std::optional<TimeMatch> TimeParser::month_alone(std::size_t i) const {
  CalendarPoint first{{}, value(i), 0, {}};
  std::size_t end = year_after(i + 1, first.year);
  CalendarPoint last = first;
  if (ranges(end, before(i).lower == "between") && is(end + 1, Kind::Month)) {
    last = {{}, value(end + 1), 0, {}};
    const bool with_day = is_day(end + 2);
    if (with_day) last.day = value(end + 2);
    end = year_after(end + (with_day ? 3 : 2), last.year);
  }
  if (says(end, "of") && is(end + 1, Kind::Number)) return std::nullopt;  // "December of 384"
  const bool known = first.year.known() || last.year.known() || last.month != first.month;
  if (!known && !month_is_meant(i, end)) return std::nullopt;
  return calendar_match(first, last, i, end);
}

// Whether a month without day or year is a time, and not a name, a verb or a part of a title.
bool TimeParser::month_is_meant(std::size_t i, std::size_t end) const {
  if (introduced_ || (last_was_month_ && continues_list(i))) return true;
  const std::string_view previous = before(i).lower;
  if (is_among(previous, {"in", "since", "until", "till", "during", "throughout"})) return true;
  if (is_among(previous, {"into", "entered", "reached"})) return !name_follows(end);
  const bool may = word(i).lower == "may";
  if (may && says(end, "'s")) return false;
  if (is_among(previous, {"by", "from", "between", "through", "to"})) return !name_follows(end);
  if (may && previous == "of") return false;
  if (is_among(previous, {"before", "after", "of", "around", "for"}))
    return !may && !name_follows(end);
  if (says(end, "'s")) return !may && !name_follows(end + 1);
  const bool determiner =
      is_among(previous, {"the", "a", "an", "its", "his", "her", "their", "our", "'s"});
  const TimeWord& next = word(end);
  return determiner && next.kind == Kind::Other && !next.capital && next.lower.size() > 3;
}

std::optional<TimeMatch> TimeParser::day_first(std::size_t i) const {
  const bool ordinal = is(i, Kind::Ordinal);
  const bool spelled = ordinal && says(i + 1, "of");
  if (!is_day(i) && !spelled) return std::nullopt;
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
  return calendar_match(first, last, begin, end);
}

// "12-14 June 2023", "the 12th to the 14th of June".
std::optional<TimeMatch> TimeParser::days_before_month(std::size_t i) const {
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
  return calendar_match(first, last, begin, end);
}

// "on the 8th", "from the 8th to the 10th", "the 8th of last month"; not "on the 8th floor".
std::optional<TimeMatch> TimeParser::day_of_month(std::size_t i) const {
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
    return calendar_match(first, last, i - 1, end + 3);
  }
  const TimeWord& next = word(end);
  const bool noun = (next.kind != Kind::Other && next.lower != "that") || next.capital;
  const bool open =
      next.lower.empty() || next.lower.size() == 1 ||
      is_among(next.lower, {"in",   "at",    "and",  "to",     "when", "after",  "as",    "with",
                            "by",   "for",   "but",  "that",   "he",   "she",    "they",  "it",
                            "the",  "while", "from", "before", "his",  "her",    "their", "who",
                            "said", "met",   "was",  "were",   "held", "during", "where", "local"});
  const bool placed = is_among(before(i, 2).lower, {"on", "from", "until", "till", "since", "by",
                                                    "between", "before", "after"});
  if (noun || !open || !placed) return std::nullopt;
  return calendar_match(first, last, i - 1, end);
}

// "in 2023", "between 2019 and 2021", "in 2022-23".
std::optional<TimeMatch> TimeParser::year(std::size_t i) const {
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
  constexpr int first_likely =
      1900;  // an amount is rarely as close to the years that news are about
  const bool firm = is_among(before(i).lower, {"in", "since", "during", "until"}) &&
                    first.year.year >= first_likely;
  if (firm ? measures(end) : counts_things(end)) return std::nullopt;
  return calendar_match(first, last, i, end);
}

bool TimeParser::year_is_meant(std::size_t i) const {
  if (introduced_ || (last_was_year_ && continues_list(i))) return true;
  const std::string_view previous = before(i).lower;
  const std::string_view earlier = before(i, 2).lower;
  if (previous == "of") {
    return !is_among(earlier, {"total", "number", "some", "group", "crowd", "maximum", "minimum",
                               "average", "amount", "sum", "record", "one", "out"});
  }
  if (previous == "year" && earlier == "fiscal") return false;  // each country has its own
  if (previous == "to") return is_among(earlier, {"back", "date", "dates", "dated", "dating"});
  if (previous == "the" && word(i).value % 10 == 0) return says(i + 1, "'s");
  constexpr int first_likely = 1900;
  if (previous == "for") return word(i).value >= first_likely && !name_follows(i + 1);
  return is_among(previous, {"in", "since", "until", "till", "by", "from", "during", "before",
                             "after", "throughout", "between", "year", "through"});
}

// "1990s", "the '90s"; "the 1800s" are a hundred years.
std::optional<TimeMatch> TimeParser::decade(std::size_t i) const {
  int first = word(i).value;
  std::size_t begin = i;
  std::size_t end = i + 1;
  if (is(i, Kind::Number)) end = i + 2;  // "1990 's"
  const bool apostrophe = before(i).lower == "'";
  if (first < 100) {
    constexpr int first_clear = 30;  // "the 20s" may be those of two centuries
    const bool the = before(i).lower == "the" || introduced_;
    if (first < first_clear || !(apostrophe || the)) return std::nullopt;
    first += 1900;
    if (apostrophe) --begin;
  }
  if (before(begin).lower == "the") --begin;
  const bool century = first % 100 == 0 && first < 2000;
  const auto from = entente::year(first);
  const auto to = entente::year(first + (century ? 99 : 9));
  if (!from || !to || first < 1000) return std::nullopt;
  return fixed_match({from->first, to->last}, begin, end);
}

// "the first seven months of 2024", "the third quarter of this year", "the last half of 2019".
std::optional<TimeMatch> TimeParser::part_of_year(std::size_t i) const {
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

// Some months of the year that is named at word `i`; of no named year only a quarter, as a half
// may be that of a match.
std::optional<TimeMatch> TimeParser::quarter(std::size_t i, unsigned first_month, unsigned months,
                                             std::size_t begin) const {
  YearWord year;
  std::size_t end = year_after(i, year);
  if (!year.known() && says(i, "of") && says(i + 1, "the") && is_unit(i + 2, TimeUnit::Year)) {
    year.shift = 0;
    end = i + 3;
  }
  const bool placed = is_among(before(begin).lower, {"in", "for", "during", "from", "of"});
  const bool third_month = months == 3 && placed && !says(i, "of") && !of_a_match();
  if (!year.known() && !third_month) return std::nullopt;
  return calendar_match({year, first_month, 0, {}}, {year, first_month + months - 1, 0, {}}, begin,
                        end);
}

// Whether the sentence is about a match, which has quarters, too.
bool TimeParser::of_a_match() const {
  return std::any_of(words_.begin(), words_.end(), [](const TimeWord& w) {
    return is_among(w.lower, {"game", "match", "goal", "goals", "score", "scored", "scoring",
                              "touchdown", "halftime", "yards", "yard", "lead", "quarterback"});
  });
}

// "the summer of 1961", "spring 2019": as exact as the year, since seasons differ from place to
// place.
std::optional<TimeMatch> TimeParser::season(std::size_t i) const {
  const std::size_t at = i + 1 + (says(i + 1, "of") ? 1 : 0);
  if (!is_year(at) || counts_things(at + 1)) return std::nullopt;
  CalendarPoint first{{word(at).value, {}}, 0, 0, {}};
  CalendarPoint last = first;
  const std::size_t begin = before(i).lower == "the" ? i - 1 : i;
  std::size_t end = at + 1;
  const int next_year = first.year.year + 1;
  const bool split = is(end, Kind::Dash) && is(end + 1, Kind::Number) &&
                     (word(end + 1).value == next_year ||
                      (word(end + 1).lower.size() == 2 && word(end + 1).value == next_year % 100));
  if (split) {
    last.year.year = next_year;
    end += 2;
  }
  return calendar_match(first, last, begin, end);
}

// "Christmas Day 1991", "on New Year's Eve".
std::optional<TimeMatch> TimeParser::feast(std::size_t i) const {
  if (!word(i).capital) return std::nullopt;
  for (const Feast& feast : feasts()) {
    std::size_t end = i;
    for (const std::string_view part : feast.words) end += says(end, part) ? 1 : words_.size();
    if (end >= i + words_.size()) continue;
    CalendarPoint point{{}, feast.month, feast.day, {}};
    end = year_after(end, point.year);
    const bool placed =
        introduced_ || is_among(before(i).lower, {"on", "since", "until", "till", "by", "before",
                                                  "after", "from", "through", "to", ""});
    if (!point.year.known() && !placed) return std::nullopt;
    return calendar_match(point, point, i, end);
  }
  return std::nullopt;
}

// "in the 20th century": 1901 to 2000.
std::optional<TimeMatch> TimeParser::century(std::size_t i) const {
  constexpr int first_told = 11;
  constexpr int last_told = 21;
  if (!says(i + 1, "century") || word(i).value < first_told || word(i).value > last_told) {
    return std::nullopt;
  }
  std::size_t begin = i;
  if (before(begin).lower == "the") --begin;
  const bool placed =
      introduced_ || is_among(before(begin).lower, {"in", "during", "of", "since", "from", "until",
                                                    "by", "throughout", "to", "into", "through"});
  const auto from = entente::year((word(i).value - 1) * 100 + 1);
  const auto to = entente::year(word(i).value * 100);
  if (!placed || !from || !to) return std::nullopt;
  return fixed_match({from->first, to->last}, begin, i + 2);
}

}  // namespace entente
