// Functions of nodes, relationships, paths and maps.

#include "cypher/entities.h"
#include "cypher/functions.h"

namespace entente::cypher {
namespace {

Value entity_id(const Value& entity) {
  return Value(static_cast<std::int64_t>(entity.is(Type::Node) ? entity.node().value
                                                               : entity.relationship().value));
}

Value id(Surroundings&, Arguments arguments) { return entity_id(arguments[0]); }

Value element_id(Surroundings&, Arguments arguments) {
  return Value((arguments[0].is(Type::Node) ? "n" : "r") +
               std::to_string(entity_id(arguments[0]).integer()));
}

Value type(Surroundings& around, Arguments arguments) {
  return Value(around.graph.type_name(around.graph.ends(arguments[0].relationship()).type));
}

Value labels(Surroundings& around, Arguments arguments) {
  return Value(label_list(around.graph, arguments[0].node()));
}

Value properties(Surroundings& around, Arguments arguments) {
  if (arguments[0].is(Type::Map)) return arguments[0];
  return Value(property_map(around.graph, arguments[0]));
}

Value keys(Surroundings& around, Arguments arguments) {
  const Value map = properties(around, arguments);
  List result;
  for (const auto& [key, value] : map.map()) result.emplace_back(key);
  return Value(std::move(result));
}

Value nodes(Surroundings&, Arguments arguments) {
  List result;
  for (const NodeId node : arguments[0].path().nodes) result.emplace_back(node);
  return Value(std::move(result));
}

Value relationships(Surroundings&, Arguments arguments) {
  List result;
  for (const RelationshipId r : arguments[0].path().relationships) result.emplace_back(r);
  return Value(std::move(result));
}

Value length(Surroundings&, Arguments arguments) {
  return Value(static_cast<std::int64_t>(arguments[0].path().relationships.size()));
}

Value start_node(Surroundings& around, Arguments arguments) {
  return Value(around.graph.ends(arguments[0].relationship()).start);
}

Value end_node(Surroundings& around, Arguments arguments) {
  return Value(around.graph.ends(arguments[0].relationship()).end);
}

Value exists(Surroundings&, Arguments arguments) { return Value(!arguments[0].is_null()); }

Value coalesce(Surroundings&, Arguments arguments) {
  for (const Value& argument : arguments) {
    if (!argument.is_null()) return argument;
  }
  return Value();
}

constexpr TypeSet kKeyed = kEntity | only(Type::Map);

constexpr Function kFunctions[] = {
    {"id", 1, 1, kEntity, only(Type::Integer), id},
    {"elementId", 1, 1, kEntity, only(Type::String), element_id},
    {"type", 1, 1, only(Type::Relationship), only(Type::String), type},
    {"labels", 1, 1, only(Type::Node), only(Type::List), labels},
    {"properties", 1, 1, kKeyed, only(Type::Map), properties},
    {"keys", 1, 1, kKeyed, only(Type::List), keys},
    {"nodes", 1, 1, only(Type::Path), only(Type::List), nodes},
    {"relationships", 1, 1, only(Type::Path), only(Type::List), relationships},
    {"length", 1, 1, only(Type::Path), only(Type::Integer), length},
    {"startNode", 1, 1, only(Type::Relationship), only(Type::Node), start_node},
    {"endNode", 1, 1, only(Type::Relationship), only(Type::Node), end_node},
    {"exists", 1, 1, kAnyType, only(Type::Boolean), exists, Function::Nulls::Pass},
    {"coalesce", 1, Function::kMany, kAnyType, kAnyType, coalesce, Function::Nulls::Pass},
};

}  // namespace

std::span<const Function> graph_functions() { return kFunctions; }

}  // namespace entente::cypher
