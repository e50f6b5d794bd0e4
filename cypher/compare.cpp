#include "cypher/compare.h"

#include <algorithm>
#include <array>
#include <boost/container_hash/hash.hpp>
#include <cmath>
#include <functional>

#include "cypher/duration.h"

namespace entente::cypher {
namespace {

// Exact, also where a double cannot hold the integer.
std::partial_ordering compare_mixed(std::int64_t a, double b) {
  if (std::isnan(b)) return std::partial_ordering::unordered;
  constexpr double kTwo63 = 9223372036854775808.0;
  if (b >= kTwo63) return std::partial_ordering::less;
  if (b < -kTwo63) return std::partial_ordering::greater;
  const auto whole = static_cast<std::int64_t>(b);
  if (a != whole) return a <=> whole;
  return 0.0 <=> (b - static_cast<double>(whole));
}

std::partial_ordering compare_numbers(const Value& a, const Value& b) {
  if (a.is(Type::Integer) && b.is(Type::Integer)) return a.integer() <=> b.integer();
  if (a.is(Type::Integer)) return compare_mixed(a.integer(), b.floating());
  if (b.is(Type::Integer)) return 0 <=> compare_mixed(b.integer(), a.floating());
  return a.floating() <=> b.floating();
}

std::weak_ordering compare_zoned(std::int64_t a_seconds, std::int64_t a_nanos,
                                 std::int64_t b_seconds, std::int64_t b_nanos) {
  return std::pair(a_seconds, a_nanos) <=> std::pair(b_seconds, b_nanos);
}

// The same moment comes before a later one; of one moment the western clock comes first.
std::weak_ordering order_times(const Time& a, const Time& b) {
  const std::int64_t first = a.local.nanos - a.offset * kNanosPerSecond;
  const std::int64_t second = b.local.nanos - b.offset * kNanosPerSecond;
  return std::pair(first, a.offset) <=> std::pair(second, b.offset);
}

std::weak_ordering order_date_times(const DateTime& a, const DateTime& b) {
  const auto moment = compare_zoned(epoch_seconds(a), a.local.time.nanos % kNanosPerSecond,
                                    epoch_seconds(b), b.local.time.nanos % kNanosPerSecond);
  if (moment != 0) return moment;
  if (const auto offset = a.offset <=> b.offset; offset != 0) return offset;
  return a.zone.compare(b.zone) <=> 0;
}

std::weak_ordering order_durations(const Duration& a, const Duration& b) {
  const long double first = average_seconds(a);
  const long double second = average_seconds(b);
  if (first != second)
    return first < second ? std::weak_ordering::less : std::weak_ordering::greater;
  return std::tuple(a.months, a.days, a.seconds, a.nanos) <=>
         std::tuple(b.months, b.days, b.seconds, b.nanos);
}

// REQUIRES: both of one temporal type
std::weak_ordering order_temporals(const Value& a, const Value& b) {
  switch (a.type()) {
    case Type::Date:
      return a.date() <=> b.date();
    case Type::LocalTime:
      return a.local_time() <=> b.local_time();
    case Type::Time:
      return order_times(a.time(), b.time());
    case Type::LocalDateTime:
      return a.local_date_time() <=> b.local_date_time();
    case Type::DateTime:
      return order_date_times(a.date_time(), b.date_time());
    default:
      return order_durations(a.duration(), b.duration());
  }
}

std::optional<bool> equal_lists(const List& a, const List& b) {
  if (a.size() != b.size()) return false;
  bool unknown = false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const auto same = equal(a[i], b[i]);
    if (same == false) return false;
    unknown = unknown || !same;
  }
  return unknown ? std::nullopt : std::optional(true);
}

std::optional<bool> equal_maps(const Map& a, const Map& b) {
  if (a.size() != b.size()) return false;
  bool unknown = false;
  for (auto i = a.begin(), j = b.begin(); i != a.end(); ++i, ++j) {
    if (i->first != j->first) return false;
    const auto same = equal(i->second, j->second);
    if (same == false) return false;
    unknown = unknown || !same;
  }
  return unknown ? std::nullopt : std::optional(true);
}

// By the first pair that differs; the shorter comes first.
std::optional<std::partial_ordering> compare_lists(const List& a, const List& b) {
  for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
    const auto same = equal(a[i], b[i]);
    if (!same) return std::nullopt;
    if (!*same) return compare(a[i], b[i]);
  }
  return a.size() <=> b.size();
}

std::weak_ordering order_lists(const List& a, const List& b) {
  return std::lexicographical_compare_three_way(a.begin(), a.end(), b.begin(), b.end(), order);
}

std::weak_ordering order_maps(const Map& a, const Map& b) {
  return std::lexicographical_compare_three_way(
      a.begin(), a.end(), b.begin(), b.end(), [](const auto& x, const auto& y) {
        if (const int names = x.first.compare(y.first); names != 0) return names <=> 0;
        const std::weak_ordering values = order(x.second, y.second);
        return values < 0   ? std::strong_ordering::less
               : values > 0 ? std::strong_ordering::greater
                            : std::strong_ordering::equal;
      });
}

std::weak_ordering order_paths(const Path& a, const Path& b) {
  if (const auto nodes = a.nodes <=> b.nodes; nodes != 0) return nodes;
  return a.relationships <=> b.relationships;
}

bool is_nan(const Value& v) { return v.is(Type::Float) && std::isnan(v.floating()); }

// Where a type stands in the order of all values; Integer and Float are one.
int rank(const Value& v) {
  static constexpr std::array<int, kTypes> kRanks = {
      /*Null*/ 99,   /*Boolean*/ 12,      /*Integer*/ 13,     /*Float*/ 13,
      /*String*/ 11, /*List*/ 3,
      /*Map*/ 0,     /*Node*/ 1,          /*Relationship*/ 2, /*Path*/ 4,
      /*Date*/ 7,    /*LocalTime*/ 9,
      /*Time*/ 8,    /*LocalDateTime*/ 6, /*DateTime*/ 5,     /*Duration*/ 10};
  return is_nan(v) ? 14 : kRanks[static_cast<std::size_t>(v.type())];
}

std::size_t hash_number(double number) {
  const auto whole = static_cast<std::int64_t>(number);
  return static_cast<double>(whole) == number ? std::hash<std::int64_t>()(whole)
                                              : std::hash<double>()(number);
}

}  // namespace

std::optional<bool> equal(const Value& a, const Value& b) {
  if (a.is_null() || b.is_null()) return std::nullopt;
  if (a.is_number() && b.is_number()) return compare_numbers(a, b) == 0;
  if (a.type() != b.type()) return false;
  switch (a.type()) {
    case Type::List:
      return equal_lists(a.list(), b.list());
    case Type::Map:
      return equal_maps(a.map(), b.map());
    default:
      return order(a, b) == 0;
  }
}

std::optional<std::partial_ordering> compare(const Value& a, const Value& b) {
  if (a.is_number() && b.is_number()) return compare_numbers(a, b);
  if (a.type() != b.type()) return std::nullopt;
  switch (a.type()) {
    case Type::Boolean:
    case Type::String:
    case Type::Date:
    case Type::LocalTime:
    case Type::Time:
    case Type::LocalDateTime:
    case Type::DateTime:
      return order(a, b);
    case Type::List:
      return compare_lists(a.list(), b.list());
    default:
      return std::nullopt;
  }
}

std::optional<bool> compares(ComparisonOperator op, const Value& a, const Value& b) {
  if (op == ComparisonOperator::Equal) return equal(a, b);
  if (op == ComparisonOperator::NotEqual) {
    const auto same = equal(a, b);
    return same ? std::optional(!*same) : std::nullopt;
  }
  const auto result = compare(a, b);
  if (!result) return std::nullopt;
  switch (op) {
    case ComparisonOperator::Less:
      return *result < 0;
    case ComparisonOperator::LessEqual:
      return *result <= 0;
    case ComparisonOperator::Greater:
      return *result > 0;
    default:
      return *result >= 0;
  }
}

std::weak_ordering order(const Value& a, const Value& b) {
  const int first = rank(a);
  const int second = rank(b);
  if (first != second) return first <=> second;
  switch (a.type()) {
    case Type::Null:
      return std::weak_ordering::equivalent;
    case Type::Boolean:
      return a.boolean() <=> b.boolean();
    case Type::Integer:
    case Type::Float: {
      const std::partial_ordering numbers = compare_numbers(a, b);
      return numbers < 0   ? std::weak_ordering::less
             : numbers > 0 ? std::weak_ordering::greater
                           : std::weak_ordering::equivalent;  // NaN with NaN, too
    }
    case Type::String:
      return a.string().compare(b.string()) <=> 0;
    case Type::List:
      return order_lists(a.list(), b.list());
    case Type::Map:
      return order_maps(a.map(), b.map());
    case Type::Node:
      return a.node() <=> b.node();
    case Type::Relationship:
      return a.relationship() <=> b.relationship();
    case Type::Path:
      return order_paths(a.path(), b.path());
    default:
      return order_temporals(a, b);
  }
}

std::size_t hash(const Value& v) {
  std::size_t seed = static_cast<std::size_t>(rank(v));
  switch (v.type()) {
    case Type::Null:
      break;
    case Type::Boolean:
      boost::hash_combine(seed, v.boolean());
      break;
    case Type::Integer:
      boost::hash_combine(seed, v.integer());
      break;
    case Type::Float:
      if (std::abs(v.floating()) < 9e18) boost::hash_combine(seed, hash_number(v.floating()));
      break;
    case Type::String:
      boost::hash_combine(seed, v.string());
      break;
    case Type::List:
      for (const Value& element : v.list()) boost::hash_combine(seed, hash(element));
      break;
    case Type::Map:
      for (const auto& [key, value] : v.map()) {
        boost::hash_combine(seed, key);
        boost::hash_combine(seed, hash(value));
      }
      break;
    case Type::Node:
      boost::hash_combine(seed, v.node().value);
      break;
    case Type::Relationship:
      boost::hash_combine(seed, v.relationship().value);
      break;
    case Type::Path:
      for (const RelationshipId r : v.path().relationships) boost::hash_combine(seed, r.value);
      break;
    case Type::Date:
      boost::hash_combine(seed, v.date().days);
      break;
    case Type::LocalTime:
      boost::hash_combine(seed, v.local_time().nanos);
      break;
    case Type::Time:
      boost::hash_combine(seed, v.time().local.nanos);
      break;
    case Type::LocalDateTime:
      boost::hash_combine(seed, v.local_date_time().date.days);
      break;
    case Type::DateTime:
      boost::hash_combine(seed, epoch_seconds(v.date_time()));
      break;
    case Type::Duration:
      boost::hash_combine(seed, v.duration().seconds);
      break;
  }
  return seed;
}

bool SameValues::operator()(const List& a, const List& b) const {
  return std::ranges::equal(a, b, SameValue{});
}

std::size_t HashValues::operator()(const List& values) const {
  std::size_t seed = values.size();
  for (const Value& value : values) boost::hash_combine(seed, hash(value));
  return seed;
}

}  // namespace entente::cypher
