#pragma once
// Events that are named after a person: "Inauguration of His Excellency NAME", "Funeral of Queen
// NAME". Tested by tests/extract/ceremonies_test.cpp.

#include "extract/document.h"
#include "extract/words.h"

namespace entente {

// Makes one mention of the noun and the name behind it. Changes `mentions`, which stay in order.
void name_ceremonies(Document& document, const Words& words);

}  // namespace entente
