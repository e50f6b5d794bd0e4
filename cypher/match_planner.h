#pragma once
// The plan of one MATCH, of a subquery's pattern, or of the pattern that MERGE looks for.

#include <set>
#include <string>
#include <vector>

#include "cypher/match_operators.h"

namespace entente::cypher {

// More nodes and conditions than this in one MATCH are refused (BudgetExceeded).
inline constexpr std::size_t kMaxPattern = 500;

class MatchPlanner {
 public:
  explicit MatchPlanner(Execution& execution) : execution_(execution) {}

  // Adds the patterns on top of `child`. `where` may be null.
  OperatorPtr plan(OperatorPtr child, const std::vector<const PathPattern*>& paths,
                   const Expression* where);

  // Slots that the patterns introduce.
  static std::vector<Slot> introduced(const std::vector<const PathPattern*>& paths);

 private:
  struct Leg {  // a segment that is still to walk
    const Segment* segment;
    const NodePattern* left;
    const NodePattern* right;
  };

  void add(const PathPattern& path);
  void refuse_too_many() const;
  bool is_bound(Slot slot) const { return !unbound_.contains(slot); }
  bool are_bound(const std::set<Slot>& slots) const;

  void check_ready();
  void bind(Slot slot) { unbound_.erase(slot); }
  void walk_all();
  void scan(const NodePattern& node);
  double scan_cost(Slot slot, NodeScan::Source& source) const;
  double cost(const Leg& leg) const;
  bool can_walk(const Leg& leg) const;
  void walk(const Leg& leg);
  void walk_single(const Leg& leg, const RelationshipPattern& relationship);
  void walk_trail(const Leg& leg);
  void follow(const Leg& leg, const RelationshipPattern& relationship);
  void build_path(const PathPattern& path);
  TrailPattern trail(const Leg& leg, bool backward) const;
  void push_into(TrailPattern& trail, const PathPattern& path);
  void select(const PathPattern& path);
  void search_trails(const PathPattern& path);
  void choose_matches(const PathPattern& path);

  Execution& execution_;
  OperatorPtr plan_;
  std::set<Slot> unbound_;
  std::vector<Predicate> predicates_;  // not checked yet
  std::vector<Leg> legs_;
  std::vector<const NodePattern*> nodes_;
  std::vector<Slot> relationships_;  // walked so far
};

}  // namespace entente::cypher
