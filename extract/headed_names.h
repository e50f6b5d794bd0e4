#pragma once
// Names that an organization word (or one of events, agreements ...) makes: "Ministry of Trade",
// "20th National Congress of the Communist Party". Where that word stands in a row of tokens, and
// what type it gives. Tested by tests/extract/names_test.cpp.

#include <cstdint>
#include <string>

#include "extract/name_tokens.h"

namespace entente {

// One past the last such word from `begin` on that belongs to one name; `begin` = there is none.
std::uint32_t last_head(const NameTokens& tokens, std::uint32_t begin, std::uint32_t stop);

// One past the name that begins with such a word, "Camp Zorbach"; `begin` = none does.
std::uint32_t headed_first(const NameTokens& tokens, std::uint32_t begin, std::uint32_t stop);

// One past the words that belong to a name behind its word at `last` - 1: "... of the 14th National
// People's Congress of China", "... for International Cooperation".
std::uint32_t headed_end(const NameTokens& tokens, std::uint32_t last, std::uint32_t stop);

// EntityType::name of the name whose word ends at `last`. The last word tells; but "20th National
// Congress of the Communist Party" is a congress. REQUIRES: `last` is what last_head found.
std::string type_of_headed(const NameTokens& tokens, std::uint32_t begin, std::uint32_t last);

// Where the country stands whose government `name` is, "Government of the Republic of Kenya"; the
// end of the name = it is none.
std::uint32_t governed_at(const NameTokens& tokens, TokenRange name);

}  // namespace entente
