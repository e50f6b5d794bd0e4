#pragma once
// Sentences that were found by their words, with what the graph knows of them.

#include <string>
#include <vector>

#include "graph/knowledge_graph.h"
#include "graph/text_search.h"
#include "query/table.h"

namespace entente {

struct KnownSentence {
  FoundSentence found;
  const Article* article = nullptr;  // null: the graph does not have it (yet)
  // Entities that a fact of this sentence is of, or that one of their names in the sentence may
  // mean; in order of id.
  std::vector<KnowledgeGraph::Vertex> entities;
  std::vector<KnowledgeGraph::Edge> facts;  // that it states, whatever their status; by id
};

std::vector<KnownSentence> know_sentences(const KnowledgeGraph& graph,
                                          std::vector<FoundSentence> found);

Table sentence_table(const KnowledgeGraph& graph, const std::vector<KnownSentence>& sentences);

}  // namespace entente
