#pragma once
// Posts and titles beside names: which words of a run are one and no part of a name ("Prime
// Minister", but "General Assembly"), and whether a post stands before a name and what owns it.
// Tested by tests/extract/names_test.cpp.

#include <cstdint>

#include "extract/name_tokens.h"

namespace entente {

// Is the title of `length` words at `i` one? Not "Saint" of a country's name, "Justice" of
// "Justice and Labour Party", "Sultan" of "Sultan bin NAME". `guess`: what begins there; nullptr =
// nothing.
bool told_title(const NameTokens& tokens, std::uint32_t i, std::uint32_t length,
                const Guess* guess);

// Words of a post that begins at a token of a run; 0 = it is part of a name ("General Assembly").
std::uint32_t post_length(const NameTokens& tokens, std::uint32_t i, std::uint32_t end);

// Where the next post or title begins behind `begin`; `end` = there is none.
std::uint32_t next_post(const NameTokens& tokens, std::uint32_t begin, std::uint32_t end);

// "mayor of" right before a token.
bool post_before(const NameTokens& tokens, std::uint32_t i);

// "the speaker of the National Assembly, " right before a token.
bool owned_post_before(const NameTokens& tokens, std::uint32_t at);

// "President of Kenya NAME", "chairman of the National Assembly of Kenya NAME": does the holder
// stand at `at`, behind the owner from `owner` on?
bool holder_behind(const NameTokens& tokens, std::uint32_t owner, std::uint32_t at,
                   std::uint32_t end);

// Where the words begin that say what a minister, told behind `end` in small letters, is in charge
// of: "Mines and Energy" before "minister"; `end` = none.
std::uint32_t portfolio_begin(const NameTokens& tokens, std::uint32_t begin, std::uint32_t end);

}  // namespace entente
