// Breadth-first search from both ends, level by level.
//
// Whole levels are expanded, always on the side whose frontier has fewer facts, until a level of
// one side touches the other. All shortest routes then run through the touching entities, at the
// same distance from both ends; walking back from these marks every entity on a shortest route, and
// the routes are read off in order without a dead end. Stopping at the first touching entity
// instead of the whole level is the classic mistake.

#include <algorithm>
#include <unordered_map>

#include "query/route_search.h"

namespace entente {
namespace {

using cypher::Neighbour;
using cypher::NodeId;

class BreadthSearch : public RouteSearch {
 public:
  BreadthSearch(const RouteGraph& graph, NodeId to) : graph_(graph), to_(to) {}

  bool prepare(const Nodes& root, const std::set<NodeId>& closed) override;
  std::vector<Nodes> read(std::size_t limit) override;

 private:
  struct Mark {
    std::uint32_t level = 0;  // facts from where the side began
    bool on_route = false;    // forward side only: leads to a touching entity
  };
  struct Side {
    std::unordered_map<std::uint32_t, Mark> marks;  // by node: what the side has seen
    Nodes frontier;
    std::uint32_t depth = 0;

    const Mark* find(NodeId node) const {
      const auto mark = marks.find(node.value);
      return mark == marks.end() ? nullptr : &mark->second;
    }
  };

  // From either end of the route: neither closed nor back to the root.
  template <typename Visit>
  void each_step(NodeId node, const Visit& visit) const {
    graph_.each_step(node, [&](const Neighbour& step) {
      if (node == root_.back() && closed_.contains(step.node)) return;
      if (step.node == root_.back() && closed_.contains(node)) return;
      const bool inside = std::find(root_.begin(), root_.end() - 1, step.node) != root_.end() - 1;
      if (!inside) visit(step.node);
    });
  }
  static void start(Side& side, NodeId node);
  Nodes expand(Side& side, const Side& other) const;
  std::size_t facts_of(const Side& side) const;
  void mark_routes(Nodes touching);
  bool follows(NodeId node, std::size_t step) const;
  Nodes next_steps(NodeId node, std::size_t step) const;

  const RouteGraph& graph_;
  const NodeId to_;
  Nodes root_;
  std::set<NodeId> closed_;
  Side forward_;
  Side backward_;
};

void BreadthSearch::start(Side& side, NodeId node) {
  side.marks.clear();
  side.marks[node.value] = {};
  side.frontier.assign(1, node);
  side.depth = 0;
}

std::size_t BreadthSearch::facts_of(const Side& side) const {
  std::size_t facts = 0;
  for (const NodeId node : side.frontier) facts += graph_.degree(node);
  return facts;
}

// One whole level further; those of the new level that the other side has seen.
Nodes BreadthSearch::expand(Side& side, const Side& other) const {
  Nodes touching, entered;
  ++side.depth;
  for (const NodeId node : side.frontier) {
    each_step(node, [&](NodeId next) {
      if (!side.marks.emplace(next.value, Mark{side.depth, false}).second) return;
      graph_.meter().keep(sizeof(Mark));
      entered.push_back(next);
      if (other.find(next)) touching.push_back(next);
    });
  }
  side.frontier = std::move(entered);
  return touching;
}

bool BreadthSearch::prepare(const Nodes& root, const std::set<NodeId>& closed) {
  root_ = root;
  closed_ = closed;
  start(forward_, root.back());
  start(backward_, to_);
  const std::size_t max_hops = graph_.rules().max_hops - (root.size() - 1);
  while (forward_.depth + backward_.depth < max_hops) {
    if (forward_.frontier.empty() || backward_.frontier.empty()) return false;
    const Nodes touching = facts_of(forward_) <= facts_of(backward_) ? expand(forward_, backward_)
                                                                     : expand(backward_, forward_);
    if (touching.empty()) continue;
    mark_routes(touching);
    return true;
  }
  return false;
}

// From the touching entities back to the root, level by level.
void BreadthSearch::mark_routes(Nodes touching) {
  for (const NodeId node : touching) forward_.marks[node.value].on_route = true;
  for (std::uint32_t level = forward_.depth; level > 0; --level) {
    Nodes before;
    for (const NodeId node : touching) {
      each_step(node, [&](NodeId next) {
        const auto mark = forward_.marks.find(next.value);
        if (mark == forward_.marks.end() || mark->second.on_route) return;
        if (mark->second.level + 1 != level) return;
        mark->second.on_route = true;
        before.push_back(next);
      });
    }
    touching = std::move(before);
  }
}

// Whether the entity may be number `step` of a shortest route; the root's last is number 0.
bool BreadthSearch::follows(NodeId node, std::size_t step) const {
  if (step <= forward_.depth) {
    const Mark* mark = forward_.find(node);
    return mark && mark->level == step && mark->on_route;
  }
  const Mark* mark = backward_.find(node);
  return mark && mark->level + step == forward_.depth + backward_.depth;
}

// In reverse order: taken from the back.
Nodes BreadthSearch::next_steps(NodeId node, std::size_t step) const {
  Nodes next;
  each_step(node, [&](NodeId other) {
    if (follows(other, step)) next.push_back(other);
  });
  graph_.sort_by_id(next);
  std::ranges::reverse(next);
  return next;
}

std::vector<Nodes> BreadthSearch::read(std::size_t limit) {
  const std::size_t hops = root_.size() - 1 + forward_.depth + backward_.depth;
  std::vector<Nodes> found;
  Nodes route = root_;
  std::vector<Nodes> choices = {next_steps(route.back(), 1)};
  while (!choices.empty()) {
    if (choices.back().empty()) {
      choices.pop_back();
      route.pop_back();
      continue;
    }
    route.push_back(choices.back().back());
    choices.back().pop_back();
    if (route.size() <= hops) {
      choices.push_back(next_steps(route.back(), route.size() - root_.size() + 1));
      continue;
    }
    graph_.meter().keep(sizeof(Nodes) + route.size() * sizeof(NodeId));
    found.push_back(route);
    if (found.size() == limit) break;
    route.pop_back();
  }
  return found;
}

}  // namespace

std::unique_ptr<RouteSearch> breadth_search(const RouteGraph& graph, NodeId to) {
  return std::make_unique<BreadthSearch>(graph, to);
}

}  // namespace entente
