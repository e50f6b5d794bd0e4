#pragma once
// GEXF 1.3 for Gephi. Source: https://gexf.net/schema.html; what Gephi makes of it decided the
// details (doc/formats.md).

#include <iosfwd>

#include "out/style.h"
#include "out/view.h"

namespace entente {

// Directed edges with a `symmetric` attribute, kind = relation, dates as spells, viz colours, sizes
// and positions.
void write_gexf(std::ostream& out, const KnowledgeGraph& graph, const Ontology& ontology,
                const Style& style, const Filter& filter);

}  // namespace entente
