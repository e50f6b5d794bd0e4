#pragma once
// Names in the lines of lists, where the form of the line tells more than its words do: who stands
// first is a person, what stands behind a post is a body, a field ("Director of Research") is
// neither. Tested by tests/extract/list_lines_test.cpp.

#include "extract/document.h"
#include "extract/words.h"

namespace entente {

// Mention::how of what only the form of a list's line tells.
inline constexpr const char* kListed = "list";

// Changes `mentions`, which stay in order. Needs all of them.
void name_listed(Document& document, const Words& words);

}  // namespace entente
