#pragma once
// Whether a deed happened, and who says so, from the words that govern it: "plans to visit", "did
// not meet", "X said". Tested by tests/extract/modality_test.cpp.

#include <cstdint>
#include <optional>

#include "extract/syntax.h"
#include "extract/words.h"
#include "graph/fact.h"

namespace entente {

// `deed`: the verb or noun that tells it.
Status status_of(const Syntax& syntax, const Words& words, std::uint32_t deed);

// What stands before the noun: "no talks", "his planned visit".
Status status_of_noun(const Syntax& syntax, const Words& words, std::uint32_t noun);

// The word that heads who is quoted: "..., X said", "according to X"; nullopt = the article itself.
std::optional<std::uint32_t> speaker_of(const Syntax& syntax, std::uint32_t deed);

}  // namespace entente
