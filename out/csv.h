#pragma once
// Three CSV files (RFC 4180, UTF-8): nodes and edges with the headers that Gephi looks for, and
// every sentence behind them.

#include <iosfwd>
#include <string>

#include "out/export_input.h"

namespace entente {

// Heeds ExportOptions::pairs, strip_emoji and excel_safe.
void write_csv(std::ostream& nodes, std::ostream& edges, std::ostream& evidence,
               const ExportInput& input);

// Every sentence behind `edge` and `fact`: the rows of evidence.csv. `edge` may be empty: one edge
// is one fact there.
void write_evidence_heading(std::ostream& out, bool of_edges);
void write_evidence_rows(std::ostream& out, const ExportInput& input, const std::string* edge,
                         const Fact& fact);

}  // namespace entente
