// What stands by itself in an expression: literals, names, calls, brackets, subqueries.

#include <algorithm>
#include <charconv>

#include "cypher/parser_internal.h"

namespace entente::cypher {

ExpressionPtr Parser::atom() {
  const std::size_t first = tokens_.position();
  const Token& token = tokens_.peek();
  switch (token.kind) {
    case TokenKind::Integer:
      return integer(false, first);
    case TokenKind::Float:
      return floating(first);
    case TokenKind::BadNumber:
      tokens_.fail("InvalidNumberLiteral", token.span,
                   "found \"" + std::string(token.text) + "\", expected a number");
    case TokenKind::String: {
      std::string text = content(tokens_.query(), tokens_.take());
      return make(Literal{Value(std::move(text))}, first);
    }
    case TokenKind::Parameter: {
      std::string name = content(tokens_.query(), tokens_.take());
      return make(Parameter{std::move(name)}, first);
    }
    case TokenKind::Name:
    case TokenKind::QuotedName:
      return word_or_call(first);
    case TokenKind::Symbol:
      if (token.text == "(" || token.text == "[" || token.text == "{") return bracketed(first);
      break;
    case TokenKind::End:
      break;
  }
  tokens_.unexpected("an expression");
}

ExpressionPtr Parser::bracketed(std::size_t first) {
  if (tokens_.is_symbol("{")) return map_literal();
  if (tokens_.is_symbol("(")) {
    if (at_path_pattern(0)) {
      return pattern_subquery(Subquery::Kind::Exists, simple_path(), nullptr, nullptr, first);
    }
    const bool outer = std::exchange(bar_ends_, false);
    tokens_.take();
    ExpressionPtr inner = expression();
    tokens_.expect(")");
    bar_ends_ = outer;
    return inner;
  }
  tokens_.take();
  const bool named_path = tokens_.is_name() && tokens_.is_symbol("=", 1) && at_path_pattern(2);
  if (named_path || at_path_pattern(0)) return pattern_comprehension(first);
  const bool outer = std::exchange(bar_ends_, false);
  if (tokens_.is_name() && tokens_.is_word("IN", 1)) {
    ListComprehension result;
    result.variable = tokens_.expect_name("a variable");
    tokens_.expect_word("IN");
    bar_ends_ = true;
    result.list = expression();
    if (tokens_.accept_word("WHERE")) result.where = expression();
    bar_ends_ = false;
    if (tokens_.accept("|")) result.projection = expression();
    tokens_.expect("]");
    bar_ends_ = outer;
    return make(std::move(result), first);
  }
  ListLiteral result{expressions_until("]")};
  bar_ends_ = outer;
  return make(std::move(result), first);
}

// Up to and with the closing bracket.
Expressions Parser::expressions_until(std::string_view close) {
  const bool outer = std::exchange(bar_ends_, false);
  Expressions result;
  if (!tokens_.is_symbol(close)) {
    do result.push_back(expression());
    while (tokens_.accept(","));
  }
  tokens_.expect(close);
  bar_ends_ = outer;
  return result;
}

ExpressionPtr Parser::integer(bool negative, std::size_t first) {
  const Token& token = tokens_.take();
  std::string digits;
  for (const char c : token.text) {
    if (c != '_') digits += c;
  }
  int base = 10;
  if (digits.size() > 2 && digits[0] == '0' && (digits[1] == 'x' || digits[1] == 'X')) base = 16;
  if (digits.size() > 2 && digits[0] == '0' && digits[1] == 'o') base = 8;
  if (base != 10) digits.erase(0, 2);
  std::uint64_t magnitude = 0;
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), magnitude, base);
  const std::uint64_t limit = std::uint64_t{1} << 63;
  if (error != std::errc() || magnitude > (negative ? limit : limit - 1)) {
    tokens_.fail(
        "IntegerOverflow", token.span,
        "found " + std::string(token.text.substr(0, 40)) + ", expected an integer of 64 bits");
  }
  return make(Literal{Value(static_cast<std::int64_t>(negative ? 0 - magnitude : magnitude))},
              first);
}

ExpressionPtr Parser::floating(std::size_t first) {
  const Token& token = tokens_.take();
  std::string digits;
  for (const char c : token.text) {
    if (c != '_') digits += c;
  }
  double number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  const bool tiny =
      error == std::errc::result_out_of_range && digits.find("-") != std::string::npos;
  if (error != std::errc() && !tiny) {
    tokens_.fail("FloatingPointOverflow", token.span,
                 "found " + digits.substr(0, 40) + ", expected a number of 64 bits");
  }
  return make(Literal{Value(tiny ? 0.0 : number)}, first);
}

ExpressionPtr Parser::word_or_call(std::size_t first) {
  const bool call = tokens_.is_symbol("(", 1);
  if (tokens_.is_word("CASE") && !call && !tokens_.is_symbol(".", 1)) return case_expression(first);
  if (tokens_.is_symbol("{", 1)) {
    if (tokens_.is_word("EXISTS")) return subquery(Subquery::Kind::Exists, first);
    if (tokens_.is_word("COUNT")) return subquery(Subquery::Kind::Count, first);
    if (tokens_.is_word("COLLECT")) return subquery(Subquery::Kind::Collect, first);
  }
  if (call && tokens_.is_name(2) && tokens_.is_word("IN", 3)) {
    if (tokens_.is_word("ALL")) return quantified(Quantifier::Kind::All, first);
    if (tokens_.is_word("ANY")) return quantified(Quantifier::Kind::Any, first);
    if (tokens_.is_word("NONE")) return quantified(Quantifier::Kind::None, first);
    if (tokens_.is_word("SINGLE")) return quantified(Quantifier::Kind::Single, first);
  }
  if (call && tokens_.is_word("REDUCE") && tokens_.is_symbol("=", 3)) return reduce(first);
  if (call && (tokens_.is_word("SHORTESTPATH") || tokens_.is_word("ALLSHORTESTPATHS"))) {
    const bool all = tokens_.is_word("ALLSHORTESTPATHS");
    PathPattern path =
        shortest_path_function(all ? Selector::Kind::AllShortest : Selector::Kind::AnyShortest);
    return pattern_subquery(all ? Subquery::Kind::Collect : Subquery::Kind::Path, std::move(path),
                            nullptr, nullptr, first);
  }
  // A name with dots is a function where a parenthesis follows, else a property of a variable.
  std::size_t ahead = 1;
  while (tokens_.is_symbol(".", ahead) && tokens_.is_name(ahead + 1)) ahead += 2;
  if (tokens_.is_symbol("(", ahead)) return function_call(first);
  if (tokens_.peek().kind == TokenKind::Name) {
    if (tokens_.accept_word("NULL")) return make(Literal{}, first);
    if (tokens_.accept_word("TRUE")) return make(Literal{Value(true)}, first);
    if (tokens_.accept_word("FALSE")) return make(Literal{Value(false)}, first);
  }
  if (at_reserved_word()) tokens_.unexpected("an expression");
  std::string name = content(tokens_.query(), tokens_.take());
  return make(Variable{std::move(name)}, first);
}

// Words that begin a clause: as a variable they would hide a mistake. Others, such as `end` and
// `order`, are good names.
bool Parser::at_reserved_word() const {
  static constexpr std::string_view kWords[] = {"MATCH", "WHERE",  "RETURN", "WITH",   "UNWIND",
                                                "UNION", "CREATE", "MERGE",  "DELETE", "DETACH",
                                                "WHEN",  "THEN",   "ELSE"};
  return std::ranges::any_of(kWords, [&](std::string_view word) { return tokens_.is_word(word); });
}

ExpressionPtr Parser::function_call(std::size_t first) {
  FunctionCall call;
  call.name = tokens_.expect_name("a function");
  while (tokens_.accept(".")) call.name += "." + tokens_.expect_name("a function");
  tokens_.expect("(");
  if (tokens_.is_symbols({"*", ")"})) {
    tokens_.take();
    tokens_.take();
    call.star = true;
    return make(std::move(call), first);
  }
  call.distinct = tokens_.is_word("DISTINCT") && !tokens_.is_symbol(")", 1);
  if (call.distinct) tokens_.take();
  call.arguments = expressions_until(")");
  return make(std::move(call), first);
}

ExpressionPtr Parser::case_expression(std::size_t first) {
  tokens_.expect_word("CASE");
  Case result;
  if (!tokens_.is_word("WHEN")) result.operand = expression();
  do {
    tokens_.expect_word("WHEN");
    Case::Alternative alternative;
    do alternative.when.push_back(expression());
    while (result.operand && tokens_.accept(","));
    tokens_.expect_word("THEN");
    alternative.then = expression();
    result.alternatives.push_back(std::move(alternative));
  } while (tokens_.is_word("WHEN"));
  if (tokens_.accept_word("ELSE")) result.otherwise = expression();
  tokens_.expect_word("END");
  return make(std::move(result), first);
}

ExpressionPtr Parser::quantified(Quantifier::Kind kind, std::size_t first) {
  const bool outer = std::exchange(bar_ends_, false);
  tokens_.take();
  tokens_.expect("(");
  Quantifier result{kind, tokens_.expect_name("a variable"), nullptr, nullptr};
  tokens_.expect_word("IN");
  result.list = expression();
  if (tokens_.accept_word("WHERE")) result.where = expression();
  tokens_.expect(")");
  bar_ends_ = outer;
  return make(std::move(result), first);
}

ExpressionPtr Parser::reduce(std::size_t first) {
  const bool outer = std::exchange(bar_ends_, true);
  tokens_.take();
  tokens_.expect("(");
  Reduce result;
  result.accumulator = tokens_.expect_name("a variable");
  tokens_.expect("=");
  result.initial = expression();
  tokens_.expect(",");
  result.variable = tokens_.expect_name("a variable");
  tokens_.expect_word("IN");
  result.list = expression();
  tokens_.expect("|");
  bar_ends_ = false;
  result.step = expression();
  tokens_.expect(")");
  bar_ends_ = outer;
  return make(std::move(result), first);
}

// EXISTS { MATCH ... } or EXISTS { (a)-->(b) WHERE ... }
ExpressionPtr Parser::subquery(Subquery::Kind kind, std::size_t first) {
  const bool outer = std::exchange(bar_ends_, false);
  tokens_.take();
  tokens_.expect("{");
  Subquery result{kind};
  if (tokens_.is_symbol("(") || (tokens_.is_name() && tokens_.is_symbol("=", 1))) {
    Clause match;
    MatchClause clause;
    clause.patterns = patterns();
    if (tokens_.accept_word("WHERE")) clause.where = expression();
    match.node = std::move(clause);
    result.query = std::make_unique<Query>();
    result.query->parts.emplace_back().clauses.push_back(std::move(match));
  } else {
    result.query = std::make_unique<Query>(query());
  }
  tokens_.expect("}");
  bar_ends_ = outer;
  return make(std::move(result), first);
}

// A pattern as a query of its own: MATCH path WHERE where RETURN value.
ExpressionPtr Parser::pattern_subquery(Subquery::Kind kind, PathPattern path, ExpressionPtr where,
                                       ExpressionPtr value, std::size_t first) {
  Subquery result{kind, kind == Subquery::Kind::Exists};
  result.query = std::make_unique<Query>();
  SingleQuery& part = result.query->parts.emplace_back();
  if (!value && kind != Subquery::Kind::Exists) {
    path.variable = " path";  // a name that no query can write
    value = make(Variable{path.variable}, first);
  }
  MatchClause match;
  match.patterns.push_back(std::move(path));
  match.where = std::move(where);
  part.clauses.emplace_back().node = std::move(match);
  if (value) {
    ReturnClause returned;
    ProjectionItem& item = returned.projection.items.emplace_back();
    item.name = "value";
    item.aliased = true;
    item.span = value->span;
    item.expression = std::move(value);
    part.clauses.emplace_back().node = std::move(returned);
  }
  for (Clause& clause : part.clauses) clause.span = tokens_.span_from(first);
  return make(std::move(result), first);
}

// After "[": [p = (a)-->(b) WHERE ... | value]
ExpressionPtr Parser::pattern_comprehension(std::size_t first) {
  const bool outer = std::exchange(bar_ends_, true);
  std::string variable;
  if (tokens_.is_name()) {
    variable = tokens_.expect_name("a variable");
    tokens_.expect("=");
  }
  PathPattern path = simple_path();
  path.variable = std::move(variable);
  ExpressionPtr where;
  if (tokens_.accept_word("WHERE")) where = expression();
  tokens_.expect("|");
  bar_ends_ = false;
  ExpressionPtr value = expression();
  tokens_.expect("]");
  bar_ends_ = outer;
  return pattern_subquery(Subquery::Kind::Collect, std::move(path), std::move(where),
                          std::move(value), first);
}

ExpressionPtr Parser::map_projection(ExpressionPtr object, std::size_t first) {
  tokens_.expect("{");
  MapProjection result;
  result.object = std::move(object);
  while (!tokens_.is_symbol("}")) {
    if (!result.elements.empty()) tokens_.expect(",");
    MapProjection::Element element;
    const std::size_t begin = tokens_.position();
    if (tokens_.accept(".")) {
      if (!tokens_.accept("*")) element.key = tokens_.expect_name("a property or \"*\"");
    } else {
      element.key = tokens_.expect_name("a key");
      element.value = tokens_.accept(":") ? expression() : make(Variable{element.key}, begin);
    }
    result.elements.push_back(std::move(element));
  }
  tokens_.expect("}");
  return make(std::move(result), first);
}

ExpressionPtr Parser::map_literal() {
  const std::size_t first = tokens_.position();
  const bool outer = std::exchange(bar_ends_, false);
  tokens_.expect("{");
  MapLiteral result;
  if (!tokens_.is_symbol("}")) {
    do {
      std::string key = tokens_.expect_name("a key");
      tokens_.expect(":");
      MapLiteral::Entry& entry = result.entries.emplace_back();
      entry.key = std::move(key);
      entry.value = expression();
    } while (tokens_.accept(","));
  }
  tokens_.expect("}");
  bar_ends_ = outer;
  return make(std::move(result), first);
}

}  // namespace entente::cypher
