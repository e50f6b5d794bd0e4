#include "out/geometry.h"

#include "out/packing.h"
#include "tests/catch.h"

using namespace entente;

namespace {

bool near(Point a, Point b) { return length(a - b) < 1e-6; }

}  // namespace

TEST_CASE("boxes overlap only when they share more than an edge") {
  const Box box{{0, 0}, 10, 10};
  CHECK(overlap(box, {{9, 0}, 10, 10}));
  CHECK_FALSE(overlap(box, {{10, 0}, 10, 10}));
  CHECK(overlap(box, {{10, 0}, 10, 10}, 1));
  CHECK_FALSE(overlap(box, {{0, 11}, 10, 10}));
}

TEST_CASE("a curve begins and ends at its ends and lies between its points") {
  const Curve curve{{Point{0, 0}, Point{0, 10}, Point{10, 10}, Point{10, 0}}};
  CHECK(near(at(curve, 0), {0, 0}));
  CHECK(near(at(curve, 1), {10, 0}));
  CHECK(near(at(curve, 0.5), {5, 7.5}));
  // Of two straight pieces, the second three times as long.
  const Curve two{{{0, 0}, {1, 0}, {2, 0}, {3, 0}, {6, 0}, {9, 0}, {12, 0}}};
  CHECK(near(at(two, 0), {0, 0}));
  CHECK(near(at(two, 0.25), {3, 0}));
  CHECK(near(at(two, 0.5), {6, 0}));
  CHECK(near(at(two, 1), {12, 0}));
}

TEST_CASE("a line leaves a shape on its outline") {
  const Shape square{10, 10, {{5, 5}, {-5, 5}, {-5, -5}, {5, -5}}};
  CHECK(near(border(square, {0, 0}, {100, 0}, 0), {5, 0}));
  CHECK(near(border(square, {0, 0}, {100, 100}, 0), {5, 5}));
  CHECK(near(border(square, {1, 1}, {1, -50}, 2), {1, -6}));
  const Shape round{10, 4, {}};
  CHECK(near(border(round, {0, 0}, {0, 9}, 0), {0, 2}));
  CHECK(near(border(round, {3, 3}, {3, 3}, 0), {3, 3}));
}

TEST_CASE("segments cross only inside both") {
  CHECK(cross({0, 0}, {10, 10}, {0, 10}, {10, 0}));
  CHECK_FALSE(cross({0, 0}, {4, 4}, {0, 10}, {10, 0}));
  CHECK_FALSE(cross({0, 0}, {10, 0}, {0, 1}, {10, 1}));
}

TEST_CASE("packed boxes never overlap, few or many, and use the page") {
  const std::size_t count = GENERATE(1U, 2U, 7U, 40U, 200U);
  CAPTURE(count);
  std::vector<Box> boxes;
  double area = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const double size = 20 + static_cast<double>((i * 37) % 90);
    boxes.push_back({{static_cast<double>(i), 3}, size, 150 - size});
    area += (size + 10) * (160 - size);
  }
  const std::vector<Point> moves = pack(boxes, 10, 1.5);
  std::vector<Box> packed = boxes;
  for (std::size_t i = 0; i < count; ++i) packed[i].centre = packed[i].centre + moves[i];
  for (std::size_t i = 0; i < count; ++i) {
    for (std::size_t j = i + 1; j < count; ++j) CHECK_FALSE(overlap(packed[i], packed[j], 4.9));
  }
  const Box page = around(packed);
  CHECK(page.width * page.height < 2.5 * area);
}

TEST_CASE("a segment lies inside a box as far as it does") {
  const Box box{{0, 0}, 10, 4};
  CHECK(share_inside(box, {-10, 0}, {10, 0}) == Approx(0.5));
  CHECK(share_inside(box, {0, 0}, {1, 1}) == Approx(1));
  CHECK(share_inside(box, {0, -4}, {0, 4}) == Approx(0.5));
  CHECK(share_inside(box, {-10, 3}, {10, 3}) == 0);
  CHECK(share_inside(box, {-10, 2}, {10, 2}) == 0);  // along an edge
  CHECK(share_inside(box, {6, -3}, {4.5, 3}) > 0);
  CHECK(share_inside(box, {9, -3}, {4.5, 3}) == 0);
}

TEST_CASE("what a curve of many pieces runs through is seen as exactly as of one") {
  // A long way, straight but for one step around the corner of a box.
  Curve curve{{{-3000, 0}}};
  for (const Point p : {Point{0, 0}, Point{8, 8}, Point{60, 8}, Point{3000, 8}}) {
    const Point from = curve.points.back();
    curve.points.push_back(from + (p - from) * (1.0 / 3));
    curve.points.push_back(from + (p - from) * (2.0 / 3));
    curve.points.push_back(p);
  }
  const Track track = track_of(curve);
  CHECK_FALSE(runs_through(track, {{30, -3}, 40, 20}));
  CHECK(runs_through(track, {{30, -1}, 40, 20}));
  CHECK(runs_through(track, {{4, 4}, 1, 1}));
  CHECK_FALSE(runs_through(track, {{6, 2}, 1, 1}));
}

TEST_CASE("a way comes back to its box where it enters it between its ends") {
  const Box box{{0, 0}, 10, 4};
  const auto back = [&](const std::vector<Point>& way) { return comes_back(way, box); };
  CHECK_FALSE(back({{6, 0}, {20, 0}}));
  CHECK_FALSE(back({{4, 0}, {6, 0}, {20, 0}}));             // begins inside, as at an ellipse
  CHECK_FALSE(back({{20, 0}, {6, 0}, {4, 0}}));             // ends inside
  CHECK_FALSE(back({{4, 1}, {20, 5}, {20, -5}, {4, -1}}));  // a loop
  CHECK(back({{0, -3}, {0, -9}, {0, 20}}));
  CHECK(back({{20, 0}, {0, -9}, {0, 3}}));
  CHECK(back({{4, 0}, {9, 0}, {9, 3}, {0, 1}, {-9, 3}}));
  CHECK_FALSE(back({}));
}
