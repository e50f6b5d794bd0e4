#include "graph/knowledge_graph.h"

#include <algorithm>
#include <cassert>

namespace entente {

KnowledgeGraph::Vertex KnowledgeGraph::add_entity(const Entity& entity) {
  const Vertex vertex = boost::add_vertex(entity, *bgl_);
  [[maybe_unused]] const bool is_new = vertex_of_.emplace(entity.id, vertex).second;
  assert(is_new);
  return vertex;
}

KnowledgeGraph::Edge KnowledgeGraph::add_fact(const Fact& fact) {
  const auto subject = find(fact.subject);
  const auto object = find(fact.object);
  assert(subject && object && !fact.evidence.empty());
  const Edge edge = boost::add_edge(*subject, *object, fact, *bgl_).first;
  [[maybe_unused]] const bool is_new = edge_of_.emplace(fact.id, edge).second;
  assert(is_new);
  return edge;
}

std::optional<KnowledgeGraph::Vertex> KnowledgeGraph::find(std::string_view id) const {
  const auto found = vertex_of_.find(std::string(id));
  if (found == vertex_of_.end()) return std::nullopt;
  return found->second;
}

std::optional<KnowledgeGraph::Edge> KnowledgeGraph::find_fact(std::string_view id) const {
  const auto found = edge_of_.find(std::string(id));
  if (found == edge_of_.end()) return std::nullopt;
  return found->second;
}

const std::vector<KnowledgeGraph::Vertex>& KnowledgeGraph::vertices_by_id() const {
  if (vertices_by_id_.size() != boost::num_vertices(*bgl_)) {
    const auto [begin, end] = boost::vertices(*bgl_);
    vertices_by_id_.assign(begin, end);
    std::ranges::sort(vertices_by_id_, {},
                      [this](Vertex v) -> const std::string& { return (*bgl_)[v].id; });
  }
  return vertices_by_id_;
}

const std::vector<KnowledgeGraph::Edge>& KnowledgeGraph::edges_by_id() const {
  if (edges_by_id_.size() != boost::num_edges(*bgl_)) {
    const auto [begin, end] = boost::edges(*bgl_);
    edges_by_id_.assign(begin, end);
    std::ranges::sort(edges_by_id_, {},
                      [this](const Edge& e) -> const std::string& { return (*bgl_)[e].id; });
  }
  return edges_by_id_;
}

const Event* KnowledgeGraph::event(std::string_view id) const {
  const auto found = std::ranges::lower_bound(
      events, id, {}, [](const Event& e) -> std::string_view { return e.id; });
  return found != events.end() && found->id == id ? &*found : nullptr;
}

const Article* KnowledgeGraph::article(std::string_view id) const {
  const auto found = std::ranges::lower_bound(
      articles, id, {}, [](const Article& a) -> std::string_view { return a.id; });
  return found != articles.end() && found->id == id ? &*found : nullptr;
}

}  // namespace entente
