// Expressions: operators by precedence, from OR down to a property of something.

#include <algorithm>

#include "cypher/ast_walk.h"
#include "cypher/parser_internal.h"

namespace entente::cypher {

ExpressionPtr Parser::make(Expression::Node node, std::size_t first) {
  auto result = std::make_unique<Expression>();
  result->node = std::move(node);
  result->span = tokens_.span_from(first);
  std::uint32_t below = 0;
  bool long_text = false;
  each_child(*result, [&](const ExpressionPtr& child) {
    below = std::max(below, child->height);
    long_text = long_text || child->text.empty();
  });
  result->height = below + 1;
  if (result->height > kMaxHeight) {
    tokens_.fail("NestedTooDeep", result->span,
                 "more than " + std::to_string(kMaxHeight) + " operators upon each other");
  }
  // The text tells what is written alike; for long expressions nobody needs to know.
  constexpr std::uint32_t kLongest = 2000;
  if (!long_text && result->span.end - result->span.begin < kLongest) {
    result->text = tokens_.text_from(first);
  }
  return result;
}

ExpressionPtr Parser::binary(BinaryOperator op, ExpressionPtr left, ExpressionPtr right,
                             std::size_t first) {
  return make(Binary{op, std::move(left), std::move(right)}, first);
}

ExpressionPtr Parser::expression() {
  const Nesting nesting(*this);
  return or_expression();
}

ExpressionPtr Parser::or_expression() {
  const std::size_t first = tokens_.position();
  ExpressionPtr left = xor_expression();
  while (tokens_.accept_word("OR")) {
    ExpressionPtr right = xor_expression();
    left = binary(BinaryOperator::Or, std::move(left), std::move(right), first);
  }
  return left;
}

ExpressionPtr Parser::xor_expression() {
  const std::size_t first = tokens_.position();
  ExpressionPtr left = and_expression();
  while (tokens_.accept_word("XOR")) {
    ExpressionPtr right = and_expression();
    left = binary(BinaryOperator::Xor, std::move(left), std::move(right), first);
  }
  return left;
}

ExpressionPtr Parser::and_expression() {
  const std::size_t first = tokens_.position();
  ExpressionPtr left = not_expression();
  while (tokens_.accept_word("AND")) {
    ExpressionPtr right = not_expression();
    left = binary(BinaryOperator::And, std::move(left), std::move(right), first);
  }
  return left;
}

ExpressionPtr Parser::not_expression() {
  const std::size_t first = tokens_.position();
  if (!tokens_.is_word("NOT")) return comparison();
  const Nesting nesting(*this);
  tokens_.take();
  ExpressionPtr operand = not_expression();
  return make(Unary{UnaryOperator::Not, std::move(operand)}, first);
}

static std::optional<ComparisonOperator> comparison_operator(const Token& token) {
  if (token.kind != TokenKind::Symbol) return std::nullopt;
  if (token.text == "=") return ComparisonOperator::Equal;
  if (token.text == "<>") return ComparisonOperator::NotEqual;
  if (token.text == "<") return ComparisonOperator::Less;
  if (token.text == "<=") return ComparisonOperator::LessEqual;
  if (token.text == ">") return ComparisonOperator::Greater;
  if (token.text == ">=") return ComparisonOperator::GreaterEqual;
  return std::nullopt;
}

ExpressionPtr Parser::comparison() {
  const std::size_t first = tokens_.position();
  ExpressionPtr left = predicate();
  if (!comparison_operator(tokens_.peek())) return left;
  Comparison result;
  result.operands.push_back(std::move(left));
  while (const auto op = comparison_operator(tokens_.peek())) {
    tokens_.take();
    result.operators.push_back(*op);
    result.operands.push_back(predicate());
  }
  return make(std::move(result), first);
}

ExpressionPtr Parser::predicate() {
  const std::size_t first = tokens_.position();
  ExpressionPtr left = sum();
  for (;;) {
    if (tokens_.accept_word("IN")) {
      ExpressionPtr right = sum();
      left = binary(BinaryOperator::In, std::move(left), std::move(right), first);
    } else if (tokens_.is_word("STARTS") || tokens_.is_word("ENDS")) {
      const bool starts = tokens_.is_word("STARTS");
      tokens_.take();
      tokens_.expect_word("WITH");
      ExpressionPtr right = sum();
      left = binary(starts ? BinaryOperator::StartsWith : BinaryOperator::EndsWith, std::move(left),
                    std::move(right), first);
    } else if (tokens_.accept_word("CONTAINS")) {
      ExpressionPtr right = sum();
      left = binary(BinaryOperator::Contains, std::move(left), std::move(right), first);
    } else if (tokens_.accept("=~")) {
      ExpressionPtr right = sum();
      left = binary(BinaryOperator::Matches, std::move(left), std::move(right), first);
    } else if (tokens_.accept_word("IS")) {
      const bool negated = tokens_.accept_word("NOT");
      if (tokens_.accept_word("NULL")) {
        left =
            make(Unary{negated ? UnaryOperator::IsNotNull : UnaryOperator::IsNull, std::move(left)},
                 first);
      } else if (negated) {
        tokens_.unexpected("NULL");
      } else {
        LabelExpression labels = label_expression(!bar_ends_);
        left = make(HasLabels{std::move(left), std::move(labels)}, first);
      }
    } else {
      return left;
    }
  }
}

ExpressionPtr Parser::sum() {
  const std::size_t first = tokens_.position();
  ExpressionPtr left = product();
  while (tokens_.is_symbol("+") || tokens_.is_symbol("-")) {
    const bool plus = tokens_.take().text == "+";
    ExpressionPtr right = product();
    left = binary(plus ? BinaryOperator::Add : BinaryOperator::Subtract, std::move(left),
                  std::move(right), first);
  }
  return left;
}

ExpressionPtr Parser::product() {
  const std::size_t first = tokens_.position();
  ExpressionPtr left = power();
  while (tokens_.is_symbol("*") || tokens_.is_symbol("/") || tokens_.is_symbol("%")) {
    const char symbol = tokens_.take().text[0];
    ExpressionPtr right = power();
    left = binary(symbol == '*'   ? BinaryOperator::Multiply
                  : symbol == '/' ? BinaryOperator::Divide
                                  : BinaryOperator::Modulo,
                  std::move(left), std::move(right), first);
  }
  return left;
}

ExpressionPtr Parser::power() {
  const std::size_t first = tokens_.position();
  ExpressionPtr left = unary();
  while (tokens_.accept("^")) {
    ExpressionPtr right = unary();
    left = binary(BinaryOperator::Power, std::move(left), std::move(right), first);
  }
  return left;
}

ExpressionPtr Parser::unary() {
  const std::size_t first = tokens_.position();
  if (!tokens_.is_symbol("-") && !tokens_.is_symbol("+")) return postfix();
  const Nesting nesting(*this);
  const bool minus = tokens_.take().text == "-";
  // The smallest integer has no positive counterpart, so its sign belongs to the literal.
  if (minus && tokens_.peek().kind == TokenKind::Integer) return integer(true, first);
  ExpressionPtr operand = unary();
  return make(Unary{minus ? UnaryOperator::Minus : UnaryOperator::Plus, std::move(operand)}, first);
}

ExpressionPtr Parser::postfix() {
  const std::size_t first = tokens_.position();
  ExpressionPtr result = atom();
  for (;;) {
    if (tokens_.accept(".")) {
      std::string key = tokens_.expect_name("the name of a property");
      result = make(Property{std::move(result), std::move(key)}, first);
    } else if (tokens_.accept("[")) {
      ExpressionPtr from;
      ExpressionPtr to;
      if (!tokens_.is_symbol("..")) from = expression();
      if (!tokens_.accept("..")) {
        tokens_.expect("]");
        result = make(Index{std::move(result), std::move(from)}, first);
        continue;
      }
      if (!tokens_.is_symbol("]")) to = expression();
      tokens_.expect("]");
      result = make(Slice{std::move(result), std::move(from), std::move(to)}, first);
    } else if (tokens_.is_symbol(":") && (tokens_.is_name(1) || tokens_.is_symbols({"!"}, 1) ||
                                          tokens_.is_symbol("%", 1) || tokens_.is_symbol("(", 1))) {
      tokens_.take();
      LabelExpression labels = label_expression(!bar_ends_);
      result = make(HasLabels{std::move(result), std::move(labels)}, first);
    } else if (tokens_.is_symbol("{") && as<Variable>(*result)) {
      result = map_projection(std::move(result), first);
    } else {
      return result;
    }
  }
}

}  // namespace entente::cypher
