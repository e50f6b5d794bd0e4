// Panels of nodes: see groups.h. Every group is laid out alone; the panels are laid out like nodes;
// then all lines are routed anew, those within groups, too, since others come between.

#include "out/groups.h"

#include <algorithm>
#include <map>

#include "out/mending.h"
#include "out/placement.h"
#include "out/routing.h"

namespace entente {
namespace {

constexpr double kMargin = 16;          // inside a panel
constexpr double kCaption = 11;         // points of the caption's letters
constexpr double kCaptionRoom = 24;     // height above the nodes
constexpr double kBetween = 30;         // between panels
constexpr std::size_t kFewest = 3;      // nodes of a group with a panel
constexpr std::size_t kStraight = 400;  // nodes above which lines are straight

struct Group {
  std::vector<std::size_t> nodes;  // their index in the whole
  Plan plan;
  Layout layout;
  std::vector<std::size_t> lines;
  Box panel;  // in the group's own coordinates
};

std::vector<Group> groups_of(const Plan& plan, const std::vector<std::size_t>& group_of,
                             const std::vector<std::string>& captions, unsigned seed) {
  std::vector<Group> groups(captions.size());
  std::vector<std::size_t> place(plan.nodes.size());
  for (std::size_t i = 0; i < plan.nodes.size(); ++i) {
    Group& group = groups[group_of[i]];
    place[i] = group.nodes.size();
    group.nodes.push_back(i);
    group.plan.nodes.push_back(plan.nodes[i]);
  }
  for (std::size_t i = 0; i < plan.lines.size(); ++i) {
    Line line = plan.lines[i];
    if (group_of[line.from] != group_of[line.to]) continue;
    Group& group = groups[group_of[line.from]];
    line.from = place[line.from];
    line.to = place[line.to];
    group.lines.push_back(i);
    group.plan.lines.push_back(line);
  }
  for (std::size_t g = 0; g < groups.size(); ++g) {
    Group& group = groups[g];
    group.layout = arrange(group.plan, seed);
    group.panel = bounds(group.plan, group.layout);
    group.panel.width += 2 * kMargin;
    group.panel.height += 2 * kMargin;
    if (group.nodes.size() < kFewest) continue;
    const double caption = width_of({{}, captions[g], kCaption, true, true});
    group.panel.width = std::max(group.panel.width, caption + 2 * kMargin);
    group.panel.height += kCaptionRoom;
    group.panel.centre.y += kCaptionRoom / 2;
  }
  return groups;
}

Shape rectangle(double width, double height) {
  const double w = width / 2;
  const double h = height / 2;
  return {width, height, {{w, h}, {-w, h}, {-w, -h}, {w, -h}}};
}

// Where the centre of each panel goes.
std::vector<Point> place_panels(const std::vector<Group>& groups, const Plan& plan,
                                const std::vector<std::size_t>& group_of, unsigned seed) {
  Plan panels;
  for (const Group& group : groups) {
    panels.nodes.push_back(rectangle(group.panel.width + kBetween, group.panel.height + kBetween));
  }
  std::map<std::pair<std::size_t, std::size_t>, std::size_t> between;
  for (const Line& line : plan.lines) {
    const auto [a, b] = std::minmax(group_of[line.from], group_of[line.to]);
    if (a != b) ++between[{a, b}];
  }
  for (const auto& [pair, count] : between) panels.lines.push_back({pair.first, pair.second});
  return arrange(panels, seed).nodes;
}

}  // namespace

Groups arrange_groups(const Plan& plan, const std::vector<std::size_t>& group_of,
                      const std::vector<std::string>& captions, unsigned seed) {
  const std::vector<Group> groups = groups_of(plan, group_of, captions, seed);
  const std::vector<Point> centres = place_panels(groups, plan, group_of, seed);
  Groups made;
  made.layout.nodes.resize(plan.nodes.size());
  // Captions stand in the way like names.
  Plan routed = plan;
  Placement placement{std::vector<Point>(plan.nodes.size()), std::vector<Point>(plan.lines.size())};
  for (std::size_t g = 0; g < groups.size(); ++g) {
    const Group& group = groups[g];
    const Point by = centres[g] - group.panel.centre;
    for (std::size_t i = 0; i < group.nodes.size(); ++i) {
      placement.nodes[group.nodes[i]] = group.layout.nodes[i] + by;
    }
    for (std::size_t i = 0; i < group.lines.size(); ++i) {
      placement.labels[group.lines[i]] = at(group.layout.routes[i].curve, 0.5) + by;
    }
    if (group.nodes.size() < kFewest) continue;
    const Backdrop::Note caption{
        {centres[g].x, centres[g].y + group.panel.height / 2 - kMargin / 2 - kCaptionRoom / 2},
        captions[g],
        kCaption,
        true,
        true};
    made.backdrop.panels.push_back({{centres[g], group.panel.width, group.panel.height}, g});
    made.backdrop.notes.push_back(caption);
    routed.nodes.push_back(rectangle(box_of(caption).width, box_of(caption).height));
    placement.nodes.push_back(caption.at);
  }
  for (std::size_t i = 0; i < plan.lines.size(); ++i) {
    const Line& line = plan.lines[i];
    if (group_of[line.from] == group_of[line.to]) continue;
    placement.labels[i] = (placement.nodes[line.from] + placement.nodes[line.to]) * 0.5;
  }
  if (plan.nodes.size() > kStraight) {
    made.layout.routes = route_simply(routed, placement);
  } else {
    made.layout.routes = route(routed, placement, 2).routes;
    mend(routed, placement, made.layout.routes);
  }
  placement.nodes.resize(plan.nodes.size());
  made.layout.nodes = placement.nodes;
  return made;
}

}  // namespace entente
