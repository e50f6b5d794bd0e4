#pragma once
// Pairs of entities that may be one. The fold joins only what it is sure of; these are for a reader
// to decide (`entente same`, `entente differ`). Each pair shares a key made from its names, so the
// work is near linear in the number of names.

#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "query/filter.h"
#include "query/table.h"

namespace entente {

struct SimilarPair {
  KnowledgeGraph::Vertex a = 0;  // the one with more mentions
  KnowledgeGraph::Vertex b = 0;
  std::string reason;        // "spelling", "acronym", ...: as in doc/formats.md
  std::size_t together = 0;  // articles that name both, and keep them apart
};

using IdPairs = std::set<std::pair<std::string, std::string>>;  // the smaller id first

// Likeliest first. With `entity`, those with this entity; with types in `filter`, of these only.
// Not those of `decided`, which the reader keeps apart.
std::vector<SimilarPair> similar_entities(const KnowledgeGraph& graph,
                                          std::optional<KnowledgeGraph::Vertex> entity,
                                          const Filter& filter, const IdPairs& decided = {});

Table similar_table(const KnowledgeGraph& graph, const std::vector<SimilarPair>& pairs);

}  // namespace entente
