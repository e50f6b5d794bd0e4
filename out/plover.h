#pragma once
// Events for R and pandas: one CSV file (RFC 4180, UTF-8), a row an event-dyad, in PLOVER's codes.

#include <iosfwd>

#include "graph/ontology.h"
#include "query/filter.h"

namespace entente {

// Columns: doc/formats.md. Facts whose relation has no code are left out.
void write_plover(std::ostream& out, const KnowledgeGraph& graph, const Ontology& ontology,
                  const Filter& filter);

}  // namespace entente
