#pragma once
// Conditions on a relationship's properties that a search can check by the mark beside the step
// (property_graph.h), before it looks at the relationship or at the node behind it.

#include <algorithm>
#include <cstdint>
#include <vector>

#include "cypher/ast.h"
#include "cypher/property_graph.h"

namespace entente::cypher {

class MarkTests {
 public:
  // The property is there and compares so. False: marks do not tell, and nothing was added.
  bool add(const PropertyGraph& graph, KeyId key, ComparisonOperator op, const Value& value);
  void clear() { ranges_.clear(); }
  bool empty() const { return ranges_.empty(); }

  // REQUIRES: `steps` is of the graph that was added with
  bool hold(const NeighbourView& steps, std::size_t i) const {
    if (ranges_.empty()) return true;
    const std::uint32_t mark = steps.mark(i);
    return std::ranges::all_of(ranges_, [mark](const Range& range) {
      return (((mark >> range.shift & range.mask) - range.begin) < range.size) == range.inside;
    });
  }

 private:
  struct Range {
    std::uint32_t shift;
    std::uint32_t mask;
    std::uint32_t begin;
    std::uint32_t size;
    bool inside;
  };
  std::vector<Range> ranges_;
};

}  // namespace entente::cypher
