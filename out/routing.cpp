// Pass two: see routing.h. Each line is routed by itself (router.h), in several rounds.

#include "out/routing.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "out/router.h"

namespace entente {
namespace {

constexpr std::size_t kManyLines = 300;  // above: fewer rounds for lines that run through something

// Short lines first: they have the least choice. Labelled ones before others.
std::vector<std::size_t> routing_order(const Plan& plan, const Placement& placement) {
  std::vector<std::size_t> order(plan.lines.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, {}, [&](std::size_t i) {
    const Line& line = plan.lines[i];
    const double distance = length(placement.nodes[line.to] - placement.nodes[line.from]);
    return std::pair(line.label_width <= 0, distance);
  });
  return order;
}

Routing result_of(const Plan& plan, const Router& router) {
  Routing routing;
  for (std::size_t i = 0; i < plan.lines.size(); ++i) {
    routing.routes.push_back(router.routed(i));
    if (plan.lines[i].label_width > 0 && !routing.routes.back().labelled) ++routing.hidden;
  }
  return routing;
}

}  // namespace

Routing route(const Plan& plan, const Placement& placement, int rounds) {
  Router router(plan, placement, Care::Quick);
  const std::vector<std::size_t> order = routing_order(plan, placement);
  std::vector<double> costs(plan.lines.size(), 0);
  const int mending = plan.lines.size() <= kManyLines ? 3 : 1;
  for (int round = 0; round < rounds + mending; ++round) {
    for (const std::size_t line : order) {
      if (round < rounds || costs[line] >= kHit) costs[line] = router.route(line);
    }
  }
  Routing routing = result_of(plan, router);
  routing.cost = std::accumulate(costs.begin(), costs.end(), 0.0);
  return routing;
}

std::vector<Route> route_simply(const Plan& plan, const Placement& placement) {
  Router router(plan, placement, Care::Quick);
  for (std::size_t line = 0; line < plan.lines.size(); ++line) router.route_alone(line);
  return result_of(plan, router).routes;
}

}  // namespace entente
