#pragma once
// Rectangles side by side on a page.

#include <vector>

#include "out/geometry.h"

namespace entente {

// Moves `boxes` so that none overlaps, `gap` points apart, in a shape about `aspect` times as wide
// as high. Returns how far each is moved. The largest come first; the same boxes give the same
// places.
std::vector<Point> pack(const std::vector<Box>& boxes, double gap, double aspect);

}  // namespace entente
