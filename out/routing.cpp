// Pass two: see routing.h. For each line a handful of bends is tried, and for each bend a handful
// of places for the label; the cheapest is kept. Where all of them run through a name or a label,
// a way around is looked for (detour.h). Costs are weights found by looking at pictures.

#include "out/routing.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>
#include <optional>

#include "out/detour.h"

namespace entente {
namespace {

constexpr int kSamples = 20;
constexpr double kHead = 7;              // length of an arrow head
constexpr double kDotHit = 6;            // a curve through a dot
constexpr double kNameHit = 60;          // ... through a name
constexpr double kLabelHit = 30;         // ... through a label
constexpr double kHit = 30;              // least of what a detour would mend
constexpr double kNameGap = 3;           // free points around a name
constexpr double kCovered = 40;          // a label on a node or on another label
constexpr std::size_t kManyLines = 300;  // above: fewer rounds for lines that run through something
constexpr double kTurn = 1.5;            // of a detour
constexpr double kTooNear = 0.6;         // a sample close to another curve
constexpr double kTwinTooNear = 6;       // the same for a curve between the same two nodes
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

Box grown(const Box& box, double by) {
  return {box.centre, box.width + 2 * by, box.height + 2 * by};
}

bool through(const Sampled& samples, const Box& box) {
  if (!overlap(samples.box, box, 1e-6)) return false;
  for (std::size_t i = 0; i < kSamples; ++i) {
    if (share_inside(box, samples.points[i], samples.points[i + 1]) > 0) return true;
  }
  return false;
}

class Router {
 public:
  Router(const Plan& plan, const Placement& placement)
      : plan_(plan),
        placement_(placement),
        routed_(plan.lines.size()),
        around_names_(plan.lines.size()) {
    for (std::size_t i = 0; i < plan.nodes.size(); ++i) {
      nodes_.push_back({placement.nodes[i], plan.nodes[i].width, plan.nodes[i].height});
      if (plan.nodes[i].height >= kDot) named_.push_back(i);
    }
  }

  // Straight, or around names, without regard to other lines.
  void route_alone(std::size_t index) {
    const Line& line = plan_.lines[index];
    Routed routed;
    routed.route = curve_through(index, bends(index).front());
    routed.samples = sampled(routed.route.curve);
    const bool free = std::ranges::none_of(names_besides(line), [&](const Box& name) {
      return through(routed.samples, grown(name, kNameGap));
    });
    if (!free) {
      const auto turns = turns_around(line, names_besides(line));
      if (!turns.empty()) routed.route = curve_along(line, turns);
      routed.samples = sampled(routed.route.curve);
    }
    routed_[index] = std::move(routed);
  }

  // Routes one line against all that are routed now. Returns its cost.
  double route(std::size_t line) {
    routed_[line].reset();
    Choice best;
    for (const Candidate& candidate : bends(line)) {
      consider(line, curve_through(line, candidate), candidate.price, best);
    }
    if (best.cost >= kHit) try_ways_around(line, best);
    routed_[line] = std::move(best.routed);
    return best.cost;
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

  struct Choice {
    double cost = std::numeric_limits<double>::max();
    std::optional<Routed> routed;
  };

  // Takes `route` where it costs less than the best so far.
  void consider(std::size_t line, Route route, double price, Choice& best) const {
    Routed trial;
    trial.route = std::move(route);
    trial.samples = sampled(trial.route.curve);
    double cost = price + curve_cost(line, trial.samples, best.cost - price);
    if (cost >= best.cost) return;
    cost += put_label(line, trial);
    if (cost >= best.cost) return;
    best.cost = cost;
    best.routed = std::move(trial);
  }

  std::vector<Box> names_besides(const Line& line) const {
    std::vector<Box> names;
    for (const std::size_t n : named_) {
      if (n != line.from && n != line.to) names.push_back(nodes_[n]);
    }
    return names;
  }

  // Empty where there is no way around, or no need of one.
  std::vector<Point> turns_around(const Line& line, const std::vector<Box>& obstacles) const {
    if (line.from == line.to) return {};
    return detour(placement_.nodes[line.from], placement_.nodes[line.to], obstacles)
        .value_or(std::vector<Point>());
  }

  // First around names: these ways are the same in every round. Then around labels too.
  void try_ways_around(std::size_t index, Choice& best) {
    const Line& line = plan_.lines[index];
    const auto consider_along = [&](const std::vector<Point>& turns) {
      if (turns.empty()) return;
      consider(index, curve_along(line, turns), kTurn * static_cast<double>(turns.size()), best);
    };
    if (!around_names_[index]) around_names_[index] = turns_around(line, names_besides(line));
    consider_along(*around_names_[index]);
    if (best.cost < kHit) return;
    std::vector<Box> obstacles = names_besides(line);
    const std::size_t names = obstacles.size();
    for (const std::optional<Routed>& other : routed_) {
      if (other && other->route.labelled) obstacles.push_back(other->route.label);
    }
    if (obstacles.size() > names) consider_along(turns_around(line, obstacles));
  }

  Route curve_along(const Line& line, const std::vector<Point>& turns) const {
    const Point start =
        border(plan_.nodes[line.from], placement_.nodes[line.from], turns.front(), 1);
    Route route;
    route.tip = border(plan_.nodes[line.to], placement_.nodes[line.to], turns.back(), 1);
    route.curve = smooth(start, turns, behind_head(line, route.tip, turns.back()));
    return route;
  }

  // Where a curve that comes from `from` ends, so that there is room for the head at `tip`.
  static Point behind_head(const Line& line, Point tip, Point from) {
    const Point back = from - tip;
    const double room = length(back);
    if (!line.arrow || room <= 1e-6) return tip;
    return tip + back * (std::min(kHead, room * 0.5) / room);
  }

  std::vector<Candidate> bends(std::size_t index) const {
    const Line& line = plan_.lines[index];
    const Point a = placement_.nodes[line.from];
    const Point b = placement_.nodes[line.to];
    if (line.from == line.to) return {{a, 0, true, 1}, {a, 0.5, true, -1}};
    const Point middle = (a + b) * 0.5;
    std::vector<Candidate> candidates = {{middle, 0, false, 1}};
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
    const Point end = behind_head(line, route.tip, candidate.control);
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

  // Stops counting at `enough`.
  double curve_cost(std::size_t index, const Sampled& samples, double enough) const {
    const Line& line = plan_.lines[index];
    double cost = length({samples.box.width, samples.box.height}) / 400;
    for (std::size_t n = 0; n < nodes_.size(); ++n) {
      if (n == line.from || n == line.to || !overlap(samples.box, nodes_[n], kNameGap)) continue;
      const Box wide = grown(nodes_[n], kNameGap);
      if (through(samples, wide)) cost += nodes_[n].height < kDot ? kDotHit : kNameHit;
    }
    for (std::size_t other = 0; other < routed_.size() && cost < enough; ++other) {
      if (routed_[other]) cost += against(index, samples, other);
    }
    return cost;
  }

  // What another line costs: its label under this curve, crossings, running side by side.
  double against(std::size_t index, const Sampled& samples, std::size_t other) const {
    const Routed& routed = *routed_[other];
    double cost = 0;
    if (routed.route.labelled && overlap(samples.box, routed.route.label, 2)) {
      cost += through(samples, grown(routed.route.label, 1)) ? kLabelHit : 0;
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
    for (const double t : {0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73, 0.2, 0.8}) {
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
      cost += through(routed.samples, label) ? kLabelHit : 0;
    }
    return cost;
  }

  const Plan& plan_;
  const Placement& placement_;
  std::vector<Box> nodes_;
  std::vector<std::size_t> named_;  // those that are no dots
  std::vector<std::optional<Routed>> routed_;
  std::vector<std::optional<std::vector<Point>>> around_names_;  // of each line, once asked for
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
  std::vector<double> costs(plan.lines.size(), 0);
  const int mending = plan.lines.size() <= kManyLines ? 3 : 1;
  for (int round = 0; round < rounds + mending; ++round) {
    for (const std::size_t line : order) {
      if (round < rounds || costs[line] >= kHit) costs[line] = router.route(line);
    }
  }
  Routing routing = router.result();
  routing.cost = std::accumulate(costs.begin(), costs.end(), 0.0);
  return routing;
}

std::vector<Route> route_simply(const Plan& plan, const Placement& placement) {
  Router router(plan, placement);
  for (std::size_t line = 0; line < plan.lines.size(); ++line) router.route_alone(line);
  return router.result().routes;
}

}  // namespace entente
