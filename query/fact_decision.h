#pragma once
// How a line of the ledger names a fact of a graph, so that it leads back to it.

#include "graph/entity_names.h"
#include "graph/knowledge_graph.h"
#include "graph/ledger.h"

namespace entente {

// Of what `kind` says: RejectFact or CorrectFact. `names`: of the graph's entities.
Decision about_fact(Decision::Kind kind, const Fact& fact, const KnowledgeGraph& graph,
                    const EntityNames& names);

// The entity of that id. REQUIRES: `names` has it
EntityRef reference_to(const std::string& id, const EntityNames& names);

}  // namespace entente
