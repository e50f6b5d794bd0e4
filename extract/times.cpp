// Words (times_words.h) -> phrases (times_parse.h) -> days (times_resolve.h), a sentence at a time.

#include "extract/times.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
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
         word.kind != TimeWordKind::Dash;
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

void find_in_sentence(Document& document, const Sentence& sentence) {
  const std::vector<TimeWord> words = time_words(document, sentence);
  if (std::none_of(words.begin(), words.end(), can_tell_time)) return;
  const std::vector<TimePhrase> phrases = parse_times(words);
  const std::vector<int> years = borrowed_years(phrases);
  std::vector<Outlook> outlook;
  for (std::size_t i = 0; i < phrases.size(); ++i) {
    const TimePhrase& phrase = phrases[i];
    TimeContext context;
    context.published = document.article.published;
    if (lacks_year(phrase)) context.year = years[i];
    if (lacks_year(phrase) || phrase.kind == TimePhrase::Kind::Weekday) {
      if (outlook.empty()) outlook = outlooks(document, sentence);
      look_ahead(context, document, sentence, outlook, phrase.tokens);
    }
    if (const auto when = resolve_time(phrase, context)) {
      document.times.push_back({phrase.tokens, *when});
    }
  }
}

}  // namespace

void find_times(Document& document) {
  document.times.clear();
  for (const Sentence& sentence : document.sentences) find_in_sentence(document, sentence);
}

}  // namespace entente
