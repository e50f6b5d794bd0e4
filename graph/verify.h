#pragma once
// Every quote and span of a graph against the texts it came from, byte for byte: articles, and the
// ledger for what the reader said.

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/knowledge_graph.h"

namespace entente {

struct VerifyReport {
  std::size_t facts = 0;
  std::size_t evidence = 0;
  std::size_t of_reader = 0;          // of `evidence`: lines of the ledger
  std::vector<std::string> failures;  // one line each: fact, article, what differs
};

// Checks of each Evidence: the article exists; spans lie within its text and on character
// boundaries; the quote equals the bytes of `sentence`; trigger, subject and object lie within the
// sentence; each end is a name of its entity or the start of a chain of links whose last words are.
// Of what the reader said: the quote is a line of the ledger that adds or corrects a fact of this
// relation. `ledger`: its bytes.
VerifyReport verify(const KnowledgeGraph& graph,
                    const std::function<std::string(std::string_view article_id)>& text_of,
                    std::string_view ledger = {});

}  // namespace entente
