#pragma once
// Bodies that are part of others by how their names are built: "Communist Party of Vietnam Central
// Committee" of the party, "Vietnam's National Assembly" of Vietnam. Relation files ask for them as
// @inside and @owner (structure.h). Tested by tests/extract/facts_test.cpp.

#include <vector>

#include "extract/document.h"
#include "extract/structure.h"

namespace entente {

// One name inside the other.
std::vector<StructuralFact> find_inner_parts(const Document& document,
                                             const std::vector<LocalEntity>& entities);

// One name behind the genitive of the other.
std::vector<StructuralFact> find_owned_parts(const Document& document,
                                             const std::vector<LocalEntity>& entities);

}  // namespace entente
