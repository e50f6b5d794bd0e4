#pragma once
// A property graph in plain vectors, for tests and for what is built on the fly. A copy is another
// graph with the same ids.

#include <functional>
#include <map>
#include <set>
#include <unordered_map>
#include <vector>

#include "cypher/compare.h"
#include "cypher/names.h"
#include "cypher/property_graph.h"

namespace entente::cypher {

class MemoryGraph : public WritableGraph {
 public:
  std::optional<LabelId> find_label(std::string_view name) const override;
  std::optional<TypeId> find_type(std::string_view name) const override;
  std::optional<KeyId> find_key(std::string_view name) const override;
  std::string_view label_name(LabelId label) const override { return labels_.name(label); }
  std::string_view type_name(TypeId type) const override { return types_.name(type); }
  std::string_view key_name(KeyId key) const override { return keys_.name(key); }

  std::uint32_t node_bound() const override;
  std::uint32_t relationship_bound() const override;
  bool exists(NodeId node) const override { return nodes_[node.value].alive; }
  bool exists(RelationshipId r) const override { return relationships_[r.value].alive; }
  std::size_t node_count() const override { return node_count_; }
  std::size_t relationship_count() const override { return relationship_count_; }
  std::size_t count_label(LabelId label) const override;
  std::size_t count_type(TypeId type) const override;

  std::span<const LabelId> labels(NodeId node) const override { return nodes_[node.value].labels; }
  std::vector<NodeId> nodes_with(LabelId label) const override;
  NeighbourView outgoing(NodeId n) const override { return nodes_[n.value].outgoing; }
  NeighbourView incoming(NodeId n) const override { return nodes_[n.value].incoming; }
  Ends ends(RelationshipId r) const override { return relationships_[r.value].ends; }
  Value property(NodeId node, KeyId key) const override;
  Value property(RelationshipId relationship, KeyId key) const override;
  Properties properties(NodeId node) const override { return nodes_[node.value].properties; }
  Properties properties(RelationshipId r) const override {
    return relationships_[r.value].properties;
  }
  bool has_index(KeyId key) const override { return indexes_.contains(key); }
  std::vector<NodeId> nodes_where(KeyId key, const Value& value) const override;

  void begin() override;
  void commit() override;
  void rollback() override;
  LabelId label(std::string_view name) override { return labels_.intern(name); }
  TypeId type(std::string_view name) override { return types_.intern(name); }
  KeyId key(std::string_view name) override { return keys_.intern(name); }
  NodeId create_node() override;
  RelationshipId create_relationship(NodeId start, TypeId type, NodeId end) override;
  void add_label(NodeId node, LabelId label) override;
  void remove_label(NodeId node, LabelId label) override;
  void set_property(NodeId node, KeyId key, Value value) override;
  void set_property(RelationshipId relationship, KeyId key, Value value) override;
  void remove_node(NodeId node) override;
  void remove_relationship(RelationshipId relationship) override;

  // From now on nodes_where answers for the key. It is made when it is asked for after a change.
  void add_index(KeyId key) { indexes_.emplace(key, Index()); }

 private:
  struct Node {
    bool alive = true;
    std::vector<LabelId> labels;  // ascending
    Properties properties;        // by key
    std::vector<Neighbour> outgoing;
    std::vector<Neighbour> incoming;
  };
  struct Relationship {
    bool alive = true;
    Ends ends;
    Properties properties;
  };

  // Remembers how to take a change back, between begin() and commit().
  template <typename Undo>
  void changed(Undo undo) {
    if (recording_) undo_.emplace_back(std::move(undo));
  }
  void attach(RelationshipId relationship);

  Names labels_;
  Names types_;
  Names keys_;
  std::vector<Node> nodes_;
  std::vector<Relationship> relationships_;
  std::size_t node_count_ = 0;
  std::size_t relationship_count_ = 0;
  std::vector<std::set<NodeId>> by_label_;
  std::vector<std::size_t> by_type_;
  struct Index {
    std::uint64_t made_at = 0;  // version_ then; 0 = not yet
    std::unordered_map<Value, std::vector<NodeId>, HashValue, SameValue> nodes;
  };
  mutable std::map<KeyId, Index> indexes_;
  std::uint64_t version_ = 1;  // of nodes and their properties
  bool recording_ = false;
  std::vector<std::function<void(MemoryGraph&)>> undo_;
};

}  // namespace entente::cypher
