#pragma once
// Who came with a delegation: "a delegation led by X arrived. ... The delegation met Y": X met Y.
// Tested by tests/extract/delegations_test.cpp.

#include <vector>

#include "extract/document.h"
#include "graph/extraction.h"

namespace entente {

// Adds to the phrases that stand for a delegation those whom the text named before as its leader or
// members, with a link to where. Needs trees and phrases.
void find_delegations(Document& document, const std::vector<LocalEntity>& entities);

}  // namespace entente
