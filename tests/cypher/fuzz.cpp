// For libFuzzer: any bytes as a query. Nothing but a QueryError may come of it, and soon.
// scripts/fuzz builds and runs it.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "cypher/engine.h"
#include "cypher/layered_graph.h"
#include "cypher/memory_graph.h"

using namespace entente::cypher;

namespace {

// A few nodes of each kind, with a loop and two parallel relationships.
MemoryGraph sample() {
  const MemoryGraph empty;
  LayeredGraph graph(empty);
  run("CREATE (a:A:B {x: 1, name: 'a', day: date('2024-08-19')}), (b:A {x: 2.5, list: [1, 2]}), "
      "(c:B {name: null}), (a)-[:T {w: 1}]->(b), (a)-[:T {w: 2}]->(b), (b)-[:U]->(c), "
      "(c)-[:T]->(c), (c)-[:U {w: 3}]->(a)",
      graph);
  return MemoryGraph(graph);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const MemoryGraph base = sample();
  Options options;
  options.budget = {std::chrono::milliseconds(50), 1'000, 10'000'000};
  options.parameters.emplace("p", Value(std::int64_t{1}));
  LayeredGraph graph(base);
  try {
    run(std::string_view(reinterpret_cast<const char*>(data), size), graph, options);
  } catch (const QueryError&) {
  }
  return 0;
}
