#pragma once
// What a route costs at least: a search from both ends that asks for the sum of costs alone, not
// for length, time or order. It touches what lies around the two ends and tells a search that asks
// for everything what it need not look at.

#include <cstdint>
#include <queue>
#include <tuple>
#include <unordered_map>

#include "query/route_root.h"

namespace entente {

class CostBounds {
 public:
  explicit CostBounds(const RouteGraph& graph) : graph_(graph) {}

  // From the root's last to `to`. False: nothing joins them. REQUIRES: they differ
  bool find(const RouteRoot& root, cypher::NodeId to);

  // After find(): of a cheapest way, and the facts of it.
  std::int64_t cost() const { return cost_; }
  std::size_t hops() const { return hops_; }
  // No way from `node` to the end is cheaper.
  std::int64_t to_go(cypher::NodeId node) const;

 private:
  struct Reached {
    std::int64_t cost = 0;
    std::uint32_t hops = 0;
    bool settled = false;
  };
  using Open = std::tuple<std::int64_t, std::uint32_t, cypher::NodeId>;  // cost, hops
  struct Side {
    std::unordered_map<std::uint32_t, Reached> reached;  // by node
    std::priority_queue<Open, std::vector<Open>, std::greater<>> open;

    // What the next to be settled costs; nothing is left: more than any route.
    std::int64_t radius() const;
  };

  void reach(Side& side, cypher::NodeId node, std::int64_t cost, std::uint32_t hops);
  void settle(Side& side, const Side& other, const RouteRoot& root);

  const RouteGraph& graph_;
  cypher::Kept kept_;
  Side forward_;
  Side backward_;
  std::int64_t cost_ = 0;
  std::size_t hops_ = 0;
};

}  // namespace entente
