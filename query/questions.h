#pragma once
// The questions of the command line, each answered as a Table over a graph. docs: INTERFACE in doc/formats.md.

#include <optional>
#include <string>
#include <vector>

#include "query/filter.h"
#include "query/table.h"

namespace entente {

Table stats(const KnowledgeGraph& graph, const Filter& filter);  // what, name, count: by type, relation, status, year, outlet
Table find(const KnowledgeGraph& graph, std::string_view text, const Filter& filter);
// Everything known of one entity: names, offices, relations, each with date, status, sources and one quoted sentence.
Table show(const KnowledgeGraph& graph, KnowledgeGraph::Vertex entity, const Filter& filter);
// Who met `a` (with how often, first and last date), or with `b` each meeting of the two (date, place, quote, article).
Table met(const KnowledgeGraph& graph, KnowledgeGraph::Vertex a,
          std::optional<KnowledgeGraph::Vertex> b, const Filter& filter);
Table timeline(const KnowledgeGraph& graph, std::optional<KnowledgeGraph::Vertex> entity,
               const Filter& filter);
// Every sentence behind the facts between a and b, or behind one fact: quote, article, rule, links.
Table why(const KnowledgeGraph& graph, KnowledgeGraph::Vertex a, KnowledgeGraph::Vertex b,
          const Filter& filter);
Table why(const KnowledgeGraph& graph, KnowledgeGraph::Edge fact);
Table articles(const KnowledgeGraph& graph);

}  // namespace entente
