// Breadth-first search from both ends, level by level.
//
// Whole levels are expanded, always on the side whose frontier has fewer facts, until a level of
// one side touches the other. All shortest routes then run through the touching entities, at the
// same distance from both ends. Each side keeps by which entities it came to one over a shortest
// way, so that going back from the touching entities tells where routes go on, and no fact is
// looked at again. Stopping at the first touching entity instead of the whole level is the classic
// mistake.

#include <algorithm>
#include <array>

#include "cypher/node_marks.h"
#include "query/route_levels.h"

namespace entente {
namespace {

using cypher::Neighbour;
using cypher::NodeId;
using cypher::NodeMarks;

constexpr std::size_t kForward = 0;
constexpr std::size_t kBackward = 1;
constexpr std::uint32_t kNoWay = 0xffffffff;

class BreadthSearch : public LevelSearch {
 public:
  BreadthSearch(const RouteGraph& graph, NodeId to) : LevelSearch(graph), to_(to) {}

  bool prepare(const RouteRoot& root) override;

 private:
  // One entity from which a side came to another.
  struct Way {
    NodeId from;
    std::uint32_t other = kNoWay;  // the next for the same entity
  };
  struct Side {
    Nodes frontier;
    std::size_t facts = 0;  // of the frontier
    std::uint32_t depth = 0;
  };
  // Two entities that follow each other on a shortest route, on the forward side.
  struct Link {
    NodeId from;
    NodeId to;
  };

  void start(std::size_t side, NodeId node);
  Nodes expand(std::size_t side);
  void link_routes(Nodes touching);
  std::vector<Stop> next_stops(const Stop& stop, std::size_t hops_left) const override;

  const NodeId to_;
  cypher::BorrowedMarks marks_ = cypher::borrow_marks();
  std::array<Side, 2> sides_;
  std::vector<Way> ways_;
  std::vector<Link> links_;  // by from
};

void BreadthSearch::start(std::size_t side, NodeId node) {
  marks_->at(node).seen[side] = {0, kNoWay};
  sides_[side] = {{node}, graph_.degree(node), 0};
}

// One whole level further; those of the new level that the other side has seen.
Nodes BreadthSearch::expand(std::size_t which) {
  Side& side = sides_[which];
  Nodes touching, entered;
  ++side.depth;
  for (const NodeId node : side.frontier) {
    graph_.each_step(node, [&](const Neighbour& step) {
      const NodeId next = step.node;
      if (!(which == kForward ? root_.allows(node, next) : root_.allows(next, node))) return;
      NodeMarks::Mark& mark = marks_->at(next);
      NodeMarks::Seen& seen = mark.seen[which];
      const bool is_new = seen.level == NodeMarks::kUnseen;
      if (!is_new && (seen.level != side.depth || ways_[seen.step].from == node)) return;
      ways_.push_back({node, is_new ? kNoWay : seen.step});
      seen = {side.depth, static_cast<std::uint32_t>(ways_.size() - 1)};
      keep(sizeof(Way));
      if (!is_new) return;
      keep(sizeof(NodeMarks::Mark));
      entered.push_back(next);
      if (mark.seen[1 - which].level != NodeMarks::kUnseen) touching.push_back(next);
    });
  }
  side.frontier = std::move(entered);
  side.facts = 0;
  if (!touching.empty()) return touching;
  for (const NodeId node : side.frontier) side.facts += graph_.degree(node);
  return {};
}

bool BreadthSearch::prepare(const RouteRoot& root) {
  begin(root);
  marks_->clear();
  ways_.clear();
  start(kForward, root.last());
  start(kBackward, to_);
  const Side& forward = sides_[kForward];
  const Side& backward = sides_[kBackward];
  while (forward.depth + backward.depth < max_hops()) {
    if (forward.frontier.empty() || backward.frontier.empty()) return false;
    const Nodes touching = expand(forward.facts <= backward.facts ? kForward : kBackward);
    if (touching.empty()) continue;
    hops_ = forward.depth + backward.depth;
    link_routes(touching);
    return true;
  }
  return false;
}

// From the touching entities back to the root, level by level.
void BreadthSearch::link_routes(Nodes touching) {
  links_.clear();
  for (std::uint32_t level = sides_[kForward].depth; level > 0; --level) {
    Nodes before;
    for (const NodeId node : touching) {
      std::uint32_t way = marks_->known(node).seen[kForward].step;
      for (; way != kNoWay; way = ways_[way].other) {
        links_.push_back({ways_[way].from, node});
        before.push_back(ways_[way].from);
      }
    }
    std::ranges::sort(before);
    before.erase(std::unique(before.begin(), before.end()), before.end());
    touching = std::move(before);
  }
  std::ranges::sort(links_, {}, &Link::from);
}

std::vector<Stop> BreadthSearch::next_stops(const Stop& stop, std::size_t hops_left) const {
  std::vector<Stop> next;
  if (hops_left > sides_[kBackward].depth) {
    for (const Link& link : std::ranges::equal_range(links_, stop.node, {}, &Link::from)) {
      next.push_back({link.to, kAnyTime});
    }
    return next;
  }
  std::uint32_t way = marks_->known(stop.node).seen[kBackward].step;
  for (; way != kNoWay; way = ways_[way].other) next.push_back({ways_[way].from, kAnyTime});
  return next;
}

}  // namespace

std::unique_ptr<RouteSearch> breadth_search(const RouteGraph& graph, NodeId to) {
  return std::make_unique<BreadthSearch>(graph, to);
}

}  // namespace entente
