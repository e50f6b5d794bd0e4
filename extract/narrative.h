#pragma once
// A report tells what happened on its day in sentences that do not say the day again: "X met Y on
// Friday. ... He also met Z." Tested by tests/extract/narrative_test.cpp.

#include <vector>

#include "extract/document.h"
#include "graph/extraction.h"
#include "graph/ontology.h"

namespace entente {

// Gives a fact without a date the day that a main clause or fact before it told last, or the days
// of the trip that it told of, with a link to that, if it happened, is told by a finite verb in the
// past or by a noun that one holds ("said after talks with Y"), shares an end with what was told of
// that day or trip, and no other time was told since that had come; what lies long back and is told
// of others is an aside. Only deeds, no states, and no stays but those of one day and those of who
// met where they met. `facts`: in order of their sentences.
void date_by_narrative(const Document& document, const Ontology& ontology,
                       const std::vector<LocalEntity>& entities, std::vector<Fact>& facts);

}  // namespace entente
