#pragma once
// What two graphs disagree on: which articles, entities and facts are in one only, and what became
// of those that are in both under another name, id, date or status.

#include "graph/knowledge_graph.h"
#include "graph/ontology.h"
#include "query/table.h"

namespace entente {

// what (article, entity, fact), change (added, removed, renamed, merged, split, changed), id, text
// (a name, or the fact in words), field (what changed), old, new; no row where the graphs agree.
// In order of what, change and id. `id` is that of the new graph; of what was removed or merged,
// that of the old.
Table diff(const KnowledgeGraph& before, const KnowledgeGraph& after, const Ontology& ontology);

}  // namespace entente
