#pragma once
// How far a run of name words goes: over "of", "and", "for the" only where a name goes on behind
// them. "Ministry of Industry and Trade" is one run, "Kenya and Austria" are two.
// Tested by tests/extract/names_test.cpp.

#include <cstdint>

#include "extract/name_tokens.h"

namespace entente {

// One past the run that begins at `begin`. REQUIRES: a name starts there.
std::uint32_t run_end(const NameTokens& tokens, std::uint32_t begin);

}  // namespace entente
