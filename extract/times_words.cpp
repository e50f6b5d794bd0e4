// What each word is by itself; what it means beside others is the work of times_parse.cpp.
// Tested by tests/extract/times_test.cpp.

#include "extract/times_words.h"

#include <array>
#include <cstddef>
#include <string>
#include <unordered_map>

#include "base/utf8.h"
#include "extract/calendar.h"

namespace entente {
namespace {

using Kind = TimeWordKind;

struct Meaning {
  Kind kind;
  int value;
};

constexpr int unit(TimeUnit unit) { return static_cast<int>(unit); }

// Only looked up, never walked through.
const std::unordered_map<std::string_view, Meaning>& meanings() {
  static const std::unordered_map<std::string_view, Meaning> table = {
      {"a", {Kind::Count, 1}},
      {"an", {Kind::Count, 1}},
      {"one", {Kind::Count, 1}},
      {"two", {Kind::Count, 2}},
      {"three", {Kind::Count, 3}},
      {"four", {Kind::Count, 4}},
      {"five", {Kind::Count, 5}},
      {"six", {Kind::Count, 6}},
      {"seven", {Kind::Count, 7}},
      {"eight", {Kind::Count, 8}},
      {"nine", {Kind::Count, 9}},
      {"ten", {Kind::Count, 10}},
      {"eleven", {Kind::Count, 11}},
      {"twelve", {Kind::Count, 12}},
      {"thirteen", {Kind::Count, 13}},
      {"fourteen", {Kind::Count, 14}},
      {"fifteen", {Kind::Count, 15}},
      {"sixteen", {Kind::Count, 16}},
      {"seventeen", {Kind::Count, 17}},
      {"eighteen", {Kind::Count, 18}},
      {"nineteen", {Kind::Count, 19}},
      {"twenty", {Kind::Count, 20}},
      {"thirty", {Kind::Count, 30}},
      {"forty", {Kind::Count, 40}},
      {"fifty", {Kind::Count, 50}},
      {"first", {Kind::Ordinal, 1}},
      {"second", {Kind::Ordinal, 2}},
      {"third", {Kind::Ordinal, 3}},
      {"fourth", {Kind::Ordinal, 4}},
      {"fifteenth", {Kind::Ordinal, 15}},
      {"sixteenth", {Kind::Ordinal, 16}},
      {"seventeenth", {Kind::Ordinal, 17}},
      {"eighteenth", {Kind::Ordinal, 18}},
      {"nineteenth", {Kind::Ordinal, 19}},
      {"twentieth", {Kind::Ordinal, 20}},
      {"twenty-first", {Kind::Ordinal, 21}},
      {"today", {Kind::Day, 0}},
      {"tonight", {Kind::Day, 0}},
      {"yesterday", {Kind::Day, -1}},
      {"tomorrow", {Kind::Day, 1}},
      {"last", {Kind::Turn, -1}},
      {"this", {Kind::Turn, 0}},
      {"next", {Kind::Turn, 1}},
      {"final", {Kind::Turn, -1}},
      {"previous", {Kind::Told, -1}},
      {"preceding", {Kind::Told, -1}},
      {"same", {Kind::Told, 0}},
      {"that", {Kind::Told, 0}},
      {"following", {Kind::Told, 1}},
      {"past", {Kind::Stretch, -1}},
      {"recent", {Kind::Stretch, -1}},
      {"coming", {Kind::Stretch, 1}},
      {"morning", {Kind::DayPart, 0}},
      {"afternoon", {Kind::DayPart, 0}},
      {"evening", {Kind::DayPart, 0}},
      {"night", {Kind::DayPart, 0}},
      {"spring", {Kind::Season, 0}},
      {"summer", {Kind::Season, 0}},
      {"autumn", {Kind::Season, 0}},
      {"fall", {Kind::Season, 0}},
      {"winter", {Kind::Season, 0}},
      {"early", {Kind::Edge, 0}},
      {"mid", {Kind::Edge, 0}},
      {"late", {Kind::Edge, 0}},
      {"earlier", {Kind::Edge, -1}},
      {"later", {Kind::Edge, 0}},
      {"q1", {Kind::Quarter, 1}},
      {"q2", {Kind::Quarter, 2}},
      {"q3", {Kind::Quarter, 3}},
      {"q4", {Kind::Quarter, 4}},
      {"h1", {Kind::Half, 1}},
      {"h2", {Kind::Half, 2}},
      {"-", {Kind::Dash, 0}},
      {"\u2013", {Kind::Dash, 0}},
      {"\u2014", {Kind::Dash, 0}},
      {"day", {Kind::Unit, unit(TimeUnit::Day)}},
      {"days", {Kind::Unit, unit(TimeUnit::Day)}},
      {"week", {Kind::Unit, unit(TimeUnit::Week)}},
      {"weeks", {Kind::Unit, unit(TimeUnit::Week)}},
      {"weekend", {Kind::Unit, unit(TimeUnit::Weekend)}},
      {"month", {Kind::Unit, unit(TimeUnit::Month)}},
      {"months", {Kind::Unit, unit(TimeUnit::Month)}},
      {"quarter", {Kind::Unit, unit(TimeUnit::Quarter)}},
      {"year", {Kind::Unit, unit(TimeUnit::Year)}},
      {"years", {Kind::Unit, unit(TimeUnit::Year)}},
  };
  return table;
}

bool is_digit_byte(char c) { return c >= '0' && c <= '9'; }

// The number that `text` begins with, at most nine digits; `length` is how many there are.
int leading_number(std::string_view text, std::size_t& length) {
  int number = 0;
  for (length = 0; length < text.size() && length < 9 && is_digit_byte(text[length]); ++length) {
    number = number * 10 + (text[length] - '0');
  }
  return number;
}

// "2024-08-19", "2024/8/19": year first. "19.08.2024": day first. "19/08/2024", "08-19-2024": what
// can be no month is the day. 0 where the numbers are no date, or two dates as "08/09/2024" is.
int date_value(std::string_view text) {
  std::array<int, 3> parts{};
  std::array<std::size_t, 3> lengths{};
  const std::size_t mark = text.find_first_of("-/.");
  if (mark == std::string_view::npos) return 0;
  const char separator = text[mark];
  for (std::size_t i = 0; i < parts.size(); ++i) {
    parts[i] = leading_number(text, lengths[i]);
    text.remove_prefix(lengths[i]);
    if (lengths[i] == 0 || text.empty() != (i == 2)) return 0;
    if (i < 2 && text.front() != separator) return 0;
    if (i < 2) text.remove_prefix(1);
  }
  const auto value = [](int year, int month, int day) {
    const bool possible = year <= 9999 && month <= 12 && day <= 31;
    return possible ? year * 10000 + month * 100 + day : 0;
  };
  if (lengths[0] == 4) return value(parts[0], parts[1], parts[2]);
  if (lengths[2] != 4) return 0;
  const bool day_first = separator == '.' || parts[0] > 12;
  const bool either = !day_first && parts[1] <= 12 && parts[0] != parts[1];
  if (either) return 0;
  return day_first ? value(parts[2], parts[1], parts[0]) : value(parts[2], parts[0], parts[1]);
}

void read_number(TimeWord& word) {
  std::size_t length = 0;
  const int number = leading_number(word.lower, length);
  const std::string_view rest = word.lower.substr(length);
  word.value = number;
  if (rest.empty()) {
    word.digits = true;
    if (length <= 4) word.kind = Kind::Number;
  } else if (rest == "st" || rest == "nd" || rest == "rd" || rest == "th") {
    word.kind = Kind::Ordinal;
  } else if (rest == "s" && number % 10 == 0 && (length == 4 || length == 2)) {
    word.kind = Kind::Decade;
  } else if (const int date = date_value(word.lower); date != 0) {
    word.kind = Kind::Date;
    word.value = date;
  }
}

// What can only be told in the light of the capital letter: "May", "Sat", "March".
void read_name(TimeWord& word) {
  constexpr std::size_t shortest_full_month = 5;
  if (const auto month = month_named(word.lower)) {
    word.kind = Kind::Month;
    word.value = static_cast<int>(*month);
    const bool full_short = word.lower == "may" || word.lower == "june" || word.lower == "july";
    word.shortened =
        !full_short && (word.lower.size() < shortest_full_month || word.lower.back() == '.');
  } else if (const auto weekday = weekday_named(word.lower)) {
    word.kind = Kind::Weekday;
    word.value = static_cast<int>(*weekday);
    word.shortened = word.lower.back() != 'y';
  }
}

TimeWord read_word(std::string_view lower, std::uint32_t token, bool capital) {
  TimeWord word;
  word.lower = lower;
  word.token = token;
  word.capital = capital;
  if (is_digit_byte(lower.front())) {
    read_number(word);
    return word;
  }
  if (capital && lower.size() >= 3 && lower.size() <= 9) read_name(word);
  constexpr std::size_t longest_meaning = 12;
  if (word.kind != Kind::Other || lower.size() > longest_meaning) return word;
  if (capital && begins_feast(lower)) word.kind = Kind::Feast;
  const auto& table = meanings();
  if (const auto found = table.find(lower); found != table.end()) {
    word.kind = found->second.kind;
    word.value = found->second.value;
  }
  return word;
}

// "mid-June", "June-July", "28-July": each part a word, where all parts are of the kinds that join
// so.
bool add_parts(std::vector<TimeWord>& words, std::string_view lower, std::string_view text,
               std::uint32_t token) {
  const std::size_t hyphen = lower.find('-');
  if (hyphen == std::string_view::npos || hyphen == 0 || hyphen + 1 == lower.size()) return false;
  if (lower.size() > 20 || text.size() != lower.size()) return false;
  const auto capital_at = [&](std::size_t at) { return text[at] >= 'A' && text[at] <= 'Z'; };
  const TimeWord left = read_word(lower.substr(0, hyphen), token, capital_at(0));
  const TimeWord right = read_word(lower.substr(hyphen + 1), token, capital_at(hyphen + 1));
  const auto named = [](const TimeWord& w) {
    return w.kind == Kind::Month || w.kind == Kind::Weekday;
  };
  const auto part = [&](const TimeWord& w) { return named(w) || w.kind == Kind::Number; };
  const bool edge = left.kind == Kind::Edge &&
                    (part(right) || right.kind == Kind::Decade || right.kind == Kind::Ordinal);
  const bool range = part(left) && part(right) && (named(left) || named(right));
  if (!edge && !range) return false;
  words.push_back(left);
  if (range) {
    words.push_back({Kind::Dash, 0, lower.substr(hyphen, 1), token, false, false, false});
  }
  words.push_back(right);
  return true;
}

}  // namespace

std::vector<TimeWord> time_words(const Document& document, const Sentence& sentence) {
  std::vector<TimeWord> words;
  words.reserve(sentence.tokens.size());
  for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
    const Token& token = document.tokens[i];
    const std::string_view text = text_of(document, token);
    if (add_parts(words, token.lower, text, i)) continue;
    words.push_back(read_word(token.lower, i, is_upper(decode_at(text, 0).value)));
  }
  return words;
}

}  // namespace entente
