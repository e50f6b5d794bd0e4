#include "query/route_levels.h"

#include <algorithm>

namespace entente {

using cypher::NodeId;

void LevelSearch::begin(const RouteRoot& root) {
  kept_.release(graph_.meter());
  root_ = root;
  start_ = {root.last(), kAnyTime};
  hops_ = 0;
}

// In reverse order of ids, the earliest of each: taken from the back.
std::vector<Stop> LevelSearch::choices(const Stop& stop, std::size_t hops_left) const {
  std::vector<Stop> next = next_stops(stop, hops_left);
  std::ranges::sort(next, [&](const Stop& a, const Stop& b) {
    if (a.node == b.node) return a.day < b.day;
    return graph_.comes_first(a.node, b.node);
  });
  const auto twice = std::ranges::unique(next, {}, &Stop::node);
  next.erase(twice.begin(), twice.end());
  std::ranges::reverse(next);
  return next;
}

std::vector<Nodes> LevelSearch::read(std::size_t limit) {
  std::vector<Nodes> found;
  Nodes route = root_.nodes;
  std::vector<std::vector<Stop>> open = {choices(start_, hops_)};
  while (!open.empty()) {
    if (open.back().empty()) {
      open.pop_back();
      route.pop_back();
      continue;
    }
    const Stop stop = open.back().back();
    open.back().pop_back();
    route.push_back(stop.node);
    const std::size_t walked = route.size() - root_.nodes.size();
    if (walked < hops_) {
      open.push_back(choices(stop, hops_ - walked));
      continue;
    }
    graph_.meter().keep(sizeof(Nodes) + route.size() * sizeof(NodeId));
    found.push_back(route);
    if (found.size() == limit) break;
    route.pop_back();
  }
  return found;
}

}  // namespace entente
