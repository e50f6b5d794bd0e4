#pragma once
// Words that, capitalised in the middle of a text, are far more often the first of a sentence than
// part of a name.

#include <string_view>

namespace entente {

// `lower` is a token in lower case: "the", "however", "he". Articles, pronouns, conjunctions,
// prepositions.
bool starts_sentences(std::string_view lower);

}  // namespace entente
