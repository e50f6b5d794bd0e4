#pragma once
// What the other names of an article tell of one: a family name alone is a person where somebody
// who bears it is one, and what got no type has that of the same name elsewhere. Tested by
// tests/extract/names_test.cpp.

#include "extract/document.h"
#include "extract/gazetteer.h"
#include "extract/token_forms.h"
#include "extract/words.h"

namespace entente {

// Changes types of `mentions`. Needs all of them.
void type_recurring_names(Document& document, const TokenForms& forms, const Words& words,
                          const Gazetteer& gazetteer);

}  // namespace entente
