#pragma once
// The three ways in which Cypher compares: equality (=, where null makes the answer unknown),
// comparability (<, between values of one kind) and orderability (ORDER BY, DISTINCT: total).

#include <compare>
#include <cstddef>
#include <optional>

#include "cypher/value.h"

namespace entente::cypher {

// nullopt = unknown. 1 = 1.0; values of different kinds are not equal.
std::optional<bool> equal(const Value& a, const Value& b);

// For <, <=, >, >=. nullopt = unknown, also between values that have no order;
// unordered (NaN) makes each of them false.
std::optional<std::partial_ordering> compare(const Value& a, const Value& b);

enum class ComparisonOperator { Equal, NotEqual, Less, LessEqual, Greater, GreaterEqual };
// a <operator> b; nullopt = unknown.
std::optional<bool> compares(ComparisonOperator op, const Value& a, const Value& b);

// Total: maps, nodes, relationships, lists, paths, temporal values, strings, booleans, numbers,
// NaN, null.
std::weak_ordering order(const Value& a, const Value& b);

// Equal for values that order() calls equivalent.
std::size_t hash(const Value& value);

struct SameValue {
  bool operator()(const Value& a, const Value& b) const { return order(a, b) == 0; }
};
struct HashValue {
  std::size_t operator()(const Value& value) const { return hash(value); }
};
// For rows of values.
struct SameValues {
  bool operator()(const List& a, const List& b) const;
};
struct HashValues {
  std::size_t operator()(const List& values) const;
};

}  // namespace entente::cypher
