#include "cypher/mark_tests.h"

namespace entente::cypher {

bool MarkTests::add(const PropertyGraph& graph, KeyId key, ComparisonOperator op,
                    const Value& value) {
  const auto order = graph.mark_order(key, value);
  const bool equality = op == ComparisonOperator::Equal || op == ComparisonOperator::NotEqual;
  if (!order || !(order->ordered || equality)) return false;
  const auto range = [&](std::uint32_t begin, std::uint32_t end, bool inside = true) {
    ranges_.push_back({order->shift, order->mask, begin, end - begin, inside});
  };
  switch (op) {
    case ComparisonOperator::Equal:
      range(order->equal, order->above);
      break;
    case ComparisonOperator::NotEqual:
      range(order->least, order->end);
      range(order->equal, order->above, false);
      break;
    case ComparisonOperator::Less:
      range(order->least, order->equal);
      break;
    case ComparisonOperator::LessEqual:
      range(order->least, order->above);
      break;
    case ComparisonOperator::Greater:
      range(order->above, order->end);
      break;
    case ComparisonOperator::GreaterEqual:
      range(order->equal, order->end);
      break;
  }
  return true;
}

}  // namespace entente::cypher
