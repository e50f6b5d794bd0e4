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

// The facts, in the order asked, as edges of `graph` itself, which `news` is made of.
inline std::vector<KnowledgeGraph::Edge> asked(const KnowledgeGraph& graph, const NewsGraph& news,
                                               const Question& question) {
  std::vector<KnowledgeGraph::Edge> facts;
  for (const cypher::RelationshipId fact : ask_facts(news, question)) {
    facts.push_back(*graph.find_fact(news.fact_id(fact)));
  }
  return facts;
}

// What the commands tell from.
inline AskedFacts excerpt(const KnowledgeGraph& graph, const Question& question,
                          std::vector<std::optional<Vertex>> entities = {}) {
  std::vector<std::string> ids;
  for (const auto entity : entities) {
    if (entity) ids.push_back(graph[*entity].id);
  }
  return ask_excerpt(NewsGraph(graph), question, ids);
}

inline std::optional<Vertex> same_entity(const AskedFacts& asked, const KnowledgeGraph& graph,
                                         std::optional<Vertex> entity) {
  return entity ? asked.graph.find(graph[*entity].id) : std::nullopt;
}

inline Table met(const KnowledgeGraph& graph, Vertex a, std::optional<Vertex> b,
                 const Filter& filter) {
  const AskedFacts part =
      excerpt(graph, met_question(graph[a].id, id_of(graph, b), filter), {a, b});
  return b ? told(part.graph, part.facts, meetings(filter))
           : who_met(part.graph, *same_entity(part, graph, a), part.facts);
}

inline Table timeline(const KnowledgeGraph& graph, std::optional<Vertex> entity,
                      const Filter& filter) {
  const AskedFacts part = excerpt(graph, timeline_question(id_of(graph, entity), filter));
  return told(part.graph, part.facts, filter);
}

inline Table show(const KnowledgeGraph& graph, Vertex entity, const Filter& filter) {
  const AskedFacts part = excerpt(graph, about_question(graph[entity].id, filter), {entity});
  return entente::show(part.graph, *same_entity(part, graph, entity), part.facts);
}

inline Table dyads(const KnowledgeGraph& graph, const Ontology& ontology, std::optional<Vertex> a,
                   std::optional<Vertex> b, DyadCount by, const Filter& filter) {
  const Question question = dyads_question(id_of(graph, a), id_of(graph, b), ontology, filter);
  const AskedFacts part = excerpt(graph, question, {a, b});
  return entente::dyads(part.graph, ontology, part.facts, same_entity(part, graph, a),
                        same_entity(part, graph, b), by);
}

}  // namespace entente::test
