#include "cypher/node_marks.h"

namespace entente::cypher {
namespace {

std::vector<std::unique_ptr<NodeMarks>>& free_marks() {
  thread_local std::vector<std::unique_ptr<NodeMarks>> free;
  return free;
}

}  // namespace

void NodeMarks::clear(std::uint32_t bound) {
  if (marks_.size() < bound) marks_.resize(bound);
  if (++search_ != 0) return;
  // After four billion searches the stamps begin again.
  marks_.assign(marks_.size(), {});
  search_ = 1;
}

NodeMarks::Mark* NodeMarks::find(NodeId node) {
  Mark& mark = marks_[node.value];
  return mark.search == search_ ? &mark : nullptr;
}

const NodeMarks::Mark* NodeMarks::find(NodeId node) const {
  const Mark& mark = marks_[node.value];
  return mark.search == search_ ? &mark : nullptr;
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
