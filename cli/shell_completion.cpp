// The place decides: a label behind (n:, a type behind [r:, a key behind n. or {, a name in quotes,
// a procedure behind CALL, else keywords and functions. Tested by shell_test.cpp.

#include "cli/shell_completion.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "cli/shell_text.h"

namespace entente {
namespace {

constexpr std::array<std::string_view, 54> kKeywords = {
    "ALL",    "ALL SHORTEST", "AND",       "ANY SHORTEST",   "AS",      "ASC",      "BY",
    "CALL",   "CASE",         "CREATE",    "DELETE",         "DESC",    "DETACH",   "DISTINCT",
    "ELSE",   "END",          "ENDS WITH", "EXISTS",         "EXPLAIN", "FALSE",    "GROUPS",
    "IN",     "IS NOT NULL",  "IS NULL",   "LIMIT",          "MATCH",   "MERGE",    "NONE",
    "NOT",    "NULL",         "ON",        "OPTIONAL MATCH", "OR",      "ORDER BY", "PROFILE",
    "REMOVE", "RETURN",       "SET",       "SHORTEST",       "SINGLE",  "SKIP",     "STARTS WITH",
    "THEN",   "TRUE",         "UNION",     "UNION ALL",      "UNWIND",  "WHEN",     "WHERE",
    "WITH",   "XOR",          "YIELD",     "CONTAINS",       "COUNT"};

bool is_word_byte(char c) {
  return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || ('0' <= c && c <= '9') || c == '_' ||
         (static_cast<unsigned char>(c) & 0x80) != 0;
}

// Where the cursor is.
struct Place {
  std::string brackets;                         // those that are open, from outside
  std::size_t string = std::string_view::npos;  // where the string begins that is open
  char quote = 0;
};

Place place_of(std::string_view text) {
  Place place;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '\'' || c == '"' || c == '`') {
      std::size_t end = at + 1;
      while (end < text.size() && text[end] != c) end += text[end] == '\\' && c != '`' ? 2 : 1;
      if (end >= text.size()) {
        place.string = at;
        place.quote = c;
        return place;
      }
      at = end;
    } else if (c == '(' || c == '[' || c == '{') {
      place.brackets += c;
    } else if ((c == ')' || c == ']' || c == '}') && !place.brackets.empty()) {
      place.brackets.pop_back();
    }
  }
  return place;
}

bool begins(std::string_view word, std::string_view folded_beginning) {
  return lower(word).starts_with(folded_beginning);
}

void add(Completion& completion, const std::vector<std::string>& from, std::string_view beginning) {
  const std::string folded = lower(beginning);
  for (const std::string& word : from) {
    if (completion.words.size() >= kMostCompletions) return;
    if (begins(word, folded)) completion.words.push_back(word);
  }
}

void add_keywords(Completion& completion, std::string_view beginning) {
  const std::string folded = lower(beginning);
  const bool small = !beginning.empty() && 'a' <= beginning[0] && beginning[0] <= 'z';
  for (const std::string_view keyword : kKeywords) {
    if (begins(keyword, folded)) {
      completion.words.push_back(small ? lower(keyword) : std::string(keyword));
    }
  }
}

// A name as it stands in a query: in backticks where it is no plain word.
std::string as_symbol(const std::string& name) {
  const bool plain = !name.empty() && std::ranges::all_of(name, is_word_byte) &&
                     !('0' <= name[0] && name[0] <= '9');
  return plain ? name : '`' + name + '`';
}

// A name as a string, with the quote that was typed.
std::string in_quotes(const std::string& name, char quote) {
  std::string text(1, quote);
  for (const char c : name) {
    if (c == quote || c == '\\') text += '\\';
    text += c;
  }
  return text + quote;
}

void add_names(Completion& completion, std::string_view text, const Place& place,
               const ShellWords& words) {
  completion.begin = place.string;
  Completion found;
  add(found, words.names, text.substr(place.string + 1));
  for (const std::string& name : found.words) {
    completion.words.push_back(in_quotes(name, place.quote));
  }
}

// ".path "Mara L": the command itself, then formats or names.
Completion complete_command(std::string_view text, const ShellWords& words) {
  Completion completion;
  const Place place = place_of(text);
  if (place.string != std::string_view::npos) {
    add_names(completion, text, place, words);
    return completion;
  }
  const std::size_t blank = text.find(' ');
  if (blank == std::string_view::npos) {
    completion.begin = 1;
    add(completion, words.commands, text.substr(1));
    return completion;
  }
  completion.begin = text.find_last_of(' ') + 1;
  const std::string_view word = text.substr(completion.begin);
  if (text.substr(0, blank) == ".format") {
    add(completion, words.formats, word);
    return completion;
  }
  Completion found;
  add(found, words.names, word);
  for (const std::string& name : found.words) {
    const bool plain = std::ranges::all_of(name, is_word_byte);
    completion.words.push_back(plain ? name : in_quotes(name, '"'));
  }
  return completion;
}

// The word before byte `end`, blanks skipped.
std::string_view word_before(std::string_view text, std::size_t end) {
  while (end > 0 && (text[end - 1] == ' ' || text[end - 1] == '\n')) --end;
  std::size_t begin = end;
  while (begin > 0 && is_word_byte(text[begin - 1])) --begin;
  return text.substr(begin, end - begin);
}

// The last character before byte `end` that is no blank.
char mark_before(std::string_view text, std::size_t end) {
  while (end > 0 && (text[end - 1] == ' ' || text[end - 1] == '\n')) --end;
  return end == 0 ? ' ' : text[end - 1];
}

// Whether a label expression (":A|B&!") leads to byte `at`.
bool follows_colon(std::string_view text, std::size_t at) {
  while (at > 0) {
    const char c = text[at - 1];
    if (c == ':') return true;
    if (!is_word_byte(c) && std::string_view("|&!` ").find(c) == std::string_view::npos) break;
    --at;
  }
  return false;
}

void add_symbols(Completion& completion, const std::vector<std::string>& from,
                 std::string_view beginning) {
  Completion found;
  add(found, from, beginning);
  for (const std::string& name : found.words) completion.words.push_back(as_symbol(name));
}

Completion complete_query(std::string_view text, const ShellWords& words) {
  Completion completion;
  const Place place = place_of(text);
  if (place.quote == '\'' || place.quote == '"') {
    add_names(completion, text, place, words);
    return completion;
  }
  std::size_t begin = text.size();
  while (begin > 0 && is_word_byte(text[begin - 1])) --begin;
  const std::string_view word = text.substr(begin);
  std::size_t dotted = begin;
  while (dotted > 0 && (is_word_byte(text[dotted - 1]) || text[dotted - 1] == '.')) --dotted;
  const char before = begin == 0 ? ' ' : text[begin - 1];
  const char mark = mark_before(text, begin);
  const char bracket = place.brackets.empty() ? ' ' : place.brackets.back();

  if (lower(word_before(text, dotted)) == "call") {
    completion.begin = dotted;
    add(completion, words.procedures, text.substr(dotted));
    return completion;
  }
  completion.begin = begin;
  if (before == '.') {
    add_symbols(completion, words.keys, word);
  } else if (bracket != '{' && follows_colon(text, begin)) {
    add_symbols(completion, bracket == '[' ? words.types : words.labels, word);
  } else if (bracket == '{' && (mark == '{' || mark == ',')) {
    add_symbols(completion, words.keys, word);
  } else if (!word.empty()) {
    add_keywords(completion, word);
    Completion functions;
    add(functions, words.functions, word);
    for (const std::string& name : functions.words) completion.words.push_back(name + '(');
  }
  return completion;
}

}  // namespace

Completion complete(std::string_view before, const ShellWords& words) {
  Completion completion =
      before.starts_with('.') ? complete_command(before, words) : complete_query(before, words);
  std::ranges::sort(completion.words);
  completion.words.erase(std::unique(completion.words.begin(), completion.words.end()),
                         completion.words.end());
  return completion;
}

std::string common_beginning(const std::vector<std::string>& words) {
  if (words.empty()) return "";
  std::string common = words.front();
  for (const std::string& word : words) {
    const auto differs = std::ranges::mismatch(common, word).in1;
    common.erase(differs, common.end());
  }
  // Not within a character.
  while (!common.empty() && find_invalid_utf8(common) != std::string_view::npos) common.pop_back();
  return common;
}

}  // namespace entente
