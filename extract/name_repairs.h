#pragma once
// What the words around a name tell of it after all names were found: "envoy for Kenya NAME"
// names a person, "ACME chief executive NAME" an organization, "speaker of the National Assembly
// NAME" both. Tested by tests/extract/names_test.cpp.

#include "extract/document.h"
#include "extract/words.h"

namespace entente {

// Changes `mentions`, which stay in order.
void repair_names(Document& document, const Words& words);

}  // namespace entente
