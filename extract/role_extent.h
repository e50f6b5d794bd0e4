#pragma once
// How far a post reaches from its own words: to the left over its modifiers, its owner ("Chinese",
// "Vietnam's", "Foreign Ministry") and an article, to the right over "of", "at", "for" and an owner
// or a portfolio. Tested by tests/extract/phrases_test.cpp.

#include "extract/document.h"
#include "extract/role_names.h"
#include "extract/words.h"

namespace entente {

// From the words of data/words/roles.tsv alone: gives the role all its tokens, its title and
// owners. The roles before it are those of `document`.
void grow_role(Role& role, const Document& document, const Words& words, const RoleNames& names);

}  // namespace entente
