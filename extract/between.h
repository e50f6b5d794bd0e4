#pragma once
// Facts that the few words between two names tell: "Kenya's capital, NAME", "NAME and his wife
// NAME", "NATO members NAME and NAME". Relation files ask for them as @kin, @settlement,
// @membership and @alliance (structure.h). Tested by tests/extract/between_test.cpp.

#include <vector>

#include "extract/document.h"
#include "extract/structure.h"

namespace entente {

// "NAME and his wife, NAME", "NAME, the wife of President NAME", "NAME, whose husband NAME"
std::vector<StructuralFact> find_kin(const Document& document,
                                     const std::vector<LocalEntity>& entities, const Words& words);

// "the Kenyan city of NAME", "Kenya's capital, NAME", "NAME, a town in western Kenya"
std::vector<StructuralFact> find_settlements(const Document& document,
                                             const std::vector<LocalEntity>& entities);

// "Kenya's ally NAME", "Kenya and its ally NAME", "Kenya, a close ally of NAME"
std::vector<StructuralFact> find_alliances(const Document& document,
                                           const std::vector<LocalEntity>& entities);

// "NATO members NAME and NAME", "a member of the Parliament, NAME", "NAME's party, the NAME"
std::vector<StructuralFact> find_memberships(const Document& document,
                                             const std::vector<LocalEntity>& entities);

}  // namespace entente
