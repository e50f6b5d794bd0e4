// Words (times_words.h) -> phrases (times_parse.h) -> days (times_resolve.h), a sentence at a time.

#include "extract/times.h"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "extract/times_future.h"
#include "extract/times_parse.h"
#include "extract/times_resolve.h"
#include "extract/times_words.h"

namespace entente {
namespace {

bool can_tell_time(const TimeWord& word) {
  return word.kind != TimeWordKind::Other && word.kind != TimeWordKind::Count &&
         word.kind != TimeWordKind::Dash && word.kind != TimeWordKind::Told &&
         word.kind != TimeWordKind::Stretch && word.kind != TimeWordKind::Season;
}

bool lacks_year(const TimePhrase& phrase) {
  return phrase.kind == TimePhrase::Kind::Calendar && !phrase.first.year.known() &&
         !phrase.last.year.known();
}

// The year of a month or day that names it; 0 for other phrases.
int year_lent(const TimePhrase& phrase) {
  const bool month = phrase.kind == TimePhrase::Kind::Calendar && phrase.first.month != 0;
  return month ? std::max(phrase.first.year.year, phrase.last.year.year) : 0;
}

// For each phrase the year that the next phrase with one carries, else the one before; 0 where
// there is none.
std::vector<int> borrowed_years(const std::vector<TimePhrase>& phrases) {
  std::vector<int> years(phrases.size(), 0);
  int year = 0;
  for (std::size_t i = phrases.size(); i-- > 0;) {
    if (const int lent = year_lent(phrases[i]); lent != 0) year = lent;
    years[i] = year;
  }
  year = 0;
  for (std::size_t i = 0; i < phrases.size(); ++i) {
    if (const int lent = year_lent(phrases[i]); lent != 0) year = lent;
    if (years[i] == 0) years[i] = year;
  }
  return years;
}

// "by", "until": the time is the end of something, often still to come where the verb before it is
// past.
void look_ahead(TimeContext& context, const Document& document, const Sentence& sentence,
                const std::vector<Outlook>& outlook, TokenRange tokens) {
  const std::uint32_t start = sentence.tokens.begin;
  const Outlook around = outlook_around(outlook, tokens.begin - start, tokens.end - start);
  const std::string_view before =
      tokens.begin > start ? std::string_view(document.tokens[tokens.begin - 1].lower) : "";
  const bool until = before == "until" || before == "till";
  const bool end = until || before == "by" || before == "into";
  context.future = around == Outlook::Future || (around == Outlook::Silent && end);
  context.open = around == Outlook::Silent || until || before == "to" || before == "through";
}

TimeSide side_of(const Document& document, const Sentence& sentence, const TimePhrase& phrase) {
  const auto back = [&](std::uint32_t n) {
    return phrase.tokens.begin >= sentence.tokens.begin + n
               ? std::string_view(document.tokens[phrase.tokens.begin - n].lower)
               : std::string_view();
  };
  const std::string_view word = back(1);
  if (word == "since") return TimeSide::Since;
  if (word == "until" || word == "till" || word == "by" || word == "through") {
    return TimeSide::Until;
  }
  if (word == "before" || (word == "of" && back(2) == "ahead") ||
      (word == "to" && back(2) == "prior")) {
    return TimeSide::Before;
  }
  if (word == "after" || word == "following") return TimeSide::After;
  return TimeSide::At;
}

// Goes through the sentences and knows what times were told last.
class TimeFinder {
 public:
  explicit TimeFinder(Document& document) : document_(document) {}

  void find() {
    for (const Sentence& sentence : document_.sentences) {
      find_in(sentence);
      ++sentence_;
    }
  }

 private:
  void find_in(const Sentence& sentence);
  std::optional<DateRange> told(const TimePhrase& phrase) const;
  std::optional<DateRange> when(const TimePhrase& phrase, TimeContext& context) const;

  Document& document_;
  std::size_t sentence_ = 0;
  std::vector<std::size_t> sentence_of_;  // of each of Document::times
};

// The last date told that is exact enough to count `phrase` from. A year between, mostly said of
// something else, does not hide a day or month; anything else that is not exact enough does.
std::optional<DateRange> TimeFinder::told(const TimePhrase& phrase) const {
  constexpr std::size_t farthest = 4;  // sentences
  const bool in_year = phrase.unit == TimeUnit::Year || phrase.first.month != 0;
  const bool in_month = phrase.unit == TimeUnit::Month && !in_year;
  for (std::size_t i = document_.times.size(); i-- > 0;) {
    if (sentence_of_[i] + farthest < sentence_) return std::nullopt;
    const DateRange when = document_.times[i].when;
    const std::chrono::year_month_day first(when.first);
    const std::chrono::year_month_day last(when.last);
    const bool one_year = first.year() == last.year();
    const bool one_month = one_year && first.month() == last.month();
    if (when.first == when.last || (in_year && one_year) || (in_month && one_month)) return when;
    if (precision(when) != Precision::Year) return std::nullopt;
  }
  return std::nullopt;
}

std::optional<DateRange> TimeFinder::when(const TimePhrase& phrase, TimeContext& context) const {
  if (phrase.kind != TimePhrase::Kind::Told) return resolve_time(phrase, context);
  context.told = told(phrase);
  if (context.told || !phrase.of_published) return resolve_time(phrase, context);
  TimePhrase counted = phrase;
  counted.kind = TimePhrase::Kind::Unit;
  return resolve_time(counted, context);
}

void TimeFinder::find_in(const Sentence& sentence) {
  const std::vector<TimeWord> words = time_words(document_, sentence);
  if (std::none_of(words.begin(), words.end(), can_tell_time)) return;
  const std::vector<TimePhrase> phrases = parse_times(words);
  const std::vector<int> years = borrowed_years(phrases);
  std::vector<Outlook> outlook;
  for (std::size_t i = 0; i < phrases.size(); ++i) {
    const TimePhrase& phrase = phrases[i];
    TimeContext context;
    context.published = document_.article.published;
    if (lacks_year(phrase)) context.year = years[i];
    const bool ahead = phrase.kind == TimePhrase::Kind::Stretch && phrase.shift > 0;
    if (lacks_year(phrase) || phrase.kind == TimePhrase::Kind::Weekday || ahead) {
      if (outlook.empty()) outlook = outlooks(document_, sentence);
      look_ahead(context, document_, sentence, outlook, phrase.tokens);
    }
    if (ahead && !context.future) continue;  // "the next two weeks" of a tale
    if (const auto found = when(phrase, context)) {
      document_.times.push_back({phrase.tokens, *found, side_of(document_, sentence, phrase)});
      sentence_of_.push_back(sentence_);
    }
  }
}

}  // namespace

void find_times(Document& document) {
  document.times.clear();
  TimeFinder(document).find();
}

}  // namespace entente
