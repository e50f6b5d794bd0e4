#pragma once
// The questions of the command line, each answered as a Table over a graph: what programs get. The
// columns are part of the contract (doc/formats.md). People get the same facts told by cli/story.h.

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "query/filter.h"
#include "query/table.h"

namespace entente {

// what, name, count: totals, then by type, relation, status, year, outlet. Counts by status look
// past the filter's own.
Table stats(const KnowledgeGraph& graph, const Filter& filter);

// Entities by any name, best first; with types in `filter`, of these only.
Table find(const KnowledgeGraph& graph, std::string_view text, const Filter& filter);

// Everything known of one entity: names, offices, relations, each of `facts` with date, status,
// sources and one quoted sentence.
Table show(const KnowledgeGraph& graph, KnowledgeGraph::Vertex entity,
           const std::vector<KnowledgeGraph::Edge>& facts);

// With whom `a` has `meetings`, how often, first and last date; most often first. Occasions are
// counted, not sentences or pairs. REQUIRES: facts of `a`, in order of time
Table who_met(const KnowledgeGraph& graph, KnowledgeGraph::Vertex a,
              const std::vector<KnowledgeGraph::Edge>& meetings);

// `facts` in order of time, undated last: a row for each event and each fact of no event. What else
// of an event passes the filter is told with it.
Table told(const KnowledgeGraph& graph, const std::vector<KnowledgeGraph::Edge>& facts,
           const Filter& filter);

// Text of an article by its id, for the words that a link of coreference leads to.
using TextOf = std::function<std::string(std::string_view article_id)>;

// Every sentence behind each of `facts`: quote, article, rule, links, what contradicts it.
Table why(const KnowledgeGraph& graph, const std::vector<KnowledgeGraph::Edge>& facts,
          const TextOf& text_of);

// `"the two leaders" = "Ann Lind" (plural)`: a link in words, both ends from the article's text.
std::string in_words(const Link& link, std::string_view text);

// Events in order of time: when, what, who in which role, where, and what contradicts it.
Table events(const KnowledgeGraph& graph, const Filter& filter);

Table articles(const KnowledgeGraph& graph);

}  // namespace entente
