// Tokens -> sentences. A sentence may end after ".", "!", "?", an ellipsis, or an abbreviation;
// whether it does is read from what follows. When in doubt it goes on: two sentences in one lose
// less than one cut in two. Tested by tests/extract/split_test.cpp.

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.h"
#include "extract/calendar.h"
#include "extract/sentence_starts.h"
#include "extract/tokenize.h"

namespace entente {
namespace {

enum class Ending { None, FullStop, Ellipsis, Cry, Abbreviation };

Ending ending_of(std::string_view lower) {
  if (lower == "." || lower == "\u3002" || lower == "\u0964") return Ending::FullStop;
  if (lower == "\u2026") return Ending::Ellipsis;
  if (lower == "\uFF01" || lower == "\uFF1F") return Ending::Cry;
  const char last = lower.back();
  if (last == '!' || last == '?') return Ending::Cry;
  if (last != '.') return Ending::None;
  return lower[lower.size() - 2] == '.' ? Ending::Ellipsis : Ending::Abbreviation;
}

bool is_dash(std::string_view lower) {
  return lower == "-" || lower == "--" || lower == "\u2013" || lower == "\u2014";
}

bool reports(std::string_view lower) {
  constexpr std::array<std::string_view, 14> verbs = {
      "added", "asked", "asks",    "cried",   "declared", "exclaimed", "insisted",
      "read",  "said",  "replied", "shouted", "told",     "tweeted",   "wrote"};
  return std::find(verbs.begin(), verbs.end(), lower) != verbs.end();
}

bool follows_clock_time(std::string_view lower) {
  constexpr std::array<std::string_view, 7> zones = {"atlantic", "central",  "eastern", "greenwich",
                                                     "local",    "mountain", "pacific"};
  return month_named(lower) || weekday_named(lower) ||
         std::find(zones.begin(), zones.end(), lower) != zones.end();
}

class Splitter {
 public:
  Splitter(Document& document, const Abbreviations& abbreviations)
      : document_(document), abbreviations_(abbreviations) {}

  void split_block(TokenRange tokens, std::uint32_t block) {
    end_ = tokens.end;
    std::uint32_t start = tokens.begin;
    quotes_ = 0;
    for (std::uint32_t i = tokens.begin; i < end_;) {
      const Ending ending = ending_of(lower(i));
      std::uint32_t next = i + 1;
      count_quote(i);
      if (ending != Ending::None) {
        for (; next < end_ && closes(next); ++next) count_quote(next);
        if (next < end_ && ends(start, i, next, ending)) {
          document_.sentences.push_back({{start, next}, block});
          start = next;
          quotes_ = 0;
        }
      }
      i = next;
    }
    if (start < end_) document_.sentences.push_back({{start, end_}, block});
  }

 private:
  const std::string& lower(std::uint32_t i) const { return document_.tokens[i].lower; }
  char32_t first(std::uint32_t i) const {
    return decode_at(document_.article.text, document_.tokens[i].span.begin).value;
  }
  // Nothing stands between token i and the one before it.
  bool joined(std::uint32_t i) const {
    return i > 0 && document_.tokens[i - 1].span.end == document_.tokens[i].span.begin;
  }
  void count_quote(std::uint32_t i) { quotes_ += first(i) == '"' ? 1U : 0U; }

  bool closes(std::uint32_t i) const;
  bool ends(std::uint32_t start, std::uint32_t i, std::uint32_t next, Ending ending) const;
  bool ends_after_full_stop(std::uint32_t start, std::uint32_t i, std::uint32_t next) const;
  bool ends_after_abbreviation(std::uint32_t i, std::uint32_t next) const;
  bool opens(std::uint32_t i) const;
  bool begins(std::uint32_t i) const;
  bool clearly_begins(std::uint32_t i) const;
  bool names_speaker(std::uint32_t i) const;
  bool is_agency(std::uint32_t i) const;
  bool is_acronym(std::uint32_t i) const;

  Document& document_;
  const Abbreviations& abbreviations_;
  std::uint32_t end_ = 0;     // of the block's tokens
  std::uint32_t quotes_ = 0;  // straight double quotes of the sentence so far
};

// Token `i`, after the end of a sentence, still belongs to it.
bool Splitter::closes(std::uint32_t i) const {
  const char32_t c = first(i);
  if (c == ')' || c == ']' || c == '}' || c == 0x201D || c == 0x2019 || c == 0xBB) {
    return lower(i) != "'s";
  }
  if (lower(i) != "\"" && lower(i) != "'" && lower(i) != "''") return false;
  if (c == 0x2018 || c == 0x201C) return false;
  const bool touches_next =
      i + 1 < end_ && joined(i + 1) && (is_letter(first(i + 1)) || is_digit(first(i + 1)));
  const bool odd = c == '"' && quotes_ % 2 == 1;
  if (joined(i)) return !touches_next || odd;
  return !touches_next && odd;
}

bool Splitter::ends(std::uint32_t start, std::uint32_t i, std::uint32_t next, Ending ending) const {
  switch (ending) {
    case Ending::None:
      return false;
    case Ending::FullStop:
      return ends_after_full_stop(start, i, next);
    case Ending::Ellipsis:
      return i > start && (joined(i) || !joined(next)) && begins(next);
    case Ending::Cry:
      if (next > i + 1 && names_speaker(next)) return false;
      return begins(next) && ending_of(lower(next)) != Ending::Abbreviation;
    case Ending::Abbreviation:
      return ends_after_abbreviation(i, next);
  }
  return false;
}

bool Splitter::ends_after_full_stop(std::uint32_t start, std::uint32_t i,
                                    std::uint32_t next) const {
  if (i == start || is_agency(next)) return false;
  const std::string& before = lower(i - 1);
  const bool number = before.size() <= 2 && std::all_of(before.begin(), before.end(), [](char c) {
                        return c >= '0' && c <= '9';
                      });
  if (i == start + 1 && number && next == i + 1) return false;  // "1. Introduction"
  return begins(next);
}

bool Splitter::ends_after_abbreviation(std::uint32_t i, std::uint32_t next) const {
  std::string_view form = lower(i);
  form.remove_suffix(1);
  const std::string_view last = form.substr(form.rfind('-') + 1);
  if (abbreviations_.before_name.contains(last) || form == "vs" || is_agency(next)) return false;
  if (form == "etc") return begins(next);
  if (form == "a.m" || form == "p.m") {
    return begins(next) && !follows_clock_time(lower(next)) && !is_acronym(next);
  }
  return clearly_begins(next);
}

// A mark that something new begins with: an opening quote or bracket, a bullet.
bool Splitter::opens(std::uint32_t i) const {
  const char32_t c = first(i);
  return c == '"' || c == '\'' || c == '`' || c == '(' || c == '[' || c == 0x201C || c == 0x2018 ||
         c == 0xAB;
}

bool Splitter::begins(std::uint32_t i) const {
  for (int quotes = 0; quotes < 2 && opens(i) && i + 1 < end_; ++quotes) ++i;
  const char32_t c = first(i);
  if (is_upper(c) || is_digit(c)) return true;
  if (is_letter(c) && !is_lower(c)) return true;  // scripts without capitals
  if (is_lower(c)) {
    // "iPhone sales ...", "al-Something said ..."
    const std::string_view text = text_of(document_, document_.tokens[i]);
    return std::any_of(text.begin(), text.end(), [](char b) { return b >= 'A' && b <= 'Z'; });
  }
  return c == '$' || c == '#' || c == '@' || c == '*' || c == 0x2022 ||
         (c >= 0x20A0 && c < 0x20D0) || c == 0xA3 || c == 0xA5;
}

bool Splitter::clearly_begins(std::uint32_t i) const {
  if (opens(i)) return i + 1 < end_ && !opens(i + 1) && clearly_begins(i + 1);
  return first(i) == 0x2022 || (is_upper(first(i)) && starts_sentences(lower(i)));
}

// `"Will it hold?" Roe asked`: the sentence goes on behind the quote.
bool Splitter::names_speaker(std::uint32_t i) const {
  if (starts_sentences(lower(i))) return false;
  const std::uint32_t stop = std::min(end_, i + 4);
  for (; i < stop && ending_of(lower(i)) != Ending::FullStop; ++i) {
    if (reports(lower(i))) return true;
  }
  return false;
}

// "(AP) -" or a dash: the end of a dateline, not of a sentence.
bool Splitter::is_agency(std::uint32_t i) const {
  if (is_dash(lower(i))) return true;
  if (lower(i) != "(") return false;
  const std::uint32_t stop = std::min(end_, i + 6);
  while (i < stop && lower(i) != ")") ++i;
  return i + 1 < stop && is_dash(lower(i + 1));
}

// Two to five capitals: a time zone after a clock time.
bool Splitter::is_acronym(std::uint32_t i) const {
  const std::string_view text = text_of(document_, document_.tokens[i]);
  return text.size() >= 2 && text.size() <= 5 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

}  // namespace

void split(Document& document, const Abbreviations& abbreviations) {
  document.sentences.clear();
  Splitter splitter(document, abbreviations);
  const auto count = static_cast<std::uint32_t>(document.tokens.size());
  std::uint32_t token = 0;
  for (std::uint32_t block = 0; block < document.blocks.size(); ++block) {
    const std::uint32_t begin = token;
    const std::uint32_t block_end = document.blocks[block].span.end;
    while (token < count && document.tokens[token].span.end <= block_end) ++token;
    if (token > begin) splitter.split_block({begin, token}, block);
  }
}

}  // namespace entente
