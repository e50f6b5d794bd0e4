#pragma once
// ANY SHORTEST, ALL SHORTEST, SHORTEST k, SHORTEST k GROUPS, shortestPath() and allShortestPaths().
// All paths are trails: none uses a relationship twice.

#include <string>
#include <unordered_map>
#include <vector>

#include "cypher/operator.h"
#include "cypher/pair_search.h"
#include "cypher/trail.h"

namespace entente::cypher {

// The trails between two nodes in order of their length: all of one length, then the next. Where a
// repetition is a single relationship, distances to the end keep the walk from going astray.
class TrailsByLength {
 public:
  explicit TrailsByLength(const TrailPattern& pattern) : pattern_(pattern), walk_(pattern) {}

  void start(NodeId from, NodeId to, Execution& execution);
  bool next(Execution& execution);

  const std::vector<NodeId>& nodes() const { return walk_.nodes(); }
  const std::vector<RelationshipId>& relationships() const { return walk_.relationships(); }

 private:
  void measure(NodeId to, Execution& execution);
  void walk_length(std::size_t length, Execution& execution);

  const TrailPattern& pattern_;
  TrailWalk walk_;
  NodeId from_;
  NodeId to_;
  bool measured_ = false;
  std::unordered_map<std::uint32_t, std::uint32_t> distance_;  // to `to_`, of nodes that reach it
  bool done_ = true;
};

// A selector over a path of one repeated part, between two bound nodes.
class ShortestPath : public Operator {
 public:
  struct Search {
    TrailPattern pattern;  // `to` is bound
    Selector::Kind kind = Selector::Kind::AnyShortest;
    const Expression* count = nullptr;  // null = 1
    Slot path = kNoSlot;                // kNoSlot where nobody asks for it
    std::vector<Predicate> accept;      // conditions on the whole path, part of the search
  };
  ShortestPath(OperatorPtr child, Search search, std::string text);
  std::string describe() const override;
  std::int64_t weight() const override { return weight_; }

  // From now on one row may stand for all paths between two ends. True where it will, since their
  // number is known without going through them.
  bool count_only();
  // The path and whatever else differs from one path to the next.
  Slot path() const { return search_.path; }
  bool tells_paths_apart(Slot slot) const;

 private:
  void do_open(Execution& execution) override;
  bool do_next(Execution& execution) override;
  bool starts(Execution& execution);
  bool next_path(Execution& execution);
  bool finished(std::size_t length);
  bool both_ends() const;  // whether the search from both ends can answer

  Search search_;
  std::string text_;
  PairSearch pair_;
  TrailsByLength trails_;
  bool active_ = false;
  bool use_pair_ = false;
  std::int64_t left_ = 0;   // paths or groups still to give
  std::size_t length_ = 0;  // of the current group
  bool any_given_ = false;
  bool count_only_ = false;
  std::int64_t weight_ = 1;
};

// A selector over any other path: all matches of `inner` for a row, then the shortest of them for
// each pair of ends.
class SelectPaths : public Operator {
 public:
  struct Choice {
    Selector::Kind kind = Selector::Kind::AnyShortest;
    const Expression* count = nullptr;
    Slot first = kNoSlot;  // the path's ends
    Slot last = kNoSlot;
    std::vector<Slot> relationships;  // their slots make the length
    std::vector<Slot> introduced;     // slots that `inner` fills
  };
  SelectPaths(OperatorPtr child, OperatorPtr inner, Choice choice, std::string text);
  std::string describe() const override { return "SelectPaths " + text_; }
  const Operator* second_child() const override { return inner_.get(); }

 private:
  void do_open(Execution& execution) override;
  bool do_next(Execution& execution) override;
  void select(Execution& execution);

  OperatorPtr inner_;
  Choice choice_;
  std::string text_;
  SavedRows rows_;
  std::vector<std::size_t> chosen_;
  std::size_t at_ = 0;
};

std::string selector_text(Selector::Kind kind, const Expression* count);

}  // namespace entente::cypher
