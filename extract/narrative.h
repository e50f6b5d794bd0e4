#pragma once
// A report tells what happened on its day in sentences that do not say the day again: "X met Y on
// Friday. ... He also met Z." Tested by tests/extract/narrative_test.cpp.

#include <vector>

#include "extract/document.h"
#include "graph/fact.h"
#include "graph/ontology.h"

namespace entente {

// Gives a fact without a date the day of the fact before it that said one, or the days of the trip
// that it told of, with a link to that, if it happened, is told by a finite verb in the past,
// shares an end with what was told of that day or trip, and no other time was told since that had
// come. Only deeds, no states and no stays. `facts`: in order of their sentences.
void date_by_narrative(const Document& document, const Ontology& ontology,
                       std::vector<Fact>& facts);

}  // namespace entente
