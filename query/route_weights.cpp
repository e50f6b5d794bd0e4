// Weighted routes: Dijkstra's algorithm over labels.
//
// A label is a way to reach an entity: its cost, its length, and the day of arrival, which is the
// same for all where times do not matter. Labels are settled in order of cost, then length, and of
// one entity by the ids on the way. One is given up where a settled label of the same entity is no
// longer and no later: that one was no dearer. The first that settles at the end is the best route;
// it comes to no entity twice, since without the loop it would be shorter, no dearer and no later.
//
// From one side alone this would settle all that is nearer than the end. CostBounds first tells
// what the cheapest way costs and how much is left from anywhere: a label that cannot come to the
// end for that is not made.

#include <algorithm>
#include <queue>
#include <tuple>
#include <unordered_map>

#include "query/route_costs.h"
#include "query/route_search.h"

namespace entente {
namespace {

using cypher::Neighbour;
using cypher::NodeId;

class WeightSearch : public RouteSearch {
 public:
  WeightSearch(const RouteGraph& graph, NodeId to) : graph_(graph), to_(to), bounds_(graph) {}

  bool prepare(const RouteRoot& root) override;
  std::vector<Nodes> read(std::size_t) override { return {route_}; }

 private:
  using Index = std::uint32_t;
  static constexpr Index kNone = static_cast<Index>(-1);
  struct Label {
    std::int64_t cost = 0;
    std::int64_t day = kAnyTime;
    std::uint32_t hops = 0;  // after the root
    NodeId node;
    Index before = kNone;
  };

  bool later(Index a, Index b) const;  // whether `a` is settled after `b`
  Nodes way(Index label) const;        // after the root
  bool beaten(const Label& label) const;
  bool too_dear(std::int64_t cost, NodeId node) const {
    return cheapest_ && cost + bounds_.to_go(node) > *cheapest_;
  }
  void add(const Label& label);
  void go_on_from(Index label);

  const RouteGraph& graph_;
  const NodeId to_;
  CostBounds bounds_;
  cypher::Kept kept_;
  RouteRoot root_;
  std::uint32_t max_hops_ = 0;
  std::vector<Label> labels_;
  std::vector<Index> open_;  // a heap
  std::unordered_map<std::uint32_t, std::vector<Index>> settled_;
  std::optional<std::int64_t> cheapest_;  // known way to the end
  Nodes route_;
};

Nodes WeightSearch::way(Index label) const {
  Nodes nodes;
  for (; labels_[label].before != kNone; label = labels_[label].before) {
    nodes.push_back(labels_[label].node);
  }
  std::ranges::reverse(nodes);
  return nodes;
}

bool WeightSearch::later(Index a, Index b) const {
  const Label& x = labels_[a];
  const Label& y = labels_[b];
  const auto key = [](const Label& label) { return std::tie(label.cost, label.hops, label.node); };
  if (key(x) != key(y)) return key(x) > key(y);
  const Nodes x_way = way(a), y_way = way(b);
  return x_way == y_way ? x.day > y.day : graph_.comes_first(y_way, x_way);
}

bool WeightSearch::beaten(const Label& label) const {
  const auto known = settled_.find(label.node.value);
  return known != settled_.end() && std::ranges::any_of(known->second, [&](Index index) {
           return labels_[index].hops <= label.hops && labels_[index].day <= label.day;
         });
}

void WeightSearch::add(const Label& label) {
  if (label.node == to_ && (!cheapest_ || label.cost < *cheapest_)) cheapest_ = label.cost;
  kept_.add(graph_.meter(), sizeof(Label) + 2 * sizeof(Index));
  labels_.push_back(label);
  open_.push_back(static_cast<Index>(labels_.size() - 1));
  std::ranges::push_heap(open_, [this](Index a, Index b) { return later(a, b); });
}

void WeightSearch::go_on_from(Index index) {
  const Label label = labels_[index];
  graph_.each_step(label.node, [&](const Neighbour& step) {
    if (step.node == root_.last() || !root_.allows(label.node, step.node)) return;
    if (too_dear(label.cost, step.node)) return;
    const auto day = graph_.arrival(step.relationship, label.day);
    if (!day) return;
    const Label next{label.cost + graph_.cost(step.relationship), *day, label.hops + 1, step.node,
                     index};
    if (!too_dear(next.cost, next.node) && !beaten(next)) add(next);
  });
}

bool WeightSearch::prepare(const RouteRoot& root) {
  kept_.release(graph_.meter());
  root_ = root;
  max_hops_ = static_cast<std::uint32_t>(graph_.rules().max_hops - (root.nodes.size() - 1));
  labels_.clear();
  open_.clear();
  settled_.clear();
  cheapest_.reset();
  if (!bounds_.find(root, to_)) return false;
  const std::vector<Chain> chains = chains_along(graph_, root.nodes);
  if (!graph_.rules().in_time_order && bounds_.hops() <= max_hops_) {
    cheapest_ = chains.front().cost + bounds_.cost();
  }
  for (const Chain& chain : chains) add({chain.cost, chain.time, 0, root.last(), kNone});
  while (!open_.empty()) {
    std::ranges::pop_heap(open_, [this](Index a, Index b) { return later(a, b); });
    const Index index = open_.back();
    open_.pop_back();
    const Label label = labels_[index];
    if (beaten(label)) continue;
    settled_[label.node.value].push_back(index);
    if (label.node == to_) {
      route_ = root.nodes;
      const Nodes rest = way(index);
      route_.insert(route_.end(), rest.begin(), rest.end());
      return true;
    }
    if (label.hops < max_hops_) go_on_from(index);
  }
  return false;
}

}  // namespace

std::unique_ptr<RouteSearch> weight_search(const RouteGraph& graph, NodeId to) {
  return std::make_unique<WeightSearch>(graph, to);
}

}  // namespace entente
