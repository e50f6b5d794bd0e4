#pragma once
// Verbs over a graph in memory, as the command line asks them: through Cypher.

#include <optional>

#include "query/dyads.h"
#include "query/facts.h"
#include "query/questions.h"
#include "query/verbs.h"

namespace entente::test {

using Vertex = KnowledgeGraph::Vertex;

inline std::optional<std::string> id_of(const KnowledgeGraph& graph, std::optional<Vertex> v) {
  return v ? std::optional(graph[*v].id) : std::nullopt;
}

inline std::vector<KnowledgeGraph::Edge> asked(const KnowledgeGraph& graph,
                                               const Question& question) {
  return ask_edges(NewsGraph(graph), graph, question);
}

inline Table met(const KnowledgeGraph& graph, Vertex a, std::optional<Vertex> b,
                 const Filter& filter) {
  const auto facts = asked(graph, met_question(graph[a].id, id_of(graph, b), filter));
  return b ? told(graph, facts, meetings(filter)) : who_met(graph, a, facts);
}

inline Table timeline(const KnowledgeGraph& graph, std::optional<Vertex> entity,
                      const Filter& filter) {
  return told(graph, asked(graph, timeline_question(id_of(graph, entity), filter)), filter);
}

inline Table show(const KnowledgeGraph& graph, Vertex entity, const Filter& filter) {
  return entente::show(graph, entity, asked(graph, about_question(graph[entity].id, filter)));
}

inline Table dyads(const KnowledgeGraph& graph, const Ontology& ontology, std::optional<Vertex> a,
                   std::optional<Vertex> b, DyadCount by, const Filter& filter) {
  const Question question = dyads_question(id_of(graph, a), id_of(graph, b), ontology, filter);
  return entente::dyads(graph, ontology, asked(graph, question), a, b, by);
}

}  // namespace entente::test
