#pragma once
// What the two searches that go level by level share (breadth_search, time_search): where a route
// begins, and how shortest routes are read off once it is known where they may go on.

#include <cstddef>
#include <vector>

#include "query/route_search.h"

namespace entente {

// An entity on the way, and when it is reached.
struct Stop {
  cypher::NodeId node;
  std::int64_t day = kAnyTime;
};

class LevelSearch : public RouteSearch {
 public:
  std::vector<Nodes> read(std::size_t limit) override;

 protected:
  explicit LevelSearch(const RouteGraph& graph) : graph_(graph) {}

  void begin(const RouteRoot& root);
  // Facts that are left to the route behind the root.
  std::size_t max_hops() const { return graph_.rules().max_hops - (root_.nodes.size() - 1); }
  // Counts memory that the search has until the next begin().
  void keep(std::size_t bytes) { kept_.add(graph_.meter(), bytes); }
  // Where a shortest route goes on to from `stop`, so many facts before its end; in any order, an
  // entity may come twice. REQUIRES: prepare() was true
  virtual std::vector<Stop> next_stops(const Stop& stop, std::size_t hops_left) const = 0;

  const RouteGraph& graph_;
  RouteRoot root_;
  Stop start_;            // the root's last
  std::size_t hops_ = 0;  // from there to the end; prepare() sets it

 private:
  std::vector<Stop> choices(const Stop& stop, std::size_t hops_left) const;

  cypher::Kept kept_;
};

}  // namespace entente
