#pragma once
// Where the owner of a post ends and the name of its holder begins, with nothing between the two:
// "speaker of the National Assembly NAME", "prime minister of COUNTRY NAME". The network takes both
// for one name, or cuts between the wrong words. Tested by tests/extract/names_test.cpp.

#include <cstdint>
#include <vector>

#include "extract/document.h"
#include "extract/gazetteer.h"
#include "extract/token_forms.h"
#include "extract/words.h"

namespace entente {

// Corrects `guesses`, which stay in order. Returns the tokens at which a holder's name begins, in
// order. Needs tags and sentences.
std::vector<std::uint32_t> part_holders(Document& document, const TokenForms& forms,
                                        const Words& words, const Gazetteer& gazetteer);

}  // namespace entente
