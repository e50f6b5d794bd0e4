// From the time outwards: the first word that tells decides. To the left first, as a verb stands
// before its time; to the right only where nothing to the left tells ("On Friday, ...", "The talks
// on Friday ..."). Tested by tests/extract/times_test.cpp.

#include "extract/times_future.h"

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <string_view>

#include "base/utf8.h"

namespace entente {
namespace {

constexpr std::size_t kFarthest = 40;  // tokens to either side

bool among(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool closes_clause(std::string_view word) {
  return among(word, {";",     ":",      "\"",      "(",        ")",     "\u2014", "--",    "that",
                      "which", "who",    "whom",    "where",    "when",  "while",  "after", "as",
                      "but",   "before", "because", "although", "whose", "if"});
}

bool is_past(std::string_view word) {
  if (among(word,
            {"was",    "were",  "had",   "did",   "said",   "says",  "told", "met",     "held",
             "came",   "went",  "left",  "took",  "gave",   "made",  "saw",  "won",     "lost",
             "led",    "spoke", "sent",  "paid",  "flew",   "began", "fell", "rose",    "became",
             "broke",  "chose", "drew",  "found", "got",    "kept",  "put",  "ran",     "sat",
             "sought", "stood", "threw", "wrote", "struck", "shot",  "hit",  "brought", "died"})) {
    return true;
  }
  return word.size() > 4 && word.substr(word.size() - 2) == "ed" &&
         !among(word, {"indeed", "speed", "exceed", "proceed", "succeed"});
}

bool is_be(std::string_view word) {
  return among(word, {"is", "are", "be", "was", "were", "'s", "'re"});
}

bool was(std::string_view word) { return word == "was" || word == "were"; }

bool is_future(std::string_view before, std::string_view word, std::string_view after) {
  if (among(word, {"will", "'ll", "shall", "wo", "might", "may"})) return after != "have";
  if (among(word, {"scheduled", "slated", "upcoming", "expected", "expects", "expect", "predict",
                   "predicts", "anticipated", "rescheduled", "postponed"})) {
    return true;
  }
  if (among(word, {"set", "due", "poised"})) return is_be(before);
  if (word == "likely") return among(after, {"in", "on", "by", "before"});  // "likely in May"
  if (word == "to") return before == "is" || before == "are";
  if (word == "planned" && (is_be(before) || before == "been")) return true;
  const bool aim = among(word, {"plan", "plans", "planned", "intends", "going", "aims"});
  return aim && (after == "to" || after == "for");
}

// "would resign", "was expected to", "was originally planned for": of a time that may be over.
bool is_planned(std::string_view earlier, std::string_view before, std::string_view word,
                std::string_view after) {
  if (word == "would") return after != "have";
  if (word == "to") return was(before);
  const bool adverb = before.size() > 3 && before.substr(before.size() - 2) == "ly";
  return among(word, {"scheduled", "slated", "expected", "planned", "set", "due", "going", "meant",
                      "supposed"}) &&
         (was(before) || (adverb && was(earlier)));
}

}  // namespace

std::vector<Outlook> outlooks(const Document& document, const Sentence& sentence) {
  std::vector<Outlook> found(sentence.tokens.size(), Outlook::Silent);
  const auto lower = [&](std::size_t i) {
    return i < found.size() ? std::string_view(document.tokens[sentence.tokens.begin + i].lower)
                            : std::string_view();
  };
  for (std::size_t i = 0; i < found.size(); ++i) {
    const std::string_view word = lower(i);
    const Span span = document.tokens[sentence.tokens.begin + i].span;
    const bool capital = is_upper(decode_at(document.article.text, span.begin).value);
    const bool name = capital && (i > 0 || word == "may");
    if (word == "and") {
      found[i] = Outlook::And;
    } else if (word == ",") {
      found[i] = Outlook::Comma;
    } else if (closes_clause(word)) {
      found[i] = Outlook::ClauseEnd;
    } else if (is_planned(i > 1 ? lower(i - 2) : "", i > 0 ? lower(i - 1) : "", word,
                          lower(i + 1))) {
      found[i] = Outlook::Planned;
    } else if (!name && is_future(i > 0 ? lower(i - 1) : "", word, lower(i + 1))) {
      found[i] = Outlook::Future;
    } else if (!name && is_past(word) && !among(i > 0 ? lower(i - 1) : "", {"is", "are"})) {
      found[i] = Outlook::Past;
    }
  }
  return found;
}

Outlook outlook_around(const std::vector<Outlook>& sentence, std::size_t begin, std::size_t end) {
  const auto tells = [](Outlook word) { return word != Outlook::Silent && word < Outlook::And; };
  const std::size_t farthest = begin - std::min(kFarthest, begin);
  std::size_t at = begin;
  for (; at > farthest; --at) {
    const Outlook word = sentence[at - 1];
    if (tells(word)) return word;
    if (word == Outlook::Comma || word == Outlook::ClauseEnd) break;
  }
  const bool opens = begin - at <= 2;
  const std::size_t stop = std::min(sentence.size(), end + kFarthest);
  for (std::size_t i = end; i < stop; ++i) {
    if (tells(sentence[i])) return sentence[i];
    if (i == end && opens && sentence[i] == Outlook::Comma) continue;
    if (sentence[i] != Outlook::Silent) break;
  }
  return Outlook::Silent;
}

}  // namespace entente
