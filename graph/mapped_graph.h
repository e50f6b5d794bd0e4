#pragma once
// Who is joined to whom, as a Boost graph over arrays that lie elsewhere, in a mapped file for one
// (graph/snapshot.h). Nothing is copied and nothing can be changed. It models
// VertexListGraph, EdgeListGraph and BidirectionalGraph, so that Boost's algorithms run on it as it
// is: vertices are 0, 1, 2 ..., edges have numbers, too, in the order of edges().
//
// Compressed rows, twice: the out-edges of a vertex are numbered in a row, by relation, so that
// those of one relation lie together; of an in-edge its number is kept.

#include <boost/graph/graph_traits.hpp>
#include <boost/graph/properties.hpp>
#include <boost/iterator/counting_iterator.hpp>
#include <boost/iterator/iterator_facade.hpp>
#include <boost/property_map/property_map.hpp>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>

namespace entente {

struct MappedGraph {
  using Vertex = std::uint32_t;
  struct Edge {
    Vertex source = 0;
    Vertex target = 0;
    std::uint32_t number = 0;

    friend bool operator==(const Edge& a, const Edge& b) { return a.number == b.number; }
    friend auto operator<=>(const Edge& a, const Edge& b) { return a.number <=> b.number; }
  };

  std::span<const std::uint32_t> out_begin;   // [vertex], and one behind: number of its first edge
  std::span<const std::uint32_t> out_target;  // [edge]
  std::span<const std::uint16_t> out_relation;  // [edge]; ascending within a vertex
  std::span<const std::uint32_t> in_begin;      // [vertex], and one behind: place of its first edge
  std::span<const std::uint32_t> in_source;     // [place]
  std::span<const std::uint32_t> in_edge;       // [place]: the edge's number
  std::span<const std::uint16_t> in_relation;   // [place]; ascending within a vertex

  // Where the edge begins: a search, since only its end is kept.
  Vertex source_of(std::uint32_t edge) const;
};

class MappedOutEdge
    : public boost::iterator_facade<MappedOutEdge, MappedGraph::Edge,
                                    boost::random_access_traversal_tag, MappedGraph::Edge> {
 public:
  MappedOutEdge() = default;
  MappedOutEdge(const MappedGraph& graph, std::uint32_t source, std::uint32_t at)
      : graph_(&graph), source_(source), at_(at) {}

 private:
  friend class boost::iterator_core_access;
  MappedGraph::Edge dereference() const { return {source_, graph_->out_target[at_], at_}; }
  bool equal(const MappedOutEdge& other) const { return at_ == other.at_; }
  void increment() { ++at_; }
  void decrement() { --at_; }
  void advance(std::ptrdiff_t by) { at_ = static_cast<std::uint32_t>(at_ + by); }
  std::ptrdiff_t distance_to(const MappedOutEdge& other) const {
    return std::ptrdiff_t{other.at_} - std::ptrdiff_t{at_};
  }

  const MappedGraph* graph_ = nullptr;
  std::uint32_t source_ = 0;
  std::uint32_t at_ = 0;
};

class MappedInEdge
    : public boost::iterator_facade<MappedInEdge, MappedGraph::Edge,
                                    boost::random_access_traversal_tag, MappedGraph::Edge> {
 public:
  MappedInEdge() = default;
  MappedInEdge(const MappedGraph& graph, std::uint32_t target, std::uint32_t at)
      : graph_(&graph), target_(target), at_(at) {}

 private:
  friend class boost::iterator_core_access;
  MappedGraph::Edge dereference() const {
    return {graph_->in_source[at_], target_, graph_->in_edge[at_]};
  }
  bool equal(const MappedInEdge& other) const { return at_ == other.at_; }
  void increment() { ++at_; }
  void decrement() { --at_; }
  void advance(std::ptrdiff_t by) { at_ = static_cast<std::uint32_t>(at_ + by); }
  std::ptrdiff_t distance_to(const MappedInEdge& other) const {
    return std::ptrdiff_t{other.at_} - std::ptrdiff_t{at_};
  }

  const MappedGraph* graph_ = nullptr;
  std::uint32_t target_ = 0;
  std::uint32_t at_ = 0;
};

// All edges in order of their numbers; the source goes along.
class MappedEdge : public boost::iterator_facade<MappedEdge, MappedGraph::Edge,
                                                 boost::forward_traversal_tag, MappedGraph::Edge> {
 public:
  MappedEdge() = default;
  MappedEdge(const MappedGraph& graph, std::uint32_t at) : graph_(&graph), at_(at) { catch_up(); }

 private:
  friend class boost::iterator_core_access;
  MappedGraph::Edge dereference() const { return {source_, graph_->out_target[at_], at_}; }
  bool equal(const MappedEdge& other) const { return at_ == other.at_; }
  void increment() {
    ++at_;
    catch_up();
  }
  void catch_up() {
    if (at_ >= graph_->out_target.size()) return;
    while (graph_->out_begin[source_ + 1] <= at_) ++source_;
  }

  const MappedGraph* graph_ = nullptr;
  std::uint32_t source_ = 0;
  std::uint32_t at_ = 0;
};

inline std::uint32_t num_vertices(const MappedGraph& graph) {
  return static_cast<std::uint32_t>(graph.out_begin.size() - 1);
}
inline std::uint32_t num_edges(const MappedGraph& graph) {
  return static_cast<std::uint32_t>(graph.out_target.size());
}
inline auto vertices(const MappedGraph& graph) {
  return std::pair(boost::counting_iterator<std::uint32_t>(0),
                   boost::counting_iterator<std::uint32_t>(num_vertices(graph)));
}
inline auto edges(const MappedGraph& graph) {
  return std::pair(MappedEdge(graph, 0), MappedEdge(graph, num_edges(graph)));
}
inline std::uint32_t source(const MappedGraph::Edge& edge, const MappedGraph&) {
  return edge.source;
}
inline std::uint32_t target(const MappedGraph::Edge& edge, const MappedGraph&) {
  return edge.target;
}
inline auto out_edges(std::uint32_t vertex, const MappedGraph& graph) {
  return std::pair(MappedOutEdge(graph, vertex, graph.out_begin[vertex]),
                   MappedOutEdge(graph, vertex, graph.out_begin[vertex + 1]));
}
inline auto in_edges(std::uint32_t vertex, const MappedGraph& graph) {
  return std::pair(MappedInEdge(graph, vertex, graph.in_begin[vertex]),
                   MappedInEdge(graph, vertex, graph.in_begin[vertex + 1]));
}
inline std::uint32_t out_degree(std::uint32_t vertex, const MappedGraph& graph) {
  return graph.out_begin[vertex + 1] - graph.out_begin[vertex];
}
inline std::uint32_t in_degree(std::uint32_t vertex, const MappedGraph& graph) {
  return graph.in_begin[vertex + 1] - graph.in_begin[vertex];
}
inline std::uint32_t degree(std::uint32_t vertex, const MappedGraph& graph) {
  return out_degree(vertex, graph) + in_degree(vertex, graph);
}

using MappedIndex = boost::typed_identity_property_map<std::uint32_t>;
inline MappedIndex get(boost::vertex_index_t, const MappedGraph&) { return {}; }
inline std::uint32_t get(boost::vertex_index_t, const MappedGraph&, std::uint32_t vertex) {
  return vertex;
}

inline MappedGraph::Vertex MappedGraph::source_of(std::uint32_t edge) const {
  std::uint32_t low = 0;
  auto high = static_cast<std::uint32_t>(out_begin.size() - 1);
  while (high - low > 1) {
    const std::uint32_t middle = low + (high - low) / 2;
    (out_begin[middle] <= edge ? low : high) = middle;
  }
  return low;
}

// The same graph with edges that may be walked either way: out_edges are all, with the far end as
// target. For algorithms that want an undirected graph.
struct UndirectedGraph {
  const MappedGraph& directed;
};

class UndirectedEdge
    : public boost::iterator_facade<UndirectedEdge, MappedGraph::Edge,
                                    boost::random_access_traversal_tag, MappedGraph::Edge> {
 public:
  UndirectedEdge() = default;
  // `at`: first the out-edges, then the in-edges.
  UndirectedEdge(const MappedGraph& graph, std::uint32_t vertex, std::uint32_t at)
      : graph_(&graph), vertex_(vertex), at_(at) {}

 private:
  friend class boost::iterator_core_access;
  MappedGraph::Edge dereference() const {
    const std::uint32_t out = out_degree(vertex_, *graph_);
    if (at_ < out) {
      const std::uint32_t edge = graph_->out_begin[vertex_] + at_;
      return {vertex_, graph_->out_target[edge], edge};
    }
    const std::uint32_t place = graph_->in_begin[vertex_] + (at_ - out);
    return {vertex_, graph_->in_source[place], graph_->in_edge[place]};
  }
  bool equal(const UndirectedEdge& other) const { return at_ == other.at_; }
  void increment() { ++at_; }
  void decrement() { --at_; }
  void advance(std::ptrdiff_t by) { at_ = static_cast<std::uint32_t>(at_ + by); }
  std::ptrdiff_t distance_to(const UndirectedEdge& other) const {
    return std::ptrdiff_t{other.at_} - std::ptrdiff_t{at_};
  }

  const MappedGraph* graph_ = nullptr;
  std::uint32_t vertex_ = 0;
  std::uint32_t at_ = 0;
};

inline std::uint32_t num_vertices(const UndirectedGraph& graph) {
  return num_vertices(graph.directed);
}
inline auto vertices(const UndirectedGraph& graph) { return vertices(graph.directed); }
inline std::uint32_t source(const MappedGraph::Edge& edge, const UndirectedGraph&) {
  return edge.source;
}
inline std::uint32_t target(const MappedGraph::Edge& edge, const UndirectedGraph&) {
  return edge.target;
}
inline std::uint32_t out_degree(std::uint32_t vertex, const UndirectedGraph& graph) {
  return degree(vertex, graph.directed);
}
inline auto out_edges(std::uint32_t vertex, const UndirectedGraph& graph) {
  return std::pair(UndirectedEdge(graph.directed, vertex, 0),
                   UndirectedEdge(graph.directed, vertex, out_degree(vertex, graph)));
}
inline MappedIndex get(boost::vertex_index_t, const UndirectedGraph&) { return {}; }
inline std::uint32_t get(boost::vertex_index_t, const UndirectedGraph&, std::uint32_t vertex) {
  return vertex;
}

struct MappedTraversal : boost::bidirectional_graph_tag,
                         boost::vertex_list_graph_tag,
                         boost::edge_list_graph_tag {};
struct UndirectedTraversal : boost::incidence_graph_tag, boost::vertex_list_graph_tag {};

}  // namespace entente

template <>
struct boost::graph_traits<entente::MappedGraph> {
  using vertex_descriptor = entente::MappedGraph::Vertex;
  using edge_descriptor = entente::MappedGraph::Edge;
  using directed_category = bidirectional_tag;
  using edge_parallel_category = allow_parallel_edge_tag;
  using traversal_category = entente::MappedTraversal;
  using vertex_iterator = counting_iterator<std::uint32_t>;
  using edge_iterator = entente::MappedEdge;
  using out_edge_iterator = entente::MappedOutEdge;
  using in_edge_iterator = entente::MappedInEdge;
  using vertices_size_type = std::uint32_t;
  using edges_size_type = std::uint32_t;
  using degree_size_type = std::uint32_t;
  static vertex_descriptor null_vertex() { return ~std::uint32_t{0}; }
};
template <>
struct boost::property_map<entente::MappedGraph, boost::vertex_index_t> {
  using type = entente::MappedIndex;
  using const_type = type;
};

template <>
struct boost::graph_traits<entente::UndirectedGraph> {
  using vertex_descriptor = entente::MappedGraph::Vertex;
  using edge_descriptor = entente::MappedGraph::Edge;
  using directed_category = undirected_tag;
  using edge_parallel_category = allow_parallel_edge_tag;
  using traversal_category = entente::UndirectedTraversal;
  using vertex_iterator = counting_iterator<std::uint32_t>;
  using out_edge_iterator = entente::UndirectedEdge;
  using vertices_size_type = std::uint32_t;
  using edges_size_type = std::uint32_t;
  using degree_size_type = std::uint32_t;
  static vertex_descriptor null_vertex() { return ~std::uint32_t{0}; }
};
template <>
struct boost::property_map<entente::UndirectedGraph, boost::vertex_index_t> {
  using type = entente::MappedIndex;
  using const_type = type;
};
