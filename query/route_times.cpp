// Shortest routes in order of time.
//
// From the end backwards, level by level: for each entity the latest day on which it may be left to
// be at the end in so many facts. A longer way back counts only where it allows a later day. As
// soon as the root may be left on the day when it is reached, reading forward gives all shortest
// routes without a dead end, on each step by the fact that arrives first. Such a route comes to no
// entity twice: without the loop it would be shorter, and no later.

#include <algorithm>
#include <map>
#include <unordered_map>

#include "query/route_search.h"

namespace entente {
namespace {

using cypher::Neighbour;
using cypher::NodeId;

class TimeSearch : public RouteSearch {
 public:
  TimeSearch(const RouteGraph& graph, NodeId to) : graph_(graph), to_(to) {}

  bool prepare(const Nodes& root, const std::set<NodeId>& closed) override;
  std::vector<Nodes> read(std::size_t limit) override;

 private:
  // May be left until `day`, `hops` facts before the end.
  struct Departure {
    std::size_t hops = 0;
    std::int64_t day = 0;
  };
  struct Next {
    NodeId node;
    std::int64_t day = 0;  // of arrival
  };

  bool inside(NodeId node) const;  // the root, without its last
  bool allowed(NodeId from, NodeId to) const;
  Nodes step_back(const Nodes& frontier, std::size_t hops);
  const Departure* departure(NodeId node, std::size_t hops) const;
  std::vector<Next> next_steps(NodeId node, std::int64_t day, std::size_t hops_left) const;

  const RouteGraph& graph_;
  const NodeId to_;
  Nodes root_;
  std::set<NodeId> closed_;
  std::int64_t begin_ = kAnyTime;  // when the root's last is reached
  std::size_t hops_ = 0;           // from there to the end
  std::unordered_map<std::uint32_t, std::vector<Departure>> departures_;  // more hops, later day
};

bool TimeSearch::inside(NodeId node) const {
  return std::find(root_.begin(), root_.end() - 1, node) != root_.end() - 1;
}

bool TimeSearch::allowed(NodeId from, NodeId to) const {
  return !inside(from) && !(from == root_.back() && closed_.contains(to));
}

// The last departure of at most so many hops.
const TimeSearch::Departure* TimeSearch::departure(NodeId node, std::size_t hops) const {
  const auto known = departures_.find(node.value);
  if (known == departures_.end()) return nullptr;
  const Departure* best = nullptr;
  for (const Departure& one : known->second) {
    if (one.hops <= hops) best = &one;
  }
  return best;
}

// Entities that may be left later than before, with one more hop.
Nodes TimeSearch::step_back(const Nodes& frontier, std::size_t hops) {
  std::map<NodeId, std::int64_t> later;
  for (const NodeId node : frontier) {
    const std::int64_t until = departure(node, hops - 1)->day;
    graph_.each_step(node, [&](const Neighbour& step) {
      if (!allowed(step.node, node)) return;
      const auto when = graph_.days(step.relationship);
      if (when->first > until) return;
      const std::int64_t day = std::min(when->last, until);
      const Departure* before = departure(step.node, hops - 1);
      if (before && before->day >= day) return;
      const auto [found, is_new] = later.emplace(step.node, day);
      if (!is_new) found->second = std::max(found->second, day);
    });
  }
  Nodes entered;
  for (const auto& [node, day] : later) {
    graph_.meter().keep(sizeof(Departure));
    departures_[node.value].push_back({hops, day});
    entered.push_back(node);
  }
  return entered;
}

bool TimeSearch::prepare(const Nodes& root, const std::set<NodeId>& closed) {
  root_ = root;
  closed_ = closed;
  begin_ = chains_along(graph_, root).front().time;
  departures_.clear();
  departures_[to_.value] = {{0, std::numeric_limits<std::int64_t>::max()}};
  Nodes frontier = {to_};
  const std::size_t max_hops = graph_.rules().max_hops - (root.size() - 1);
  for (hops_ = 1; hops_ <= max_hops && !frontier.empty(); ++hops_) {
    frontier = step_back(frontier, hops_);
    const Departure* found = departure(root.back(), hops_);
    if (found && found->day >= begin_) return true;
  }
  return false;
}

// In reverse order: taken from the back.
std::vector<TimeSearch::Next> TimeSearch::next_steps(NodeId node, std::int64_t day,
                                                     std::size_t hops_left) const {
  std::map<NodeId, std::int64_t> first;
  graph_.each_step(node, [&](const Neighbour& step) {
    if (inside(step.node) || !allowed(node, step.node)) return;
    const auto arrival = graph_.arrival(step.relationship, day);
    const Departure* on = departure(step.node, hops_left - 1);
    if (!arrival || !on || on->day < *arrival) return;
    const auto [found, is_new] = first.emplace(step.node, *arrival);
    if (!is_new) found->second = std::min(found->second, *arrival);
  });
  Nodes nodes;
  for (const auto& [next, unused] : first) nodes.push_back(next);
  graph_.sort_by_id(nodes);
  std::vector<Next> steps;
  for (auto next = nodes.rbegin(); next != nodes.rend(); ++next) {
    steps.push_back({*next, first.at(*next)});
  }
  return steps;
}

std::vector<Nodes> TimeSearch::read(std::size_t limit) {
  std::vector<Nodes> found;
  Nodes route = root_;
  std::vector<std::vector<Next>> choices = {next_steps(route.back(), begin_, hops_)};
  while (!choices.empty()) {
    if (choices.back().empty()) {
      choices.pop_back();
      route.pop_back();
      continue;
    }
    const Next next = choices.back().back();
    choices.back().pop_back();
    route.push_back(next.node);
    const std::size_t walked = route.size() - root_.size();
    if (walked < hops_) {
      choices.push_back(next_steps(next.node, next.day, hops_ - walked));
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

std::unique_ptr<RouteSearch> time_search(const RouteGraph& graph, NodeId to) {
  return std::make_unique<TimeSearch>(graph, to);
}

}  // namespace entente
