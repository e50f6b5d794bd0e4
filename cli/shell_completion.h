#pragma once
// What may stand where the cursor is, in `entente shell`. Pure: text in, words out.

#include <string>
#include <string_view>
#include <vector>

namespace entente {

// What there is to name. Each sorted.
struct ShellWords {
  std::vector<std::string> labels;
  std::vector<std::string> types;       // of relationships
  std::vector<std::string> keys;        // of properties
  std::vector<std::string> procedures;  // "entente.search"
  std::vector<std::string> functions;   // "toUpper"
  std::vector<std::string> names;       // of entities
  std::vector<std::string> commands;    // without the dot: "help", "path"
  std::vector<std::string> formats;     // of tables
};

struct Completion {
  std::size_t begin = 0;           // the words replace what stands from this byte to the cursor
  std::vector<std::string> words;  // sorted, at most kMostCompletions
};
inline constexpr std::size_t kMostCompletions = 200;

// `before`: all of the query or command that stands before the cursor, lines above among it.
Completion complete(std::string_view before, const ShellWords& words);

// What all words begin with, at least what was typed already where there are several.
std::string common_beginning(const std::vector<std::string>& words);

}  // namespace entente
