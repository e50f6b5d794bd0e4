#pragma once
// What the user calls an entity -> the entity.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "graph/knowledge_graph.h"
#include "graph/lazy_graph.h"

namespace entente {

// Entities by any name: exact id; else the folded text (case, diacritics, a leading title such as
// "President" or "Mr." and "the" do not count) equals a folded name or alias; else is a run of
// whole words of one; best matches first, then by mentions (more first), then by id.
std::vector<KnowledgeGraph::Vertex> find_entities(const KnowledgeGraph& graph,
                                                  std::string_view text);

// The one entity that `text` names: the only exact match, or where there is none, the only match by
// whole words. More than one: Error{Fault::Usage} that lists the candidates, numbered, with type,
// articles and id. None: NotFound, with the nearest names by edit distance.
KnowledgeGraph::Vertex resolve_entity(const KnowledgeGraph& graph, std::string_view text);

// `no entity is called "..."; did you mean "..."?`
std::string no_such_entity(const KnowledgeGraph& graph, std::string_view text);

// The same over a lazy graph, whose vertices they give: an exact name is found without a look at
// all others.
std::vector<std::uint32_t> find_entities(const LazyGraph& graph, std::string_view text);
std::uint32_t resolve_entity(const LazyGraph& graph, std::string_view text);
std::string no_such_entity(const LazyGraph& graph, std::string_view text);

// Thrown where a question has no answer: exit code 1, with a message.
struct NotFound {
  std::string message;
};

}  // namespace entente
