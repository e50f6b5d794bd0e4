#pragma once
// Noun phrases of one kind that are joined by commas and "and": "A, B and C" is one phrase of three
// members. Tested by tests/extract/phrases_test.cpp.

#include <cstdint>
#include <vector>

#include "extract/document.h"
#include "graph/extraction.h"

namespace entente {

// Joins the phrases from index `first` on, all of one sentence.
void join_coordinated(Document& document, const std::vector<LocalEntity>& entities,
                      std::uint32_t sentence, std::size_t first);

}  // namespace entente
