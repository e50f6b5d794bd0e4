#include "cypher/evaluate.h"

#include <algorithm>

#include "cypher/aggregates.h"
#include "cypher/arithmetic.h"
#include "cypher/compare.h"
#include "cypher/entities.h"
#include "cypher/error.h"
#include "cypher/operator.h"
#include "cypher/temporal_build.h"

namespace entente::cypher {
namespace {

[[noreturn]] void type_error(std::string_view detail, const Value& found,
                             std::string_view expected) {
  throw Failure{
      ErrorType::TypeError, detail,
      "found a " + std::string(to_string(found.type())) + ", expected " + std::string(expected)};
}

// A Boolean or unknown.
std::optional<bool> truth(const Value& v) {
  if (v.is_null()) return std::nullopt;
  if (!v.is(Type::Boolean)) type_error("InvalidArgumentType", v, "a Boolean");
  return v.boolean();
}

// The property of anything that has properties.
Value property_of(const Value& object, const std::string& key, std::uint32_t symbol,
                  Execution& execution) {
  switch (object.type()) {
    case Type::Null:
      return Value();
    case Type::Node:
    case Type::Relationship: {
      if (execution.writable) require_alive(execution.graph, object);
      const auto id = execution.key(symbol);
      if (!id) return Value();
      return object.is(Type::Node) ? execution.graph.property(object.node(), *id)
                                   : execution.graph.property(object.relationship(), *id);
    }
    case Type::Map: {
      const auto it = object.map().find(key);
      return it == object.map().end() ? Value() : it->second;
    }
    default:
      break;
  }
  if (only(object.type()) & kTemporal) return temporal_component(object, key);
  type_error("InvalidArgumentType", object, "something that has properties");
}

class Evaluator {
 public:
  explicit Evaluator(Execution& execution) : execution_(execution) {}

  Value operator()(const Literal& literal) { return literal.value; }

  Value operator()(const Parameter& parameter) {
    const auto it = execution_.parameters.find(parameter.name);
    if (it != execution_.parameters.end()) return it->second;
    throw Failure{ErrorType::ParameterMissing, "MissingParameter",
                  "the parameter $" + parameter.name + " was not given"};
  }

  Value operator()(const Variable& variable) { return execution_.frame[variable.slot]; }

  Value operator()(const Property& property) {
    return property_of(of(property.object), property.key, property.symbol, execution_);
  }

  Value operator()(const Index& index) {
    const Value object = of(index.object);
    const Value at = of(index.index);
    if (object.is_null() || at.is_null()) return Value();
    if (object.is(Type::List)) return index_into(object, at);
    if (!(only(object.type()) & (kEntity | only(Type::Map)))) {
      type_error("InvalidArgumentType", object, "a list, a map, a node or a relationship");
    }
    if (!at.is(Type::String)) type_error("MapElementAccessByNonString", at, "the name of a key");
    const Map map = object.is(Type::Map) ? object.map() : property_map(execution_.graph, object);
    const auto it = map.find(at.string());
    return it == map.end() ? Value() : it->second;
  }

  Value operator()(const Slice& s) {
    const Value object = of(s.object);
    const Value from = s.from ? of(s.from) : Value(std::int64_t{0});
    const Value to = s.to ? of(s.to) : Value(std::int64_t{INT64_MAX});
    return slice(object, from, to);
  }

  Value operator()(const Unary& unary) {
    const Value v = of(unary.operand);
    switch (unary.op) {
      case UnaryOperator::IsNull:
        return Value(v.is_null());
      case UnaryOperator::IsNotNull:
        return Value(!v.is_null());
      case UnaryOperator::Minus:
        return negate(v);
      case UnaryOperator::Plus:
        return v;
      case UnaryOperator::Not:
        break;
    }
    const auto b = truth(v);
    return b ? Value(!*b) : Value();
  }

  Value operator()(const Binary& binary) {
    switch (binary.op) {
      case BinaryOperator::And:
        return logical(binary, false);
      case BinaryOperator::Or:
        return logical(binary, true);
      case BinaryOperator::Xor: {
        const auto left = truth(of(binary.left));
        const auto right = truth(of(binary.right));
        return left && right ? Value(*left != *right) : Value();
      }
      default:
        return apply(binary.op, of(binary.left), of(binary.right));
    }
  }

  // a < b <= c is a < b AND b <= c, with b looked at once.
  Value operator()(const Comparison& comparison) {
    Value left = of(comparison.operands[0]);
    bool unknown = false;
    for (std::size_t i = 0; i < comparison.operators.size(); ++i) {
      Value right = of(comparison.operands[i + 1]);
      const auto result = compares(comparison.operators[i], left, right);
      if (result == false) return Value(false);
      unknown = unknown || !result;
      left = std::move(right);
    }
    return unknown ? Value() : Value(true);
  }

  Value operator()(const HasLabels& has) {
    const Value v = of(has.object);
    if (v.is_null()) return v;
    if (v.is(Type::Relationship)) {
      return Value(has_type(has.labels, execution_.graph.ends(v.relationship()).type, execution_));
    }
    if (!v.is(Type::Node)) type_error("InvalidArgumentType", v, "a node or a relationship");
    return Value(has_labels(has.labels, v.node(), execution_));
  }

  Value operator()(const FunctionCall& call) {
    if (call.aggregate) return execution_.frame[call.slot];
    List arguments;
    arguments.reserve(call.arguments.size());
    for (const ExpressionPtr& argument : call.arguments) {
      arguments.push_back(of(argument));
      if (arguments.back().is_null() && call.function->nulls == Function::Nulls::Propagate) {
        return Value();
      }
    }
    if (!arguments.empty() && !(call.function->argument & only(arguments[0].type())) &&
        !arguments[0].is_null()) {
      invalid_argument(call.name, arguments[0], "another type");
    }
    return call.function->call(execution_.around, arguments);
  }

  Value operator()(const Case& choice) {
    const Value operand = choice.operand ? of(choice.operand) : Value();
    for (const Case::Alternative& alternative : choice.alternatives) {
      for (const ExpressionPtr& when : alternative.when) {
        const Value v = of(when);
        const bool taken = choice.operand ? equal(operand, v) == true : v.is_true();
        if (taken) return of(alternative.then);
      }
    }
    return choice.otherwise ? of(choice.otherwise) : Value();
  }

  Value operator()(const ListLiteral& literal) {
    List list;
    list.reserve(literal.elements.size());
    for (const ExpressionPtr& element : literal.elements) list.push_back(of(element));
    return Value(std::move(list));
  }

  Value operator()(const MapLiteral& literal) {
    Map map;
    for (const MapLiteral::Entry& entry : literal.entries) {
      map.insert_or_assign(entry.key, of(entry.value));
    }
    return Value(std::move(map));
  }

  Value operator()(const MapProjection& projection) {
    const Value object = of(projection.object);
    if (object.is_null()) return object;
    Map map;
    for (const MapProjection::Element& element : projection.elements) {
      if (element.value) {
        map.insert_or_assign(element.key, of(element.value));
      } else if (!element.key.empty()) {
        map.insert_or_assign(element.key,
                             property_of(object, element.key, element.symbol, execution_));
      } else {
        const Map all =
            object.is(Type::Map) ? object.map() : property_map(execution_.graph, object);
        for (const auto& [key, value] : all) map.insert_or_assign(key, value);
      }
    }
    return Value(std::move(map));
  }

  Value operator()(const ListComprehension& comprehension) {
    const Value source = list_of(comprehension.list);
    if (source.is_null()) return source;
    List result;
    for (const Value& element : source.list()) {
      execution_.meter.step();
      execution_.frame[comprehension.slot] = element;
      if (comprehension.where && !holds(*comprehension.where, execution_)) continue;
      result.push_back(comprehension.projection ? of(comprehension.projection) : element);
    }
    return Value(std::move(result));
  }

  Value operator()(const Quantifier& quantifier) {
    const Value source = list_of(quantifier.list);
    if (source.is_null()) return source;
    std::size_t yes = 0;
    std::size_t unknown = 0;
    for (const Value& element : source.list()) {
      execution_.meter.step();
      execution_.frame[quantifier.slot] = element;
      const auto b = truth(quantifier.where ? of(quantifier.where) : element);
      yes += b == true ? 1 : 0;
      unknown += b ? 0 : 1;
    }
    const std::size_t no = source.list().size() - yes - unknown;
    switch (quantifier.kind) {
      case Quantifier::Kind::All:
        return decided(no > 0, false, unknown);
      case Quantifier::Kind::Any:
        return decided(yes > 0, true, unknown);
      case Quantifier::Kind::None:
        return decided(yes > 0, false, unknown);
      case Quantifier::Kind::Single:
        break;
    }
    if (yes > 1) return Value(false);
    return unknown > 0 ? Value() : Value(yes == 1);
  }

  Value operator()(const Reduce& reduce) {
    Value accumulator = of(reduce.initial);
    const Value source = list_of(reduce.list);
    if (source.is_null()) return source;
    for (const Value& element : source.list()) {
      execution_.meter.step();
      execution_.frame[reduce.accumulator_slot] = accumulator;
      execution_.frame[reduce.slot] = element;
      accumulator = of(reduce.step);
    }
    return accumulator;
  }

  Value operator()(const Subquery& subquery) {
    Operator& plan = *execution_.subplans[subquery.plan];
    plan.open(execution_);
    if (subquery.kind == Subquery::Kind::Exists) return Value(plan.next(execution_));
    if (subquery.kind == Subquery::Kind::Count) {
      std::int64_t count = 0;
      while (plan.next(execution_)) ++count;
      return Value(count);
    }
    const Slot column = subquery.query->columns.front().slot;
    if (subquery.kind == Subquery::Kind::Path) {
      return plan.next(execution_) ? execution_.frame[column] : Value();
    }
    List list;
    while (plan.next(execution_)) list.push_back(execution_.frame[column]);
    return Value(std::move(list));
  }

 private:
  Value of(const ExpressionPtr& e) { return evaluate(*e, execution_); }

  // `decisive`: the value of one operand that makes the other one not matter.
  Value logical(const Binary& binary, bool decisive) {
    const auto left = truth(of(binary.left));
    if (left == decisive) return Value(decisive);
    const auto right = truth(of(binary.right));
    if (right == decisive) return Value(decisive);
    return left && right ? Value(!decisive) : Value();
  }

  static Value decided(bool found, bool then, std::size_t unknown) {
    if (found) return Value(then);
    return unknown > 0 ? Value() : Value(!then);
  }

  Value list_of(const ExpressionPtr& e) {
    Value v = of(e);
    if (!v.is_null() && !v.is(Type::List)) type_error("InvalidArgumentType", v, "a list");
    return v;
  }

  Execution& execution_;
};

template <typename Matches>
bool satisfies(const LabelExpression& labels, bool any, const Matches& matches) {
  const auto inner = [&](const LabelExpression& l) { return satisfies(l, any, matches); };
  switch (labels.kind) {
    case LabelExpression::Kind::Name:
      return matches(labels.symbol);
    case LabelExpression::Kind::And:
      return std::ranges::all_of(labels.operands, inner);
    case LabelExpression::Kind::Or:
      return std::ranges::any_of(labels.operands, inner);
    case LabelExpression::Kind::Not:
      return !inner(labels.operands[0]);
    case LabelExpression::Kind::Any:
      return any;
  }
  return false;
}

}  // namespace

void fail_at(const Failure& failure, Span where, const Execution& execution) {
  throw QueryError(failure.type, Phase::Runtime, failure.detail, execution.text, where,
                   failure.message);
}

Value evaluate(const Expression& e, Execution& execution) {
  // The two most common come without the detour.
  if (const auto* variable = as<Variable>(e)) return execution.frame[variable->slot];
  if (const auto* literal = as<Literal>(e)) return literal->value;
  try {
    return std::visit(Evaluator(execution), e.node);
  } catch (const Failure& failure) {
    fail_at(failure, e.span, execution);
  }
}

bool holds(const Expression& e, Execution& execution) {
  const Value v = evaluate(e, execution);
  if (v.is_null() || v.is(Type::Boolean)) return v.is_true();
  fail_at({ErrorType::TypeError, "InvalidArgumentType",
           "found a " + std::string(to_string(v.type())) + ", expected a condition"},
          e.span, execution);
}

bool has_labels(const LabelExpression& labels, NodeId node, Execution& execution) {
  const auto own = execution.graph.labels(node);
  return satisfies(labels, !own.empty(), [&](std::uint32_t symbol) {
    const auto label = execution.label(symbol);
    return label && std::ranges::binary_search(own, *label);
  });
}

bool has_type(const LabelExpression& types, TypeId type, Execution& execution) {
  return satisfies(types, true,
                   [&](std::uint32_t symbol) { return execution.type(symbol) == type; });
}

}  // namespace entente::cypher
