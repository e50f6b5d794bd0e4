#pragma once
// Agreements that are described, not named: "cooperation documents", "a memorandum of understanding
// on trade", in sentences that speak of signing. Tested by tests/extract/names_test.cpp.

#include "extract/name_tokens.h"
#include "extract/sentence_mentions.h"

namespace entente {

void find_papers(const NameTokens& tokens, SentenceMentions& found);

}  // namespace entente
