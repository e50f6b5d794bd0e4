#pragma once
// What the planner asks of a segment, the part of a path between two nodes: one relationship, or
// something that is repeated.

#include <set>
#include <string>
#include <vector>

#include "cypher/ast.h"
#include "cypher/predicate.h"

namespace entente::cypher {

bool is_repeated(const Segment& segment);
Bounds bounds_of(const Segment& segment);  // of repetitions; {1, 1} for one relationship

// Where its relationship, or the list of its relationships, is found.
Slot relationships_slot(const Segment& segment);
void add_introduced(const Segment& segment, std::vector<Slot>& slots);

// Slots that a repetition sets by itself, and the conditions on one repetition.
std::set<Slot> inner_slots(const Segment& segment);
std::vector<Predicate> inner_predicates(const Segment& segment);

// For EXPLAIN: "(a)-[r:MET*1..3]->(b)".
std::string shown(const NodePattern& left, const Segment& segment, const NodePattern& right);
std::string shown(const PathPattern& path);

}  // namespace entente::cypher
