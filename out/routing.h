#pragma once
// Pass two: one curve for each line, and a place for its label on the curve.

#include <vector>

#include "out/layout.h"
#include "out/placement.h"

namespace entente {

struct Routing {
  std::vector<Route> routes;  // one for each line
  double cost = 0;  // how hard it reads: hits, crossings, covered labels; comparable for one plan
  std::size_t hidden = 0;  // labels without a place
};

// `rounds`: how often every line is routed again with all others known; 1 or more.
Routing route(const Plan& plan, const Placement& placement, int rounds);

// For pictures of thousands of lines: straight where no name is in the way, without labels.
std::vector<Route> route_simply(const Plan& plan, const Placement& placement);

}  // namespace entente
