#pragma once
// One word for the posts of several: "his Kenyan and Austrian counterparts, NAME and NAME", "the
// presidents of Kenya and Austria, NAME and NAME", "Kenyan and Austrian presidents NAME and NAME".
// Tested by tests/extract/roles_test.cpp.

#include "extract/document.h"
#include "extract/words.h"

namespace entente {

// Puts a role for each of them in the place of a plural one whose owners and names are as many, two
// at least: the first country goes with the first name. Needs mentions and roles.
void split_role_lists(Document& document, const Words& words);

}  // namespace entente
