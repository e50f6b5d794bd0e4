#pragma once
// Query text to Query. The grammar is openCypher's of March 2026 with the path patterns that it
// takes from GQL.

#include <string_view>

#include "cypher/ast.h"

namespace entente::cypher {

// Expressions deeper than this are refused, so that no query can exhaust the stack.
inline constexpr std::uint32_t kMaxNesting = 200;  // brackets within brackets
inline constexpr std::uint32_t kMaxHeight = 1000;  // operators upon operators: 1 + 1 + 1 ...
inline constexpr std::size_t kMaxQueryBytes = 1 << 20;

// Throws QueryError (SyntaxError at compile time) naming what was found and what was expected.
Query parse(std::string_view query);

}  // namespace entente::cypher
