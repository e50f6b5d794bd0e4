#pragma once
// Whose a post is that is named without its country: "President NAME" in an article about one
// country, "Kenyan Premier A and Foreign Minister B". Tested by tests/extract/owners_test.cpp.

#include <vector>

#include "extract/document.h"
#include "extract/gazetteer.h"
#include "extract/words.h"
#include "graph/extraction.h"

namespace entente {

// Gives posts of a state without an owner the country that the article leaves no doubt about. Needs
// roles.
void find_owners(Document& document, const std::vector<LocalEntity>& entities, const Words& words,
                 const Gazetteer& gazetteer);

}  // namespace entente
