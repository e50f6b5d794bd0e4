// Words (times_words.h) -> phrases (times_parse.h) -> days (times_resolve.h), a sentence at a time.

#include "extract/times.h"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <map>
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

// Whether a year said with the time that begins at `next` may be meant with the one before, too:
// "on May 3 and again on June 4, 2019", but not "on May 3 for what she did on June 4, 2019".
bool joined(const Document& document, TokenRange earlier, TokenRange next) {
  bool conjunction = false;
  for (std::uint32_t i = earlier.end; i < next.begin; ++i) {
    const std::string_view word = document.tokens[i].lower;
    for (const std::string_view other :
         {"who", "which", "that", "whose", "whom", "after", "when", "where", "since", "for"}) {
      if (word == other) return false;
    }
    conjunction = conjunction || word == "and" || word == "or" || word == "to" || word == "then";
  }
  return conjunction;
}

// For each phrase the year that the next one carries if it is joined to it, else the one before,
// else the one at the head of the sentence; 0 where there is none.
std::vector<int> borrowed_years(const Document& document, const std::vector<TimePhrase>& phrases,
                                int head) {
  std::vector<int> years(phrases.size(), 0);
  int year = 0;
  for (std::size_t i = phrases.size(); i-- > 0;) {
    const bool last = i + 1 == phrases.size();
    if (!last && !joined(document, phrases[i].tokens, phrases[i + 1].tokens)) year = 0;
    if (const int lent = year_lent(phrases[i]); lent != 0) year = lent;
    years[i] = year;
  }
  year = head;
  for (std::size_t i = 0; i < phrases.size(); ++i) {
    if (const int lent = year_lent(phrases[i]); lent != 0) year = lent;
    if (years[i] == 0) years[i] = year;
  }
  return years;
}

using Tense = TimeContext::Tense;

// "by", "until": the time is the end of something, often still to come where the verb before it is
// past.
void look_around(TimeContext& context, const Document& document, const Sentence& sentence,
                 const std::vector<Outlook>& outlook, TokenRange tokens) {
  const std::uint32_t start = sentence.tokens.begin;
  Outlook around = outlook_in_tree(document, sentence, tokens);
  if (around == Outlook::Silent)
    around = outlook_around(outlook, tokens.begin - start, tokens.end - start);
  const std::string_view before =
      tokens.begin > start ? std::string_view(document.tokens[tokens.begin - 1].lower) : "";
  const bool until = before == "until" || before == "till";
  const bool end = until || before == "by" || before == "into";
  if (around == Outlook::Future || (around == Outlook::Silent && end))
    context.tense = Tense::Future;
  if (around == Outlook::Past) context.tense = Tense::Past;
  if (around == Outlook::Planned) context.tense = Tense::FutureInPast;

  context.limit = until || before == "to";
  context.open = around == Outlook::Silent || context.limit || before == "through";
}

// The year of "In the 2016 election, ..." at the head of a sentence; 0 where there is none.
int year_at_head(const std::vector<TimeWord>& words) {
  const bool opens = words.size() > 3 && words[1].lower == "the" &&
                     (words[0].lower == "in" || words[0].lower == "during");
  if (!opens || words[2].kind != TimeWordKind::Number) return 0;
  const int year = words[2].value;
  return year >= 1900 && year <= 2100 ? year : 0;
}

TimeSide side_of(const Document& document, const Sentence& sentence, const TimePhrase& phrase) {
  const auto back = [&](std::uint32_t n) {
    return phrase.tokens.begin >= sentence.tokens.begin + n
               ? std::string_view(document.tokens[phrase.tokens.begin - n].lower)
               : std::string_view();
  };
  const std::string_view word = back(1);
  const bool begins = (word == "in" || word == "on" || word == "from") &&
                      (back(2) == "starting" || back(2) == "beginning");
  if (word == "since" || begins || word == "starting" || word == "beginning") {
    return TimeSide::Since;
  }
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

// Of each token, whether it stands between quotation marks. A quotation ends with its block at the
// latest.
std::vector<bool> quoted(const Document& document) {
  std::vector<bool> result(document.tokens.size(), false);
  bool inside = false;
  std::uint32_t block = 0;
  for (const Sentence& sentence : document.sentences) {
    if (sentence.block != block) inside = false;
    block = sentence.block;
    for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
      result[i] = inside;
      if (document.tokens[i].lower == "\"") inside = !inside;
    }
  }
  return result;
}

// The year in which a text without a date was written, where it compares this year with the one
// before: "this year, ... 28% more than in the same period of 2023".
std::optional<DateRange> year_of_writing(const Document& document) {
  for (const Sentence& sentence : document.sentences) {
    bool this_year = false;
    std::optional<DateRange> next;
    for (std::uint32_t i = sentence.tokens.begin; i + 1 < sentence.tokens.end; ++i) {
      const auto says = [&](std::uint32_t at, std::string_view word) {
        return at < sentence.tokens.end && document.tokens[at].lower == word;
      };
      this_year = this_year || (says(i, "this") && says(i + 1, "year"));
      const bool same_period =
          says(i, "same") && says(i + 1, "period") && (says(i + 2, "in") || says(i + 2, "of"));
      if (!same_period || i + 3 >= sentence.tokens.end) continue;
      const std::optional<DateRange> before = parse_iso(document.tokens[i + 3].lower);
      if (!before || precision(*before) != Precision::Year) continue;
      next = year(static_cast<int>(std::chrono::year_month_day(before->first).year()) + 1);
    }
    if (this_year && next) return next;
  }
  return std::nullopt;
}

// Goes through the sentences and knows what times were told last.
class TimeFinder {
 public:
  explicit TimeFinder(Document& document) : document_(document), quoted_(quoted(document)) {}

  void find() {
    for (const Sentence& sentence : document_.sentences) {
      find_in(sentence);
      ++sentence_;
    }
  }

 private:
  void find_in(const Sentence& sentence);
  std::optional<DateRange> told(const TimePhrase& phrase) const;
  std::optional<DateRange> of_one_day(const TimePhrase& phrase) const;
  std::optional<DateRange> when(const TimePhrase& phrase, TimeContext& context) const;

  int year_told(const TimePhrase& phrase) const;
  std::optional<std::chrono::sys_days> said_on() const;
  bool day_of_speech(const TimePhrase& phrase) const;

  Document& document_;
  std::vector<bool> quoted_;  // of each token
  std::size_t sentence_ = 0;
  std::map<unsigned, int> year_of_day_;   // month * 32 + day: the year last told with it
  std::vector<std::size_t> sentence_of_;  // of each of Document::times
};

// The last date told that is exact enough to count `phrase` from; "the June 3 election" tells of an
// election, not of that day. A year between, mostly said of
// something else, does not hide a day or month; anything else that is not exact enough does.
std::optional<DateRange> TimeFinder::told(const TimePhrase& phrase) const {
  constexpr std::size_t farthest = 4;  // sentences
  const bool in_year = phrase.unit == TimeUnit::Year || phrase.kind == TimePhrase::Kind::Calendar ||
                       phrase.first.month != 0;
  const bool in_month = phrase.unit == TimeUnit::Month && !in_year;
  for (std::size_t i = document_.times.size(); i-- > 0;) {
    if (sentence_of_[i] + farthest < sentence_) return of_one_day(phrase);
    if (names_only(document_, document_.times[i].tokens)) continue;
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

// "A day earlier, ..." far down a report of one day: the only day that it told of so far.
std::optional<DateRange> TimeFinder::of_one_day(const TimePhrase& phrase) const {
  if (phrase.unit != TimeUnit::Day || phrase.weekday || phrase.first.month != 0 ||
      !document_.written)
    return std::nullopt;
  std::optional<DateRange> only;
  for (const TimeMention& time : document_.times) {
    if (time.when.first > document_.written->last || names_only(document_, time.tokens)) continue;
    if (only && *only != time.when) return std::nullopt;
    only = time.when;
  }
  constexpr std::chrono::days fresh{3};
  const bool of_report =
      only && only->first == only->last && document_.written->first - only->first <= fresh;
  return of_report ? only : std::nullopt;
}

std::optional<DateRange> TimeFinder::when(const TimePhrase& phrase, TimeContext& context) const {
  const bool of_that_year = phrase.first.year.told || phrase.last.year.told;
  if (phrase.kind != TimePhrase::Kind::Told && !of_that_year) return resolve_time(phrase, context);
  context.told = told(phrase);
  if (context.told || !phrase.of_published) return resolve_time(phrase, context);
  TimePhrase counted = phrase;
  counted.kind = TimePhrase::Kind::Unit;
  return resolve_time(counted, context);
}

// A day of the calendar that was told before is the same again: where one clause tells that it is
// to come, another may not.
int TimeFinder::year_told(const TimePhrase& phrase) const {
  const auto known = year_of_day_.find(phrase.first.month * 32 + phrase.first.day);
  const std::optional<DateRange>& published = document_.article.published;
  if (known == year_of_day_.end() || !published) return 0;
  const int now = static_cast<int>(std::chrono::year_month_day(published->first).year());
  return known->second + 1 < now ? 0 : known->second;  // the day of old comes back every year
}

// The day told last before in the sentence: "said on Monday that she would leave on Friday".
std::optional<std::chrono::sys_days> TimeFinder::said_on() const {
  if (document_.times.empty() || sentence_of_.back() != sentence_) return std::nullopt;
  const DateRange last = document_.times.back().when;
  if (last.first != last.last) return std::nullopt;
  return last.first;
}

// "today" in a quotation is the day on which it was said, and that is not told.
bool TimeFinder::day_of_speech(const TimePhrase& phrase) const {
  const bool by_speech = phrase.kind == TimePhrase::Kind::Unit && phrase.unit <= TimeUnit::Weekend;
  return by_speech && quoted_[phrase.tokens.begin];
}

void TimeFinder::find_in(const Sentence& sentence) {
  const std::vector<TimeWord> words = time_words(document_, sentence);
  if (std::none_of(words.begin(), words.end(), can_tell_time)) return;
  const std::vector<TimePhrase> phrases = parse_times(words);
  const std::vector<int> years = borrowed_years(document_, phrases, year_at_head(words));
  std::vector<Outlook> outlook;
  for (std::size_t i = 0; i < phrases.size(); ++i) {
    const TimePhrase& phrase = phrases[i];
    if (day_of_speech(phrase)) continue;
    TimeContext context;
    context.published = document_.written;
    context.said_on = said_on();
    const bool one_day = phrase.first.day != 0 && phrase.first.month != 0;
    if (lacks_year(phrase)) context.year = years[i];
    if (lacks_year(phrase) && one_day && context.year == 0) context.year = year_told(phrase);
    const bool ahead = phrase.kind == TimePhrase::Kind::Stretch && phrase.shift > 0;
    const bool weekend = phrase.kind == TimePhrase::Kind::Unit && phrase.unit == TimeUnit::Weekend;
    if (lacks_year(phrase) || phrase.kind == TimePhrase::Kind::Weekday || weekend || ahead) {
      if (outlook.empty()) outlook = outlooks(document_, sentence);
      look_around(context, document_, sentence, outlook, phrase.tokens);
    }
    const bool over = context.published && context.year != 0 &&
                      year(context.year)->last < context.published->first;
    if (over && context.tense == Tense::Future && !context.open)
      context.year = 0;                                     // "the law of 2019 will end in May"
    if (ahead && context.tense != Tense::Future) continue;  // "the next two weeks" of a tale
    if (const auto found = when(phrase, context)) {
      document_.times.push_back({phrase.tokens, *found, side_of(document_, sentence, phrase)});
      sentence_of_.push_back(sentence_);
      const bool calendar = phrase.kind == TimePhrase::Kind::Calendar && one_day;
      if (calendar && found->first == found->last) {
        const std::chrono::year_month_day date(found->first);
        year_of_day_[phrase.first.month * 32 + phrase.first.day] = static_cast<int>(date.year());
      }
    }
  }
}

}  // namespace

void find_times(Document& document) {
  document.times.clear();
  document.written =
      document.article.published ? document.article.published : year_of_writing(document);
  TimeFinder(document).find();
}

}  // namespace entente
