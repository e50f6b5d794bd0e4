#pragma once
// Where bodies and places lie by the one word between two names: "the College at the University",
// "Great Hall of the People in Beijing", "Beijing, China". Relation files ask for them as @within
// and
// @seat (structure.h). Tested by tests/extract/facts_test.cpp.

#include <vector>

#include "extract/document.h"
#include "extract/structure.h"

namespace entente {

// `places`: in places; else in other bodies.
std::vector<StructuralFact> find_seats(const Document& document,
                                       const std::vector<LocalEntity>& entities, bool places);

}  // namespace entente
