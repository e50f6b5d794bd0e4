#pragma once
// Whether a clause speaks of what is to come, by its words alone.

#include <cstdint>
#include <vector>

#include "extract/document.h"

namespace entente {

// What a word says of the time of its clause.
enum class Outlook : std::uint8_t { Silent, Future, Past, And, Comma, ClauseEnd };

// One for each token of the sentence.
std::vector<Outlook> outlooks(const Document& document, const Sentence& sentence);

// Of the clause around the tokens `begin` to `end`, counted from the first of the sentence: "The
// ministers will meet on Friday" does, "... met on Friday" does not. Where no word says so, it does
// not.
bool speaks_of_future(const std::vector<Outlook>& sentence, std::size_t begin, std::size_t end);

}  // namespace entente
