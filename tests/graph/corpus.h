#pragma once
// A corpus of made-up articles for the tests of graph/: people with offices in several countries
// who meet and visit, alone or with another, under changing forms of their names, with and without
// dates; some are copies of others. The same every time.

#include <string>
#include <vector>

#include "graph/build.h"
#include "graph/ontology.h"

namespace entente::test {

std::vector<ReadArticle> corpus(std::size_t articles);

Ontology ontology();  // that of tests/graph/data

// All of the graph as text, to compare graphs.
std::string dump(const KnowledgeGraph& graph);

}  // namespace entente::test
