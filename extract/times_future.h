#pragma once
// Whether a clause speaks of what is to come or of what was, by its tree where it has one, and by
// its words.

#include <cstddef>
#include <cstdint>
#include <vector>

#include "extract/document.h"

namespace entente {

// What a word says of the time of its clause.
enum class Outlook : std::uint8_t {
  Silent,
  Future,
  Past,
  Planned,  // of what was then to come, and may be over: "would resign", "was expected to"
  And,
  Comma,
  ClauseEnd,
};

// One for each token of the sentence.
std::vector<Outlook> outlooks(const Document& document, const Sentence& sentence);

// Future, Past, Planned or, where no word tells, Silent, for the clause around the tokens
// `begin` to `end`, counted from the first of the sentence: Future for "The ministers will meet on
// Friday", Past for
// "... met on Friday".
Outlook outlook_around(const std::vector<Outlook>& sentence, std::size_t begin, std::size_t end);

// The same for the verb that the tree puts `time` under; Silent where there is no tree, or where it
// does not tell.
Outlook outlook_in_tree(const Document& document, const Sentence& sentence, TokenRange time);

// Does `time` only say which one the noun behind it is: "the June 3 election"? Of a sentence
// without a tree, false.
bool names_only(const Document& document, TokenRange time);

}  // namespace entente
