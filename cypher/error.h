#pragma once
// What can be wrong with a query, in the terms of the openCypher compatibility kit: a type
// ("SyntaxError"), a phase, and a detail ("UndefinedVariable"). The message shows the line of the
// query with a caret below the place.

#include <string>
#include <string_view>

#include "base/error.h"
#include "base/span.h"

namespace entente::cypher {

enum class ErrorType {
  SyntaxError,
  SemanticError,
  ParameterMissing,
  ConstraintVerificationFailed,
  EntityNotFound,
  TypeError,
  ArgumentError,
  ArithmeticError,
  ProcedureError,
  BudgetExceeded,  // our own: rows, time or memory are used up
};
enum class Phase { Compile, Runtime };

std::string_view to_string(ErrorType type);
std::string_view to_string(Phase phase);  // "compile time", "runtime"

// The query text is what the user gave, so an Error of the user's.
class QueryError : public Error {
 public:
  // `where` lies in `query`, in bytes. REQUIRES: where.begin <= query.size()
  QueryError(ErrorType type, Phase phase, std::string_view detail, std::string_view query,
             Span where, const std::string& message);
  ErrorType type() const { return type_; }
  Phase phase() const { return phase_; }
  const std::string& detail() const { return detail_; }

 private:
  ErrorType type_;
  Phase phase_;
  std::string detail_;
};

// Thrown by functions and operators, which do not know where in the query they stand; who evaluates
// the expression makes a QueryError of it.
struct Failure {
  ErrorType type;
  std::string_view detail;  // a literal
  std::string message;
};

}  // namespace entente::cypher
