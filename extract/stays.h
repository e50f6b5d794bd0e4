#pragma once
// When a visit was that its sentence does not date: "her visit to Austria", where the article tells
// what she did in Vienna on Monday. Tested by tests/extract/stays_test.cpp.

#include <vector>

#include "extract/document.h"
#include "extract/gazetteer.h"
#include "graph/extraction.h"
#include "graph/ontology.h"

namespace entente {

// Gives a visit that happened and has no date the days that other facts put the visitor there, with
// a link to each: in that place, in a city of that country, or in that city's country. Those days
// are of the weeks before the article was written and lie close together; a visit that is told as
// an earlier one ("her last visit", "had visited", a time in its sentence) is none of them.
void date_stays(const Document& document, const Ontology& ontology, const Gazetteer& gazetteer,
                const std::vector<LocalEntity>& entities, std::vector<Fact>& facts);

}  // namespace entente
