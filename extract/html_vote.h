#pragma once
// Which elements of a page hold the article. Tested by tests/extract/html_test.cpp.

#include <cstdint>
#include <vector>

#include "extract/html_measure.h"

namespace entente {

// Node numbers in order of the page, none inside another. Fills the votes of `page`. REQUIRES: the
// tree is not empty.
std::vector<std::uint32_t> find_article_elements(MeasuredPage& page);

}  // namespace entente
