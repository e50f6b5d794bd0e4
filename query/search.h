#pragma once
// Breadth-first search from both ends, level by level: the part of query/paths.h that walks the
// graph.
//
// Whole levels are expanded, always on the side whose frontier has fewer edges, until a level of
// one side touches the other. All shortest paths then run through the touching entities, at the
// same distance from both ends; walking back from these marks every entity on a shortest path, and
// the paths are read off in order without a dead end. Stopping at the first touching entity instead
// of the whole level is the classic mistake. What was seen is stamped with the number of the
// search, so that the next one need not clear it. Tested by paths_test.cpp against brute force.

#include <cstddef>
#include <cstdint>
#include <vector>

#include "query/filter.h"

namespace entente {

class Search {
 public:
  using Vertex = KnowledgeGraph::Vertex;
  using Route = std::vector<Vertex>;  // from the first end to the last

  // Both must outlive the search.
  Search(const KnowledgeGraph& graph, const Filter& filter);

  // From now on no route enters `vertices`, nor goes from its first end straight to one of
  // `first_steps`.
  void ban(const std::vector<Vertex>& vertices, const std::vector<Vertex>& first_steps);

  // Prepares all shortest routes of at most `max_hops`; false when there is none. REQUIRES: from !=
  // to, neither banned
  bool run(Vertex from, Vertex to, std::size_t max_hops);

  // After run() gave true: at most `limit` (0 = all) shortest routes, in order of the entities'
  // ids.
  std::vector<Route> routes(std::size_t limit) const;

  // How many entities can be reached from `from`, itself included; whether `to` is one of them.
  struct Component {
    std::size_t size = 0;
    bool has_target = false;
  };
  Component component(Vertex from, Vertex to);

 private:
  struct Mark {
    std::uint32_t epoch = 0;  // of the search that wrote it; 0 = none yet
    std::uint32_t level = 0;  // hops from the side's end
    bool on_route = false;    // forward side only: leads to a touching entity
  };
  struct Side {
    std::vector<Mark> marks;
    std::vector<Vertex> frontier;
    std::uint32_t depth = 0;
  };

  template <typename Visit>
  void each_neighbour(Vertex v, const Visit& visit) const;
  bool allowed(Vertex v, Vertex neighbour) const;
  std::size_t frontier_edges(const Side& side) const;
  void start(Side& side, Vertex v);
  void enter(Side& side, Vertex v);
  bool seen(const Side& side, Vertex v) const { return side.marks[v].epoch == epoch_; }
  std::vector<Vertex> expand(Side& side, const Side& other);
  void mark_routes(std::vector<Vertex> touching);
  bool follows(Vertex v, Vertex next, std::size_t step) const;
  std::vector<Vertex> next_steps(Vertex v, std::size_t step) const;

  const KnowledgeGraph& graph_;
  const Filter& filter_;
  std::vector<char> banned_;
  std::vector<char> banned_first_;
  std::uint32_t epoch_ = 0;
  Side forward_;
  Side backward_;
  Vertex from_ = 0;
};

}  // namespace entente
