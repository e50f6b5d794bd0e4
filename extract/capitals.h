#pragma once
// Capitals that stand for their governments: "Hanoi" of "Hanoi said it would", but not of "met in
// Hanoi". Tested by tests/extract/capitals_test.cpp.

#include <vector>

#include "extract/document.h"
#include "extract/gazetteer.h"

namespace entente {

inline constexpr const char* kCapital = "capital";  // Mention::how

// Turns mentions of capitals into mentions of the country where they act and the article names the
// country, too. Needs mentions and trees.
void find_capitals(Document& document, const Gazetteer& gazetteer);

// From a capital that stands for its country to a mention that names it; empty for any other
// mention. Needs entities.
std::vector<Link> capital_links(const Document& document, const Mention& mention);

}  // namespace entente
