#pragma once
// The variables that an expression can see.

#include <map>
#include <string>

#include "cypher/ast.h"
#include "cypher/static_type.h"

namespace entente::cypher {

struct Binding {
  Slot slot = kNoSlot;
  StaticType type;
  bool local = false;  // of a comprehension or quantifier around the expression
};

using Scope = std::map<std::string, Binding, std::less<>>;

}  // namespace entente::cypher
