#pragma once
// Entities, events, facts and articles as records, one JSON object a line: the contract of
// `entities`, `events`, `facts` and `articles` (doc/formats.md), and the same as Tables for the
// other formats.

#include <iosfwd>

#include "query/filter.h"
#include "query/table.h"

namespace entente {

enum class RecordForm {
  Lines,
  Array
};  // jsonl: one object a line; json: an array of the same objects

// Entities of the filter's types; where it asks for relations, dates or sources, those with a fact
// that passes.
void write_entity_records(std::ostream& out, const KnowledgeGraph& graph, const Filter& filter,
                          RecordForm form = RecordForm::Lines);
void write_fact_records(std::ostream& out, const KnowledgeGraph& graph, const Filter& filter,
                        RecordForm form = RecordForm::Lines);
// In order of time, without a date last.
void write_event_records(std::ostream& out, const KnowledgeGraph& graph, const Filter& filter,
                         RecordForm form = RecordForm::Lines);
void write_article_records(std::ostream& out, const KnowledgeGraph& graph,
                           RecordForm form = RecordForm::Lines);

Table entity_table(const KnowledgeGraph& graph, const Filter& filter);
Table fact_table(const KnowledgeGraph& graph, const Filter& filter);

}  // namespace entente
