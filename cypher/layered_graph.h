#pragma once
// A graph that takes changes without touching the one below it: the base stays as it is, and what
// differs from it lies in an overlay. Nodes that nothing was done to are read straight from the
// base. Not for several threads at once, not even to read.

#include <boost/graph/adjacency_list.hpp>
#include <functional>
#include <map>
#include <unordered_map>
#include <vector>

#include "cypher/compare.h"
#include "cypher/names.h"
#include "cypher/property_graph.h"

namespace entente::cypher {

// How a graph differs from its base. What was made and deleted again is not there, nor what was set
// to what it had been. Of what was created, labels and properties are read from the graph. All in
// the order of ids, then of keys or labels.
struct Changes {
  template <typename Id>
  struct Set {
    Id of;
    KeyId key;
    Value value;  // null = removed
  };
  struct Label {
    NodeId node;
    LabelId label;
    bool added;  // else removed
  };

  std::vector<NodeId> created_nodes;
  std::vector<RelationshipId> created_relationships;
  std::vector<NodeId> deleted_nodes;  // these and those below are the base's
  std::vector<RelationshipId> deleted_relationships;
  std::vector<Label> labels;
  std::vector<Set<NodeId>> node_properties;
  std::vector<Set<RelationshipId>> relationship_properties;
};

class LayeredGraph : public WritableGraph {
 public:
  // `base` must outlive this, not change, and have an element for every id below its bounds.
  explicit LayeredGraph(const PropertyGraph& base);
  LayeredGraph(const LayeredGraph&) = delete;
  LayeredGraph& operator=(const LayeredGraph&) = delete;

  const PropertyGraph& base() const { return base_; }
  bool is_own(NodeId node) const { return node.value >= base_nodes_; }  // not of the base
  bool is_own(RelationshipId r) const { return r.value >= base_relationships_; }
  Changes changes() const;

  std::optional<LabelId> find_label(std::string_view name) const override;
  std::optional<TypeId> find_type(std::string_view name) const override;
  std::optional<KeyId> find_key(std::string_view name) const override;
  std::string_view label_name(LabelId label) const override;
  std::string_view type_name(TypeId type) const override;
  std::string_view key_name(KeyId key) const override;

  std::uint32_t node_bound() const override;
  std::uint32_t relationship_bound() const override;
  bool exists(NodeId node) const override;
  bool exists(RelationshipId relationship) const override;
  std::size_t node_count() const override { return counts_.nodes; }
  std::size_t relationship_count() const override { return counts_.relationships; }
  std::size_t count_label(LabelId label) const override;
  std::size_t count_type(TypeId type) const override;

  std::span<const LabelId> labels(NodeId node) const override;
  std::vector<NodeId> nodes_with(LabelId label) const override;
  NeighbourView outgoing(NodeId node) const override;
  NeighbourView incoming(NodeId node) const override;
  Ends ends(RelationshipId relationship) const override;
  Value property(NodeId node, KeyId key) const override;
  Value property(RelationshipId relationship, KeyId key) const override;
  Properties properties(NodeId node) const override;
  Properties properties(RelationshipId relationship) const override;
  bool has_index(KeyId key) const override;  // where the base has one
  std::vector<NodeId> nodes_where(KeyId key, const Value& value) const override;

  void begin() override;
  void commit() override;
  void rollback() override;
  LabelId label(std::string_view name) override;
  TypeId type(std::string_view name) override;
  KeyId key(std::string_view name) override;
  NodeId create_node() override;
  RelationshipId create_relationship(NodeId start, TypeId type, NodeId end) override;
  void add_label(NodeId node, LabelId label) override;
  void remove_label(NodeId node, LabelId label) override;
  void set_property(NodeId node, KeyId key, Value value) override;
  void set_property(RelationshipId relationship, KeyId key, Value value) override;
  void remove_node(NodeId node) override;
  void remove_relationship(RelationshipId relationship) override;

 private:
  // The neighbours of a node that got or lost some; merged when they are asked for.
  struct Row {
    bool differs = false;  // else they are the base's
    bool stale = false;
    std::vector<Neighbour> merged;
  };
  // A node that is new, or what differs in one of the base.
  struct NodeLayer {
    NodeId id;
    bool alive = true;
    std::optional<std::vector<LabelId>> labels;  // ascending; nullopt = the base's
    Properties set;                              // by key; null takes away what the base has
    mutable Row outgoing;
    mutable Row incoming;
  };
  // A relationship that is new.
  struct OwnRelationship {
    RelationshipId id;
    TypeId type = 0;
    bool alive = true;
    Properties set;
  };
  // What differs in a relationship of the base.
  struct RelationshipLayer {
    bool alive = true;
    Properties set;
  };
  // Lists, so that descriptors stay valid. Never copied, moved or swapped: descriptors of edges
  // point into it.
  using Overlay = boost::adjacency_list<boost::listS, boost::listS, boost::bidirectionalS,
                                        NodeLayer, OwnRelationship>;
  using Vertex = boost::graph_traits<Overlay>::vertex_descriptor;
  using Edge = boost::graph_traits<Overlay>::edge_descriptor;

  struct Counts {
    std::size_t nodes = 0;
    std::size_t relationships = 0;
    std::map<LabelId, std::ptrdiff_t> labels;  // more than in the base
    std::map<TypeId, std::ptrdiff_t> types;
  };
  // What begin() found, for what only grows.
  struct Mark {
    Counts counts;
    std::size_t own_nodes = 0;
    std::size_t own_relationships = 0;
    std::size_t touched = 0;
    std::size_t labels = 0;
    std::size_t types = 0;
    std::size_t keys = 0;
  };

  const NodeLayer* layer(NodeId node) const;  // nullptr: as in the base
  const Properties* layer(RelationshipId relationship) const;
  NodeLayer& touch(NodeId node);
  Properties& touch(RelationshipId relationship);
  Vertex vertex(NodeId node);
  bool has_label(NodeId node, LabelId label) const;
  std::vector<LabelId>& own_labels(NodeId node);
  NeighbourView neighbours(NodeId node, bool outgoing) const;
  void merge(NodeId node, const NodeLayer& layer, bool outgoing) const;
  void make_stale(RelationshipId relationship);
  void forget_since_mark();

  template <typename Undo>
  void changed(Undo undo) {
    if (recording_) undo_.emplace_back(std::move(undo));
  }

  const PropertyGraph& base_;
  std::uint32_t base_nodes_;
  std::uint32_t base_relationships_;
  Names labels_;  // those that the base does not know; their numbers begin at kOwnNames
  Names types_;
  Names keys_;
  Overlay overlay_;
  std::vector<Vertex> own_nodes_;                      // by id, from base_nodes_ on
  std::vector<Edge> own_relationships_;                // by id, from base_relationships_ on
  std::unordered_map<std::uint32_t, Vertex> touched_;  // nodes of the base
  std::vector<NodeId> touched_in_order_;
  std::unordered_map<std::uint32_t, RelationshipLayer> relationships_;  // of the base
  Counts counts_;

  // Nodes that once got the label, or the value of an indexed key; whether they still have it is
  // looked up.
  std::unordered_map<LabelId, std::vector<NodeId>> labelled_;
  using Bearers = std::unordered_map<Value, std::vector<NodeId>, HashValue, SameValue>;
  std::unordered_map<KeyId, Bearers> indexed_;

  bool recording_ = false;
  Mark mark_;
  std::vector<std::function<void()>> undo_;
};

}  // namespace entente::cypher
