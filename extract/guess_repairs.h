#pragma once
// Guesses of the network whose ends are wrong: titles, portfolios and demonyms before a person, the
// owner before a body, a holder behind his country. Names are found afterwards.
// Tested by tests/extract/names_test.cpp.

#include <cstdint>
#include <vector>

#include "extract/name_tokens.h"

namespace entente {

// Changes `guesses`, which stay in order. `tokens`: those of the whole document. `holders`: where
// part_holders found that names begin.
void repair_guesses(std::vector<Guess>& guesses, const NameTokens& tokens,
                    const std::vector<std::uint32_t>& holders);

}  // namespace entente
