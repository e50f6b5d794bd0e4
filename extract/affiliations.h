#pragma once
// Who belongs to a party or a body: "NAME of the Labour Party", "Democratic Senator NAME", "NAME
// was elected as a Democrat", "NAME of the Institute". Relation files ask for them as @affiliation
// (structure.h). Tested by tests/extract/facts_test.cpp.

#include <vector>

#include "extract/document.h"
#include "extract/structure.h"
#include "extract/words.h"

namespace entente {

// Needs trees.
std::vector<StructuralFact> find_affiliations(const Document& document,
                                              const std::vector<LocalEntity>& entities,
                                              const Words& words);

}  // namespace entente
