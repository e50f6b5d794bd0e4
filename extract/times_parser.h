#pragma once
// One try at each word of a sentence, the longest reading first. Each method takes the index of the
// word that a phrase may begin with and gives the phrase with the words it covers. Behind
// times_parse.h: times_parse.cpp has the walk and what is counted from the publication,
// times_dates.cpp the dates of the calendar, times_told.cpp what is counted from other dates.

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string_view>
#include <vector>

#include "extract/times_parse.h"
#include "extract/times_words.h"

namespace entente {

inline bool is_among(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// A phrase and the words it covers.
struct TimeMatch {
  TimePhrase phrase;
  std::size_t begin;  // words, half-open
  std::size_t end;
};

class TimeParser {
 public:
  explicit TimeParser(const std::vector<TimeWord>& words) : words_(words) {}
  std::vector<TimePhrase> all();

 private:
  using Kind = TimeWordKind;
  using Found = std::optional<TimeMatch>;

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
  Found later_or_earlier(std::size_t i) const;
  Found told(std::size_t i) const;
  Found told_unit(std::size_t i) const;
  Found in_the_unit(std::size_t i) const;
  Found stretch(std::size_t i) const;
  Found recent(std::size_t i) const;
  Found season(std::size_t i) const;
  Found feast(std::size_t i) const;
  Found century(std::size_t i) const;
  bool vague(std::size_t i) const;
  bool closes(std::size_t i) const;
  bool of_a_match() const;
  void widen(TimeMatch& match) const;

  const std::vector<TimeWord>& words_;
  const TimeWord nothing_;
  std::size_t last_end_ = 0;     // of the phrase before
  bool last_was_year_ = false;   // the phrase before is a year alone
  bool last_was_month_ = false;  // ... a month, with a year or without
  bool introduced_ = false;      // "early", "mid" or "late" stands before: what follows is a time
};

}  // namespace entente
