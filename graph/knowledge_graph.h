#pragma once
// The graph: entities as vertices, facts as edges of a Boost graph. It only grows; entities are
// merged before they come here, so a Vertex stays valid for the graph's life. Moved, not copied.

#include <boost/graph/adjacency_list.hpp>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "graph/article.h"
#include "graph/entity.h"
#include "graph/event.h"
#include "graph/fact.h"

namespace entente {

class KnowledgeGraph {
 public:
  using Bgl = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS, Entity, Fact>;
  using Vertex = boost::graph_traits<Bgl>::vertex_descriptor;
  using Edge = boost::graph_traits<Bgl>::edge_descriptor;

  // REQUIRES: the id is new.
  Vertex add_entity(const Entity& entity);
  // REQUIRES: both ends were added, the fact's id is new, there is evidence.
  Edge add_fact(const Fact& fact);

  std::optional<Vertex> find(std::string_view id) const;     // by Entity::id
  std::optional<Edge> find_fact(std::string_view id) const;  // by Fact::id
  const Entity& operator[](Vertex v) const { return (*bgl_)[v]; }
  const Fact& operator[](Edge e) const { return (*bgl_)[e]; }

  // In order of id: the order in which everything is printed and drawn.
  const std::vector<Vertex>& vertices_by_id() const;
  const std::vector<Edge>& edges_by_id() const;

  const Bgl& bgl() const { return *bgl_; }  // for Boost.Graph algorithms

  // Occasions that facts are of, sorted by id. Fact::event names one of them or none.
  std::vector<Event> events;
  const Event* event(std::string_view id) const;  // nullptr = none

  // What the graph was read from, without texts, sorted by id. Texts: Store::text.
  std::vector<Article> articles;
  const Article* article(std::string_view id) const;  // nullptr = none

 private:
  // Owned through a pointer: Boost's adjacency_list has no move, and edge descriptors point into
  // it.
  std::unique_ptr<Bgl> bgl_ = std::make_unique<Bgl>();
  std::unordered_map<std::string, Vertex> vertex_of_;
  std::unordered_map<std::string, Edge> edge_of_;
  mutable std::vector<Vertex> vertices_by_id_;
  mutable std::vector<Edge> edges_by_id_;
};

}  // namespace entente
