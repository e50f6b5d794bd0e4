// Tested by shell_test.cpp.

#include "cli/shell_text.h"

#include <algorithm>

namespace entente {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";

// Behind a string, a name in backticks or a comment that begins at `at`; `at` where none does.
std::size_t skip(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (c == '\'' || c == '"' || c == '`') {
    for (std::size_t i = at + 1; i < text.size(); ++i) {
      if (text[i] == '\\' && c != '`') {
        ++i;
      } else if (text[i] == c) {
        return i + 1;
      }
    }
    return text.size();
  }
  const std::string_view two = text.substr(at, 2);
  if (two == "//") return std::min(text.find('\n', at), text.size());
  if (two == "/*") {
    const std::size_t end = text.find("*/", at + 2);
    return end == std::string_view::npos ? text.size() : end + 2;
  }
  return at;
}

}  // namespace

std::string_view without_blanks(std::string_view text) {
  const std::size_t first = text.find_first_not_of(kBlanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlanks) + 1 - first);
}

Statements split_statements(std::string_view text) {
  Statements statements;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (const std::size_t behind = skip(text, at); behind > at) {
      at = behind;
      continue;
    }
    if (text[at] == ';') {
      const std::string_view query = without_blanks(text.substr(begin, at - begin));
      if (!query.empty()) statements.queries.emplace_back(query);
      begin = at + 1;
    }
    ++at;
  }
  statements.rest = without_blanks(text.substr(begin));
  return statements;
}

std::vector<std::string> command_words(std::string_view line) {
  std::vector<std::string> words;
  bool within = false;
  for (std::size_t at = 0; at < line.size(); ++at) {
    const char c = line[at];
    if (kBlanks.find(c) != std::string_view::npos) {
      within = false;
      continue;
    }
    if (!within) words.emplace_back();
    within = true;
    if (c == '"' || c == '\'') {
      const std::size_t end = std::min(line.find(c, at + 1), line.size());
      words.back() += line.substr(at + 1, end - at - 1);
      at = end;
    } else {
      words.back() += c;
    }
  }
  return words;
}

}  // namespace entente
