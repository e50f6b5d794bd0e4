#pragma once
// Noun phrases that stand for actors and places, and who is meant: names with their titles and
// posts, lists, "the Chinese premier", "his", "the two leaders", "both countries". In doubt a
// phrase stands for nobody. Tested by tests/extract/phrases_test.cpp.

#include <vector>

#include "extract/document.h"
#include "extract/words.h"
#include "graph/extraction.h"

namespace entente {

// Fills `phrases` from mentions with entities and from roles.
void find_phrases(Document& document, const std::vector<LocalEntity>& entities, const Words& words);

}  // namespace entente
