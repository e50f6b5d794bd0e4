#pragma once
// Posts that stand right beside a name: "Chinese President NAME", "NAME, head of the ...". Relation
// files ask for them as @title and @apposition (structure.h). Tested by
// tests/extract/facts_test.cpp.

#include <vector>

#include "extract/document.h"
#include "extract/structure.h"
#include "extract/words.h"

namespace entente {

// `before`: the posts before the names; else those behind them.
std::vector<StructuralFact> find_held_posts(const Document& document,
                                            const std::vector<LocalEntity>& entities,
                                            const Words& words, bool before);

}  // namespace entente
