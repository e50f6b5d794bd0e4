#pragma once
// Properties and labels of nodes and relationships by name, as expressions and results want them.

#include "cypher/property_graph.h"

namespace entente::cypher {

// Throws Failure (EntityNotFound, DeletedEntityAccess) for what was deleted.
void require_alive(const PropertyGraph& graph, const Value& entity);

// REQUIRES: a node or a relationship. By key's name.
Map property_map(const PropertyGraph& graph, const Value& entity);
List label_list(const PropertyGraph& graph, NodeId node);

}  // namespace entente::cypher
