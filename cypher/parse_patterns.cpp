// Path patterns: nodes, relationships, quantified groups, selectors, label expressions.

#include <charconv>

#include "cypher/parser_internal.h"

namespace entente::cypher {

std::vector<PathPattern> Parser::patterns() {
  std::vector<PathPattern> result;
  do result.push_back(path_pattern());
  while (tokens_.accept(","));
  return result;
}

PathPattern Parser::path_pattern() {
  const std::size_t first = tokens_.position();
  std::string variable;
  if (tokens_.is_name() && tokens_.is_symbol("=", 1)) {
    variable = tokens_.expect_name("a variable");
    tokens_.expect("=");
  }
  PathPattern path;
  if (tokens_.is_word("SHORTESTPATH")) {
    path = shortest_path_function(Selector::Kind::AnyShortest);
  } else if (tokens_.is_word("ALLSHORTESTPATHS")) {
    path = shortest_path_function(Selector::Kind::AllShortest);
  } else {
    if (auto chosen = selector()) path.selector = std::move(*chosen);
    path_elements(path);
  }
  path.variable = std::move(variable);
  path.span = tokens_.span_from(first);
  return path;
}

// ANY [k], ALL, ANY SHORTEST, ALL SHORTEST, SHORTEST k [GROUPS], each with PATH or PATHS behind.
std::optional<Selector> Parser::selector() {
  Selector result;
  if (tokens_.accept_word("ALL")) {
    if (tokens_.accept_word("SHORTEST")) result.kind = Selector::Kind::AllShortest;
  } else if (tokens_.accept_word("ANY")) {
    result.kind =
        tokens_.accept_word("SHORTEST") ? Selector::Kind::AnyShortest : Selector::Kind::Any;
  } else if (tokens_.accept_word("SHORTEST")) {
    result.kind = Selector::Kind::Shortest;
  } else {
    return std::nullopt;
  }
  const TokenKind kind = tokens_.peek().kind;
  const bool counts = result.kind == Selector::Kind::Any || result.kind == Selector::Kind::Shortest;
  if (counts && (kind == TokenKind::Integer || kind == TokenKind::Parameter)) result.count = atom();
  if (!tokens_.accept_word("PATHS")) tokens_.accept_word("PATH");
  if (tokens_.accept_word("GROUPS") || tokens_.accept_word("GROUP")) {
    if (result.kind != Selector::Kind::Shortest) tokens_.unexpected("a path after the selector");
    result.kind = Selector::Kind::ShortestGroups;
  } else if (result.kind == Selector::Kind::Shortest && !result.count) {
    tokens_.unexpected("how many paths, or GROUPS");
  }
  return result;
}

PathPattern Parser::shortest_path_function(Selector::Kind kind) {
  tokens_.take();
  tokens_.expect("(");
  PathPattern path = simple_path();
  path.selector.kind = kind;
  path.selector.function = true;
  tokens_.expect(")");
  if (path.segments.size() != 1) {
    tokens_.fail("UnexpectedSyntax", path.span,
                 "found " + std::to_string(path.segments.size()) +
                     " relationships, expected shortestPath((a)-[...]-(b)) with one");
  }
  return path;
}

PathPattern Parser::simple_path() {
  const Nesting nesting(*this);
  const std::size_t first = tokens_.position();
  PathPattern path;
  append(path, node_pattern());
  while (tokens_.is_symbol("-") || tokens_.is_symbol("<")) {
    append(path, Segment(relationship_pattern()));
    append(path, node_pattern());
  }
  path.span = tokens_.span_from(first);
  return path;
}

// Nodes that stand side by side, as after a group, are one.
void Parser::append(PathPattern& path, NodePattern node) {
  if (path.nodes.size() == path.segments.size()) {
    path.nodes.push_back(std::move(node));
    return;
  }
  tokens_.fail("UnexpectedSyntax", node.span,
               "found a node, expected a relationship between nodes");
}

void Parser::append(PathPattern& path, Segment segment) {
  if (path.nodes.size() == path.segments.size()) path.nodes.emplace_back();
  path.segments.push_back(std::move(segment));
}

bool Parser::at_parenthesised_path() const {
  return tokens_.is_symbol("(") &&
         (tokens_.is_symbol("(", 1) || (tokens_.is_name(1) && tokens_.is_symbol("=", 2)));
}

void Parser::path_elements(PathPattern& path) {
  const Nesting nesting(*this);
  do {
    if (at_parenthesised_path()) {
      parenthesised(path);
    } else {
      append(path, node_pattern());
    }
    while (tokens_.is_symbol("-") || tokens_.is_symbol("<")) {
      append(path, Segment(relationship_pattern()));
      if (at_parenthesised_path()) break;
      append(path, node_pattern());
    }
  } while (tokens_.is_symbol("("));
  if (path.nodes.size() == path.segments.size()) path.nodes.emplace_back();
}

// (p = (a)-->(b) WHERE ...){1,3}, or without a quantifier: then its parts are the path's own.
void Parser::parenthesised(PathPattern& path) {
  const std::size_t first = tokens_.position();
  tokens_.expect("(");
  auto inner = std::make_unique<PathPattern>();
  if (tokens_.is_name() && tokens_.is_symbol("=", 1)) {
    inner->variable = tokens_.expect_name("a variable");
    tokens_.expect("=");
  }
  path_elements(*inner);
  if (tokens_.accept_word("WHERE")) inner->where = expression();
  tokens_.expect(")");
  inner->span = tokens_.span_from(first);
  if (const auto bounds = quantifier()) {
    if (!inner->variable.empty()) {
      tokens_.fail("UnexpectedSyntax", inner->span,
                   "found a path variable in a quantified pattern, where it has no meaning");
    }
    append(path, Segment(QuantifiedGroup{std::move(inner), *bounds, tokens_.span_from(first)}));
    return;
  }
  if (!path.nodes.empty() || path.where || !inner->variable.empty()) {
    tokens_.fail("UnexpectedSyntax", inner->span,
                 "found a part of a path in parentheses, expected a quantifier behind it");
  }
  path.nodes = std::move(inner->nodes);
  path.segments = std::move(inner->segments);
  path.where = std::move(inner->where);
}

NodePattern Parser::node_pattern() {
  const std::size_t first = tokens_.position();
  NodePattern node;
  tokens_.expect("(");
  const bool keyword = (tokens_.is_word("WHERE") && !tokens_.is_symbol(")", 1)) ||
                       (tokens_.is_word("IS") && tokens_.is_name(1));
  if (tokens_.is_name() && !keyword) node.variable = tokens_.expect_name("a variable");
  if (tokens_.accept(":") || (tokens_.is_word("IS") && tokens_.accept_word("IS"))) {
    node.labels = label_expression(true);
  }
  node.properties = pattern_properties();
  if (tokens_.accept_word("WHERE")) node.where = expression();
  if (!tokens_.is_symbol(")")) tokens_.unexpected("\")\" at the end of the node");
  tokens_.take();
  node.span = tokens_.span_from(first);
  return node;
}

RelationshipPattern Parser::relationship_pattern() {
  const std::size_t first = tokens_.position();
  RelationshipPattern relationship;
  const bool left = tokens_.accept("<");
  tokens_.expect("-");
  if (tokens_.accept("[")) {
    relationship_filler(relationship);
    tokens_.expect("]");
  }
  tokens_.expect("-");
  const bool right = tokens_.accept(">");
  relationship.both_arrows = left && right;
  if (left != right) relationship.direction = left ? Direction::Left : Direction::Right;
  if (!relationship.length) relationship.length = quantifier();
  relationship.span = tokens_.span_from(first);
  return relationship;
}

void Parser::relationship_filler(RelationshipPattern& relationship) {
  const bool keyword = (tokens_.is_word("WHERE") && !tokens_.is_symbol("]", 1)) ||
                       (tokens_.is_word("IS") && tokens_.is_name(1));
  if (tokens_.is_name() && !keyword) relationship.variable = tokens_.expect_name("a variable");
  if (tokens_.accept(":") || tokens_.accept_word("IS")) relationship.types = label_expression(true);
  if (tokens_.is_symbol("..")) {
    tokens_.fail("InvalidRelationshipPattern", tokens_.peek().span,
                 "found \"..\", expected \"*\" before the lengths");
  }
  relationship.length = star_bounds();
  relationship.properties = pattern_properties();
  if (tokens_.accept_word("WHERE")) relationship.where = expression();
}

std::uint32_t Parser::bound() {
  const Token& token = tokens_.take();
  std::uint32_t number = 0;
  const auto [end, error] =
      std::from_chars(token.text.data(), token.text.data() + token.text.size(), number);
  if (error != std::errc() || end != token.text.data() + token.text.size()) {
    tokens_.fail("InvalidRelationshipPattern", token.span,
                 "found \"" + std::string(token.text) + "\", expected a length");
  }
  return number;
}

// *, *2, *1.., *..3, *1..3
std::optional<Bounds> Parser::star_bounds() {
  if (!tokens_.accept("*")) return std::nullopt;
  Bounds bounds;
  if (tokens_.is_symbol("-")) {
    tokens_.fail("InvalidRelationshipPattern", tokens_.peek().span,
                 "found \"-\", expected a length that is not negative");
  }
  const bool lower = tokens_.peek().kind == TokenKind::Integer;
  if (lower) bounds.min = bound();
  if (tokens_.accept("..")) {
    if (tokens_.peek().kind == TokenKind::Integer) bounds.max = bound();
  } else if (lower) {
    bounds.max = bounds.min;
  }
  return bounds;
}

// *, +, {2}, {1,3}, {,3}, {1,}
std::optional<Bounds> Parser::quantifier() {
  if (tokens_.accept("*")) return Bounds{0, UINT32_MAX};
  if (tokens_.accept("+")) return Bounds{1, UINT32_MAX};
  if (!tokens_.is_symbol("{")) return std::nullopt;
  tokens_.take();
  Bounds bounds{0, UINT32_MAX};
  const bool lower = tokens_.peek().kind == TokenKind::Integer;
  if (lower) bounds.min = bound();
  if (tokens_.accept(",")) {
    if (tokens_.peek().kind == TokenKind::Integer) bounds.max = bound();
  } else if (lower) {
    bounds.max = bounds.min;
  } else {
    tokens_.unexpected("how often: {2}, {1,3}, {1,} or {,3}");
  }
  tokens_.expect("}");
  return bounds;
}

static LabelExpression combine(LabelExpression::Kind kind, LabelExpression left,
                               LabelExpression right) {
  LabelExpression result;
  if (left.kind == kind) {
    result = std::move(left);
  } else {
    result.kind = kind;
    result.operands.push_back(std::move(left));
  }
  result.operands.push_back(std::move(right));
  return result;
}

// `pipes`: whether A|B may follow; both A|B and the older A|:B are read.
LabelExpression Parser::label_expression(bool pipes) {
  const Nesting nesting(*this);
  LabelExpression result = label_conjunction();
  while (pipes && tokens_.is_symbol("|")) {
    tokens_.take();
    tokens_.accept(":");
    result = combine(LabelExpression::Kind::Or, std::move(result), label_conjunction());
  }
  return result;
}

LabelExpression Parser::label_conjunction() {
  LabelExpression result = label_factor();
  while (tokens_.accept("&") || tokens_.accept(":")) {
    result = combine(LabelExpression::Kind::And, std::move(result), label_factor());
  }
  return result;
}

LabelExpression Parser::label_factor() {
  const Nesting nesting(*this);
  LabelExpression result;
  if (tokens_.accept("!")) {
    result.kind = LabelExpression::Kind::Not;
    result.operands.push_back(label_factor());
  } else if (tokens_.accept("%")) {
    result.kind = LabelExpression::Kind::Any;
  } else if (tokens_.accept("(")) {
    result = label_expression(true);
    tokens_.expect(")");
  } else {
    result.name = tokens_.expect_name("a label or a type");
  }
  return result;
}

std::vector<std::string> Parser::label_names() {
  std::vector<std::string> names;
  while (tokens_.accept(":")) names.push_back(tokens_.expect_name("a label"));
  return names;
}

ExpressionPtr Parser::pattern_properties() {
  if (tokens_.is_symbol("{")) return map_literal();
  if (tokens_.peek().kind == TokenKind::Parameter) return atom();
  return nullptr;
}

// Whether a relationship and a node follow: -[...]-(, -->(, <-[...]-( and the like.
bool Parser::at_relationship(std::size_t ahead) const {
  if (tokens_.is_symbol("<", ahead)) ++ahead;
  if (!tokens_.is_symbol("-", ahead)) return false;
  ++ahead;
  if (tokens_.is_symbol("[", ahead)) {
    ahead = tokens_.closing(ahead) + 1;
    if (ahead == 1) return false;
  }
  if (!tokens_.is_symbol("-", ahead)) return false;
  ++ahead;
  if (tokens_.is_symbol(">", ahead)) ++ahead;
  return tokens_.is_symbol("(", ahead);
}

// Whether the parenthesis there is a node with a relationship behind it, and not an expression.
bool Parser::at_path_pattern(std::size_t ahead) const {
  if (!tokens_.is_symbol("(", ahead)) return false;
  const std::size_t close = tokens_.closing(ahead);
  return close != 0 && at_relationship(close + 1);
}

}  // namespace entente::cypher
