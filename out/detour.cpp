// Ways around boxes: A* over the corners of the boxes that are in the way, found as the search goes
// (most boxes never are), so that no graph of all that see each other is needed.

#include "out/detour.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <queue>
#include <tuple>
#include <utility>

namespace entente {
namespace {

constexpr double kTurn = 25;      // points of way that a turn costs
constexpr double kCut = 3;        // how far a smooth curve may pass a turning point by
constexpr double kLongest = 1.6;  // how much longer than the straight line a way may be ...
constexpr double kDetour = 120;   // ... and how many points more
constexpr int kExpansions = 200;  // turning points tried before the search gives up
constexpr int kLooks = 80;        // points looked at from one of them

class Search {
 public:
  Search(Point from, Point to, const std::vector<Box>& obstacles, Clearance clearance)
      : clearance_(clearance), points_{from, to} {
    // Ways that are much longer than the straight line are none that a reader could follow.
    const double longest = kLongest * length(to - from) + kDetour;
    for (const Box& box : obstacles) {
      if (length(box.centre - from) + length(to - box.centre) > longest) continue;
      const Box wide = grown(box, clearance.side);
      if (!contains(wide, from) && !contains(wide, to)) obstacles_.push_back(wide);
    }
    corners_.resize(obstacles_.size());
  }

  std::optional<std::vector<Point>> run() {
    using Entry = std::tuple<double, std::size_t>;  // least way through it, point
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> open;
    best_ = {0, std::numeric_limits<double>::max()};
    before_ = {0, 0};
    open.emplace(length(points_[1] - points_[0]), 0);
    for (int expansions = 0; !open.empty() && expansions < kExpansions;) {
      const auto [estimate, point] = open.top();
      open.pop();
      if (point == 1) return turns();
      if (estimate > best_[point] + length(points_[1] - points_[point]) + 1e-9) continue;
      ++expansions;
      for (const std::size_t next : seen_from(point)) {
        const double way = best_[point] + length(points_[next] - points_[point]) + kTurn;
        if (way >= best_[next] - 1e-9) continue;
        best_[next] = way;
        before_[next] = point;
        open.emplace(way + length(points_[1] - points_[next]), next);
      }
    }
    return std::nullopt;
  }

 private:
  std::vector<Point> turns() const {
    std::vector<Point> result;
    for (std::size_t p = before_[1]; p != 0; p = before_[p]) result.push_back(points_[p]);
    std::ranges::reverse(result);
    return result;
  }

  // Points that can be reached in a straight line: the goal, or corners of what hides it, or of
  // what hides those.
  std::vector<std::size_t> seen_from(std::size_t point) {
    std::vector<std::size_t> seen;
    std::vector<std::size_t> look = {1};
    std::vector<bool> known(obstacles_.size(), false);
    for (std::size_t i = 0; i < look.size() && i < kLooks; ++i) {
      const std::optional<std::size_t> hidden_by = first_between(point, look[i]);
      if (!hidden_by) {
        if (look[i] != point) seen.push_back(look[i]);
      } else if (!known[*hidden_by]) {
        known[*hidden_by] = true;
        for (const std::size_t corner : corners(*hidden_by)) look.push_back(corner);
      }
    }
    return seen;
  }

  std::optional<std::size_t> first_between(std::size_t a, std::size_t b) const {
    const Point from = points_[a];
    const Point to = points_[b];
    const Box reach{(from + to) * 0.5, std::abs(to.x - from.x), std::abs(to.y - from.y)};
    std::optional<std::size_t> first;
    double least = std::numeric_limits<double>::max();
    for (std::size_t i = 0; i < obstacles_.size(); ++i) {
      if (!overlap(reach, obstacles_[i], 1e-6)) continue;
      if (share_inside(obstacles_[i], from, to) <= 0) continue;
      const double distance = length(obstacles_[i].centre - from);
      if (distance < least) {
        least = distance;
        first = i;
      }
    }
    return first;
  }

  // The corners of an obstacle that do not lie in another.
  const std::vector<std::size_t>& corners(std::size_t obstacle) {
    std::optional<std::vector<std::size_t>>& made = corners_[obstacle];
    if (made) return *made;
    made.emplace();
    const Box wide = grown(obstacles_[obstacle], clearance_.corner - clearance_.side);
    for (const double x : {-0.5, 0.5}) {
      for (const double y : {-0.5, 0.5}) {
        const Point corner = wide.centre + Point{x * wide.width, y * wide.height};
        if (std::ranges::any_of(obstacles_,
                                [&](const Box& other) { return contains(other, corner); })) {
          continue;
        }
        made->push_back(points_.size());
        points_.push_back(corner);
        best_.push_back(std::numeric_limits<double>::max());
        before_.push_back(0);
      }
    }
    return *made;
  }

  Clearance clearance_;
  std::vector<Point> points_;  // from, to, and the corners met so far
  std::vector<Box> obstacles_;
  std::vector<std::optional<std::vector<std::size_t>>> corners_;  // of each obstacle
  std::vector<double> best_;                                      // way to each point
  std::vector<std::size_t> before_;
};

void add_line(Curve& curve, Point to) {
  const Point from = curve.points.back();
  curve.points.push_back(from + (to - from) * (1.0 / 3));
  curve.points.push_back(from + (to - from) * (2.0 / 3));
  curve.points.push_back(to);
}

void add_bend(Curve& curve, Point turn, Point to) {
  const Point from = curve.points.back();
  curve.points.push_back(from + (turn - from) * (2.0 / 3));
  curve.points.push_back(to + (turn - to) * (2.0 / 3));
  curve.points.push_back(to);
}

}  // namespace

std::optional<std::vector<Point>> detour(Point from, Point to, const std::vector<Box>& obstacles,
                                         Clearance clearance) {
  return Search(from, to, obstacles, clearance).run();
}

Curve smooth(Point from, const std::vector<Point>& turns, Point to) {
  Curve curve{{from}};
  for (std::size_t i = 0; i < turns.size(); ++i) {
    const Point before = i == 0 ? from : turns[i - 1];
    const Point after = i + 1 == turns.size() ? to : turns[i + 1];
    const double in = std::max(length(turns[i] - before), 1e-6);
    const double out = std::max(length(after - turns[i]), 1e-6);
    const Point incoming = (turns[i] - before) * (1 / in);
    const Point outgoing = (after - turns[i]) * (1 / out);
    // A parabola between two tangents of this length passes their corner by half its height.
    const double height = length(outgoing - incoming) / 2;
    const double share_in = i == 0 ? 0.9 : 0.5;
    const double share_out = i + 1 == turns.size() ? 0.9 : 0.5;
    const double reach =
        std::min({2 * kCut / std::max(height, 1e-3), in * share_in, out * share_out});
    const Point begin = turns[i] - incoming * reach;
    if (length(begin - curve.points.back()) > 0.5) add_line(curve, begin);
    add_bend(curve, turns[i], turns[i] + outgoing * reach);
  }
  add_line(curve, to);
  return curve;
}

}  // namespace entente
