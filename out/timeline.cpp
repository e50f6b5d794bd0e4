// The places of a timeline: see timeline.h.

#include "out/timeline.h"

#include <algorithm>
#include <numeric>

namespace entente {
namespace {

constexpr double kLaneGap = 14;     // between the boxes of two lanes
constexpr double kBefore = 8;       // left of an upright line
constexpr double kLabelGap = 6;     // between a line and its label
constexpr double kAfter = 12;       // right of the label
constexpr double kHead = 7;         // of an arrow
constexpr double kMark = 4;         // from the middle of a dot to an arrow that points to it
constexpr double kHeadingGap = 14;  // between two headings
constexpr double kWide = 1500;      // points: wider timelines have the names at both ends

// The lanes that one line touches: first and last, from the top.
struct Reach {
  std::size_t top = 0;
  std::size_t bottom = 0;
};

Reach reach_of(const TimelineStop& stop, const std::vector<std::size_t>& lane_of) {
  Reach reach{lane_of[stop.members.front()], lane_of[stop.members.front()]};
  for (const std::size_t node : stop.members) {
    reach.top = std::min(reach.top, lane_of[node]);
    reach.bottom = std::max(reach.bottom, lane_of[node]);
  }
  return reach;
}

std::size_t total_length(const std::vector<TimelineStop>& stops,
                         const std::vector<std::size_t>& lane_of) {
  std::size_t length = 0;
  for (const TimelineStop& stop : stops) {
    const Reach reach = reach_of(stop, lane_of);
    length += reach.bottom - reach.top;
  }
  return length;
}

// The lane of each node: by their first occasion, then every node is moved to where lines get
// shortest, until that mends nothing more.
std::vector<std::size_t> lanes(std::size_t nodes, const std::vector<TimelineStop>& stops) {
  std::vector<std::size_t> order;
  std::vector<bool> known(nodes, false);
  for (const TimelineStop& stop : stops) {
    for (const std::size_t node : stop.members) {
      if (!known[node]) order.push_back(node);
      known[node] = true;
    }
  }
  for (std::size_t i = 0; i < nodes; ++i) {
    if (!known[i]) order.push_back(i);
  }
  std::vector<std::size_t> lane_of(nodes);
  const auto number = [&] {
    for (std::size_t i = 0; i < order.size(); ++i) lane_of[order[i]] = i;
  };
  number();
  std::size_t least = total_length(stops, lane_of);
  for (int round = 0; round < 8; ++round) {
    const std::size_t before = least;
    for (std::size_t node = 0; node < nodes; ++node) {
      const std::vector<std::size_t> kept = order;
      std::vector<std::size_t> best = order;
      for (std::size_t to = 0; to < nodes; ++to) {
        order = kept;
        std::erase(order, node);
        order.insert(order.begin() + static_cast<std::ptrdiff_t>(to), node);
        number();
        const std::size_t length = total_length(stops, lane_of);
        if (length >= least) continue;
        least = length;
        best = order;
      }
      order = best;
    }
    if (least == before) break;
  }
  number();
  return lane_of;
}

// Lines of one column side by side; those whose lanes do not meet share a place.
struct Slot {
  std::vector<std::size_t> lines;
  double width = 0;
};

std::vector<Slot> slots_of(const std::vector<std::size_t>& lines, const std::vector<Reach>& reach,
                           const Plan& plan) {
  std::vector<Slot> slots;
  for (const std::size_t line : lines) {
    const auto meets = [&](std::size_t other) {
      return reach[line].top <= reach[other].bottom && reach[other].top <= reach[line].bottom;
    };
    auto slot = std::ranges::find_if(
        slots, [&](const Slot& one) { return std::ranges::none_of(one.lines, meets); });
    if (slot == slots.end()) slot = slots.insert(slots.end(), Slot());
    slot->lines.push_back(line);
    slot->width =
        std::max(slot->width, kBefore + kLabelGap + plan.lines[line].label_width + kAfter);
  }
  return slots;
}

class Arranger {
 public:
  Arranger(const Plan& plan, const std::vector<TimelineStop>& stops)
      : plan_(plan), stops_(stops), lane_of_(lanes(plan.nodes.size(), stops)) {
    double highest = 0;
    for (const Shape& node : plan.nodes) {
      highest = std::max(highest, node.height);
      names_ = std::max(names_, node.width);
    }
    for (const Line& line : plan.lines) highest = std::max(highest, line.label_height);
    pitch_ = highest + kLaneGap;
    made_.layout.routes.resize(plan.lines.size());
    for (const TimelineStop& stop : stops) {
      Reach reach = reach_of(stop, lane_of_);
      if (reach.top == reach.bottom) ++reach.bottom;  // its label needs the room below
      reach_.push_back(reach);
    }
    last_.assign(plan.nodes.size(), names_);
  }

  Timeline run(const std::vector<std::string>& columns) {
    double x = names_ + 20;
    for (std::size_t column = 0; column < columns.size(); ++column) {
      x = add_column(column, columns[column], x);
    }
    for (std::size_t node = 0; node < plan_.nodes.size(); ++node) add_lane(node, x);
    if (x > kWide) made_.right = x;
    return std::move(made_);
  }

 private:
  double height_of(std::size_t lane) const { return -static_cast<double>(lane) * pitch_; }

  // Returns where the next column begins.
  double add_column(std::size_t column, const std::string& heading, double x) {
    std::vector<std::size_t> lines;
    for (std::size_t i = 0; i < stops_.size(); ++i) {
      if (stops_[i].column == column) lines.push_back(i);
    }
    std::ranges::stable_sort(lines, {}, [&](std::size_t i) { return reach_[i].top; });
    const Backdrop::Note note{{x, pitch_}, heading, 9.5, true};
    const double width = width_of(note);
    made_.backdrop.notes.push_back(note);
    const double bottom = height_of(plan_.nodes.size() - 1) - pitch_ / 2;
    made_.backdrop.rules.push_back(
        {{x - 2, pitch_ + 7}, {x - 2, bottom}, std::nullopt, std::nullopt});
    double right = x;
    for (const Slot& slot : slots_of(lines, reach_, plan_)) {
      for (const std::size_t line : slot.lines) add_line(line, right + kBefore);
      right += slot.width;
    }
    return std::max(right, x + width + kHeadingGap);
  }

  void add_line(std::size_t index, double x) {
    const Line& line = plan_.lines[index];
    const Reach reach = reach_[index];
    const std::size_t members = stops_[index].members.size();
    const bool alone = members == 1;
    Point begin{x, height_of(members > 2 ? reach.top : lane_of_[line.from])};
    Point end{x, height_of(members > 2 ? reach.bottom : lane_of_[line.to])};
    if (alone) end.y -= pitch_ / 3;
    Route& route = made_.layout.routes[index];
    const double down = end.y < begin.y ? -1 : 1;
    if (line.arrow && !alone) end.y -= down * kMark;
    route.tip = end;
    if (line.arrow) end.y -= down * kHead;
    const Point step = (end - begin) * (1.0 / 3);
    route.curve = {{begin, begin + step, end - step, end}};
    if (line.label_width > 0) {
      route.labelled = true;
      route.label = {{x + kLabelGap + line.label_width / 2, height_of(reach.top) - pitch_ / 2},
                     line.label_width,
                     line.label_height};
    }
    for (const std::size_t node : stops_[index].members) {
      made_.backdrop.marks.push_back({{x, height_of(lane_of_[node])}, index});
      last_[node] = std::max(last_[node], x);
    }
  }

  void add_lane(std::size_t node, double end) {
    const double y = height_of(lane_of_[node]);
    const Shape& shape = plan_.nodes[node];
    made_.layout.nodes.push_back({shape.width / 2, y});
    const bool wide = end > kWide;
    made_.backdrop.rules.push_back(
        {{shape.width, y}, {wide ? end : last_[node], y}, node, std::nullopt});
  }

  const Plan& plan_;
  const std::vector<TimelineStop>& stops_;
  std::vector<std::size_t> lane_of_;
  std::vector<Reach> reach_;
  std::vector<double> last_;  // of each node, where its last dot lies
  double names_ = 0;          // width of the column of names
  double pitch_ = 0;
  Timeline made_;
};

}  // namespace

Timeline arrange_timeline(const Plan& plan, const std::vector<TimelineStop>& stops,
                          const std::vector<std::string>& columns) {
  return Arranger(plan, stops).run(columns);
}

}  // namespace entente
