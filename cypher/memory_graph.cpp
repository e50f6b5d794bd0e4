#include "cypher/memory_graph.h"

#include <algorithm>
#include <cassert>

#include "cypher/compare.h"

namespace entente::cypher {
namespace {

auto find_property(Properties& properties, KeyId key) {
  return std::ranges::lower_bound(properties, key, {}, &Properties::value_type::first);
}

Value get(const Properties& properties, KeyId key) {
  const auto it = std::ranges::lower_bound(properties, key, {}, &Properties::value_type::first);
  return it != properties.end() && it->first == key ? it->second : Value();
}

void set(Properties& properties, KeyId key, Value value) {
  const auto it = find_property(properties, key);
  const bool found = it != properties.end() && it->first == key;
  if (value.is_null()) {
    if (found) properties.erase(it);
  } else if (found) {
    it->second = std::move(value);
  } else {
    properties.insert(it, {key, std::move(value)});
  }
}

void drop(std::vector<Neighbour>& neighbours, RelationshipId relationship) {
  std::erase_if(neighbours, [&](const Neighbour& n) { return n.relationship == relationship; });
}

}  // namespace

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

std::size_t MemoryGraph::count_label(LabelId label) const {
  return label < by_label_.size() ? by_label_[label].size() : 0;
}
std::size_t MemoryGraph::count_type(TypeId type) const {
  return type < by_type_.size() ? by_type_[type] : 0;
}

std::vector<NodeId> MemoryGraph::nodes_with(LabelId label) const {
  if (label >= by_label_.size()) return {};
  return {by_label_[label].begin(), by_label_[label].end()};
}

Value MemoryGraph::property(NodeId node, KeyId key) const {
  return get(nodes_[node.value].properties, key);
}
Value MemoryGraph::property(RelationshipId relationship, KeyId key) const {
  return get(relationships_[relationship.value].properties, key);
}

std::vector<NodeId> MemoryGraph::nodes_where(KeyId key, const Value& value) const {
  Index& index = indexes_.at(key);
  if (index.made_at != version_) {
    index.nodes.clear();
    for (std::uint32_t i = 0; i < nodes_.size(); ++i) {
      const Value found = property(NodeId{i}, key);
      if (!found.is_null()) index.nodes[found].push_back({i});
    }
    index.made_at = version_;
  }
  const auto it = index.nodes.find(value);
  if (it == index.nodes.end() || equal(it->first, value) != true) return {};
  return it->second;
}

void MemoryGraph::begin() {
  undo_.clear();
  recording_ = true;
}

void MemoryGraph::commit() {
  undo_.clear();
  recording_ = false;
}

void MemoryGraph::rollback() {
  recording_ = false;
  ++version_;
  for (auto undo = undo_.rbegin(); undo != undo_.rend(); ++undo) (*undo)(*this);
  undo_.clear();
}

NodeId MemoryGraph::create_node() {
  ++version_;
  nodes_.emplace_back();
  ++node_count_;
  changed([](MemoryGraph& graph) {
    graph.nodes_.pop_back();
    --graph.node_count_;
  });
  return {node_bound() - 1};
}

// Into the lists of both ends, which are in the order of ids.
void MemoryGraph::attach(RelationshipId id) {
  const Ends ends = relationships_[id.value].ends;
  const auto insert = [&](std::vector<Neighbour>& list, NodeId other) {
    const auto at = std::ranges::upper_bound(list, id, {}, &Neighbour::relationship);
    list.insert(at, {other, id, ends.type});
  };
  insert(nodes_[ends.start.value].outgoing, ends.end);
  insert(nodes_[ends.end.value].incoming, ends.start);
  if (by_type_.size() <= ends.type) by_type_.resize(ends.type + 1);
  ++by_type_[ends.type];
  ++relationship_count_;
}

RelationshipId MemoryGraph::create_relationship(NodeId start, TypeId type, NodeId end) {
  const RelationshipId id{relationship_bound()};
  relationships_.push_back({true, {start, end, type}, {}});
  attach(id);
  changed([id](MemoryGraph& graph) {
    graph.remove_relationship(id);
    graph.relationships_.pop_back();
  });
  return id;
}

void MemoryGraph::add_label(NodeId node, LabelId label) {
  std::vector<LabelId>& labels = nodes_[node.value].labels;
  const auto it = std::ranges::lower_bound(labels, label);
  if (it != labels.end() && *it == label) return;
  labels.insert(it, label);
  if (by_label_.size() <= label) by_label_.resize(label + 1);
  by_label_[label].insert(node);
  changed([=](MemoryGraph& graph) { graph.remove_label(node, label); });
}

void MemoryGraph::remove_label(NodeId node, LabelId label) {
  if (std::erase(nodes_[node.value].labels, label) == 0) return;
  by_label_[label].erase(node);
  changed([=](MemoryGraph& graph) { graph.add_label(node, label); });
}

void MemoryGraph::set_property(NodeId node, KeyId key, Value value) {
  ++version_;
  changed(
      [=, old = property(node, key)](MemoryGraph& graph) { graph.set_property(node, key, old); });
  set(nodes_[node.value].properties, key, std::move(value));
}

void MemoryGraph::set_property(RelationshipId relationship, KeyId key, Value value) {
  changed([=, old = property(relationship, key)](MemoryGraph& graph) {
    graph.set_property(relationship, key, old);
  });
  set(relationships_[relationship.value].properties, key, std::move(value));
}

void MemoryGraph::remove_node(NodeId id) {
  Node& node = nodes_[id.value];
  assert(node.outgoing.empty() && node.incoming.empty());
  if (!node.alive) return;
  ++version_;
  for (const LabelId label : node.labels) by_label_[label].erase(id);
  --node_count_;
  changed([id, old = node](MemoryGraph& graph) {
    graph.nodes_[id.value] = old;
    for (const LabelId label : old.labels) graph.by_label_[label].insert(id);
    ++graph.node_count_;
  });
  node = Node{};
  node.alive = false;
}

void MemoryGraph::remove_relationship(RelationshipId id) {
  Relationship& relationship = relationships_[id.value];
  if (!relationship.alive) return;
  changed([id, old = relationship](MemoryGraph& graph) {
    graph.relationships_[id.value] = old;
    graph.attach(id);
  });
  relationship.alive = false;
  relationship.properties.clear();
  drop(nodes_[relationship.ends.start.value].outgoing, id);
  drop(nodes_[relationship.ends.end.value].incoming, id);
  --by_type_[relationship.ends.type];
  --relationship_count_;
}

}  // namespace entente::cypher
