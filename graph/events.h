#pragma once
// The last part of the fold: facts that are of one occasion become one Event. Cautious: two events
// for one occasion are better than one event for two. Used by build.cpp only.

#include <vector>

#include "graph/event.h"
#include "graph/ontology.h"

namespace entente {

// `facts`: those of fold_facts. Sets Fact::event of each whose relation is an occasion. Returns the
// events, sorted by id.
std::vector<Event> find_events(std::vector<Fact>& facts, const Ontology& ontology);

}  // namespace entente
