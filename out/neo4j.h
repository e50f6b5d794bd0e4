#pragma once
// For Neo4j and other property graphs: the same nodes, relationships and properties as `entente
// query` sees (query/news_graph.h), in two shapes.

#include <iosfwd>

#include "out/export_input.h"

namespace entente {

// A script of openCypher statements, each ended by ";" at a line's end: constraints, then nodes and
// relationships in batches. It may be run again: nothing is made twice.
void write_cypher(std::ostream& out, const ExportInput& input);

// CSV with the headers of neo4j-admin: entities, articles and facts. Array elements are parted by
// ";", which within them becomes a full-width one; text is on one line. Heeds
// ExportOptions::excel_safe.
// Source: https://neo4j.com/docs/operations-manual/current/import/
void write_neo4j_csv(std::ostream& entities, std::ostream& articles, std::ostream& facts,
                     const ExportInput& input);

}  // namespace entente
