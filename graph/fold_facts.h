#pragma once
// The second half of the fold: facts that say the same become one, with all their evidence.
// Used by build.cpp only.

#include <vector>

#include "graph/fact.h"
#include "graph/ontology.h"

namespace entente {

// `said`: facts of single articles whose ids are those of the graph, in order of article and place.
// Returns them merged, with ids, sorted by id.
std::vector<Fact> fold_facts(std::vector<Fact> said, const Ontology& ontology);

// Facts that came to say the same after fold_facts() become one; ids are given anew. Sorted by id.
void fold_corrected(std::vector<Fact>& facts);

// The same sentence of the same article, be it read by two rules or twice on the page, is one piece
// of evidence: the first stays. After find_events(), which goes by all that was read.
void drop_repeats(std::vector<Fact>& facts);

}  // namespace entente
