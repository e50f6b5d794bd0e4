#include "out/mending.h"

#include <algorithm>

#include "out/graphviz.h"
#include "tests/catch.h"

using namespace entente;

namespace {

Shape box(double width, double height) {
  const double w = width / 2;
  const double h = height / 2;
  return {width, height, {{w, h}, {-w, h}, {-w, -h}, {w, -h}}};
}

// From the side of one node to the side of the other.
Curve straight(Point from, Point to) {
  const Point third = (to - from) * (1.0 / 3);
  return {{from, from + third, to - third, to}};
}

// Two lines that cross in the middle: from left to right with a label, and from below to above.
struct Crossing {
  Plan plan{{box(60, 30), box(60, 30), box(60, 30), box(60, 30)},
            {{0, 1, false, 80, 14}, {2, 3, false, 0, 0}}};
  Placement placement{{{-200, 0}, {200, 0}, {0, -150}, {0, 150}}, {{0, 0}, {0, 0}}};
  std::vector<Route> routes{{straight({-170, 0}, {170, 0}), {170, 0}, true, {{0, 0}, 80, 14}},
                            {straight({0, -135}, {0, 135}), {0, 135}, false, {}}};

  Clutter found() const { return clutter(plan, {placement.nodes, routes}); }
};

double nearest(const Curve& curve, Point p) {
  double least = length(at(curve, 0) - p);
  for (int i = 1; i <= 200; ++i) least = std::min(least, length(at(curve, i / 200.0) - p));
  return least;
}

bool same(const Route& a, const Route& b) {
  return std::ranges::equal(a.curve.points, b.curve.points,
                            [](Point p, Point q) { return p.x == q.x && p.y == q.y; }) &&
         a.label.centre.x == b.label.centre.x && a.label.centre.y == b.label.centre.y;
}

}  // namespace

TEST_CASE("a label that a line runs through moves along its own line") {
  Crossing crossing;
  REQUIRE(crossing.found().through_labels == 1);
  mend(crossing.plan, crossing.placement, crossing.routes);
  CHECK(crossing.found().hits.empty());
  const Route& route = crossing.routes[0];
  REQUIRE(route.labelled);
  CHECK(nearest(route.curve, route.label.centre) < 1);
}

TEST_CASE("what is in nobody's way stays as it is") {
  Crossing crossing;
  crossing.routes[0].label.centre = {-90, 0};
  REQUIRE(crossing.found().hits.empty());
  const std::vector<Route> before = crossing.routes;
  mend(crossing.plan, crossing.placement, crossing.routes);
  CHECK(same(crossing.routes[0], before[0]));
  CHECK(same(crossing.routes[1], before[1]));
}

TEST_CASE("a line does not run behind a name that it begins or ends at") {
  // The label has its room below the lower node: the line leaves there, and came back through it.
  const Plan plan{{box(90, 40), box(90, 40)}, {{0, 1, false, 80, 14}}};
  const Placement placement{{{0, 0}, {40, 80}}, {{-10, -60}}};
  std::vector<Route> routes{
      {{{{0, -21}, {-10, -60}, {-10, -60}, {25, 59}}}, {25, 59}, true, {{-10, -60}, 80, 14}}};
  const auto found = [&] { return clutter(plan, {placement.nodes, routes}); };
  REQUIRE(found().through_names == 1);
  mend(plan, placement, routes);
  CHECK(found().hits.empty());
  CHECK(routes[0].labelled);
}

TEST_CASE("a line goes around a name, and a label that had no place gets one") {
  Crossing crossing;
  crossing.plan.nodes.push_back(box(100, 40));
  crossing.placement.nodes.push_back({0, 0});
  crossing.routes[0].labelled = false;
  REQUIRE(crossing.found().through_names == 2);
  REQUIRE(crossing.found().hidden == 1);
  mend(crossing.plan, crossing.placement, crossing.routes);
  CHECK(crossing.found().hits.empty());
  CHECK(crossing.found().hidden == 0);
}

TEST_CASE("where lines are many, none runs through a label or name, and labels touch their lines") {
  // Three hubs, joined with all, every second and every third of the others by a line with a label.
  Plan plan;
  for (std::size_t i = 0; i < 48; ++i) plan.nodes.push_back(box(110, 34));
  for (std::size_t hub = 0; hub < 3; ++hub) {
    for (std::size_t i = 3 + hub; i < 48; i += hub + 1) {
      plan.lines.push_back({hub, i, i % 2 == 0, 100, 15});
    }
  }
  const unsigned seed = GENERATE(1U, 2U, 3U);
  CAPTURE(seed);
  const auto lock = graphviz_lock();
  const Layout layout = arrange(plan, seed);
  const Clutter found = clutter(plan, layout);
  CHECK(found.hits.empty());
  CHECK(found.hidden == 0);
  for (const Route& route : layout.routes) {
    CHECK(runs_through(track_of(route.curve), grown(route.label, 6)));
  }
}
