#pragma once
// GEXF 1.3 for Gephi. Source: https://gexf.net/schema.html; what Gephi makes of it decided the
// details (doc/formats.md).

#include <iosfwd>

#include "out/export_input.h"

namespace entente {

// Directed edges with a `symmetric` attribute, kind = relation, dates as spells, viz colours, sizes
// and positions. Heeds ExportOptions::pairs, mixed and strip_emoji.
void write_gexf(std::ostream& out, const ExportInput& input);

}  // namespace entente
