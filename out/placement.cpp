// Pass one: see placement.h.

#include "out/placement.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <set>
#include <string>

#include "out/graphviz.h"
#include "out/plain.h"

namespace entente {
namespace {

constexpr std::size_t kCareful = 60;      // nodes up to which several placements are tried
constexpr std::size_t kNeato = 400;       // above: sfdp
constexpr std::size_t kSketched = 20000;  // above: a spiral, since a layout would take minutes
constexpr std::size_t kLongestRow = 7;    // nodes of a chain that is drawn as one row

std::string inches(double points) { return fixed(points / 72, 4); }

std::string position(Point p) { return fixed(p.x, 2) + "," + fixed(p.y, 2); }

std::size_t add_box(Drawing& drawing, const std::string& name, double width, double height) {
  const std::size_t node = drawing.add_node(name);
  drawing.set_node(node, "width", inches(width));
  drawing.set_node(node, "height", inches(height));
  return node;
}

// Nodes, then a box for each label half-way along its line. Returns the index of each line's box.
std::vector<std::size_t> fill(Drawing& drawing, const Plan& plan) {
  drawing.set_nodes("shape", "box");
  drawing.set_nodes("fixedsize", "true");
  drawing.set_nodes("label", "");
  drawing.set_nodes("width", "1");
  drawing.set_nodes("height", "1");
  drawing.set_nodes("pos", "");
  drawing.set_edges("len", "1");
  for (std::size_t i = 0; i < plan.nodes.size(); ++i) {
    add_box(drawing, "n" + std::to_string(i), plan.nodes[i].width, plan.nodes[i].height);
  }
  std::vector<std::size_t> boxes(plan.lines.size(), 0);
  for (std::size_t i = 0; i < plan.lines.size(); ++i) {
    const Line& line = plan.lines[i];
    if (line.from == line.to) continue;
    if (line.label_width <= 0) {
      drawing.set_edge(drawing.add_edge(line.from, line.to), "len", "1.7");
      continue;
    }
    boxes[i] = add_box(drawing, "l" + std::to_string(i), line.label_width, line.label_height);
    drawing.set_edge(drawing.add_edge(line.from, boxes[i]), "len", "0.9");
    drawing.set_edge(drawing.add_edge(boxes[i], line.to), "len", "0.9");
  }
  return boxes;
}

void remove_overlaps(Drawing& drawing) {
  drawing.set_graph("overlap", "prism");
  drawing.set_graph("overlap_scaling", "-2");
  drawing.set_graph("sep", "+9");
  drawing.set_graph("splines", "false");
}

Placement read(const Drawing& drawing, const Plan& plan, const std::vector<std::size_t>& boxes) {
  Placement placement;
  for (std::size_t i = 0; i < plan.nodes.size(); ++i) placement.nodes.push_back(drawing.place(i));
  for (const std::size_t box : boxes) placement.labels.push_back(drawing.place(box));
  return placement;
}

Placement run(const Plan& plan, const std::string& engine, unsigned seed, bool separate) {
  Drawing drawing;
  drawing.set_graph("mode", "major");
  drawing.set_graph("start", std::to_string(seed));
  drawing.set_graph("overlap", "true");
  drawing.set_graph("splines", "false");
  if (separate) remove_overlaps(drawing);
  const std::vector<std::size_t> boxes = fill(drawing, plan);
  drawing.layout(engine);
  return read(drawing, plan, boxes);
}

// The same placement turned by `angle` and stretched to `wide` times its width at the same area,
// then pulled apart where boxes lie on each other.
Placement turned(const Plan& plan, const Placement& raw, double angle, double wide) {
  Drawing drawing;
  remove_overlaps(drawing);
  const std::vector<std::size_t> boxes = fill(drawing, plan);
  const auto put = [&](std::size_t node, Point p) {
    const Point q{p.x * std::cos(angle) - p.y * std::sin(angle),
                  p.x * std::sin(angle) + p.y * std::cos(angle)};
    drawing.set_node(node, "pos", position({q.x * wide, q.y / wide}));
  };
  for (std::size_t i = 0; i < plan.nodes.size(); ++i) put(i, raw.nodes[i]);
  for (std::size_t i = 0; i < plan.lines.size(); ++i) {
    if (boxes[i] > 0) put(boxes[i], raw.labels[i]);
  }
  drawing.layout("nop1");
  return read(drawing, plan, boxes);
}

std::vector<std::set<std::size_t>> neighbours(const Plan& plan) {
  std::vector<std::set<std::size_t>> result(plan.nodes.size());
  for (const Line& line : plan.lines) {
    if (line.from == line.to) continue;
    result[line.from].insert(line.to);
    result[line.to].insert(line.from);
  }
  return result;
}

// The nodes of a plan that is one short chain, from end to end; empty when it is none.
std::vector<std::size_t> chain(const Plan& plan) {
  if (plan.nodes.size() > kLongestRow) return {};
  const std::vector<std::set<std::size_t>> next = neighbours(plan);
  std::size_t ends = 0;
  std::size_t start = 0;
  for (std::size_t i = next.size(); i-- > 0;) {
    if (next[i].size() > 2) return {};
    if (next[i].size() < 2) {
      ++ends;
      start = i;
    }
  }
  if (ends == 0) return {};
  std::vector<std::size_t> order = {start};
  std::set<std::size_t> seen = {start};
  for (bool more = true; more;) {
    more = false;
    for (const std::size_t n : next[order.back()]) {
      if (!seen.insert(n).second) continue;
      order.push_back(n);
      more = true;
      break;
    }
  }
  // Most arrows of a row point to the right, as one reads.
  long forward = 0;
  for (const Line& line : plan.lines) {
    if (!line.arrow) continue;
    forward += std::ranges::find(order, line.from) < std::ranges::find(order, line.to) ? 1 : -1;
  }
  if (forward < 0) std::ranges::reverse(order);
  return order;
}

// A chain from left to right, with room for the widest label between two nodes.
Placement row(const Plan& plan, const std::vector<std::size_t>& order) {
  Placement placement{std::vector<Point>(plan.nodes.size()), std::vector<Point>(plan.lines.size())};
  double x = 0;
  for (std::size_t i = 0; i < order.size(); ++i) {
    if (i > 0) {
      double gap = 40;
      for (const Line& line : plan.lines) {
        const bool between = std::minmax(line.from, line.to) == std::minmax(order[i - 1], order[i]);
        if (between) gap = std::max(gap, line.label_width + 44);
      }
      x += plan.nodes[order[i - 1]].width / 2 + gap + plan.nodes[order[i]].width / 2;
    }
    placement.nodes[order[i]] = {x, 0};
  }
  for (std::size_t i = 0; i < plan.lines.size(); ++i) {
    const Line& line = plan.lines[i];
    placement.labels[i] = (placement.nodes[line.from] + placement.nodes[line.to]) * 0.5;
  }
  return placement;
}

}  // namespace

std::vector<Placement> place(const Plan& plan, unsigned seed) {
  const std::vector<std::size_t> order = chain(plan);
  if (!order.empty()) return {row(plan, order)};
  if (plan.nodes.size() > kNeato) return {run(plan, "sfdp", seed, true)};
  if (plan.nodes.size() > kCareful) return {run(plan, "neato", seed, true)};
  // Small pictures are tried more often: they are looked at longest, and cost least.
  const unsigned starts = plan.nodes.size() <= 25 ? 4 : 2;
  const int turns = plan.nodes.size() <= 25 ? 8 : 5;
  std::vector<Placement> placements;
  for (unsigned start = seed; start < seed + starts; ++start) {
    const Placement raw = run(plan, "neato", start, false);
    const double wide = (start - seed) % 2 == 0 ? 1.15 : 0.9;
    for (int turn = 0; turn < turns; ++turn) {
      placements.push_back(turned(plan, raw, turn * std::numbers::pi / turns, wide));
    }
  }
  return placements;
}

std::vector<Point> sketch(const Plan& plan, unsigned seed) {
  const std::size_t size = plan.nodes.size();
  if (size <= kSketched) return run(plan, size > 2 ? "sfdp" : "neato", seed, false).nodes;
  // Points of a sunflower: evenly spread, each in its own place.
  std::vector<Point> points;
  const double golden = std::numbers::pi * (3 - std::sqrt(5.0));
  for (std::size_t i = 0; i < size; ++i) {
    const auto n = static_cast<double>(i);
    points.push_back(Point{std::cos(golden * n), std::sin(golden * n)} * (40 * std::sqrt(n)));
  }
  return points;
}

}  // namespace entente
