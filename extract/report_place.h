#pragma once
// From where a report is written: "NAIROBI, Nov 9 - ", "NAIROBI, Nov 9: ". Tested by
// tests/extract/phrases_test.cpp, tests/extract/owners_test.cpp.

#include <cstdint>
#include <optional>

#include "extract/document.h"

namespace entente {

// The mention with which the text begins, if it is that of a dateline. Needs mentions and times.
std::optional<std::uint32_t> dateline_place(const Document& document);

}  // namespace entente
