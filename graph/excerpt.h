#pragma once
// Part of a graph, read row by row: see LazyGraph::excerpt. Used within the room only.

#include "graph/lazy_graph.h"
#include "graph/tables.h"

namespace entente {

// REQUIRES: in a transaction, in which the snapshot is of the tables. Throws Error{Fault::Input}
// where the tables are damaged.
KnowledgeGraph read_excerpt(const Connection& connection, RowReader& rows, const Snapshot& snapshot,
                            const ExcerptWish& wish);

}  // namespace entente
