#pragma once
// The fold: what many articles say, each by itself, becomes one graph. The only place that looks
// across articles. The same set of articles gives the same graph whatever order they come in.

#include <vector>

#include "base/error.h"
#include "graph/article.h"
#include "graph/extraction.h"
#include "graph/knowledge_graph.h"
#include "graph/ledger.h"
#include "graph/ontology.h"

namespace entente {

struct ReadArticle {
  Article article;  // its text may be empty
  Extraction extraction;
};

// What the reader decided is replayed; lines of `ledger` that fit nothing are told in `warnings`.
KnowledgeGraph build_graph(std::vector<ReadArticle> articles, const Ontology& ontology,
                           const Ledger& ledger = {}, std::vector<Warning>* warnings = nullptr);

}  // namespace entente
