#pragma once
// The operators + - * / % ^ and those on strings and lists. Null in, null out. All throw Failure
// where the types do not fit or the result is beyond 64 bits.

#include "cypher/ast.h"
#include "cypher/value.h"

namespace entente::cypher {

Value apply(BinaryOperator op, const Value& left, const Value& right);  // not Or, Xor, And
Value negate(const Value& operand);
Value index_into(const Value& list, const Value& index);  // a list by Integer
Value slice(const Value& list, const Value& from, const Value& to);

}  // namespace entente::cypher
