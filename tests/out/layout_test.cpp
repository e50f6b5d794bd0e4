#include "out/layout.h"

#include <array>
#include <cmath>

#include "out/graphviz.h"
#include "tests/catch.h"

using namespace entente;

namespace {

Shape box(double width, double height) {
  const double w = width / 2;
  const double h = height / 2;
  return {width, height, {{w, h}, {-w, h}, {-w, -h}, {w, -h}}};
}

Line line(std::size_t from, std::size_t to, bool arrow = false) {
  return {from, to, arrow, 80, 14};
}

// `size` nodes in a tree with a chord at every third: every line with a label.
Plan web(std::size_t size) {
  Plan plan;
  for (std::size_t i = 0; i < size; ++i) plan.nodes.push_back(box(90 + 10.0 * (i % 5), 34));
  for (std::size_t i = 1; i < size; ++i) {
    plan.lines.push_back(line((i * i + 3) % i, i, i % 2 == 0));
    if (i % 3 == 0) plan.lines.push_back(line(i / 2, i));
  }
  return plan;
}

Layout arranged(const Plan& plan, unsigned seed = 1) {
  const auto lock = graphviz_lock();
  return arrange(plan, seed);
}

// Names and labels on each other, and lines through names.
std::size_t stumbles(const Plan& plan, const Layout& layout) {
  const Clutter found = clutter(plan, layout);
  return found.boxes + found.through_names;
}

std::size_t labelled(const Layout& layout) {
  std::size_t count = 0;
  for (const Route& route : layout.routes) count += route.labelled ? 1 : 0;
  return count;
}

}  // namespace

TEST_CASE("every label has a place, and nothing lies on anything else") {
  const std::size_t size = GENERATE(2U, 9U, 25U, 60U);
  CAPTURE(size);
  const Plan plan = web(size);
  const Layout layout = arranged(plan);
  CHECK(labelled(layout) == plan.lines.size());
  CHECK(stumbles(plan, layout) == 0);
}

TEST_CASE("clutter is boxes on boxes, and lines through what they do not belong to") {
  Plan plan{{box(10, 20), box(10, 20), box(10, 20), box(8, 8)}, {line(0, 1)}};
  Layout layout{{{0, 0}, {200, 0}, {100, 50}, {50, 0}}, {Route{}}};
  layout.routes[0].curve = {{{5, 0}, {70, 0}, {130, 0}, {195, 0}}};
  const auto counts = [&] {
    const Clutter found = clutter(plan, layout);
    return std::array{found.labels, found.hidden, found.boxes, found.through_names,
                      found.through_labels};
  };
  CHECK(counts() == std::array<std::size_t, 5>{0, 1, 0, 0, 0});  // a dot does not count
  layout.nodes[2] = {100, 4};
  CHECK(counts() == std::array<std::size_t, 5>{0, 1, 0, 1, 0});
  layout.routes[0].labelled = true;
  layout.routes[0].label = {{100, 3}, 30, 8};
  CHECK(counts() == std::array<std::size_t, 5>{1, 0, 1, 1, 0});  // its own label does not count
  plan.lines.push_back({0, 1, false, 0, 0});
  layout.routes.push_back(Route{layout.routes[0].curve, {}, false, {}});
  CHECK(counts() == std::array<std::size_t, 5>{1, 0, 1, 2, 1});
}

TEST_CASE("lines between the same two nodes keep apart, whichever way they go") {
  Plan plan{{box(100, 34), box(100, 34)}, {line(0, 1), line(0, 1, true), line(1, 0, true)}};
  const Layout layout = arranged(plan);
  CHECK(labelled(layout) == 3);
  CHECK(stumbles(plan, layout) == 0);
  for (std::size_t i = 0; i < 3; ++i) {
    for (std::size_t j = i + 1; j < 3; ++j) {
      const Point a = at(layout.routes[i].curve, 0.5);
      const Point b = at(layout.routes[j].curve, 0.5);
      CHECK(length(a - b) > 8);
    }
  }
}

TEST_CASE("lines begin and end at the outlines of their nodes, arrow heads on them") {
  const Plan plan = web(9);
  const Layout layout = arranged(plan);
  for (std::size_t i = 0; i < plan.lines.size(); ++i) {
    const Line& one = plan.lines[i];
    const Route& route = layout.routes[i];
    const Box from{layout.nodes[one.from], plan.nodes[one.from].width, plan.nodes[one.from].height};
    const Box to{layout.nodes[one.to], plan.nodes[one.to].width, plan.nodes[one.to].height};
    CHECK(overlap({route.curve.points[0], 1, 1}, from, 2));
    CHECK(overlap({route.tip, 1, 1}, to, 2));
    const double head = length(route.tip - route.curve.points.back());
    CHECK((one.arrow ? head > 1 && head < 10 : head < 1e-6));
  }
}

TEST_CASE("a line from a node to itself goes out and comes back") {
  const Plan plan{{box(100, 34)}, {line(0, 0, true)}};
  const Layout layout = arranged(plan);
  CHECK(stumbles(plan, layout) == 0);
  CHECK(std::abs(at(layout.routes[0].curve, 0.5).x - layout.nodes[0].x) > 50);
}

TEST_CASE("a short chain is one row from left to right") {
  const Plan plan{{box(90, 34), box(90, 34), box(90, 34)}, {line(2, 1, true), line(1, 0, true)}};
  const Layout layout = arranged(plan);
  CHECK(layout.nodes[2].x < layout.nodes[1].x);
  CHECK(layout.nodes[1].x < layout.nodes[0].x);
  CHECK(std::abs(layout.nodes[2].y - layout.nodes[0].y) < 1e-6);
}

TEST_CASE("parts that nothing joins stand beside each other") {
  Plan plan = web(9);
  for (std::size_t part = 0; part < 6; ++part) {
    const std::size_t first = plan.nodes.size();
    plan.nodes.insert(plan.nodes.end(), 2, box(100, 34));
    plan.lines.push_back(line(first, first + 1));
  }
  plan.nodes.push_back(box(60, 30));
  const Layout layout = arranged(plan);
  CHECK(stumbles(plan, layout) == 0);
  CHECK(labelled(layout) == plan.lines.size());
}

TEST_CASE("the same plan and seed give the same layout, whatever was laid out before") {
  const Plan plan = web(20);
  const Layout first = arranged(plan);
  arranged(web(25), 3);
  const Layout second = arranged(plan);
  for (std::size_t i = 0; i < plan.nodes.size(); ++i) {
    CHECK(first.nodes[i].x == second.nodes[i].x);
    CHECK(first.nodes[i].y == second.nodes[i].y);
  }
}

TEST_CASE("scattered places are all different and finite") {
  const auto lock = graphviz_lock();
  const Plan plan = web(50);
  const std::vector<Point> places = scatter(plan, 1);
  REQUIRE(places.size() == 50);
  for (std::size_t i = 0; i < places.size(); ++i) {
    CHECK(std::isfinite(places[i].x));
    for (std::size_t j = 0; j < i; ++j) CHECK(length(places[i] - places[j]) > 1e-3);
  }
}

TEST_CASE("lines go around names that stand in their way") {
  // Four in a row, each joined with all others, and no room above or below that is not free.
  Plan plan{{box(90, 34), box(90, 34), box(90, 34), box(90, 34)}, {}};
  for (std::size_t i = 0; i < 4; ++i) {
    for (std::size_t j = i + 1; j < 4; ++j) plan.lines.push_back(line(i, j, j % 2 == 0));
  }
  CHECK(stumbles(plan, arranged(plan)) == 0);
  CHECK(clutter(plan, arranged(plan)).through_labels == 0);
}
