#pragma once
// A graph to draw and to export: invented people of invented offices, with the shapes that real
// news has. Names with all the marks of Vietnamese, parallel relations, a star, a bridge, an
// island.

#include <string>
#include <vector>

#include "graph/knowledge_graph.h"
#include "graph/ontology.h"
#include "out/style.h"
#include "out/view.h"

namespace entente::test {

// The types and relations of the contract, with short wordings; so that these tests need no other
// room's data.
Ontology sample_ontology();
Style sample_style();

// 21 entities, 28 relations, 45 facts.
KnowledgeGraph sample_graph();

// Everything of `graph`, in a view.
View view_of(const KnowledgeGraph& graph);

// Graphs of one form, all of people who met: "person:p00", "person:p01", ...
KnowledgeGraph star(std::size_t leaves);
KnowledgeGraph clique(std::size_t size);
KnowledgeGraph chain(std::size_t size);
// `size` people, two meetings each, most with one of a few hubs; the same for the same numbers.
KnowledgeGraph crowd(std::size_t size, unsigned seed);

// Text that tries to break out of every format there is.
std::vector<std::string> hostile_texts();

// `count` texts put together at random of signs and sequences that mean something somewhere, bytes
// that are no UTF-8 among them; one is very long. The same for the same numbers.
std::vector<std::string> hostile_mix(std::size_t count, unsigned seed);

}  // namespace entente::test
