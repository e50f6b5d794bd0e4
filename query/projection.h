#pragma once
// What the algorithms on whole graphs run on: the nodes of a property graph without its articles,
// and for each pair of them one weight, in arrays. Parallel relationships are one arc, whose weight
// is their sum; a relationship from a node to itself does not count.

#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "cypher/execution.h"
#include "cypher/property_graph.h"

namespace entente {

struct ProjectionOptions {
  enum class Direction { Both, Out, In };
  std::vector<std::string> relations;            // "met-with" or "MET_WITH"; empty = all
  std::string status;                            // "happened"; empty = whatever the status
  std::optional<std::chrono::sys_days> since{};  // of facts; one without a date does not count then
  std::optional<std::chrono::sys_days> until{};  // included
  std::string weight;  // a property of relationships, those where it is no positive number do not
                       // count; empty = each weighs 1
  Direction direction = Direction::Both;  // Out: arcs lead from start to end, In: from end to start
};

struct Arc {
  std::uint32_t node = 0;  // index of Projection::nodes
  float weight = 0;
};

struct Projection {
  std::vector<cypher::NodeId> nodes;  // ascending
  std::vector<std::uint32_t> first;   // of each node, its first arc; one more at the end
  std::vector<Arc> arcs;              // of one node: ascending, one for each neighbour

  std::uint32_t size() const { return static_cast<std::uint32_t>(nodes.size()); }
  std::span<const Arc> of(std::uint32_t node) const {
    return {arcs.data() + first[node], arcs.data() + first[node + 1]};
  }
};

// Throws cypher::Failure for a weight that no relationship has, and at the end of the budget.
Projection project(const cypher::PropertyGraph& graph, const ProjectionOptions& options,
                   cypher::Meter& meter);

}  // namespace entente
