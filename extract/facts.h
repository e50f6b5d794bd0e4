#pragma once
// Phrases and patterns -> facts with their evidence. Tested by tests/extract/facts_test.cpp and by
// the examples in data/relations.

#include <vector>

#include "extract/document.h"
#include "extract/gazetteer.h"
#include "extract/pattern.h"
#include "extract/words.h"
#include "graph/extraction.h"

namespace entente {

// Facts between `entities`, in order of the text; the same fact said twice stands twice (the fold
// joins them).
std::vector<Fact> find_facts(const Document& document, const std::vector<LocalEntity>& entities,
                             const PatternSet& patterns, const Words& words,
                             const Gazetteer& gazetteer);

}  // namespace entente
