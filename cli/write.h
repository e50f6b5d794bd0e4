#pragma once
// What a user changes in a graph through Cypher.

#include <string>

#include "cli/session.h"
#include "cypher/engine.h"
#include "graph/store.h"
#include "out/tables.h"

namespace entente {

// A graph that is there, opened to be changed.
Store open_to_change(const std::string& file);

// A query that has a clause that changes the graph.
struct WritingQuery {
  std::string graph;
  std::string text;
  const cypher::Options& options;
  TableFormat format;
  bool dry_run = false;  // only tells what it would write
  std::string reason;    // of all lines that have none
};

// Runs it and keeps what it changes as lines of the ledger, all or nothing; then answers with the
// rows that it returns.
int write_query(Session& session, const WritingQuery& query);

}  // namespace entente
