// Pass two: see routing.h. For each line a handful of bends is tried, and for each bend a handful
// of places for the label; the cheapest is kept. Costs are weights found by looking at pictures.

#include "out/routing.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>
#include <optional>

namespace entente {
namespace {

constexpr int kSamples = 20;
constexpr double kHead = 7;            // length of an arrow head
constexpr double kNodeHit = 6;         // a sample of the curve on a node
constexpr double kLabelHit = 4;        // a sample of the curve on a label
constexpr double kCovered = 40;        // a label on a node or on another label
constexpr double kLabelOnCurve = 1.5;  // a sample of another curve under the label
constexpr double kTooNear = 0.6;       // a sample close to another curve
constexpr double kTwinTooNear = 6;     // the same for a curve between the same two nodes
constexpr double kCrossing = 2.5;
constexpr double kUnseen = 8;    // a line that its own label covers
constexpr double kSeen = 40;     // points of a line that should be seen beside its label
constexpr double kNearness = 7;  // points that count as close
constexpr double kTwinNearness = 11;
constexpr double kLabelGap = 3;  // free points around a label

struct Sampled {
  std::array<Point, kSamples + 1> points;
  Box box;  // around them
};

struct Routed {
  Route route;
  Sampled samples;
};

Sampled sampled(const Curve& curve) {
  Sampled result;
  double left = std::numeric_limits<double>::max();
  double bottom = left;
  double right = -left;
  double top = -left;
  for (int i = 0; i <= kSamples; ++i) {
    const Point p = at(curve, static_cast<double>(i) / kSamples);
    result.points[static_cast<std::size_t>(i)] = p;
    left = std::min(left, p.x);
    right = std::max(right, p.x);
    bottom = std::min(bottom, p.y);
    top = std::max(top, p.y);
  }
  result.box = {{(left + right) / 2, (bottom + top) / 2}, right - left, top - bottom};
  return result;
}

class Router {
 public:
  Router(const Plan& plan, const Placement& placement)
      : plan_(plan), placement_(placement), routed_(plan.lines.size()) {
    for (std::size_t i = 0; i < plan.nodes.size(); ++i) {
      nodes_.push_back({placement.nodes[i], plan.nodes[i].width, plan.nodes[i].height});
    }
  }

  // Routes one line against all that are routed now. Returns its cost.
  double route(std::size_t line, bool straight) {
    routed_[line].reset();
    const std::vector<Candidate> candidates = bends(line, straight);
    double least = std::numeric_limits<double>::max();
    std::optional<Routed> best;
    for (const Candidate& candidate : candidates) {
      Routed trial;
      trial.route = curve_through(line, candidate);
      trial.samples = sampled(trial.route.curve);
      // With nothing to choose from, what it costs does not matter.
      double cost = candidates.size() == 1 ? 0 : candidate.price + curve_cost(line, trial.samples);
      if (cost >= least) continue;
      cost += put_label(line, trial);
      if (cost < least) {
        least = cost;
        best = trial;
      }
    }
    routed_[line] = std::move(best);
    return least;
  }

  Routing result() const {
    Routing routing;
    for (std::size_t i = 0; i < routed_.size(); ++i) {
      routing.routes.push_back(routed_[i]->route);
      if (plan_.lines[i].label_width > 0 && !routed_[i]->route.labelled) ++routing.hidden;
    }
    return routing;
  }

 private:
  struct Candidate {
    Point control;     // the curve bends towards it
    double price = 0;  // of not being straight
    bool loop = false;
    double side = 1;  // of a loop
  };

  std::vector<Candidate> bends(std::size_t index, bool straight) const {
    const Line& line = plan_.lines[index];
    const Point a = placement_.nodes[line.from];
    const Point b = placement_.nodes[line.to];
    if (line.from == line.to) return {{a, 0, true, 1}, {a, 0.5, true, -1}};
    const Point middle = (a + b) * 0.5;
    std::vector<Candidate> candidates = {{middle, 0, false, 1}};
    if (straight) return candidates;
    if (line.label_width > 0) {
      const Point room = placement_.labels[index] - middle;
      for (const double share : {0.5, 1.0, 1.5, 2.0}) {
        candidates.push_back({middle + room * share, 0.2 * share, false, 1});
      }
    }
    const double distance = std::max(length(b - a), 1.0);
    const Point normal{-(b.y - a.y) / distance, (b.x - a.x) / distance};
    for (const double bend : {18.0, 36.0, 60.0, 90.0, 130.0, 180.0}) {
      if (bend > 0.9 * distance && bend > 60) break;
      for (const double side : {1.0, -1.0}) {
        candidates.push_back({middle + normal * (bend * side), 0.2 + bend / 45, false, 1});
      }
    }
    return candidates;
  }

  Route curve_through(std::size_t index, const Candidate& candidate) const {
    const Line& line = plan_.lines[index];
    if (candidate.loop) return loop(line, candidate.side);
    const Point a = placement_.nodes[line.from];
    const Point b = placement_.nodes[line.to];
    const Point start = border(plan_.nodes[line.from], a, candidate.control, 1);
    Route route;
    route.tip = border(plan_.nodes[line.to], b, candidate.control, 1);
    Point end = route.tip;
    if (line.arrow) {
      const Point back = candidate.control - route.tip;
      const double room = length(back);
      if (room > 1e-6) end = route.tip + back * (std::min(kHead, room * 0.5) / room);
    }
    route.curve = {{start, start + (candidate.control - start) * (2.0 / 3),
                    end + (candidate.control - end) * (2.0 / 3), end}};
    return route;
  }

  // From the right (or left) side of a node back to it.
  Route loop(const Line& line, double side) const {
    const Point centre = placement_.nodes[line.from];
    const Shape& shape = plan_.nodes[line.from];
    const double reach = shape.width / 2 + 40;
    const Point out =
        border(shape, centre, centre + Point{side * shape.width, shape.height / 3}, 1);
    const Point in =
        border(shape, centre, centre + Point{side * shape.width, -shape.height / 3}, 1);
    Route route;
    route.tip = in;
    const Point end = line.arrow ? in + Point{side * kHead, -1} : in;
    route.curve = {
        {out, {centre.x + side * reach, out.y + 14}, {centre.x + side * reach, in.y - 14}, end}};
    return route;
  }

  double curve_cost(std::size_t index, const Sampled& samples) const {
    const Line& line = plan_.lines[index];
    double cost = length(samples.box.width > 0 || samples.box.height > 0
                             ? Point{samples.box.width, samples.box.height}
                             : Point{}) /
                  400;
    for (std::size_t n = 0; n < nodes_.size(); ++n) {
      if (n == line.from || n == line.to || !overlap(samples.box, nodes_[n], 4)) continue;
      const Box wide{nodes_[n].centre, nodes_[n].width + 6, nodes_[n].height + 6};
      for (const Point p : samples.points) cost += contains(wide, p) ? kNodeHit : 0;
    }
    for (std::size_t other = 0; other < routed_.size(); ++other) {
      if (routed_[other]) cost += against(index, samples, other);
    }
    return cost;
  }

  // What another line costs: its label under this curve, crossings, running side by side.
  double against(std::size_t index, const Sampled& samples, std::size_t other) const {
    const Routed& routed = *routed_[other];
    double cost = 0;
    if (routed.route.labelled && overlap(samples.box, routed.route.label, 2)) {
      for (const Point p : samples.points) cost += contains(routed.route.label, p) ? kLabelHit : 0;
    }
    if (!overlap(samples.box, routed.samples.box, kNearness)) return cost;
    const Line& a = plan_.lines[index];
    const Line& b = plan_.lines[other];
    const bool twin = std::minmax(a.from, a.to) == std::minmax(b.from, b.to);
    const double near = twin ? kTwinNearness : kNearness;
    // Curves that end at one node come together there: only the middle counts.
    for (std::size_t i = 3; i + 3 <= kSamples; ++i) {
      for (std::size_t j = 3; j + 3 <= kSamples; ++j) {
        const Point d = samples.points[i] - routed.samples.points[j];
        if (d.x * d.x + d.y * d.y >= near * near) continue;
        cost += twin ? kTwinTooNear : kTooNear;
        break;
      }
    }
    const bool meet = a.from == b.from || a.from == b.to || a.to == b.from || a.to == b.to;
    if (!meet && crossing(samples, routed.samples)) cost += kCrossing;
    return cost;
  }

  static bool crossing(const Sampled& a, const Sampled& b) {
    constexpr std::size_t step = 4;
    for (std::size_t i = 0; i + step <= kSamples; i += step) {
      for (std::size_t j = 0; j + step <= kSamples; j += step) {
        if (cross(a.points[i], a.points[i + step], b.points[j], b.points[j + step])) return true;
      }
    }
    return false;
  }

  // Finds the best place for the label along the curve. Returns its cost; no place leaves it out.
  double put_label(std::size_t index, Routed& trial) const {
    const Line& line = plan_.lines[index];
    if (line.label_width <= 0) return 0;
    double least = kCovered;
    for (const double t : {0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73}) {
      const Box label{at(trial.route.curve, t), line.label_width, line.label_height};
      const double cost =
          4 * std::abs(t - 0.5) + hidden_cost(trial, label) + label_cost(index, label, least);
      if (cost >= least) continue;
      least = cost;
      trial.route.label = label;
      trial.route.labelled = true;
    }
    return least;
  }

  // A line of which its own label leaves little to see.
  static double hidden_cost(const Routed& trial, const Box& label) {
    const Point reach = trial.samples.points.back() - trial.samples.points.front();
    const auto covered =
        std::ranges::count_if(trial.samples.points, [&](Point p) { return contains(label, p); });
    const double seen = length(reach) * (1 - static_cast<double>(covered) / (kSamples + 1));
    return seen < kSeen ? kUnseen * (kSeen - seen) / kSeen : 0;
  }

  // Stops counting at `enough`.
  double label_cost(std::size_t index, const Box& label, double enough) const {
    for (const Box& node : nodes_) {
      if (overlap(label, node, kLabelGap)) return kCovered;
    }
    double cost = 0;
    for (std::size_t other = 0; other < routed_.size() && cost < enough; ++other) {
      if (other == index || !routed_[other]) continue;
      const Routed& routed = *routed_[other];
      if (routed.route.labelled && overlap(label, routed.route.label, kLabelGap)) return kCovered;
      if (!overlap(label, routed.samples.box)) continue;
      for (const Point p : routed.samples.points) cost += contains(label, p) ? kLabelOnCurve : 0;
    }
    return cost;
  }

  const Plan& plan_;
  const Placement& placement_;
  std::vector<Box> nodes_;
  std::vector<std::optional<Routed>> routed_;
};

// Short lines first: they have the least choice. Labelled ones before others.
std::vector<std::size_t> routing_order(const Plan& plan, const Placement& placement) {
  std::vector<std::size_t> order(plan.lines.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, {}, [&](std::size_t i) {
    const Line& line = plan.lines[i];
    const double distance = length(placement.nodes[line.to] - placement.nodes[line.from]);
    return std::pair(line.label_width <= 0, distance);
  });
  return order;
}

}  // namespace

Routing route(const Plan& plan, const Placement& placement, int rounds) {
  Router router(plan, placement);
  const std::vector<std::size_t> order = routing_order(plan, placement);
  double cost = 0;
  for (int round = 0; round < std::max(rounds, 1); ++round) {
    cost = 0;
    for (const std::size_t line : order) cost += router.route(line, rounds == 0);
  }
  Routing routing = router.result();
  routing.cost = cost;
  return routing;
}

}  // namespace entente
