#pragma once
// A whole graph as JSON: for other programs, and to come back from without loss.

#include <iosfwd>

#include "query/filter.h"

namespace entente {

// One object a line; "t" tells what it is: "article", "node", "edge" (a fact), "evidence" (of the
// edge with the id "edge"). Keys as in records (doc/formats.md).
void write_jsonl(std::ostream& out, const KnowledgeGraph& graph, const Filter& filter);

// {"directed":true,"multigraph":true,"graph":{},"nodes":[...],"edges":[...]}, as networkx reads it:
// one edge a fact, its key the fact's id.
void write_node_link(std::ostream& out, const KnowledgeGraph& graph, const Filter& filter);

}  // namespace entente
