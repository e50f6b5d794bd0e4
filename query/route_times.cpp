// Shortest routes in order of time, searched from both ends, level by level.
//
// From the root forward: for each entity the earliest day on which it may be reached in so many
// facts. From the end backwards: the latest day on which it may be left to be at the end in so many
// facts. A longer way counts only where it is earlier (later). As soon as an entity may be left on
// the day when it is reached, the shortest routes are as long as both sides are deep. Going back
// from these entities, now only by what the forward side has reached in time, tells of every entity
// on a shortest route when it must be left; reading forward then gives all of them without a dead
// end, on each step by the fact that arrives first. Such a route comes to no entity twice: without
// the loop it would be shorter, and no later.

#include <algorithm>
#include <map>
#include <unordered_map>

#include "query/route_levels.h"

namespace entente {
namespace {

using cypher::Neighbour;
using cypher::NodeId;

// When an entity is reached or must be left, so many facts from where the side began.
struct Label {
  std::size_t hops = 0;
  std::int64_t day = 0;
};

struct Side {
  std::unordered_map<std::uint32_t, std::vector<Label>> labels;  // by node; more hops, better day
  Nodes frontier;
  std::size_t facts = 0;  // of the frontier
  std::size_t depth = 0;

  // The last label of at most so many hops.
  const Label* find(NodeId node, std::size_t hops) const {
    const auto known = labels.find(node.value);
    if (known == labels.end()) return nullptr;
    const Label* best = nullptr;
    for (const Label& label : known->second) {
      if (label.hops <= hops) best = &label;
    }
    return best;
  }
};

class TimeSearch : public LevelSearch {
 public:
  TimeSearch(const RouteGraph& graph, NodeId to) : LevelSearch(graph), to_(to) {}

  bool prepare(const RouteRoot& root) override;

 private:
  using Found = std::map<NodeId, std::int64_t>;  // the day by entity

  void start(Side& side, NodeId node, std::int64_t day);
  void enter(Side& side, const Found& found);
  Found step_forward() const;
  Found step_back() const;
  bool in_time(NodeId node, std::size_t forward_hops) const;
  std::vector<Stop> next_stops(const Stop& stop, std::size_t hops_left) const override;

  const NodeId to_;
  Side forward_;
  Side backward_;
};

void TimeSearch::start(Side& side, NodeId node, std::int64_t day) {
  side = {};
  side.labels[node.value] = {{0, day}};
  side.frontier = {node};
  side.facts = graph_.degree(node);
}

// What was found becomes the next level.
void TimeSearch::enter(Side& side, const Found& found) {
  ++side.depth;
  side.frontier.clear();
  side.facts = 0;
  for (const auto& [node, day] : found) {
    keep(sizeof(Label));
    side.labels[node.value].push_back({side.depth, day});
    side.frontier.push_back(node);
    side.facts += graph_.degree(node);
  }
}

// Entities that are reached earlier than before, with one more hop.
TimeSearch::Found TimeSearch::step_forward() const {
  Found earlier;
  for (const NodeId node : forward_.frontier) {
    const std::int64_t from = forward_.find(node, forward_.depth)->day;
    graph_.each_step(node, [&](const Neighbour& step) {
      if (!root_.allows(node, step.node)) return;
      const auto day = graph_.arrival(step.relationship, from);
      if (!day) return;
      const Label* before = forward_.find(step.node, forward_.depth);
      if (before && before->day <= *day) return;
      const auto [found, is_new] = earlier.emplace(step.node, *day);
      if (!is_new) found->second = std::min(found->second, *day);
    });
  }
  return earlier;
}

// Entities that may be left later than before, with one more hop.
TimeSearch::Found TimeSearch::step_back() const {
  Found later;
  for (const NodeId node : backward_.frontier) {
    const std::int64_t until = backward_.find(node, backward_.depth)->day;
    graph_.each_step(node, [&](const Neighbour& step) {
      if (!root_.allows(step.node, node)) return;
      const auto when = graph_.days(step.relationship);
      if (when->first > until) return;
      const std::int64_t day = std::min(when->last, until);
      const Label* before = backward_.find(step.node, backward_.depth);
      if (before && before->day >= day) return;
      const auto [found, is_new] = later.emplace(step.node, day);
      if (!is_new) found->second = std::max(found->second, day);
    });
  }
  return later;
}

// Whether it is reached in so many facts before it must be left.
bool TimeSearch::in_time(NodeId node, std::size_t forward_hops) const {
  const Label* reached = forward_.find(node, forward_hops);
  const Label* left = backward_.find(node, backward_.depth);
  return reached && left && reached->day <= left->day;
}

bool TimeSearch::prepare(const RouteRoot& root) {
  begin(root);
  start_.day = chains_along(graph_, root.nodes).front().time;
  start(forward_, start_.node, start_.day);
  start(backward_, to_, std::numeric_limits<std::int64_t>::max());
  while (hops_ < max_hops() && !forward_.frontier.empty() && !backward_.frontier.empty()) {
    ++hops_;
    const bool forward = forward_.facts <= backward_.facts;
    if (forward) {
      enter(forward_, step_forward());
    } else {
      enter(backward_, step_back());
    }
    Nodes meeting = forward ? forward_.frontier : backward_.frontier;
    std::erase_if(meeting, [&](NodeId node) { return !in_time(node, forward_.depth); });
    if (meeting.empty()) continue;
    backward_.frontier = std::move(meeting);
    while (backward_.depth < hops_) {
      enter(backward_, step_back());
      std::erase_if(backward_.frontier,
                    [&](NodeId node) { return !in_time(node, hops_ - backward_.depth); });
    }
    return true;
  }
  return false;
}

std::vector<Stop> TimeSearch::next_stops(const Stop& stop, std::size_t hops_left) const {
  std::vector<Stop> next;
  graph_.each_step(stop.node, [&](const Neighbour& step) {
    if (!root_.allows(stop.node, step.node)) return;
    const auto day = graph_.arrival(step.relationship, stop.day);
    const Label* left = backward_.find(step.node, hops_left - 1);
    if (day && left && *day <= left->day) next.push_back({step.node, *day});
  });
  return next;
}

}  // namespace

std::unique_ptr<RouteSearch> time_search(const RouteGraph& graph, NodeId to) {
  return std::make_unique<TimeSearch>(graph, to);
}

}  // namespace entente
