// Where everything of a picture goes: see layout.h.

#include "out/layout.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "out/mending.h"
#include "out/packing.h"
#include "out/placement.h"
#include "out/routing.h"

namespace entente {
namespace {

constexpr double kAspect = 1.5;         // of a picture: width by height
constexpr double kGap = 36;             // between parts
constexpr std::size_t kMany = 150;      // nodes above which fewer arrangements are tried
constexpr std::size_t kStraight = 400;  // nodes above which lines are straight lines

// The nodes and lines that hang together, as a plan of their own.
struct Part {
  Plan plan;
  std::vector<std::size_t> nodes;  // their index in the whole
  std::vector<std::size_t> lines;
};

std::vector<std::size_t> roots(const Plan& plan) {
  std::vector<std::size_t> root(plan.nodes.size());
  std::iota(root.begin(), root.end(), std::size_t{0});
  const auto find = [&](std::size_t i) {
    while (root[i] != i) i = root[i] = root[root[i]];
    return i;
  };
  for (const Line& line : plan.lines) {
    const std::size_t a = find(line.from);
    const std::size_t b = find(line.to);
    root[std::max(a, b)] = std::min(a, b);
  }
  for (std::size_t i = 0; i < root.size(); ++i) root[i] = find(i);
  return root;
}

std::vector<Part> parts(const Plan& plan) {
  const std::vector<std::size_t> root = roots(plan);
  std::vector<Part> result;
  std::vector<std::size_t> part_of(plan.nodes.size());
  std::vector<std::size_t> place_in(plan.nodes.size());
  for (std::size_t i = 0; i < plan.nodes.size(); ++i) {
    part_of[i] = root[i] == i ? result.size() : part_of[root[i]];
    if (root[i] == i) result.emplace_back();
    Part& part = result[part_of[i]];
    place_in[i] = part.nodes.size();
    part.nodes.push_back(i);
    part.plan.nodes.push_back(plan.nodes[i]);
  }
  for (std::size_t i = 0; i < plan.lines.size(); ++i) {
    Part& part = result[part_of[plan.lines[i].from]];
    part.lines.push_back(i);
    Line line = plan.lines[i];
    line.from = place_in[line.from];
    line.to = place_in[line.to];
    part.plan.lines.push_back(line);
  }
  return result;
}

std::vector<Box> boxes_of(const Plan& plan, const Layout& layout) {
  std::vector<Box> boxes;
  for (std::size_t i = 0; i < plan.nodes.size(); ++i) {
    boxes.push_back({layout.nodes[i], plan.nodes[i].width, plan.nodes[i].height});
  }
  return boxes;
}

}  // namespace

Box bounds(const Plan& plan, const Layout& layout) {
  std::vector<Box> boxes = boxes_of(plan, layout);
  for (const Route& route : layout.routes) {
    if (route.labelled) boxes.push_back(route.label);
    for (int i = 0; i <= 8; ++i) boxes.push_back({at(route.curve, i / 8.0), 2, 2});
  }
  return around(boxes);
}

namespace {

// What a reader pays for a layout: what its routing costs, and for paper and long ways.
double price(const Plan& plan, const Layout& layout, const Routing& routing) {
  const Box page = bounds(plan, layout);
  const double aspect = page.width / std::max(page.height, 1.0);
  const auto size = static_cast<double>(plan.nodes.size());
  double used = 0;
  for (const Shape& node : plan.nodes) used += (node.width + 20) * (node.height + 20);
  for (const Line& line : plan.lines) used += (line.label_width + 10) * (line.label_height + 10);
  const double waste = page.width * page.height / used;
  return routing.cost + 60.0 * static_cast<double>(routing.hidden) + (2 + 0.1 * size) * waste +
         (10 + 0.5 * size) * std::abs(std::log(aspect / kAspect));
}

void spread(Placement& placement, double factor) {
  for (Point& p : placement.nodes) p = p * factor;
  for (Point& p : placement.labels) p = p * factor;
}

// Routes with care. What is crowded, or leaves a label without a place, is spread as far as that
// pays.
Layout with_air(const Plan& plan, Placement placement) {
  Placement used = placement;
  const bool many = plan.nodes.size() > kMany;
  const int rounds = many ? 2 : 3;
  const double step = many ? 1.2 : 1.1;
  Routing routing = route(plan, placement, rounds);
  Layout best{placement.nodes, routing.routes};
  double least = price(plan, best, routing);
  for (int tries = 0; tries < (many ? 2 : 6); ++tries) {
    const bool hidden = routing.hidden > 0;
    if (!hidden && tries >= 3) break;
    spread(placement, step);
    routing = route(plan, placement, rounds);
    const Layout trial{placement.nodes, routing.routes};
    const double cost = price(plan, trial, routing);
    if (cost >= least) continue;
    least = cost;
    best = trial;
    used = placement;
  }
  mend(plan, used, best.routes);
  return best;
}

Layout best_layout(const Plan& plan, unsigned seed) {
  if (plan.nodes.size() > kStraight) {
    const Placement placement = place(plan, seed).front();
    return {placement.nodes, route_simply(plan, placement)};
  }
  const std::vector<Placement> placements = place(plan, seed);
  const Placement* best = nullptr;
  double least = std::numeric_limits<double>::max();
  for (const Placement& placement : placements) {
    if (placements.size() > 1) {
      const Routing routing = route(plan, placement, 1);
      const double cost = price(plan, {placement.nodes, routing.routes}, routing);
      if (cost >= least) continue;
      least = cost;
    }
    best = &placement;
  }
  return with_air(plan, *best);
}

bool is_end(const Line& line, std::size_t node) { return line.from == node || line.to == node; }

void move(Layout& layout, Point by) {
  for (Point& p : layout.nodes) p = p + by;
  for (Route& route : layout.routes) {
    route.curve = moved(route.curve, by);
    route.tip = route.tip + by;
    route.label.centre = route.label.centre + by;
  }
}

}  // namespace

Layout arrange(const Plan& plan, unsigned seed) {
  const std::vector<Part> all = parts(plan);
  std::vector<Layout> layouts;
  std::vector<Box> pages;
  for (const Part& part : all) {
    layouts.push_back(best_layout(part.plan, seed));
    pages.push_back(bounds(part.plan, layouts.back()));
  }
  const std::vector<Point> moves = pack(pages, kGap, kAspect);
  Layout whole{std::vector<Point>(plan.nodes.size()), std::vector<Route>(plan.lines.size())};
  for (std::size_t p = 0; p < all.size(); ++p) {
    move(layouts[p], moves[p]);
    for (std::size_t i = 0; i < all[p].nodes.size(); ++i) {
      whole.nodes[all[p].nodes[i]] = layouts[p].nodes[i];
    }
    for (std::size_t i = 0; i < all[p].lines.size(); ++i) {
      whole.routes[all[p].lines[i]] = layouts[p].routes[i];
    }
  }
  return whole;
}

std::vector<Point> scatter(const Plan& plan, unsigned seed) {
  const std::vector<Part> all = parts(plan);
  std::vector<std::vector<Point>> places;
  std::vector<Box> pages;
  for (const Part& part : all) {
    places.push_back(part.nodes.size() == 1 ? std::vector<Point>(1) : sketch(part.plan, seed));
    std::vector<Box> boxes;
    for (std::size_t i = 0; i < part.nodes.size(); ++i) {
      boxes.push_back({places.back()[i], part.plan.nodes[i].width, part.plan.nodes[i].height});
    }
    pages.push_back(around(boxes));
  }
  const std::vector<Point> moves = pack(pages, kGap, 1);
  std::vector<Point> whole(plan.nodes.size());
  for (std::size_t p = 0; p < all.size(); ++p) {
    for (std::size_t i = 0; i < all[p].nodes.size(); ++i) {
      whole[all[p].nodes[i]] = places[p][i] + moves[p];
    }
  }
  return whole;
}

Clutter clutter(const Plan& plan, const Layout& layout) {
  Clutter found;
  std::vector<Box> names = boxes_of(plan, layout);
  std::vector<Box> boxes = names;
  std::vector<std::size_t> owner(names.size(), plan.lines.size());  // the line of each label
  for (std::size_t i = 0; i < layout.routes.size(); ++i) {
    const Route& route = layout.routes[i];
    if (route.labelled) {
      ++found.labels;
      boxes.push_back(route.label);
      owner.push_back(i);
    } else if (plan.lines[i].label_width > 0) {
      ++found.hidden;
    }
  }
  const auto part_of = [&](std::size_t b) {
    return b < names.size() ? std::pair(Hit::Part::Name, b) : std::pair(Hit::Part::Label, owner[b]);
  };
  const auto add = [&](Hit::Part part, std::size_t index, std::size_t box) {
    const auto [other_part, other] = part_of(box);
    found.hits.push_back({part, index, other_part, other});
  };
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    for (std::size_t j = i + 1; j < boxes.size(); ++j) {
      if (!overlap(boxes[i], boxes[j])) continue;
      ++found.boxes;
      add(part_of(i).first, part_of(i).second, j);
    }
  }
  for (std::size_t i = 0; i < layout.routes.size(); ++i) {
    const Track track = track_of(layout.routes[i].curve);
    for (std::size_t b = 0; b < boxes.size(); ++b) {
      const bool label = b >= names.size();
      if (label ? owner[b] == i : boxes[b].height < kDot) continue;
      const bool end = !label && is_end(plan.lines[i], b);
      if (!(end ? comes_back(track.points, boxes[b]) : runs_through(track, boxes[b]))) continue;
      ++(label ? found.through_labels : found.through_names);
      add(Hit::Part::Line, i, b);
    }
  }
  return found;
}

}  // namespace entente
