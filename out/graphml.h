#pragma once
// GraphML for igraph, networkx, yEd and Cytoscape. Source:
// http://graphml.graphdrawing.org/specification.html

#include <iosfwd>

#include "out/style.h"
#include "query/filter.h"

namespace entente {

// Directed edges, one for each pair, relation and status; the same attributes as in GEXF, but no
// spells.
void write_graphml(std::ostream& out, const KnowledgeGraph& graph, const Ontology& ontology,
                   const Style& style, const Filter& filter);

}  // namespace entente
