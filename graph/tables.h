#pragma once
// The tables of a graph file that are derived from its articles, and the schema of all. Described
// for users in doc/formats.md. Used by store.cpp only.

#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "graph/knowledge_graph.h"
#include "graph/sqlite.h"

namespace entente {

constexpr std::int64_t kSchemaVersion = 3;
extern const char* const kSchemaSql;

// Replaces entity, alias, mention, fact, evidence, event, participant and conflict by what `graph`
// holds. REQUIRES: in a write transaction.
void write_tables(Connection& connection, const KnowledgeGraph& graph);

// The graph as write_tables left it. Throws Error{Fault::Input} when the tables do not fit
// together.
KnowledgeGraph read_tables(Connection& connection);

// All articles without their texts, sorted by id.
std::vector<Article> read_articles(Connection& connection);

}  // namespace entente
