#pragma once
// Pass three: what still lies on something, or runs through it, is moved.

#include <vector>

#include "out/layout.h"
#include "out/placement.h"

namespace entente {

// Routes again the lines that are in a hit, first alone, then with those around them. Nothing else
// changes. `routes`: one for each line of the plan.
void mend(const Plan& plan, const Placement& placement, std::vector<Route>& routes);

}  // namespace entente
