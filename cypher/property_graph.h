#pragma once
// What the engine asks of a graph: labelled nodes, typed directed relationships, properties on
// both. Names of labels, types and keys have small dense numbers; a name nobody uses has none.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "cypher/value.h"

namespace entente::cypher {

using LabelId = std::uint32_t;
using TypeId = std::uint32_t;
using KeyId = std::uint32_t;
using Properties = std::vector<std::pair<KeyId, Value>>;

// One step from a node along a relationship.
struct Neighbour {
  NodeId node;
  RelationshipId relationship;
  TypeId type = 0;
};

struct Ends {
  NodeId start;
  NodeId end;
  TypeId type = 0;
};

// Ids run from 0 to a bound; what was deleted leaves a hole. Spans stay valid until the next write.
class PropertyGraph {
 public:
  virtual ~PropertyGraph() = default;

  virtual std::optional<LabelId> find_label(std::string_view name) const = 0;
  virtual std::optional<TypeId> find_type(std::string_view name) const = 0;
  virtual std::optional<KeyId> find_key(std::string_view name) const = 0;
  virtual std::string_view label_name(LabelId label) const = 0;
  virtual std::string_view type_name(TypeId type) const = 0;
  virtual std::string_view key_name(KeyId key) const = 0;
  // Above the number of every key, where that is known without a look at all properties.
  virtual std::optional<KeyId> key_bound() const { return std::nullopt; }

  virtual std::uint32_t node_bound() const = 0;
  virtual std::uint32_t relationship_bound() const = 0;
  virtual bool exists(NodeId node) const = 0;
  virtual bool exists(RelationshipId relationship) const = 0;

  // For the planner; estimates will do.
  virtual std::size_t node_count() const = 0;
  virtual std::size_t relationship_count() const = 0;
  virtual std::size_t count_label(LabelId label) const = 0;
  virtual std::size_t count_type(TypeId type) const = 0;

  virtual std::span<const LabelId> labels(NodeId node) const = 0;   // ascending
  virtual std::vector<NodeId> nodes_with(LabelId label) const = 0;  // ascending
  virtual std::span<const Neighbour> outgoing(NodeId node) const = 0;
  virtual std::span<const Neighbour> incoming(NodeId node) const = 0;
  virtual Ends ends(RelationshipId relationship) const = 0;  // also of a deleted one

  virtual Value property(NodeId node, KeyId key) const = 0;  // null where there is none
  virtual Value property(RelationshipId relationship, KeyId key) const = 0;
  virtual Properties properties(NodeId node) const = 0;  // by key's number
  virtual Properties properties(RelationshipId relationship) const = 0;

  // Whether nodes_where answers faster than by looking at all nodes.
  virtual bool has_index(KeyId) const { return false; }
  // Nodes whose property equals the value, ascending. REQUIRES: has_index(key)
  virtual std::vector<NodeId> nodes_where(KeyId, const Value&) const { return {}; }
};

// A graph that also takes changes. They are seen at once; rollback() takes back those since
// begin().
class WritableGraph : public PropertyGraph {
 public:
  virtual void begin() = 0;
  virtual void commit() = 0;
  virtual void rollback() = 0;

  // The number of a name, given if it is new.
  virtual LabelId label(std::string_view name) = 0;
  virtual TypeId type(std::string_view name) = 0;
  virtual KeyId key(std::string_view name) = 0;

  virtual NodeId create_node() = 0;
  virtual RelationshipId create_relationship(NodeId start, TypeId type, NodeId end) = 0;
  virtual void add_label(NodeId node, LabelId label) = 0;
  virtual void remove_label(NodeId node, LabelId label) = 0;
  virtual void set_property(NodeId node, KeyId key, Value value) = 0;  // null removes it
  virtual void set_property(RelationshipId relationship, KeyId key, Value value) = 0;
  virtual void remove_node(NodeId node) = 0;  // REQUIRES: without relationships
  virtual void remove_relationship(RelationshipId relationship) = 0;
};

}  // namespace entente::cypher
