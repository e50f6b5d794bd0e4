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
// Lines routed, times lines that each is compared with: where hits are everywhere, a reader gains
// little from the last of them.
constexpr std::size_t kWork = 300000;

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

class Mender {
 public:
  Mender(const Plan& plan, const Placement& placement)
      : router_(plan, placement, Care::Close),
        left_(kWork / std::max<std::size_t>(plan.lines.size(), 1)) {}

  void run(std::vector<Route>& routes) {
    for (std::size_t i = 0; i < routes.size(); ++i) router_.adopt(i, routes[i]);
    bool troubled = true;
    for (int pass = 0; pass < kPasses && troubled; ++pass) {
      troubled = false;
      for (std::size_t line = 0; line < routes.size() && left_ > 0; ++line) {
        if (!router_.in_hit(line)) continue;
        troubled = true;
        route(line);
        if (router_.in_hit(line)) reroute(tangle(router_, line));
      }
    }
    for (std::size_t i = 0; i < routes.size(); ++i) routes[i] = router_.routed(i);
  }

 private:
  void route(std::size_t line) {
    router_.route(line);
    left_ -= std::min<std::size_t>(left_, 1);
  }

  // Tries other orders; the first that costs less is kept.
  void reroute(const std::vector<std::size_t>& lines) {
    const double before = cost_of(router_, lines);
    std::vector<Router::Routed> kept;
    kept.reserve(lines.size());
    for (const std::size_t line : lines) kept.push_back(router_.take(line));
    for (std::size_t first = 0; first < lines.size() && left_ > 0; ++first) {
      if (first > 0) {
        for (const std::size_t line : lines) router_.take(line);
      }
      for (std::size_t i = 0; i < lines.size(); ++i) route(lines[(first + i) % lines.size()]);
      for (const std::size_t line : lines) route(line);
      if (cost_of(router_, lines) < before - 1e-9) return;
    }
    for (std::size_t i = 0; i < lines.size(); ++i) router_.put(lines[i], kept[i]);
  }

  Router router_;
  std::size_t left_;  // lines that may be routed still
};

}  // namespace

void mend(const Plan& plan, const Placement& placement, std::vector<Route>& routes) {
  Mender(plan, placement).run(routes);
}

}  // namespace entente
