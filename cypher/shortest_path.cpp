#include "cypher/shortest_path.h"

#include <algorithm>
#include <map>
#include <numeric>

#include "cypher/evaluate.h"
#include "cypher/match_operators.h"

namespace entente::cypher {
namespace {

bool counts_groups(Selector::Kind kind) {
  return kind == Selector::Kind::AllShortest || kind == Selector::Kind::ShortestGroups;
}

std::int64_t wanted(const Expression* count, Execution& execution) {
  if (!count) return 1;
  const Value v = evaluate(*count, execution);
  if (v.is(Type::Integer) && v.integer() > 0) return v.integer();
  fail_at({ErrorType::SyntaxError, "InvalidArgumentType",
           "expected how many paths, an Integer of at least 1"},
          count->span, execution);
}

// Beyond this, a sum of numbers of paths is not exact any more.
std::int64_t whole(double paths) {
  constexpr double kMost = 9007199254740992;  // 2^53
  if (paths < kMost) return static_cast<std::int64_t>(paths);
  throw Failure{ErrorType::BudgetExceeded, "Rows", "there are more paths than can be counted"};
}

}  // namespace

// ---- TrailsByLength

void TrailsByLength::start(NodeId from, NodeId to, Execution& execution) {
  from_ = from;
  to_ = to;
  measured_ = pattern_.hops.size() == 1;
  if (measured_) measure(to, execution);
  done_ = measured_ && !distance_.contains(from.value);
  if (!done_) walk_length(pattern_.bounds.min * pattern_.hops.size(), execution);
}

// Breadth-first from the end, over every relationship that a path may take.
void TrailsByLength::measure(NodeId to, Execution& execution) {
  const Hop& hop = pattern_.hops[0];
  distance_.clear();
  distance_.emplace(to.value, 0);
  std::vector<NodeId> frontier{to};
  for (std::uint32_t depth = 1; !frontier.empty() && depth <= pattern_.bounds.max; ++depth) {
    std::vector<NodeId> next;
    for (const NodeId node : frontier) {
      Neighbours neighbours(execution.graph, node, reversed(hop.direction));
      while (const Neighbour* step = neighbours.next()) {
        execution.meter.step();
        if (distance_.contains(step->node.value)) continue;
        if (pattern_.first_node != kNoSlot) {
          execution.frame[pattern_.first_node] = Value(step->node);
        }
        if (!hop_holds(hop, *step, node, execution)) continue;
        distance_.emplace(step->node.value, depth);
        next.push_back(step->node);
      }
    }
    frontier = std::move(next);
  }
}

void TrailsByLength::walk_length(std::size_t length, Execution& execution) {
  walk_.exact = length;
  if (measured_) {
    walk_.prune = [this, length](NodeId node, std::size_t walked) {
      const auto left = distance_.find(node.value);
      if (left == distance_.end()) return false;
      if (walked + left->second <= length) return true;
      walk_.reached_end = true;  // a longer trail may come this way
      return false;
    };
  }
  walk_.start(from_, execution);
}

bool TrailsByLength::next(Execution& execution) {
  while (!done_) {
    while (walk_.next(execution)) {
      if (walk_.nodes().back() == to_) return true;
    }
    // No trail was cut short: there are no longer ones.
    done_ = !walk_.reached_end;
    if (!done_) walk_length(walk_.exact + pattern_.hops.size(), execution);
  }
  return false;
}

// ---- ShortestPath

ShortestPath::ShortestPath(OperatorPtr child, Search search, std::string text)
    : Operator(std::move(child)),
      search_(std::move(search)),
      text_(std::move(text)),
      pair_(search_.pattern, search_.kind == Selector::Kind::AllShortest),
      trails_(search_.pattern) {}

bool ShortestPath::both_ends() const {
  const bool one_group = search_.kind == Selector::Kind::AnyShortest ||
                         search_.kind == Selector::Kind::AllShortest ||
                         (search_.kind == Selector::Kind::Any && !search_.count);
  return one_group && search_.accept.empty() && search_.pattern.hops.size() == 1 &&
         search_.pattern.bounds.min <= 1;
}

std::string ShortestPath::describe() const {
  std::string text = "ShortestPath " + selector_text(search_.kind, search_.count) + " " + text_;
  text += both_ends() ? " (from both ends)" : " (trails by length)";
  const auto& predicates = search_.pattern.hops[0].predicates;
  if (count_only_) text += " counting paths";
  if (!predicates.empty()) text += " checking each relationship";
  for (const Predicate& predicate : search_.accept) {
    text += " accepting " + cypher::describe(predicate);
  }
  return text;
}

bool ShortestPath::count_only() {
  count_only_ = search_.kind == Selector::Kind::AllShortest && both_ends();
  return count_only_;
}

bool ShortestPath::tells_paths_apart(Slot slot) const {
  const TrailPattern& pattern = search_.pattern;
  return slot == search_.path || slot == pattern.relationships ||
         std::ranges::find(pattern.collected, slot, &TrailPattern::Collected::slot) !=
             pattern.collected.end();
}

void ShortestPath::do_open(Execution& execution) {
  child_->open(execution);
  active_ = false;
}

bool ShortestPath::starts(Execution& execution) {
  const Value& from = execution.frame[search_.pattern.from];
  const Value& to = execution.frame[search_.pattern.to];
  if (!from.is(Type::Node) || !to.is(Type::Node)) return false;
  left_ = wanted(search_.count, execution);
  any_given_ = false;
  use_pair_ = both_ends() && from.node() != to.node();
  const NodeId first = from.node();
  const NodeId last = to.node();
  weight_ = 1;
  if (use_pair_) {
    if (!pair_.start(first, last, execution)) return false;
    if (count_only_) weight_ = whole(pair_.count());
    return true;
  }
  trails_.start(first, last, execution);
  return true;
}

// Whether enough was given, before a path of this length.
bool ShortestPath::finished(std::size_t length) {
  const bool new_group = !any_given_ || length != length_;
  any_given_ = true;
  length_ = length;
  if (counts_groups(search_.kind) && !new_group) return false;
  return left_-- == 0;
}

bool ShortestPath::next_path(Execution& execution) {
  for (;;) {
    if (use_pair_ && count_only_ && any_given_) return false;  // the first stands for all
    if (use_pair_ ? !pair_.next(execution) : !trails_.next(execution)) return false;
    const auto& nodes = use_pair_ ? pair_.nodes() : trails_.nodes();
    const auto& relationships = use_pair_ ? pair_.relationships() : trails_.relationships();
    bind_trail(search_.pattern, nodes, relationships, execution);
    if (search_.path != kNoSlot) execution.frame[search_.path] = Value(Path{nodes, relationships});
    if (all_hold(search_.accept, execution)) return !finished(relationships.size());
  }
}

bool ShortestPath::do_next(Execution& execution) {
  for (;;) {
    if (active_ && next_path(execution)) return true;
    do {
      if (!child_->next(execution)) return false;
    } while (!starts(execution));
    active_ = true;
  }
}

// ---- SelectPaths

SelectPaths::SelectPaths(OperatorPtr child, OperatorPtr inner, Choice choice, std::string text)
    : Operator(std::move(child)),
      inner_(std::move(inner)),
      choice_(std::move(choice)),
      text_(std::move(text)),
      rows_(choice_.introduced) {}

void SelectPaths::do_open(Execution& execution) {
  child_->open(execution);
  chosen_.clear();
  at_ = 0;
}

void SelectPaths::select(Execution& execution) {
  struct Match {
    std::pair<NodeId, NodeId> ends;
    std::size_t length;
  };
  std::vector<Match> matches;
  rows_.clear(execution);
  inner_->open(execution);
  while (inner_->next(execution)) {
    std::vector<RelationshipId> relationships;
    for (const Slot slot : choice_.relationships) {
      append_relationships(execution.frame[slot], relationships);
    }
    matches.push_back(
        {{execution.frame[choice_.first].node(), execution.frame[choice_.last].node()},
         relationships.size()});
    rows_.save(execution);
  }
  std::vector<std::size_t> order(matches.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, {}, [&](std::size_t i) { return matches[i].length; });

  struct Given {
    std::int64_t left;
    std::size_t length = static_cast<std::size_t>(-1);
  };
  const std::int64_t count = wanted(choice_.count, execution);
  std::map<std::pair<NodeId, NodeId>, Given> given;
  chosen_.clear();
  at_ = 0;
  for (const std::size_t i : order) {
    Given& ends = given.try_emplace(matches[i].ends, Given{count}).first->second;
    const bool new_group = ends.length != matches[i].length;
    ends.length = matches[i].length;
    if (new_group || !counts_groups(choice_.kind)) --ends.left;
    if (ends.left >= 0) chosen_.push_back(i);
  }
}

bool SelectPaths::do_next(Execution& execution) {
  while (at_ == chosen_.size()) {
    if (!child_->next(execution)) return false;
    select(execution);
  }
  rows_.restore(execution, chosen_[at_++]);
  return true;
}

std::string selector_text(Selector::Kind kind, const Expression* count) {
  const std::string number = count ? count->text : "1";
  switch (kind) {
    case Selector::Kind::All:
      return "ALL";
    case Selector::Kind::Any:
      return "ANY " + number;
    case Selector::Kind::AnyShortest:
      return "ANY SHORTEST";
    case Selector::Kind::AllShortest:
      return "ALL SHORTEST";
    case Selector::Kind::Shortest:
      return "SHORTEST " + number;
    case Selector::Kind::ShortestGroups:
      return "SHORTEST " + number + " GROUPS";
  }
  return "";
}

}  // namespace entente::cypher
