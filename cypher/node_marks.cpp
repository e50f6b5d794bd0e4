#include "cypher/node_marks.h"

#include <utility>

namespace entente::cypher {
namespace {

// A table that grew beyond this is not kept: a search that saw so much is rare.
constexpr std::size_t kMostKept = std::size_t{1} << 16U;

std::vector<std::unique_ptr<NodeMarks>>& free_marks() {
  thread_local std::vector<std::unique_ptr<NodeMarks>> free;
  return free;
}

}  // namespace

void NodeMarks::clear() {
  used_ = 0;
  if (marks_.size() > kMostKept) {
    marks_.assign(kFirstSize, {});
    marks_.shrink_to_fit();
    search_ = 0;
  }
  if (++search_ != 0) return;
  // After four billion searches the stamps begin again.
  marks_.assign(marks_.size(), {});
  search_ = 1;
}

NodeMarks::Mark& NodeMarks::at(NodeId node) {
  std::size_t i = place(node.value);
  if (marks_[i].search == search_) return marks_[i];
  if (used_ * 2 >= marks_.size()) {
    grow();
    i = place(node.value);
  }
  ++used_;
  marks_[i] = {node.value, search_, {}};
  return marks_[i];
}

void NodeMarks::grow() {
  std::vector<Mark> old(marks_.size() * 2);
  std::swap(old, marks_);
  for (const Mark& mark : old) {
    if (mark.search == search_) marks_[place(mark.node)] = mark;
  }
}

BorrowedMarks borrow_marks() {
  auto& free = free_marks();
  if (free.empty()) return BorrowedMarks(new NodeMarks());
  BorrowedMarks marks(free.back().release());
  free.pop_back();
  return marks;
}

void GiveBack::operator()(NodeMarks* marks) const { free_marks().emplace_back(marks); }

}  // namespace entente::cypher
