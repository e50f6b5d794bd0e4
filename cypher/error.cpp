#include "cypher/error.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace entente::cypher {
namespace {

struct Line {
  std::uint32_t number = 1;  // from 1
  std::size_t begin = 0;
  std::string_view text;
};

Line line_at(std::string_view query, std::size_t at) {
  const std::string_view before = query.substr(0, at);
  Line line;
  line.number = static_cast<std::uint32_t>(std::ranges::count(before, '\n')) + 1;
  const std::size_t newline = before.rfind('\n');
  line.begin = newline == std::string_view::npos ? 0 : newline + 1;
  line.text = query.substr(line.begin, query.find('\n', at) - line.begin);
  return line;
}

// At most this many bytes of a line before and after the place are shown.
constexpr std::size_t kShown = 60;

bool continues(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

// The line and, below it, a caret; of a long line only what is near.
std::string excerpt(const Line& line, std::size_t at) {
  const std::size_t column = at - line.begin;
  std::size_t from = column > kShown ? column - kShown : 0;
  while (from > 0 && continues(line.text[from])) --from;
  std::size_t to = std::min(line.text.size(), column + kShown);
  while (to < line.text.size() && continues(line.text[to])) ++to;
  const std::string before = printable(line.text.substr(from, column - from));
  const std::string after = printable(line.text.substr(column, to - column));
  return "\n  " + before + after + "\n  " + std::string(display_width(before), ' ') + "^";
}

std::string with_excerpt(std::string_view query, Span where, const std::string& message) {
  return message + excerpt(line_at(query, where.begin), where.begin);
}

Place place(std::string_view query, Span where) {
  const Line line = line_at(query, where.begin);
  return {"<query>", line.number, static_cast<std::uint32_t>(where.begin - line.begin) + 1};
}

}  // namespace

std::string_view to_string(ErrorType type) {
  static constexpr std::array<std::string_view, 10> kNames = {
      "SyntaxError",    "SemanticError", "ParameterMissing", "ConstraintVerificationFailed",
      "EntityNotFound", "TypeError",     "ArgumentError",    "ArithmeticError",
      "ProcedureError", "BudgetExceeded"};
  return kNames[static_cast<std::size_t>(type)];
}

std::string_view to_string(Phase phase) {
  return phase == Phase::Compile ? "compile time" : "runtime";
}

QueryError::QueryError(ErrorType type, Phase phase, std::string_view detail, std::string_view query,
                       Span where, const std::string& message)
    : Error(Fault::Usage, place(query, where), with_excerpt(query, where, message)),
      type_(type),
      phase_(phase),
      detail_(detail) {}

}  // namespace entente::cypher
