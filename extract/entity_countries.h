#pragma once
// The country that each entity of an article belongs to by what the article says: "Chinese
// President NAME", "Vietnamese National Assembly". Tested by tests/extract/phrases_test.cpp.

#include <cstdint>
#include <vector>

#include "extract/document.h"
#include "graph/extraction.h"

namespace entente {

// Index of a country in `entities`, itself for a country, -1 = not said. Needs roles.
std::vector<std::int32_t> find_countries(const Document& document,
                                         const std::vector<LocalEntity>& entities);

}  // namespace entente
