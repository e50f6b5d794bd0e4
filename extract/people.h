#pragma once
// Which mentions name one person: "Trong" and "Nguyen Phu Trong", "Joe R. NAME" and "Joe NAME", not
// two people of one family, nor a father and his son. A short name that could be two people's is
// left out. Tested by tests/extract/entities_test.cpp.

#include "extract/document.h"
#include "extract/entity_drafts.h"
#include "extract/words.h"

namespace entente {

// Assigns the mentions of people, and those of one word whose type was only a guess and who turn
// out to be one. Needs the drafts of all others.
void find_people(Document& document, const Words& words, EntityDrafts& drafts);

}  // namespace entente
