#pragma once
// Names -> the entities of the article: full and short names of people, acronyms, the same
// organization with and without its country. Cautious: a name that could be two entities' is left
// out. Tested by tests/extract/entities_test.cpp.

#include <vector>

#include "extract/document.h"
#include "extract/gazetteer.h"
#include "extract/words.h"
#include "graph/extraction.h"

namespace entente {

// Sets Mention::entity of `mentions`; mentions without a type stay without an entity. Returns the
// entities.
std::vector<LocalEntity> find_entities(Document& document, const Words& words,
                                       const Gazetteer& gazetteer);

}  // namespace entente
