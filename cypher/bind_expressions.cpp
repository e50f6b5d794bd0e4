// Expressions: variables, functions, and types as far as they are known before the query runs.

#include <algorithm>

#include "cypher/aggregates.h"
#include "cypher/ast_walk.h"
#include "cypher/binder_internal.h"

namespace entente::cypher {
namespace {

bool calls_random(const Expression& e) {
  const auto* call = as<FunctionCall>(e);
  bool found = call && find_function(call->name) == find_function("rand");
  each_child(e, [&](const ExpressionPtr& child) { found = found || calls_random(*child); });
  return found;
}

// The type that two alternatives have together.
StaticType either(const StaticType& a, const StaticType& b) {
  return {a.types | b.types, a.elements | b.elements};
}

std::string type_names(TypeSet types) {
  std::string names;
  for (std::size_t i = 0; i < kTypes; ++i) {
    if (!(types & (TypeSet{1} << i))) continue;
    if (!names.empty()) names += " or ";
    names += to_string(static_cast<Type>(i));
  }
  return names;
}

// What the elements of the lists that some functions give are.
TypeSet elements_of(const FunctionCall& call, const StaticType& argument) {
  const std::string_view name = call.function ? call.function->name : call.aggregate->name;
  if (name == "nodes") return only(Type::Node);
  if (name == "relationships") return only(Type::Relationship);
  if (name == "keys" || name == "labels" || name == "split") return only(Type::String);
  if (name == "range") return only(Type::Integer);
  if (name == "collect") return argument.types;
  if (name == "tail" || name == "reverse") return argument.elements;
  return kAnyType;
}

}  // namespace

bool contains_aggregate(const Expression& e) {
  const auto* call = as<FunctionCall>(e);
  bool found = call && find_aggregate(call->name);
  each_child(e, [&](const ExpressionPtr& child) { found = found || contains_aggregate(*child); });
  return found;
}

Binder::Local::Local(Binder& binder, const std::string& name, Slot slot, StaticType type)
    : binder_(binder), name_(name) {
  if (auto node = binder.scope_.extract(name)) saved_.insert(std::move(node));
  binder.scope_[name] = {slot, type, true};
}

Binder::Local::~Local() {
  binder_.scope_.erase(name_);
  binder_.scope_.merge(saved_);
}

void Binder::require(const Expression& e, const StaticType& found, TypeSet wanted,
                     std::string_view expected, ErrorType error) {
  if (found.may_be(wanted)) return;
  fail(error, "InvalidArgumentType", e.span,
       "found a " + type_names(found.types) + ", expected " + std::string(expected));
}

StaticType Binder::bind_value(ExpressionPtr& e) { return bind(e, Context{}); }

StaticType Binder::bind(Expression& e, const Context& context) {
  if (context.grouping && !e.text.empty()) {
    const auto it = std::ranges::find(*context.grouping, e.text, &Projected::text);
    if (it != context.grouping->end()) {
      e.node = Variable{e.text, it->binding.slot};
      return it->binding.type;
    }
  }
  return std::visit([&](auto& node) { return bind_node(e, node, context); }, e.node);
}

StaticType Binder::bind_node(Expression&, Literal& literal, const Context&) {
  return literal.value.type();
}

StaticType Binder::bind_node(Expression&, Parameter&, const Context&) { return {}; }

StaticType Binder::bind_node(Expression& e, Variable& variable, const Context& context) {
  if (context.constant) {
    fail("NonConstantExpression", e.span,
         "found \"" + variable.name + "\", expected a number that does not depend on rows");
  }
  const Binding* known = find(variable.name);
  const bool out_of_reach = context.aggregation == Aggregation::Allowed && known && !known->local;
  if (out_of_reach || (!known && context.ambiguous && context.ambiguous->contains(variable.name))) {
    fail("AmbiguousAggregationExpression", e.span,
         "\"" + variable.name + "\" is neither aggregated nor a column of its own");
  }
  if (!known) fail("UndefinedVariable", e.span, "\"" + variable.name + "\" is not defined");
  variable.slot = known->slot;
  return known->type;
}

StaticType Binder::bind_node(Expression&, Property& property, const Context& given) {
  Context context = given;
  context.predicate = false;
  const StaticType type = bind(property.object, context);
  property.symbol = symbol(property.key);
  const bool path = type.types == only(Type::Path);
  require(*property.object, type, kEntity | only(Type::Map) | kTemporal,
          "something that has properties", path ? ErrorType::SyntaxError : ErrorType::TypeError);
  return {};
}

StaticType Binder::bind_node(Expression&, Index& index, const Context& given) {
  Context context = given;
  context.predicate = false;
  const StaticType type = bind(index.object, context);
  const StaticType at = bind(index.index, context);
  require(*index.object, type, kEntity | any_of(Type::List, Type::Map),
          "a list, a map, a node or a relationship", ErrorType::TypeError);
  if (type.types == only(Type::List)) {
    require(*index.index, at, only(Type::Integer), "the Integer index of a list",
            ErrorType::TypeError);
    return type.elements;
  }
  return {};
}

StaticType Binder::bind_node(Expression&, Slice& slice, const Context& given) {
  Context context = given;
  context.predicate = false;
  const StaticType type = bind(slice.object, context);
  require(*slice.object, type, only(Type::List), "a list");
  if (slice.from) bind(slice.from, context);
  if (slice.to) bind(slice.to, context);
  return {any_of(Type::List, Type::Null), type.elements};
}

StaticType Binder::bind_logical(ExpressionPtr& operand, const Context& context) {
  const StaticType type = bind(operand, context);
  require(*operand, type, only(Type::Boolean), "a Boolean");
  return any_of(Type::Boolean, Type::Null);
}

StaticType Binder::bind_node(Expression&, Unary& unary, const Context& given) {
  if (unary.op == UnaryOperator::Not) return bind_logical(unary.operand, given);
  Context context = given;
  context.predicate = false;
  const StaticType type = bind(unary.operand, context);
  if (unary.op == UnaryOperator::IsNull || unary.op == UnaryOperator::IsNotNull) {
    return Type::Boolean;
  }
  require(*unary.operand, type, kNumber | only(Type::Duration), "a number");
  return type;
}

StaticType Binder::bind_node(Expression&, Binary& binary, const Context& given) {
  using enum BinaryOperator;
  if (binary.op == Or || binary.op == Xor || binary.op == And) {
    bind_logical(binary.left, given);
    return bind_logical(binary.right, given);
  }
  Context context = given;
  context.predicate = false;
  const StaticType left = bind(binary.left, context);
  const StaticType right = bind(binary.right, context);
  const auto numbers = [&] {
    constexpr TypeSet kComputed = kNumber | kTemporal;
    require(*binary.left, left, kComputed, "a number or a temporal value");
    require(*binary.right, right, kComputed, "a number or a temporal value");
    const TypeSet both = left.types | right.types;
    return (both & ~kNumber) == 0 ? StaticType(both) : StaticType(kComputed | only(Type::Null));
  };
  switch (binary.op) {
    case Subtract:
    case Multiply:
    case Divide:
    case Modulo:
      return numbers();
    case Power:
      numbers();
      return any_of(Type::Float, Type::Null);
    case Add: {
      const TypeSet both = left.types | right.types;
      if ((both & ~kNumber) == 0) return both;
      if (left.types == only(Type::List) || right.types == only(Type::List)) return Type::List;
      return {};
    }
    case In:
      require(*binary.right, right, only(Type::List), "a list");
      return any_of(Type::Boolean, Type::Null);
    default:
      return any_of(Type::Boolean, Type::Null);
  }
}

StaticType Binder::bind_node(Expression&, Comparison& comparison, const Context& given) {
  Context context = given;
  context.predicate = false;
  for (ExpressionPtr& operand : comparison.operands) bind(operand, context);
  return any_of(Type::Boolean, Type::Null);
}

StaticType Binder::bind_node(Expression&, HasLabels& has_labels, const Context& given) {
  Context context = given;
  context.predicate = false;
  require(*has_labels.object, bind(has_labels.object, context), kEntity,
          "a node or a relationship");
  bind_labels(has_labels.labels);
  return any_of(Type::Boolean, Type::Null);
}

StaticType Binder::bind_node(Expression& e, FunctionCall& call, const Context& given) {
  call.aggregate = find_aggregate(call.name);
  if (call.aggregate) return bind_aggregate(e, call, given);
  call.function = find_function(call.name);
  if (!call.function) {
    fail("UnknownFunction", e.span, "there is no function \"" + call.name + "\"");
  }
  const std::size_t count = call.arguments.size();
  if (count < call.function->min_arguments || count > call.function->max_arguments || call.star) {
    fail("InvalidNumberOfArguments", e.span,
         "found " + std::to_string(count) + " arguments, expected " +
             std::to_string(call.function->min_arguments) +
             (call.function->max_arguments > call.function->min_arguments ? " or more" : ""));
  }
  Context context = given;
  context.predicate = call.function == find_function("exists");
  StaticType first;
  for (std::size_t i = 0; i < count; ++i) {
    const StaticType type = bind(call.arguments[i], context);
    if (i == 0) first = type;
  }
  // exists(pattern) asks for a match, exists(property) for a value.
  const auto* subquery = context.predicate ? as<Subquery>(*call.arguments[0]) : nullptr;
  if (subquery && subquery->is_pattern) {
    Expression inner = std::move(*call.arguments[0]);
    e.node = std::move(inner.node);
    bound_.subqueries.back() = as<Subquery>(e);
    return Type::Boolean;
  }
  if (count > 0) {
    require(*call.arguments[0], first, call.function->argument,
            type_names(call.function->argument));
  }
  const bool maybe_null = call.function->nulls == Function::Nulls::Propagate && count > 0;
  return {call.function->result | (maybe_null ? only(Type::Null) : 0), elements_of(call, first)};
}

StaticType Binder::bind_aggregate(Expression& e, FunctionCall& call, const Context& context) {
  if (context.aggregation == Aggregation::Inside) {
    fail("NestedAggregation", e.span, "found an aggregate within an aggregate");
  }
  if (call.star ? call.aggregate != find_aggregate("count")
                : call.arguments.size() != call.aggregate->arguments) {
    fail("InvalidNumberOfArguments", e.span,
         "expected " + std::to_string(call.aggregate->arguments) + " arguments");
  }
  Context inside;
  inside.aggregation = Aggregation::Inside;
  StaticType first = Type::Integer;
  for (std::size_t i = 0; i < call.arguments.size(); ++i) {
    if (calls_random(*call.arguments[i])) {
      fail("NonConstantExpression", call.arguments[i]->span,
           "found rand() in an aggregate, expected the same value each time");
    }
    const StaticType type = bind(call.arguments[i], inside);
    if (i == 0) first = type;
  }
  if (context.aggregation != Aggregation::Allowed) {
    fail("InvalidAggregation", e.span, "found an aggregate where there is nothing to aggregate");
  }
  if (!call.star) {
    require(*call.arguments[0], first, call.aggregate->argument,
            type_names(call.aggregate->argument));
  }
  call.slot = new_slot();
  context.aggregates->push_back(&call);
  return {call.aggregate->result | only(Type::Null), elements_of(call, first)};
}

StaticType Binder::bind_node(Expression&, Case& choice, const Context& given) {
  Context context = given;
  context.predicate = false;
  if (choice.operand) bind(choice.operand, context);
  StaticType result = Type::Null;
  bool first = true;
  const auto add = [&](const StaticType& type) {
    result = first ? type : either(result, type);
    first = false;
  };
  for (Case::Alternative& alternative : choice.alternatives) {
    Context condition = context;
    condition.predicate = !choice.operand;
    for (ExpressionPtr& when : alternative.when) bind(when, condition);
    add(bind(alternative.then, context));
  }
  if (choice.otherwise) add(bind(choice.otherwise, context));
  if (!choice.otherwise) result.types |= only(Type::Null);
  return result;
}

StaticType Binder::bind_node(Expression&, ListLiteral& list, const Context& given) {
  Context context = given;
  context.predicate = false;
  TypeSet elements = 0;
  for (ExpressionPtr& element : list.elements) elements |= bind(element, context).types;
  return {only(Type::List), list.elements.empty() ? kAnyType : elements};
}

StaticType Binder::bind_node(Expression&, MapLiteral& map, const Context& given) {
  Context context = given;
  context.predicate = false;
  for (MapLiteral::Entry& entry : map.entries) {
    entry.symbol = symbol(entry.key);
    bind(entry.value, context);
  }
  return Type::Map;
}

StaticType Binder::bind_node(Expression&, MapProjection& projection, const Context& given) {
  Context context = given;
  context.predicate = false;
  require(*projection.object, bind(projection.object, context), kEntity | only(Type::Map),
          "a node, a relationship or a map");
  for (MapProjection::Element& element : projection.elements) {
    if (element.value) bind(element.value, context);
    element.symbol = symbol(element.key);
  }
  return any_of(Type::Map, Type::Null);
}

StaticType Binder::bind_node(Expression&, ListComprehension& comprehension, const Context& given) {
  Context context = given;
  context.predicate = false;
  const StaticType list = bind(comprehension.list, context);
  require(*comprehension.list, list, only(Type::List), "a list");
  comprehension.slot = new_slot();
  const Local local(*this, comprehension.variable, comprehension.slot, list.elements);
  // Here an aggregate would run over the list, which it cannot.
  if (context.aggregation == Aggregation::Allowed) {
    for (const ExpressionPtr* part : {&comprehension.where, &comprehension.projection}) {
      if (*part && contains_aggregate(**part)) {
        fail("InvalidAggregation", (*part)->span, "found an aggregate in a list comprehension");
      }
    }
  }
  if (comprehension.where) {
    Context condition = context;
    condition.predicate = true;
    require(*comprehension.where, bind(comprehension.where, condition), only(Type::Boolean),
            "a condition");
  }
  TypeSet elements = list.elements;
  if (comprehension.projection) elements = bind(comprehension.projection, context).types;
  return {any_of(Type::List, Type::Null), elements};
}

StaticType Binder::bind_node(Expression&, Quantifier& quantifier, const Context& given) {
  Context context = given;
  context.predicate = false;
  const StaticType list = bind(quantifier.list, context);
  require(*quantifier.list, list, only(Type::List), "a list");
  quantifier.slot = new_slot();
  const Local local(*this, quantifier.variable, quantifier.slot, list.elements);
  context.predicate = true;
  if (quantifier.where) {
    require(*quantifier.where, bind(quantifier.where, context), only(Type::Boolean), "a condition");
  }
  return any_of(Type::Boolean, Type::Null);
}

StaticType Binder::bind_node(Expression&, Reduce& reduce, const Context& given) {
  Context context = given;
  context.predicate = false;
  bind(reduce.initial, context);
  const StaticType list = bind(reduce.list, context);
  require(*reduce.list, list, only(Type::List), "a list");
  reduce.accumulator_slot = new_slot();
  reduce.slot = new_slot();
  const Local accumulator(*this, reduce.accumulator, reduce.accumulator_slot, {});
  const Local element(*this, reduce.variable, reduce.slot, list.elements);
  bind(reduce.step, context);
  return {};
}

StaticType Binder::bind_node(Expression& e, Subquery& subquery, const Context& context) {
  if (subquery.is_pattern && !context.predicate) {
    fail("UnexpectedSyntax", e.span,
         "found a pattern, expected a value; a pattern is a condition of WHERE");
  }
  const Scope outer = scope_;
  bind_query(*subquery.query, outer, true);
  if (subquery.is_pattern) {
    auto& match = std::get<MatchClause>(subquery.query->parts[0].clauses[0].node);
    PathPattern& path = match.patterns[0];
    const auto refuse_new = [&](const std::string& name, Span where) {
      if (name.empty() || outer.contains(name)) return;
      fail("UndefinedVariable", where, "\"" + name + "\" is not defined");
    };
    for (const NodePattern& node : path.nodes) refuse_new(node.variable, node.span);
    for (const Segment& segment : path.segments) {
      const auto& relationship = std::get<RelationshipPattern>(segment);
      refuse_new(relationship.variable, relationship.span);
    }
  }
  scope_ = outer;
  subquery.plan = static_cast<std::uint32_t>(bound_.subqueries.size());
  bound_.subqueries.push_back(&subquery);
  switch (subquery.kind) {
    case Subquery::Kind::Exists:
      return Type::Boolean;
    case Subquery::Kind::Count:
      return Type::Integer;
    case Subquery::Kind::Path:
      return any_of(Type::Path, Type::Null);
    case Subquery::Kind::Collect:
      return Type::List;
  }
  return {};
}

}  // namespace entente::cypher
