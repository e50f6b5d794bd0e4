#include "cypher/memory_graph.h"

#include <algorithm>

namespace entente::cypher {
namespace {

Value get(const Properties& properties, KeyId key) {
  const auto it = std::ranges::lower_bound(properties, key, {}, &Properties::value_type::first);
  return it != properties.end() && it->first == key ? it->second : Value();
}

}  // namespace

MemoryGraph::MemoryGraph(const PropertyGraph& graph) {
  std::vector<NodeId> copies(graph.node_bound());  // by the node's old id
  for (std::uint32_t i = 0; i < graph.node_bound(); ++i) {
    if (!graph.exists(NodeId{i})) continue;
    copies[i] = {node_bound()};
    add_node(graph, {i});
  }
  for (std::uint32_t i = 0; i < graph.relationship_bound(); ++i) {
    const RelationshipId relationship{i};
    if (!graph.exists(relationship)) continue;
    const Ends ends = graph.ends(relationship);
    add_relationship(graph, relationship, copies[ends.start.value], copies[ends.end.value]);
  }
}

void MemoryGraph::add_node(const PropertyGraph& graph, NodeId node) {
  const NodeId id{node_bound()};
  Node& made = nodes_.emplace_back();
  for (const LabelId label : graph.labels(node)) {
    made.labels.push_back(labels_.intern(graph.label_name(label)));
    by_label_.resize(labels_.size());
    by_label_[made.labels.back()].push_back(id);
  }
  std::ranges::sort(made.labels);
  made.properties = copied(graph, graph.properties(node));
}

void MemoryGraph::add_relationship(const PropertyGraph& graph, RelationshipId relationship,
                                   NodeId start, NodeId end) {
  const RelationshipId id{relationship_bound()};
  const TypeId type = types_.intern(graph.type_name(graph.ends(relationship).type));
  by_type_.resize(types_.size());
  ++by_type_[type];
  relationships_.push_back({{start, end, type}, copied(graph, graph.properties(relationship))});
  nodes_[start.value].outgoing.push_back({end, id, type});
  nodes_[end.value].incoming.push_back({start, id, type});
}

Properties MemoryGraph::copied(const PropertyGraph& graph, const Properties& properties) {
  Properties result;
  for (const auto& [key, value] : properties) {
    result.emplace_back(keys_.intern(graph.key_name(key)), value);
  }
  std::ranges::sort(result, {}, &Properties::value_type::first);
  return result;
}

std::optional<LabelId> MemoryGraph::find_label(std::string_view name) const {
  return labels_.find(name);
}
std::optional<TypeId> MemoryGraph::find_type(std::string_view name) const {
  return types_.find(name);
}
std::optional<KeyId> MemoryGraph::find_key(std::string_view name) const { return keys_.find(name); }

std::uint32_t MemoryGraph::node_bound() const { return static_cast<std::uint32_t>(nodes_.size()); }
std::uint32_t MemoryGraph::relationship_bound() const {
  return static_cast<std::uint32_t>(relationships_.size());
}

Value MemoryGraph::property(NodeId node, KeyId key) const {
  return get(nodes_[node.value].properties, key);
}
Value MemoryGraph::property(RelationshipId relationship, KeyId key) const {
  return get(relationships_[relationship.value].properties, key);
}

void MemoryGraph::add_index(KeyId key) {
  Index& index = indexes_[key];
  for (std::uint32_t i = 0; i < nodes_.size(); ++i) {
    const Value value = property(NodeId{i}, key);
    if (!value.is_null()) index[value].push_back({i});
  }
}

std::vector<NodeId> MemoryGraph::nodes_where(KeyId key, const Value& value) const {
  const Index& index = indexes_.at(key);
  const auto it = index.find(value);
  if (it == index.end() || equal(it->first, value) != true) return {};
  return it->second;
}

}  // namespace entente::cypher
