#pragma once
// "Did you mean ...?": the words that are nearest to one that is not known.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

// Insertions, deletions, substitutions and swaps of neighbours that turn `a` into `b`, in code
// points (Damerau-Levenshtein, each stretch edited once).
std::size_t edit_distance(std::string_view a, std::string_view b);

// True when `distance` edits in a word of `length` bytes look like a slip and not like another
// word.
bool is_slip(std::size_t distance, std::size_t length);

// Those of `known` that `word` may have meant, at most three, nearest first; equals in the order of
// `known`.
std::vector<std::string> suggest(std::string_view word, const std::vector<std::string>& known);

// `; did you mean "a", "b" or "c"?`; empty when there is nothing to suggest.
std::string did_you_mean(const std::vector<std::string>& suggestions);

}  // namespace entente
