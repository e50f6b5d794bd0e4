#pragma once
// Three CSV files (RFC 4180, UTF-8): nodes and edges with the headers that Gephi looks for, and
// every sentence behind them.

#include <iosfwd>

#include "out/style.h"
#include "query/filter.h"

namespace entente {

void write_csv(std::ostream& nodes, std::ostream& edges, std::ostream& evidence,
               const KnowledgeGraph& graph, const Ontology& ontology, const Style& style,
               const Filter& filter);

}  // namespace entente
