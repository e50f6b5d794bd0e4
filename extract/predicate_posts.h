#pragma once
// Posts that a clause tells of somebody: "NAME is president of X", "Kenya named NAME as its foreign
// minister", "NAME took over as director of X". Relation files ask for them as @predicate
// (structure.h). Tested by tests/extract/facts_test.cpp.

#include <vector>

#include "extract/document.h"
#include "extract/structure.h"
#include "extract/words.h"

namespace entente {

// Needs trees and phrases.
std::vector<StructuralFact> find_predicate_posts(const Document& document,
                                                 const std::vector<LocalEntity>& entities,
                                                 const Words& words);

}  // namespace entente
