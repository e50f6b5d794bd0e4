#pragma once
// The way of a line around what it must not run through.

#include <optional>
#include <vector>

#include "out/geometry.h"

namespace entente {

// Points that a way keeps from an obstacle: from its sides, and where it turns at a corner.
struct Clearance {
  double side = 4;
  double corner = 9;
};

// The turning points of a short way from `from` to `to` that keeps clear of all `obstacles`, along
// their corners; empty when the straight line does. nullopt: none was found with reasonable effort.
// An obstacle that an end lies in does not count.
std::optional<std::vector<Point>> detour(Point from, Point to, const std::vector<Box>& obstacles,
                                         Clearance clearance = {});

// A smooth curve from `from` to `to` that turns close to `turns`, on their inner side.
Curve smooth(Point from, const std::vector<Point>& turns, Point to);

}  // namespace entente
