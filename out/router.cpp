// One line at a time: see router.h.

#include "out/router.h"

#include <algorithm>
#include <cmath>

namespace entente {
namespace {

constexpr double kHead = 7;         // length of an arrow head
constexpr double kDotHit = 6;       // a curve through a dot
constexpr double kNameHit = 60;     // ... through a name
constexpr double kLabelHit = 30;    // ... through a label
constexpr double kCovered = 40;     // a label on a node or on another label: it is left out
constexpr double kClose = 10;       // times these, when looked at closely
constexpr double kNameGap = 3;      // free points around a name
constexpr double kTurn = 1.5;       // of a detour
constexpr double kTooNear = 0.6;    // a sample close to another curve
constexpr double kTwinTooNear = 6;  // the same for a curve between the same two nodes
constexpr double kCrossing = 2.5;
constexpr double kUnseen = 8;    // a line that its own label covers
constexpr double kSeen = 40;     // points of a line that should be seen beside its label
constexpr double kNearness = 7;  // points that count as close
constexpr double kTwinNearness = 11;
constexpr double kLabelGap = 3;     // free points around a label
constexpr double kLabelMargin = 1;  // ... for lines of others
constexpr double kBeside = 6;       // a label beside its line
constexpr double kBesideGap = 2;    // points between the two
constexpr Clearance kNarrow{2, 5};  // where lanes are narrow
constexpr Clearance kWide{10, 18};  // outside another line that turns at the same corner

// Where a curve that comes from `from` ends, so that there is room for the head at `tip`.
Point behind_head(const Line& line, Point tip, Point from) {
  const Point back = from - tip;
  const double room = length(back);
  if (!line.arrow || room <= 1e-6) return tip;
  return tip + back * (std::min(kHead, room * 0.5) / room);
}

}  // namespace

Router::Router(const Plan& plan, const Placement& placement, Care care)
    : plan_(plan),
      placement_(placement),
      care_(care),
      routed_(plan.lines.size()),
      around_names_(plan.lines.size()) {
  for (std::size_t i = 0; i < plan.nodes.size(); ++i) {
    nodes_.push_back({placement.nodes[i], plan.nodes[i].width, plan.nodes[i].height});
    if (plan.nodes[i].height >= kDot) named_.push_back(i);
  }
}

void Router::route_alone(std::size_t index) {
  const Line& line = plan_.lines[index];
  Routed routed;
  routed.route = curve_through(index, bends(index).front());
  routed.samples = samples_of(routed.route.curve);
  const bool free = std::ranges::none_of(names_besides(line), [&](const Box& name) {
    return through(routed.samples, grown(name, kNameGap));
  });
  if (!free) {
    const auto turns = turns_around(line, names_besides(line));
    if (!turns.empty()) routed.route = curve_along(line, turns);
    routed.samples = samples_of(routed.route.curve);
  }
  routed_[index] = std::move(routed);
}

double Router::route(std::size_t line) {
  Choice best;
  if (care_ == Care::Close && routed_[line]) best = {cost(line), routed_[line]};
  routed_[line].reset();
  for (const Candidate& candidate : bends(line)) {
    consider(line, curve_through(line, candidate), candidate.price, best);
  }
  if (best.cost >= kHit) try_ways_around(line, best);
  if (care_ == Care::Close && best.cost >= kHit) try_other_ways(line, best);
  routed_[line] = std::move(best.routed);
  return best.cost;
}

void Router::adopt(std::size_t line, const Route& route) {
  routed_[line] = {route, samples_of(route.curve), 0};
}

Router::Routed Router::take(std::size_t line) {
  Routed routed = std::move(*routed_[line]);
  routed_[line].reset();
  return routed;
}

void Router::put(std::size_t line, const Routed& routed) { routed_[line] = routed; }

bool Router::in_hit(std::size_t index) const {
  const Line& line = plan_.lines[index];
  const Routed& routed = *routed_[index];
  if (line.label_width > 0 && !routed.route.labelled) return true;
  for (const std::size_t n : named_) {
    if (through_name(line, routed.samples, n, nodes_[n])) return true;
    if (routed.route.labelled && overlap(routed.route.label, nodes_[n])) return true;
  }
  return !entangled(index).empty();
}

double Router::cost(std::size_t index) const {
  constexpr double all = std::numeric_limits<double>::max();
  const Line& line = plan_.lines[index];
  const Routed& routed = *routed_[index];
  double cost = routed.price + curve_cost(index, routed.samples, all);
  if (routed.route.labelled) {
    cost += label_cost(index, routed.route.label, all);
  } else if (line.label_width > 0) {
    cost += scaled(kCovered);
  }
  return cost;
}

std::vector<std::size_t> Router::entangled(std::size_t index) const {
  const Routed& routed = *routed_[index];
  const auto in_the_way = [&](const Routed& label, const Routed& line) {
    return label.route.labelled && through(line.samples, label.route.label);
  };
  std::vector<std::size_t> result;
  for (std::size_t other = 0; other < routed_.size(); ++other) {
    if (other == index || !routed_[other]) continue;
    const Routed& with = *routed_[other];
    const bool labels = routed.route.labelled && with.route.labelled &&
                        overlap(routed.route.label, with.route.label);
    if (labels || in_the_way(routed, with) || in_the_way(with, routed)) result.push_back(other);
  }
  return result;
}

double Router::scaled(double hit) const { return care_ == Care::Close ? hit * kClose : hit; }

Router::Samples Router::samples_of(const Curve& curve) const {
  Samples samples;
  Point least = curve.points.front();
  Point most = least;
  for (std::size_t i = 0; i <= kSamples; ++i) {
    const Point p = at(curve, static_cast<double>(i) / kSamples);
    samples.points[i] = p;
    least = {std::min(least.x, p.x), std::min(least.y, p.y)};
    most = {std::max(most.x, p.x), std::max(most.y, p.y)};
  }
  samples.box = {(least + most) * 0.5, most.x - least.x, most.y - least.y};
  if (care_ == Care::Close) {
    samples.track = track_of(curve);
    samples.box = around({samples.box, samples.track->box});
  }
  return samples;
}

bool Router::through(const Samples& samples, const Box& box) const {
  if (!overlap(samples.box, box, 1e-6)) return false;
  if (samples.track) return runs_through(*samples.track, box);
  for (std::size_t i = 0; i < kSamples; ++i) {
    if (share_inside(box, samples.points[i], samples.points[i + 1]) > 0) return true;
  }
  return false;
}

// Its own two names a line may touch only where it begins and ends.
bool Router::through_name(const Line& line, const Samples& samples, std::size_t node,
                          const Box& name) const {
  if (node != line.from && node != line.to) return through(samples, name);
  return samples.track ? comes_back(samples.track->points, name) : comes_back(samples.points, name);
}

// Takes `route` where it costs less than the best so far.
void Router::consider(std::size_t line, Route route, double price, Choice& best) const {
  Routed trial;
  trial.route = std::move(route);
  trial.samples = samples_of(trial.route.curve);
  trial.price = price;
  double cost = price + curve_cost(line, trial.samples, best.cost - price);
  if (cost >= best.cost) return;
  cost += put_label(line, trial);
  if (cost >= best.cost) return;
  best.cost = cost;
  best.routed = std::move(trial);
}

std::vector<Box> Router::names_besides(const Line& line) const {
  std::vector<Box> names;
  for (const std::size_t n : named_) {
    if (n != line.from && n != line.to) names.push_back(nodes_[n]);
  }
  return names;
}

std::vector<Box> Router::labels() const {
  std::vector<Box> labels;
  for (const std::optional<Routed>& routed : routed_) {
    if (routed && routed->route.labelled) labels.push_back(routed->route.label);
  }
  return labels;
}

// Empty where there is no way around, or no need of one.
std::vector<Point> Router::turns_around(const Line& line, const std::vector<Box>& obstacles,
                                        Clearance clearance) const {
  if (line.from == line.to) return {};
  return detour(placement_.nodes[line.from], placement_.nodes[line.to], obstacles, clearance)
      .value_or(std::vector<Point>());
}

void Router::consider_along(std::size_t line, const std::vector<Point>& turns, Choice& best) const {
  if (turns.empty()) return;
  consider(line, curve_along(plan_.lines[line], turns), kTurn * static_cast<double>(turns.size()),
           best);
}

// First around names: these ways are the same in every round. Then around labels too.
void Router::try_ways_around(std::size_t index, Choice& best) {
  const Line& line = plan_.lines[index];
  if (!around_names_[index]) around_names_[index] = turns_around(line, names_besides(line));
  consider_along(index, *around_names_[index], best);
  if (best.cost < kHit) return;
  const std::vector<Box> covered = labels();
  if (covered.empty()) return;
  std::vector<Box> obstacles = names_besides(line);
  obstacles.insert(obstacles.end(), covered.begin(), covered.end());
  consider_along(index, turns_around(line, obstacles), best);
}

// Closer to names and labels, farther away, and on either side of the straight way.
void Router::try_other_ways(std::size_t index, Choice& best) const {
  const Line& line = plan_.lines[index];
  if (line.from == line.to) return;
  std::vector<Box> obstacles = names_besides(line);
  const std::vector<Box> covered = labels();
  obstacles.insert(obstacles.end(), covered.begin(), covered.end());
  consider_along(index, turns_around(line, obstacles, kNarrow), best);
  consider_along(index, turns_around(line, obstacles, kWide), best);
  const Point from = placement_.nodes[line.from];
  const Point to = placement_.nodes[line.to];
  const Point way = to - from;
  const double distance = std::max(length(way), 1.0);
  const Point normal{-way.y / distance, way.x / distance};
  for (const double aside : {40.0, -40.0, 90.0, -90.0}) {
    const Point via = (from + to) * 0.5 + normal * aside;
    const auto in = detour(from, via, obstacles, kNarrow);
    const auto out = detour(via, to, obstacles, kNarrow);
    if (!in || !out) continue;
    std::vector<Point> turns = *in;
    turns.push_back(via);
    turns.insert(turns.end(), out->begin(), out->end());
    consider_along(index, turns, best);
  }
}

Route Router::curve_along(const Line& line, const std::vector<Point>& turns) const {
  const Point start = border(plan_.nodes[line.from], placement_.nodes[line.from], turns.front(), 1);
  Route route;
  route.tip = border(plan_.nodes[line.to], placement_.nodes[line.to], turns.back(), 1);
  route.curve = smooth(start, turns, behind_head(line, route.tip, turns.back()));
  return route;
}

std::vector<Router::Candidate> Router::bends(std::size_t index) const {
  const Line& line = plan_.lines[index];
  const Point a = placement_.nodes[line.from];
  const Point b = placement_.nodes[line.to];
  if (line.from == line.to) return {{Way::Loop, a, 0, 1}, {Way::Loop, a, 0.5, -1}};
  const Point middle = (a + b) * 0.5;
  std::vector<Candidate> candidates = {{Way::Straight, middle}};
  if (line.label_width > 0) {
    const Point room = placement_.labels[index] - middle;
    for (const double share : {0.5, 1.0, 1.5, 2.0}) {
      candidates.push_back({Way::Bent, middle + room * share, 0.2 * share});
    }
  }
  const double distance = std::max(length(b - a), 1.0);
  const Point normal{-(b.y - a.y) / distance, (b.x - a.x) / distance};
  for (const double bend : {18.0, 36.0, 60.0, 90.0, 130.0, 180.0}) {
    if (bend > 0.9 * distance && bend > 60) break;
    for (const double side : {1.0, -1.0}) {
      candidates.push_back({Way::Bent, middle + normal * (bend * side), 0.2 + bend / 45});
    }
  }
  return candidates;
}

Route Router::curve_through(std::size_t index, const Candidate& candidate) const {
  const Line& line = plan_.lines[index];
  if (candidate.way == Way::Loop) return loop(line, candidate.side);
  const Point a = placement_.nodes[line.from];
  const Point b = placement_.nodes[line.to];
  const Point start = border(plan_.nodes[line.from], a, candidate.control, 1);
  Route route;
  route.tip = border(plan_.nodes[line.to], b, candidate.control, 1);
  // Half-way between centres may lie in a wide node: a straight line bends towards its own middle.
  const bool straight = candidate.way == Way::Straight;
  const Point end = behind_head(line, route.tip, straight ? start : candidate.control);
  const Point control = straight ? (start + end) * 0.5 : candidate.control;
  route.curve = {
      {start, start + (control - start) * (2.0 / 3), end + (control - end) * (2.0 / 3), end}};
  return route;
}

// From the right (or left) side of a node back to it.
Route Router::loop(const Line& line, double side) const {
  const Point centre = placement_.nodes[line.from];
  const Shape& shape = plan_.nodes[line.from];
  const double reach = shape.width / 2 + 40;
  const Point out = border(shape, centre, centre + Point{side * shape.width, shape.height / 3}, 1);
  const Point in = border(shape, centre, centre + Point{side * shape.width, -shape.height / 3}, 1);
  Route route;
  route.tip = in;
  const Point end = line.arrow ? in + Point{side * kHead, -1} : in;
  route.curve = {
      {out, {centre.x + side * reach, out.y + 14}, {centre.x + side * reach, in.y - 14}, end}};
  return route;
}

// Stops counting at `enough`.
double Router::curve_cost(std::size_t index, const Samples& samples, double enough) const {
  const Line& line = plan_.lines[index];
  double cost = length({samples.box.width, samples.box.height}) / 400;
  for (std::size_t n = 0; n < nodes_.size(); ++n) {
    if (!overlap(samples.box, nodes_[n], kNameGap)) continue;
    const bool end = n == line.from || n == line.to;
    const Box name = end ? nodes_[n] : grown(nodes_[n], kNameGap);
    if (through_name(line, samples, n, name))
      cost += nodes_[n].height < kDot ? kDotHit : scaled(kNameHit);
  }
  for (std::size_t other = 0; other < routed_.size() && cost < enough; ++other) {
    if (routed_[other]) cost += against(index, samples, other);
  }
  return cost;
}

// What another line costs: its label under this curve, crossings, running side by side.
double Router::against(std::size_t index, const Samples& samples, std::size_t other) const {
  const Routed& routed = *routed_[other];
  double cost = 0;
  if (routed.route.labelled && overlap(samples.box, routed.route.label, 2)) {
    cost += through(samples, grown(routed.route.label, kLabelMargin)) ? scaled(kLabelHit) : 0;
  }
  if (!overlap(samples.box, routed.samples.box, kNearness)) return cost;
  const Line& a = plan_.lines[index];
  const Line& b = plan_.lines[other];
  const bool twin = std::minmax(a.from, a.to) == std::minmax(b.from, b.to);
  const double near = twin ? kTwinNearness : kNearness;
  const Box reach = grown(routed.samples.box, near);
  // Curves that end at one node come together there: only the middle counts.
  for (std::size_t i = 3; i + 3 <= kSamples; ++i) {
    if (!contains(reach, samples.points[i])) continue;
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

bool Router::crossing(const Samples& a, const Samples& b) {
  constexpr std::size_t step = 4;
  for (std::size_t i = 0; i + step <= kSamples; i += step) {
    for (std::size_t j = 0; j + step <= kSamples; j += step) {
      if (cross(a.points[i], a.points[i + step], b.points[j], b.points[j + step])) return true;
    }
  }
  return false;
}

// Finds the best place for the label along the curve. Returns its cost; no place leaves it out.
double Router::put_label(std::size_t index, Routed& trial) const {
  const Line& line = plan_.lines[index];
  if (line.label_width <= 0) return 0;
  double least = scaled(kCovered);
  double price = 0;
  const auto consider_at = [&](Point centre, double price_here) {
    const Box label{centre, line.label_width, line.label_height};
    const double cost = price_here + label_cost(index, label, least - price_here);
    if (cost >= least) return;
    least = cost;
    price = price_here;
    trial.route.label = label;
    trial.route.labelled = true;
  };
  const auto consider_on = [&](double t) {
    const Point centre = at(trial.route.curve, t);
    const Box label{centre, line.label_width, line.label_height};
    consider_at(centre, 4 * std::abs(t - 0.5) + hidden_cost(trial, label));
  };
  for (const double t : {0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73, 0.2, 0.8}) consider_on(t);
  if (care_ == Care::Close && least >= kHit) {
    for (int step = 0; step <= 40; ++step) {
      const double t = 0.1 + 0.02 * step;
      consider_on(t);
      const Point middle = at(trial.route.curve, t);
      const Point along = at(trial.route.curve, t + 0.02) - at(trial.route.curve, t - 0.02);
      const double size = std::max(length(along), 1e-6);
      const Point normal{-along.y / size, along.x / size};
      const double reach =
          (std::abs(normal.x) * line.label_width + std::abs(normal.y) * line.label_height) / 2 +
          kBesideGap;
      for (const double side : {1.0, -1.0}) {
        consider_at(middle + normal * (side * reach), kBeside + 4 * std::abs(t - 0.5));
      }
    }
  }
  trial.price += price;
  return least;
}

// A line of which its own label leaves little to see.
double Router::hidden_cost(const Routed& trial, const Box& label) {
  const Point reach = trial.samples.points.back() - trial.samples.points.front();
  const auto covered =
      std::ranges::count_if(trial.samples.points, [&](Point p) { return contains(label, p); });
  const double seen = length(reach) * (1 - static_cast<double>(covered) / (kSamples + 1));
  return seen < kSeen ? kUnseen * (kSeen - seen) / kSeen : 0;
}

// Stops counting at `enough`.
double Router::label_cost(std::size_t index, const Box& label, double enough) const {
  for (const Box& node : nodes_) {
    if (overlap(label, node, kLabelGap)) return scaled(kCovered);
  }
  const Box clear = care_ == Care::Close ? grown(label, kLabelMargin) : label;
  double cost = 0;
  for (std::size_t other = 0; other < routed_.size() && cost < enough; ++other) {
    if (other == index || !routed_[other]) continue;
    const Routed& routed = *routed_[other];
    if (routed.route.labelled && overlap(label, routed.route.label, kLabelGap))
      return scaled(kCovered);
    if (!overlap(label, routed.samples.box, kLabelMargin)) continue;
    cost += through(routed.samples, clear) ? scaled(kLabelHit) : 0;
  }
  return cost;
}

}  // namespace entente
