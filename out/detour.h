#pragma once
// The way of a line around what it must not run through.

#include <optional>
#include <vector>

#include "out/geometry.h"

namespace entente {

// The turning points of a short way from `from` to `to` that keeps clear of all `obstacles`, along
// their corners; empty when the straight line does. nullopt: none was found with reasonable effort.
// An obstacle that an end lies in does not count.
std::optional<std::vector<Point>> detour(Point from, Point to, const std::vector<Box>& obstacles);

// A smooth curve from `from` to `to` that turns close to `turns`, on their inner side.
Curve smooth(Point from, const std::vector<Point>& turns, Point to);

}  // namespace entente
