#pragma once
// How what is typed into `entente shell` is cut: into queries, and into the words of a command.

#include <string>
#include <string_view>
#include <vector>

namespace entente {

// Queries that a semicolon ends, and what is left behind the last one. Semicolons in strings, names
// in backticks and comments end nothing.
struct Statements {
  std::vector<std::string> queries;  // without semicolon and surrounding blanks; none is empty
  std::string rest;                  // without surrounding blanks
};
Statements split_statements(std::string_view text);

// Words between blanks; quotes, " or ', hold blanks together. A quote that is not closed goes to
// the end.
std::vector<std::string> command_words(std::string_view line);

std::string_view without_blanks(std::string_view text);  // at both ends

}  // namespace entente
