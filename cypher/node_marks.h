#pragma once
// A note on each node that a search has seen. A table as long as the graph costs more to make than
// most searches take, so tables are kept by thread and borrowed; clearing one takes no time, since
// each note is stamped with the search that wrote it.

#include <cstdint>
#include <memory>
#include <vector>

#include "cypher/value.h"

namespace entente::cypher {

class NodeMarks {
 public:
  struct Mark {
    std::uint32_t search = 0;  // which wrote it; 0 = none yet
    std::uint32_t level = 0;   // relationships from where the search began
    bool on_route = false;     // leads to where two searches met
  };

  // Begins a search in a graph whose ids are below `bound`: no node is marked.
  void clear(std::uint32_t bound);
  // nullptr: not seen in this search
  Mark* find(NodeId node);
  const Mark* find(NodeId node) const;
  void insert(NodeId node, std::uint32_t level) { marks_[node.value] = {search_, level, false}; }

 private:
  std::vector<Mark> marks_;
  std::uint32_t search_ = 0;
};

struct GiveBack {
  void operator()(NodeMarks* marks) const;
};
using BorrowedMarks = std::unique_ptr<NodeMarks, GiveBack>;
BorrowedMarks borrow_marks();  // of this thread; given back when it goes

}  // namespace entente::cypher
