#pragma once
// The words that trees are made of: Universal Dependencies cuts a hyphenated token ("U.S.-led")
// into its parts, unless the first is a prefix ("non-proliferation"). Tested by
// tests/extract/cut_words_test.cpp.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/document.h"

namespace entente {

// Lengths in bytes of the parts of a token as written, hyphens included: {3, 1, 3} of "U.S-led".
std::vector<std::uint32_t> hyphen_parts(std::string_view form);

// As written, with the quotes, hyphens and dashes of a typewriter, as the treebanks have them.
std::string word_form(const Document& document, const Word& word);

// Fills Document::words and Sentence::words.
void cut_words(Document& document);

}  // namespace entente
