#pragma once
// GraphML for igraph, networkx, yEd and Cytoscape. Source:
// http://graphml.graphdrawing.org/specification.html

#include <iosfwd>

#include "out/export_input.h"

namespace entente {

// Directed edges, one for each pair, relation and status; the same attributes as in GEXF, but no
// spells. Heeds ExportOptions::pairs, mixed and strip_emoji.
void write_graphml(std::ostream& out, const ExportInput& input);

}  // namespace entente
