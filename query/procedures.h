#pragma once
// The procedures that CALL knows on a news graph; doc/query.md lists them.
//
//   entente.search(words, options)   sentences by their words
//   entente.find(name)               entities by any name
//   entente.pagerank(options), .betweenness, .degree, .components, .communities
//   entente.paths(from, to, options), .reach    routes (path_procedures.h)
//   db.labels(), db.relationshipTypes(), db.propertyKeys(), entente.procedures()
//
// They know the graph as Cypher sees it, whatever lies behind it; articles are nodes with the label
// Article and the property id.

#include <functional>
#include <vector>

#include "cypher/procedures.h"
#include "graph/store.h"

namespace entente {

using SentenceSearcher = std::function<std::vector<FoundSentence>(const SentenceSearch&)>;

// Without a searcher there is no entente.search().
cypher::Procedures news_procedures(const SentenceSearcher& search);

}  // namespace entente
