#pragma once
// Where a search for a route begins: with entities that are given, and not all ways on are open.

#include <algorithm>
#include <set>

#include "query/route_graph.h"

namespace entente {

struct RouteRoot {
  Nodes nodes = {};                      // at least one
  std::set<cypher::NodeId> closed = {};  // where the route may not go on to from last()

  cypher::NodeId last() const { return nodes.back(); }
  // Whether the entity is one of them; the last does not count.
  bool inside(cypher::NodeId node) const {
    return std::find(nodes.begin(), nodes.end() - 1, node) != nodes.end() - 1;
  }
  // Of a step behind the root, walked towards the end of the route: not back into the root, not
  // where it is closed.
  bool allows(cypher::NodeId from, cypher::NodeId to) const {
    return !inside(from) && !inside(to) && !(from == last() && closed.contains(to));
  }
};

}  // namespace entente
