#pragma once
// Posts in the text and who is named with them: "Chinese President NAME", "NAME, head of the ...",
// "the two leaders". Tested by tests/extract/phrases_test.cpp.

#include "extract/document.h"
#include "extract/words.h"

namespace entente {

// Fills `roles` from tokens with tags and from `mentions`.
void find_roles(Document& document, const Words& words);

}  // namespace entente
