#include "query/route_costs.h"

#include <limits>

namespace entente {
namespace {

using cypher::Neighbour;
using cypher::NodeId;

constexpr std::int64_t kTooDear = std::numeric_limits<std::int64_t>::max() / 4;

}  // namespace

std::int64_t CostBounds::Side::radius() const {
  return open.empty() ? kTooDear : std::get<0>(open.top());
}

void CostBounds::reach(Side& side, NodeId node, std::int64_t cost, std::uint32_t hops) {
  const auto [known, is_new] = side.reached.try_emplace(node.value, Reached{cost, hops, false});
  if (!is_new) {
    if (std::tie(known->second.cost, known->second.hops) <= std::tie(cost, hops)) return;
    known->second = {cost, hops, false};
  }
  kept_.add(graph_.meter(), sizeof(Reached) + sizeof(Open));
  side.open.emplace(cost, hops, node);
}

void CostBounds::settle(Side& side, const Side& other, const RouteRoot& root) {
  const auto [cost, hops, node] = side.open.top();
  side.open.pop();
  Reached& reached = side.reached.at(node.value);
  if (reached.settled || reached.cost != cost || reached.hops != hops) return;
  reached.settled = true;
  const bool forward = &side == &forward_;
  graph_.each_step(node, [&](const Neighbour& step) {
    if (!(forward ? root.allows(node, step.node) : root.allows(step.node, node))) return;
    const std::int64_t next = cost + graph_.cost(step.relationship);
    if (next > cost_) return;
    reach(side, step.node, next, hops + 1);
    const auto met = other.reached.find(step.node.value);
    if (met == other.reached.end()) return;
    const std::int64_t whole = next + met->second.cost;
    const std::size_t length = std::size_t{hops} + 1 + met->second.hops;
    if (std::tie(whole, length) >= std::tie(cost_, hops_)) return;
    cost_ = whole;
    hops_ = length;
  });
}

// The cheapest way is known when what either side would settle next is, with the other, no cheaper.
bool CostBounds::find(const RouteRoot& root, NodeId to) {
  kept_.release(graph_.meter());
  forward_ = {};
  backward_ = {};
  cost_ = kTooDear;
  hops_ = 0;
  reach(forward_, root.last(), 0, 0);
  reach(backward_, to, 0, 0);
  while (!forward_.open.empty() && !backward_.open.empty() &&
         forward_.radius() + backward_.radius() < cost_) {
    if (forward_.open.size() <= backward_.open.size()) {
      settle(forward_, backward_, root);
    } else {
      settle(backward_, forward_, root);
    }
  }
  return cost_ < kTooDear;
}

std::int64_t CostBounds::to_go(NodeId node) const {
  const auto known = backward_.reached.find(node.value);
  const std::int64_t radius = std::min(backward_.radius(), cost_);
  return known == backward_.reached.end() ? radius : std::min(known->second.cost, radius);
}

}  // namespace entente
