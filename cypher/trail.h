#pragma once
// Trails: paths that use no relationship twice, along a pattern that is repeated. A depth-first
// walk gives all of them, one after the other; it is the meaning of [*] and of quantified path
// patterns in MATCH, and what shortest_path.h falls back on.

#include <functional>
#include <vector>

#include "cypher/ast.h"
#include "cypher/execution.h"
#include "cypher/predicate.h"

namespace entente::cypher {

// Iterates over the relationships of a node in one direction or both; a loop comes once.
class Neighbours {
 public:
  Neighbours() = default;
  Neighbours(const PropertyGraph& graph, NodeId node, Direction direction);
  const Neighbour* next();  // until the next call; nullptr at the end

 private:
  NeighbourView first_;
  NeighbourView second_;
  Neighbour current_;
  std::size_t at_ = 0;
  NodeId loop_;  // in second_: already seen in first_
  bool skip_loops_ = false;
};

Direction reversed(Direction direction);

// One relationship of a repetition, in the order of walking.
struct Hop {
  Direction direction = Direction::Both;
  const LabelExpression* types = nullptr;  // null = any
  Slot relationship = kNoSlot;             // kNoSlot where nothing looks at it
  Slot node = kNoSlot;                     // where it leads
  std::vector<Slot> aliases = {};          // hold the relationship, too
  std::vector<Predicate> predicates = {};  // checked when all are set
};

struct TrailPattern {
  Slot from = kNoSlot;  // where the walk begins
  Slot to = kNoSlot;
  bool to_bound = false;
  std::vector<Hop> hops;                    // one repetition
  Bounds bounds;                            // of repetitions
  Slot first_node = kNoSlot;                // in a repetition, where it begins
  std::vector<Predicate> start_predicates;  // of first_node
  // A variable of one repetition becomes a list over all.
  struct Collected {
    Slot slot = kNoSlot;
    bool is_node = false;
    std::size_t position = 0;  // which hop; of nodes, 0 is the first of the repetition
  };
  std::vector<Collected> collected;
  Slot relationships = kNoSlot;  // the list of all
  bool backward = false;         // walked from right to left: lists are turned around
  std::vector<Slot> others;      // relationships of the same MATCH
};

// Puts the results of a trail into the frame: `to`, the lists.
void bind_trail(const TrailPattern& pattern, const std::vector<NodeId>& nodes,
                const std::vector<RelationshipId>& relationships, Execution& execution);

// Whether the hop may take the relationship, by type and predicates, to `to`. Sets its slots.
bool hop_holds(const Hop& hop, const Neighbour& neighbour, NodeId to, Execution& execution);

// Whether the relationship is or is in one of the slots.
bool used_by(const std::vector<Slot>& slots, RelationshipId relationship,
             const Execution& execution);

class TrailWalk {
 public:
  // Whether a walk that has come to `node` in `length` relationships may go on.
  using Prune = std::function<bool(NodeId node, std::size_t length)>;

  explicit TrailWalk(const TrailPattern& pattern) : pattern_(&pattern) {}

  void start(NodeId from, Execution& execution);
  // The next trail with allowed repetitions, or, where `exact` is not kAny, of so many
  // relationships. False when there is none.
  bool next(Execution& execution);

  const std::vector<NodeId>& nodes() const { return nodes_; }
  const std::vector<RelationshipId>& relationships() const { return relationships_; }

  static constexpr std::size_t kAny = static_cast<std::size_t>(-1);
  std::size_t exact = kAny;
  Prune prune;               // may be empty
  bool reached_end = false;  // set where `exact` alone kept a trail from going on

 private:
  bool advance(Execution& execution);
  bool enter(const Neighbour& neighbour, Execution& execution);
  bool complete() const;
  bool may_go_on(Execution& execution);
  void set_repetition(Execution& execution);

  const TrailPattern* pattern_;
  std::vector<NodeId> nodes_;
  std::vector<RelationshipId> relationships_;
  std::vector<Neighbours> levels_;  // to try, from each node of the trail
  bool fresh_ = false;              // the trail has grown and was not yet given
};

}  // namespace entente::cypher
