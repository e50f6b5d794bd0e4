#pragma once
// A whole graph as JSON: for other programs, and to come back from without loss.

#include <iosfwd>

#include "out/export_input.h"

namespace entente {

// One object a line; "t" tells what it is: first "graph", then "article" (with text and extraction,
// where ExportInput::stored is set), "ledger", "node", "event", "edge" (a fact), "evidence" (of the
// edge with the id "edge"). Keys as in records (doc/formats.md). Articles and ledger are whole
// whatever the filter lets through: graph/exchange.h makes the same graph of them.
void write_jsonl(std::ostream& out, const ExportInput& input);

// {"directed":true,"multigraph":true,"graph":{},"nodes":[...],"edges":[...]}, as networkx reads it:
// one edge a fact, its key the fact's id.
void write_node_link(std::ostream& out, const ExportInput& input);

}  // namespace entente
