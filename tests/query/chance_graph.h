#pragma once
// Small property graphs for tests of algorithms: by chance, or written down as a query.

#include <string>

#include "cypher/engine.h"
#include "cypher/layered_graph.h"
#include "cypher/memory_graph.h"
#include "query/projection.h"
#include "tests/support/chance.h"

namespace entente::test {

inline cypher::MemoryGraph made_by(const std::string& query) {
  const cypher::MemoryGraph empty;
  cypher::LayeredGraph graph(empty);
  cypher::run(query, graph);
  return cypher::MemoryGraph(graph);
}

// Relationships of one type with a weight `w` of 1 to 4; loops and parallel ones among them.
inline cypher::MemoryGraph by_chance(Chance& chance, int nodes, int relationships) {
  const cypher::MemoryGraph empty;
  cypher::LayeredGraph graph(empty);
  const cypher::TypeId type = graph.type("R");
  const cypher::KeyId weight = graph.key("w");
  for (int i = 0; i < nodes; ++i) graph.create_node();
  for (int i = 0; i < relationships; ++i) {
    const auto node = [&] {
      return cypher::NodeId{static_cast<std::uint32_t>(chance.whole(0, nodes - 1))};
    };
    const cypher::NodeId from = node();
    const auto made = graph.create_relationship(from, type, node());
    graph.set_property(made, weight, cypher::Value(std::int64_t{chance.whole(1, 4)}));
  }
  return cypher::MemoryGraph(graph);
}

inline Projection projected(const cypher::PropertyGraph& graph,
                            const ProjectionOptions& options = {}) {
  cypher::Meter meter(cypher::Budget{});
  return project(graph, options, meter);
}

}  // namespace entente::test
