#pragma once
// What is known of an expression's type before it runs: a set of types it may have, and for lists
// the set that its elements may have.

#include <cstdint>

#include "cypher/value.h"

namespace entente::cypher {

using TypeSet = std::uint32_t;  // one bit for each Type

constexpr TypeSet only(Type type) { return TypeSet{1} << static_cast<unsigned>(type); }
template <typename... T>
constexpr TypeSet any_of(T... types) {
  return (only(types) | ...);
}
inline constexpr TypeSet kAnyType = (TypeSet{1} << kTypes) - 1;
inline constexpr TypeSet kNumber = any_of(Type::Integer, Type::Float);
inline constexpr TypeSet kMoment =
    any_of(Type::Date, Type::LocalTime, Type::Time, Type::LocalDateTime, Type::DateTime);
inline constexpr TypeSet kTemporal = kMoment | only(Type::Duration);
inline constexpr TypeSet kEntity = any_of(Type::Node, Type::Relationship);

struct StaticType {
  TypeSet types = kAnyType;
  TypeSet elements = kAnyType;  // of a list

  StaticType() = default;
  StaticType(TypeSet types_, TypeSet elements_ = kAnyType) : types(types_), elements(elements_) {}
  StaticType(Type type) : types(only(type)) {}

  // Whether it may be one of `wanted`; null fits everywhere.
  bool may_be(TypeSet wanted) const { return (types & (wanted | only(Type::Null))) != 0; }
};

}  // namespace entente::cypher
