#include "out/timeline.h"

#include <algorithm>

#include "tests/catch.h"

using namespace entente;

namespace {

Shape box(double width, double height) { return {width, height, {}}; }

// Five lanes, six occasions on three dates, one of them of three people and one of one.
struct Sample {
  Plan plan;
  std::vector<TimelineStop> stops;
  std::vector<std::string> columns = {"1 Mar 2024", "Apr 2024", "2 May 2024"};

  Sample() {
    for (int i = 0; i < 5; ++i) plan.nodes.push_back(box(80 + 10 * i, 34));
    add(0, {0, 1});
    add(0, {2, 4});
    add(1, {0, 3}, true);
    add(1, {1, 2, 4});
    add(2, {3});
    add(2, {0, 4});
  }

  void add(std::size_t column, std::vector<std::size_t> members, bool arrow = false) {
    plan.lines.push_back({members.front(), members.back(), arrow, 60, 14});
    stops.push_back({column, std::move(members)});
  }

  Timeline arranged() const { return arrange_timeline(plan, stops, columns); }
};

}  // namespace

TEST_CASE("nothing of a timeline lies on anything else, and every line has its label") {
  const Sample sample;
  const Timeline timeline = sample.arranged();
  const Clutter found = clutter(sample.plan, timeline.layout);
  CHECK(found.labels == sample.plan.lines.size());
  CHECK(found.boxes + found.through_names + found.through_labels == 0);
}

TEST_CASE("a timeline goes from left to right in time") {
  const Sample sample;
  const Timeline timeline = sample.arranged();
  for (std::size_t i = 0; i < sample.stops.size(); ++i) {
    for (std::size_t j = 0; j < sample.stops.size(); ++j) {
      if (sample.stops[i].column >= sample.stops[j].column) continue;
      CHECK(timeline.layout.routes[i].tip.x < timeline.layout.routes[j].tip.x);
    }
  }
  REQUIRE(timeline.backdrop.notes.size() == 3);
  CHECK(timeline.backdrop.notes[0].at.x < timeline.backdrop.notes[1].at.x);
  CHECK_FALSE(overlap(box_of(timeline.backdrop.notes[0]), box_of(timeline.backdrop.notes[1])));
}

TEST_CASE("a line of a timeline touches the lanes of all who took part") {
  const Sample sample;
  const Timeline timeline = sample.arranged();
  std::size_t marks = 0;
  for (const TimelineStop& stop : sample.stops) marks += stop.members.size();
  REQUIRE(timeline.backdrop.marks.size() == marks);
  for (const Backdrop::Mark& mark : timeline.backdrop.marks) {
    const Route& route = timeline.layout.routes[mark.line];
    const Point begin = route.curve.points.front();
    CHECK(mark.at.x == begin.x);
    CHECK(mark.at.y <= std::max(begin.y, route.tip.y) + 5);
    CHECK(mark.at.y >= std::min(begin.y, route.tip.y) - 5);
  }
  // One lane each.
  for (std::size_t i = 0; i < 5; ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      CHECK(std::abs(timeline.layout.nodes[i].y - timeline.layout.nodes[j].y) > 34);
    }
  }
}

TEST_CASE("lanes of those who meet lie side by side") {
  Plan plan;
  std::vector<TimelineStop> stops;
  for (int i = 0; i < 6; ++i) plan.nodes.push_back(box(80, 30));
  for (std::size_t i = 0; i < 3; ++i) {
    plan.lines.push_back({i, i + 3, false, 40, 12});
    stops.push_back({0, {i, i + 3}});
  }
  const Timeline timeline = arrange_timeline(plan, stops, {"2024"});
  for (std::size_t i = 0; i < 3; ++i) {
    CHECK(std::abs(timeline.layout.nodes[i].y - timeline.layout.nodes[i + 3].y) < 50);
  }
  // Three lines in one column, in lanes that do not meet: one under the other.
  CHECK(timeline.layout.routes[0].tip.x == timeline.layout.routes[2].tip.x);
}
