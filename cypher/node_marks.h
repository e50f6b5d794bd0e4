#pragma once
// Notes on the nodes that a search from both ends has seen. A hash table that has room for what was
// seen and not for all nodes, so that a search costs what it touches, also the first in a process.
// Tables are kept by thread and borrowed; clearing one takes no time, since each note is stamped
// with the search that wrote it.

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

#include "cypher/value.h"

namespace entente::cypher {

class NodeMarks {
 public:
  static constexpr std::uint32_t kUnseen = 0xffffffff;
  // What one of the two searches knows of a node.
  struct Seen {
    std::uint32_t level = kUnseen;  // relationships from where it began
    std::uint32_t step = 0;         // the last step that led here; see pair_search.h
    double ways = 0;                // shortest paths that lead here; exact up to 2^53
  };
  struct Mark {
    std::uint32_t node = 0;
    std::uint32_t search = 0;  // which wrote it; 0 = none yet
    std::array<Seen, 2> seen;
  };

  NodeMarks() : marks_(kFirstSize) {}

  // Begins a search: no node is marked.
  void clear();
  // The node's mark, made if there is none. Valid until the next call.
  Mark& at(NodeId node);
  // REQUIRES: at(node) was called in this search
  const Mark& known(NodeId node) const { return marks_[place(node.value)]; }

 private:
  static constexpr std::size_t kFirstSize = 1024;  // a power of two

  // Where the node is, or where it may be put.
  std::size_t place(std::uint32_t node) const {
    std::size_t i = (node * 0x9e3779b1U >> 7U) & (marks_.size() - 1);
    while (marks_[i].search == search_ && marks_[i].node != node) i = (i + 1) & (marks_.size() - 1);
    return i;
  }
  void grow();

  std::vector<Mark> marks_;
  std::size_t used_ = 0;
  std::uint32_t search_ = 0;
};

struct GiveBack {
  void operator()(NodeMarks* marks) const;
};
using BorrowedMarks = std::unique_ptr<NodeMarks, GiveBack>;
BorrowedMarks borrow_marks();  // of this thread; given back when it goes

}  // namespace entente::cypher
