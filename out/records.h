#pragma once
// Entities, facts and articles as records, one JSON object a line: the contract of `entities`, `facts` and `articles`
// (doc/formats.md), and the same as Tables for the other formats.

#include <iosfwd>

#include "query/filter.h"
#include "query/table.h"

namespace entente {

void write_entity_records(std::ostream& out, const KnowledgeGraph& graph, const Filter& filter);
void write_fact_records(std::ostream& out, const KnowledgeGraph& graph, const Filter& filter);
void write_article_records(std::ostream& out, const KnowledgeGraph& graph);

Table entity_table(const KnowledgeGraph& graph, const Filter& filter);
Table fact_table(const KnowledgeGraph& graph, const Filter& filter);

}  // namespace entente
