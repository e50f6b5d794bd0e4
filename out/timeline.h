#pragma once
// The places of a timeline: a lane for each node from left to right, its name at the left; a column
// for each date, in order; in it an upright line for each occasion, from lane to lane, with a dot
// on every lane of somebody who took part. Tested by timeline_test.cpp.

#include <string>
#include <vector>

#include "out/backdrop.h"
#include "out/layout.h"

namespace entente {

struct TimelineStop {
  std::size_t column = 0;            // index in `columns` of arrange_timeline
  std::vector<std::size_t> members;  // nodes; the ends of the line and whoever else took part
};

struct Timeline {
  Layout layout;
  Backdrop backdrop;
  double right = 0;  // where lanes end that are so long that names are wanted there, too; else 0
};

// `stops`: one for each line of the plan, none without members. `columns`: their headings. Lanes
// are put in an order that keeps lines short; nothing lies on anything else.
Timeline arrange_timeline(const Plan& plan, const std::vector<TimelineStop>& stops,
                          const std::vector<std::string>& columns);

}  // namespace entente
