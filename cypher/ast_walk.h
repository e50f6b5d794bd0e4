#pragma once
// Visits the expressions directly below an expression, in the order in which they are written.
// What lies in a Subquery is not visited: it is another scope.

#include "cypher/ast.h"

namespace entente::cypher {

// `visit` takes an ExpressionPtr& (or const ExpressionPtr&), never a null one.
template <typename Node, typename Visit>
void each_child_of_node(Node& node, const Visit& visit) {
  const auto maybe = [&](auto& child) {
    if (child) visit(child);
  };
  const auto all = [&](auto& children) {
    for (auto& child : children) visit(child);
  };
  using T = std::remove_const_t<Node>;
  if constexpr (std::is_same_v<T, Property> || std::is_same_v<T, HasLabels>) {
    visit(node.object);
  } else if constexpr (std::is_same_v<T, Index>) {
    visit(node.object);
    visit(node.index);
  } else if constexpr (std::is_same_v<T, Slice>) {
    visit(node.object);
    maybe(node.from);
    maybe(node.to);
  } else if constexpr (std::is_same_v<T, Unary>) {
    visit(node.operand);
  } else if constexpr (std::is_same_v<T, Binary>) {
    visit(node.left);
    visit(node.right);
  } else if constexpr (std::is_same_v<T, Comparison>) {
    all(node.operands);
  } else if constexpr (std::is_same_v<T, FunctionCall>) {
    all(node.arguments);
  } else if constexpr (std::is_same_v<T, Case>) {
    maybe(node.operand);
    for (auto& alternative : node.alternatives) {
      all(alternative.when);
      visit(alternative.then);
    }
    maybe(node.otherwise);
  } else if constexpr (std::is_same_v<T, ListLiteral>) {
    all(node.elements);
  } else if constexpr (std::is_same_v<T, MapLiteral>) {
    for (auto& entry : node.entries) visit(entry.value);
  } else if constexpr (std::is_same_v<T, MapProjection>) {
    visit(node.object);
    for (auto& element : node.elements) maybe(element.value);
  } else if constexpr (std::is_same_v<T, ListComprehension>) {
    visit(node.list);
    maybe(node.where);
    maybe(node.projection);
  } else if constexpr (std::is_same_v<T, Quantifier>) {
    visit(node.list);
    maybe(node.where);
  } else if constexpr (std::is_same_v<T, Reduce>) {
    visit(node.initial);
    visit(node.list);
    visit(node.step);
  }
}

template <typename Visit>
void each_child(Expression& e, const Visit& visit) {
  std::visit([&](auto& node) { each_child_of_node(node, visit); }, e.node);
}
template <typename Visit>
void each_child(const Expression& e, const Visit& visit) {
  std::visit([&](const auto& node) { each_child_of_node(node, visit); }, e.node);
}

}  // namespace entente::cypher
