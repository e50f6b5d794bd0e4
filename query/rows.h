#pragma once
// Cells and rows that several questions share.

#include <optional>
#include <string>
#include <vector>

#include "graph/knowledge_graph.h"
#include "query/look_up.h"
#include "query/occasions.h"
#include "query/table.h"

namespace entente {

Cell date_cell(const std::optional<DateRange>& when);  // ISO; nothing where the text does not say
Cell number_cell(std::size_t count);

// "title: president", "place: Northport": the qualifiers in words, entities by name.
std::vector<std::string> details(const LookUp& known, const Fact& fact);

// One fact a row: when, who, what, whom, and the sentence that says so.
std::vector<std::string> fact_columns();
std::vector<Cell> fact_row(const LookUp& known, const Fact& fact);
// The same of an event, with all who were there.
std::vector<Cell> occurrence_row(const KnowledgeGraph& graph, const Occurrence& occurrence);

}  // namespace entente
