#pragma once
// Pass one: centres for nodes, with room for labels, by Graphviz's neato and sfdp.

#include <vector>

#include "out/layout.h"

namespace entente {

struct Placement {
  std::vector<Point> nodes;
  std::vector<Point> labels;  // one for each line; without meaning where the line has no label
};

// Several placements to choose from, none with nodes on nodes. REQUIRES: all nodes hang together,
// there is one or more, graphviz_lock() is held.
std::vector<Placement> place(const Plan& plan, unsigned seed);

// One placement without regard to the size of nodes. The same requirements.
std::vector<Point> sketch(const Plan& plan, unsigned seed);

}  // namespace entente
