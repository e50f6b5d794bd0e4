#pragma once
// The places of a picture of communities: each group of nodes on a panel of its own with a caption,
// panels that many lines join near each other.

#include <string>
#include <vector>

#include "out/backdrop.h"
#include "out/layout.h"

namespace entente {

struct Groups {
  Layout layout;
  Backdrop backdrop;
};

// `group_of`: of each node an index in `captions`. A group of two or less has no panel. The same
// input gives the same layout. REQUIRES: graphviz_lock() is held.
Groups arrange_groups(const Plan& plan, const std::vector<std::size_t>& group_of,
                      const std::vector<std::string>& captions, unsigned seed);

}  // namespace entente
