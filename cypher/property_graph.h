#pragma once
// What the engine asks of a graph: labelled nodes, typed directed relationships, properties on
// both. Names of labels, types and keys have small dense numbers; a name nobody uses has none.

#include <algorithm>
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

// The steps from a node in one direction, as the graph has them: in rows, or a column for each
// part.
class NeighbourView {
 public:
  // `relationships` may be null: they are numbered in a row, from `first`.
  struct Columns {
    const std::uint32_t* nodes = nullptr;
    const std::uint32_t* relationships = nullptr;
    const std::uint16_t* types = nullptr;  // ascending
    const std::uint8_t* marks = nullptr;   // three bytes a step, the lowest first; may be null
    std::uint32_t first = 0;
    std::uint32_t size = 0;
  };

  NeighbourView() = default;
  // NOLINTBEGIN(google-explicit-constructor): what a graph has is a view of itself
  NeighbourView(std::span<const Neighbour> rows)
      : rows_(rows.data()), columns_{.size = static_cast<std::uint32_t>(rows.size())} {}
  NeighbourView(const std::vector<Neighbour>& rows) : NeighbourView(std::span(rows)) {}
  NeighbourView(const Columns& columns) : columns_(columns) {}
  // NOLINTEND(google-explicit-constructor)

  std::uint32_t size() const { return columns_.size; }
  bool empty() const { return columns_.size == 0; }
  Neighbour operator[](std::size_t i) const {
    if (rows_ != nullptr) return rows_[i];
    const std::uint32_t relationship = columns_.relationships != nullptr
                                           ? columns_.relationships[i]
                                           : columns_.first + static_cast<std::uint32_t>(i);
    return {{columns_.nodes[i]}, {relationship}, columns_.types[i]};
  }
  TypeId type(std::size_t i) const { return rows_ != nullptr ? rows_[i].type : columns_.types[i]; }
  // A number of 24 bits in which the graph keeps some properties of the relationship: see
  // MarkOrder. REQUIRES: the graph has told of one
  std::uint32_t mark(std::size_t i) const {
    const std::uint8_t* bytes = columns_.marks + 3 * i;
    return bytes[0] | static_cast<std::uint32_t>(bytes[1]) << 8U |
           static_cast<std::uint32_t>(bytes[2]) << 16U;
  }
  // Where those of the type of the one at `i` end, as far as that is known without a look at each.
  std::uint32_t end_of_type(std::uint32_t i) const {
    if (rows_ != nullptr) return i + 1;
    const std::uint16_t* types = columns_.types;
    return static_cast<std::uint32_t>(std::upper_bound(types + i, types + columns_.size, types[i]) -
                                      types);
  }

  class Iterator {
   public:
    using value_type = Neighbour;
    using difference_type = std::ptrdiff_t;
    Iterator() = default;
    Iterator(const NeighbourView* view, std::uint32_t at) : view_(view), at_(at) {}
    Neighbour operator*() const { return (*view_)[at_]; }
    Iterator& operator++() {
      ++at_;
      return *this;
    }
    Iterator operator++(int) { return {view_, at_++}; }
    friend bool operator==(const Iterator& a, const Iterator& b) { return a.at_ == b.at_; }

   private:
    const NeighbourView* view_ = nullptr;
    std::uint32_t at_ = 0;
  };
  Iterator begin() const { return {this, 0}; }
  Iterator end() const { return {this, size()}; }

 private:
  const Neighbour* rows_ = nullptr;
  Columns columns_;
};

// How a property compares with one value, told from marks: those of relationships without the
// property have a part outside of [least, end).
struct MarkOrder {
  std::uint32_t shift = 0;  // part = mark >> shift & mask
  std::uint32_t mask = 0;
  std::uint32_t least = 0;  // [least, equal): lesser values
  std::uint32_t equal = 0;  // [equal, above): equal ones
  std::uint32_t above = 0;  // [above, end): greater ones
  std::uint32_t end = 0;
  bool ordered = true;  // false: only what is equal is told from what is not
};

struct Ends {
  NodeId start;
  NodeId end;
  TypeId type = 0;
};

// Ids run from 0 to a bound; what was deleted leaves a hole. Spans and views stay valid until the
// next write.
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
  virtual NeighbourView outgoing(NodeId node) const = 0;
  virtual NeighbourView incoming(NodeId node) const = 0;
  virtual Ends ends(RelationshipId relationship) const = 0;  // also of a deleted one
  // nullopt: marks do not tell. A graph that answers has marks in all its views.
  virtual std::optional<MarkOrder> mark_order(KeyId, const Value&) const { return std::nullopt; }

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
// begin(). It may refuse one that has no meaning in it: with a Failure (error.h).
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

  // What a CREATE or MERGE made has all labels and properties of its pattern.
  virtual void finish(NodeId) {}
  virtual void finish(RelationshipId) {}
};

}  // namespace entente::cypher
