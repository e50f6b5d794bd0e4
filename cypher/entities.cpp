#include "cypher/entities.h"

#include "cypher/error.h"

namespace entente::cypher {

void require_alive(const PropertyGraph& graph, const Value& entity) {
  const bool alive =
      entity.is(Type::Node) ? graph.exists(entity.node()) : graph.exists(entity.relationship());
  if (alive) return;
  throw Failure{ErrorType::EntityNotFound, "DeletedEntityAccess",
                "the " + std::string(to_string(entity.type())) + " was deleted by this query"};
}

Map property_map(const PropertyGraph& graph, const Value& entity) {
  require_alive(graph, entity);
  Map result;
  const Properties properties = entity.is(Type::Node) ? graph.properties(entity.node())
                                                      : graph.properties(entity.relationship());
  for (const auto& [key, value] : properties) result.emplace(graph.key_name(key), value);
  return result;
}

List label_list(const PropertyGraph& graph, NodeId node) {
  require_alive(graph, Value(node));
  List result;
  for (const LabelId label : graph.labels(node)) result.emplace_back(graph.label_name(label));
  return result;
}

}  // namespace entente::cypher
