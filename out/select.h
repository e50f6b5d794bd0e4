#pragma once
// The part of a graph that a filter lets through, in the order in which it is written.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "graph/ontology.h"
#include "query/filter.h"

namespace entente {

std::vector<KnowledgeGraph::Edge> selected_facts(const KnowledgeGraph& graph, const Filter& filter);

// Entities of the filter's types. Where it also asks for relations, dates or sources: those that
// take part in a fact that passes, whatever the type of its other end.
std::vector<KnowledgeGraph::Vertex> selected_entities(const KnowledgeGraph& graph,
                                                      const Filter& filter);

// All articles of the graph, sorted by id. Evidence may name one that the graph does not have (what
// the reader entered): that has an id and nothing else.
std::vector<Article> articles_behind(const KnowledgeGraph& graph,
                                     const std::vector<KnowledgeGraph::Edge>& facts);

// Of each entity (by id) the facts that it is an end of, in order of time, those without a date
// last.
using FactsOf = std::map<std::string_view, std::vector<const Fact*>>;
FactsOf facts_by_entity(const KnowledgeGraph& graph,
                        const std::vector<KnowledgeGraph::Edge>& facts);

// The facts that one line of a picture, or one edge of Gephi, stands for: those of one pair,
// relation and status.
struct Bundle {
  std::string id;  // stable: of all four
  KnowledgeGraph::Vertex source;
  KnowledgeGraph::Vertex target;
  std::string relation;
  bool symmetric = false;
  Status status = Status::Happened;
  std::vector<const Fact*> facts;  // sorted by id, never empty
};

// Sorted by the ids of source and target, relation, status. Symmetric relations: the smaller id is
// the source.
std::vector<Bundle> bundled(const KnowledgeGraph& graph, const Ontology& ontology,
                            const std::vector<KnowledgeGraph::Edge>& facts);

struct BundleCounts {
  std::size_t evidence = 0;
  std::size_t articles = 0;
  std::size_t sources = 0;  // articles of different texts
  double confidence = 0;    // of the surest fact
};
BundleCounts count(const std::vector<const Fact*>& facts);
inline BundleCounts count(const Bundle& bundle) { return count(bundle.facts); }

}  // namespace entente
