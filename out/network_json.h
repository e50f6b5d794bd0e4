#pragma once
// Nodes and edges of a Network in JSON, as two programs that draw in browsers read them. The names
// of the attributes are those of GEXF (doc/formats.md).

#include <iosfwd>

#include "out/export_input.h"

namespace entente {

// graphology's serialized graph, which Gephi Lite opens. Source:
// https://graphology.github.io/serialization. Heeds ExportOptions::pairs, mixed and strip_emoji.
void write_graphology(std::ostream& out, const ExportInput& input);

// Cytoscape's and Cytoscape.js's elements. Source:
// https://js.cytoscape.org/#notation/elements-json. Heeds ExportOptions::pairs and strip_emoji.
void write_cytoscape(std::ostream& out, const ExportInput& input);

}  // namespace entente
