#pragma once
// A property graph in plain vectors that does not change: what a LayeredGraph lies on where nothing
// else is there, and what tests ask.

#include <map>
#include <unordered_map>
#include <vector>

#include "cypher/compare.h"
#include "cypher/names.h"
#include "cypher/property_graph.h"

namespace entente::cypher {

class MemoryGraph : public PropertyGraph {
 public:
  MemoryGraph() = default;  // an empty graph
  // What is in `graph` now. Ids are given anew, without holes, in the same order.
  explicit MemoryGraph(const PropertyGraph& graph);

  std::optional<LabelId> find_label(std::string_view name) const override;
  std::optional<TypeId> find_type(std::string_view name) const override;
  std::optional<KeyId> find_key(std::string_view name) const override;
  std::string_view label_name(LabelId label) const override { return labels_.name(label); }
  std::string_view type_name(TypeId type) const override { return types_.name(type); }
  std::string_view key_name(KeyId key) const override { return keys_.name(key); }

  std::uint32_t node_bound() const override;
  std::uint32_t relationship_bound() const override;
  bool exists(NodeId) const override { return true; }
  bool exists(RelationshipId) const override { return true; }
  std::size_t node_count() const override { return nodes_.size(); }
  std::size_t relationship_count() const override { return relationships_.size(); }
  std::size_t count_label(LabelId label) const override { return by_label_[label].size(); }
  std::size_t count_type(TypeId type) const override { return by_type_[type]; }

  std::span<const LabelId> labels(NodeId node) const override { return nodes_[node.value].labels; }
  std::vector<NodeId> nodes_with(LabelId label) const override { return by_label_[label]; }
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

  void add_index(KeyId key);  // from now on nodes_where answers for the key

 private:
  struct Node {
    std::vector<LabelId> labels;  // ascending
    Properties properties;        // by key
    std::vector<Neighbour> outgoing;
    std::vector<Neighbour> incoming;
  };
  struct Relationship {
    Ends ends;
    Properties properties;
  };

  void add_node(const PropertyGraph& graph, NodeId node);
  void add_relationship(const PropertyGraph& graph, RelationshipId relationship, NodeId start,
                        NodeId end);
  Properties copied(const PropertyGraph& graph, const Properties& properties);

  Names labels_;
  Names types_;
  Names keys_;
  std::vector<Node> nodes_;
  std::vector<Relationship> relationships_;
  std::vector<std::vector<NodeId>> by_label_;
  std::vector<std::size_t> by_type_;
  using Index = std::unordered_map<Value, std::vector<NodeId>, HashValue, SameValue>;
  std::map<KeyId, Index> indexes_;
};

}  // namespace entente::cypher
