#pragma once
// Cuts the runs of name words of a sentence into names: at posts and titles ("Prime Minister"), at
// known names, after organization words, where the network's guesses begin.
// Tested by tests/extract/names_test.cpp.

#include <cstdint>
#include <vector>

#include "extract/name_tokens.h"
#include "extract/sentence_mentions.h"

namespace entente {

// `guesses`: of the document, repaired. `holders`: where part_holders found that names begin.
void cut_names(const NameTokens& tokens, const std::vector<Guess>& guesses,
               const std::vector<std::uint32_t>& holders, SentenceMentions& found);

}  // namespace entente
