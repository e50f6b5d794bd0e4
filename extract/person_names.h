#pragma once
// Whether tokens are the name of a person: by forenames and family names on the lists, and by what
// people do beside their names. Tested by tests/extract/names_test.cpp.

#include <cstdint>

#include "extract/name_tokens.h"

namespace entente {

// No acronym, ordinal, "of" or "and" among them.
bool all_words(const NameTokens& tokens, TokenRange range);

// By the lists: a forename first, a family name last or first, "J. NAME".
bool looks_like_person(const NameTokens& tokens, TokenRange range);

// A verb of saying stands right behind it, or before it.
bool speaks(const NameTokens& tokens, TokenRange range);

// Says something, has a post after a comma, an age.
bool acts_like_person(const NameTokens& tokens, TokenRange range);

// A given name first, and a post beside it: "NAME, the mayor", "the speaker of the Assembly, NAME".
bool called_like_person(const NameTokens& tokens, TokenRange range);

// "the prime minister of Kenya, Anna Hill": the name ends like that of a place. REQUIRES: it ends
// with such a word, or one of organizations.
bool surname_of_person(const NameTokens& tokens, TokenRange range);

// "Jordan Peterson": a country's name as a forename. `match`: what the lists know at `begin`.
bool known_is_person(const NameTokens& tokens, std::uint32_t begin, const Gazetteer::Match& match,
                     std::uint32_t stop);

}  // namespace entente
