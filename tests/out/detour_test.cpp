#include "out/detour.h"

#include "tests/catch.h"

using namespace entente;

namespace {

bool clear_of(const Curve& curve, const std::vector<Box>& boxes) {
  for (int i = 0; i < 200; ++i) {
    for (const Box& box : boxes) {
      if (share_inside(box, at(curve, i / 200.0), at(curve, (i + 1) / 200.0)) > 0) return false;
    }
  }
  return true;
}

}  // namespace

TEST_CASE("what stands in nobody's way needs no detour") {
  const auto turns = detour({0, 0}, {100, 0}, {{{50, 40}, 30, 20}});
  REQUIRE(turns);
  CHECK(turns->empty());
}

TEST_CASE("a detour takes the shorter side of a box") {
  const std::vector<Box> boxes = {{{50, 5}, 20, 30}};  // from -10 to 20
  const auto turns = detour({0, 0}, {100, 0}, boxes);
  REQUIRE(turns);
  REQUIRE(turns->size() == 2);
  CHECK(turns->front().y < -10);
  CHECK(clear_of(smooth({0, 0}, *turns, {100, 0}), boxes));
}

TEST_CASE("a detour finds its way between many boxes") {
  std::vector<Box> boxes;
  for (int x = 0; x < 6; ++x) {
    for (int y = -3; y <= 3; ++y) {
      boxes.push_back({{60.0 + 70 * x, 50.0 * y + (x % 2 == 0 ? 0 : 25)}, 50, 24});
    }
  }
  const auto turns = detour({0, 0}, {500, 10}, boxes);
  REQUIRE(turns);
  CHECK(turns->size() >= 2);
  CHECK(clear_of(smooth({0, 0}, *turns, {500, 10}), boxes));
}

TEST_CASE("there is no detour where the goal is walled in") {
  const std::vector<Box> wall = {
      {{100, 40}, 120, 20}, {{100, -40}, 120, 20}, {{50, 0}, 20, 100}, {{150, 0}, 20, 100}};
  CHECK_FALSE(detour({0, 0}, {100, 0}, wall));
}

TEST_CASE("a smooth curve begins and ends where it is told") {
  const Curve curve = smooth({0, 0}, {{10, 10}, {20, -5}}, {40, 0});
  CHECK(curve.points.size() % 3 == 1);
  CHECK(length(curve.points.front()) < 1e-9);
  CHECK(length(curve.points.back() - Point{40, 0}) < 1e-9);
}
