// Pass three: see mending.h. A line that no way of its own frees is taken out together with the
// lines that it is in a hit with; they are put back in another order, and that is kept where it
// costs all of them less.

#include "out/mending.h"

#include <algorithm>

#include "out/router.h"

namespace entente {
namespace {

constexpr int kPasses = 3;
constexpr std::size_t kTogether = 6;  // lines that are taken out at once

double cost_of(const Router& router, const std::vector<std::size_t>& lines) {
  double cost = 0;
  for (const std::size_t line : lines) cost += router.cost(line);
  return cost;
}

// `line` and what it is in a hit with, `line` first.
std::vector<std::size_t> tangle(const Router& router, std::size_t line) {
  std::vector<std::size_t> lines = {line};
  for (const std::size_t other : router.entangled(line)) {
    if (lines.size() < kTogether) lines.push_back(other);
  }
  return lines;
}

// Whether another order of routing costs less; it is kept then.
bool rerouted(Router& router, const std::vector<std::size_t>& lines) {
  const double before = cost_of(router, lines);
  std::vector<Router::Routed> kept;
  kept.reserve(lines.size());
  for (const std::size_t line : lines) kept.push_back(router.take(line));
  for (std::size_t first = 0; first < lines.size(); ++first) {
    if (first > 0) {
      for (const std::size_t line : lines) router.take(line);
    }
    for (std::size_t i = 0; i < lines.size(); ++i) router.route(lines[(first + i) % lines.size()]);
    for (const std::size_t line : lines) router.route(line);
    if (cost_of(router, lines) < before - 1e-9) return true;
  }
  for (std::size_t i = 0; i < lines.size(); ++i) router.put(lines[i], kept[i]);
  return false;
}

}  // namespace

void mend(const Plan& plan, const Placement& placement, std::vector<Route>& routes) {
  Router router(plan, placement, Care::Close);
  for (std::size_t i = 0; i < routes.size(); ++i) router.adopt(i, routes[i]);
  for (int pass = 0; pass < kPasses; ++pass) {
    std::size_t troubled = 0;
    for (std::size_t line = 0; line < routes.size(); ++line) {
      if (!router.in_hit(line)) continue;
      ++troubled;
      router.route(line);
      if (router.in_hit(line)) rerouted(router, tangle(router, line));
    }
    if (troubled == 0) break;
  }
  for (std::size_t i = 0; i < routes.size(); ++i) routes[i] = router.routed(i);
}

}  // namespace entente
