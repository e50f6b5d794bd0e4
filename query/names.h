#pragma once
// What the user calls an entity -> the entity.

#include <string>
#include <string_view>
#include <vector>

#include "graph/knowledge_graph.h"

namespace entente {

// Entities by any name: exact id; else the folded text (case, diacritics, a leading title such as "President" or "Mr." and "the"
// do not count) equals a folded name or alias; else is a run of whole words of one; best matches first,
// then by mentions (more first), then by id.
std::vector<KnowledgeGraph::Vertex> find_entities(const KnowledgeGraph& graph, std::string_view text);

// The one entity that `text` names. More than one exact match, or none: Error{Fault::Usage} that lists the
// candidates numbered with type, articles and id (for none: "no entity is called ...; did you mean ...?" by edit distance; NotFound below).
KnowledgeGraph::Vertex resolve_entity(const KnowledgeGraph& graph, std::string_view text);

// "Nothing found": exit code 1, with a message.
struct NotFound {
  std::string message;
};

}  // namespace entente
