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

}  // namespace entente
