#include "cypher/write_operators.h"

#include <algorithm>

#include "cypher/entities.h"
#include "cypher/evaluate.h"
#include "cypher/match_operators.h"

namespace entente::cypher {
namespace {

// Whether a value can be kept as a property: no maps, no nodes, no lists of lists.
bool is_storable(const Value& v) {
  switch (v.type()) {
    case Type::Map:
    case Type::Node:
    case Type::Relationship:
    case Type::Path:
      return false;
    case Type::List:
      return std::ranges::all_of(v.list(), [](const Value& element) {
        return !element.is(Type::List) && !element.is_null() && is_storable(element);
      });
    default:
      return true;
  }
}

void require_storable(const Value& v, Span where, const Execution& execution) {
  if (is_storable(v)) return;
  fail_at(
      {ErrorType::TypeError, "InvalidPropertyType",
       "found a " + std::string(to_string(v.type())) + ", expected a value that can be a property"},
      where, execution);
}

// Makes a change, which the graph may refuse.
template <typename Change>
auto at(Span where, Execution& execution, const Change& change) {
  try {
    return change(*execution.writable);
  } catch (const Failure& failure) {
    fail_at(failure, where, execution);
  }
}

template <typename Id>
void set_property(Id entity, std::string_view key, const Value& value, Span where,
                  Execution& execution) {
  require_storable(value, where, execution);
  at(where, execution,
     [&](WritableGraph& graph) { graph.set_property(entity, graph.key(key), value); });
}

void set_property(const Value& entity, std::string_view key, const Value& value, Span where,
                  Execution& execution) {
  if (entity.is(Type::Node)) {
    set_property(entity.node(), key, value, where, execution);
  } else {
    set_property(entity.relationship(), key, value, where, execution);
  }
}

// The map of a pattern's properties, or of a parameter.
Map pattern_properties(const ExpressionPtr& properties, Execution& execution) {
  if (!properties) return {};
  const Value v = evaluate(*properties, execution);
  if (v.is(Type::Map)) return v.map();
  fail_at({ErrorType::TypeError, "InvalidArgumentType",
           "found a " + std::string(to_string(v.type())) + ", expected a Map of properties"},
          properties->span, execution);
}

void add_labels(NodeId node, const LabelExpression& labels, WritableGraph& graph) {
  if (labels.kind == LabelExpression::Kind::Name) {
    graph.add_label(node, graph.label(labels.name));
  }
  for (const LabelExpression& operand : labels.operands) add_labels(node, operand, graph);
}

void create_node(const NodePattern& pattern, Execution& execution) {
  const Map properties = pattern_properties(pattern.properties, execution);
  const NodeId node = execution.writable->create_node();
  if (pattern.labels) {
    at(pattern.span, execution,
       [&](WritableGraph& graph) { add_labels(node, *pattern.labels, graph); });
  }
  for (const auto& [key, value] : properties) {
    set_property(node, key, value, pattern.span, execution);
  }
  at(pattern.span, execution, [&](WritableGraph& graph) { graph.finish(node); });
  execution.frame[pattern.slot] = Value(node);
}

NodeId end_of(const NodePattern& pattern, Execution& execution) {
  const Value& v = execution.frame[pattern.slot];
  if (v.is(Type::Node)) return v.node();
  fail_at({ErrorType::SemanticError, "DeletedEntityAccess",
           "found " + std::string(to_string(v.type())) + ", expected a node to join"},
          pattern.span, execution);
}

void create_relationship(const RelationshipPattern& pattern, const NodePattern& left,
                         const NodePattern& right, Execution& execution) {
  NodeId start = end_of(left, execution);
  NodeId end = end_of(right, execution);
  if (pattern.direction == Direction::Left) std::swap(start, end);
  const Map properties = pattern_properties(pattern.properties, execution);
  const RelationshipId relationship = at(pattern.span, execution, [&](WritableGraph& graph) {
    return graph.create_relationship(start, graph.type(pattern.types->name), end);
  });
  for (const auto& [key, value] : properties) {
    set_property(relationship, key, value, pattern.span, execution);
  }
  at(pattern.span, execution, [&](WritableGraph& graph) { graph.finish(relationship); });
  execution.frame[pattern.slot] = Value(relationship);
}

void create_path(const PathPattern& path, Execution& execution) {
  for (const NodePattern& node : path.nodes) {
    if (node.introduced) create_node(node, execution);
  }
  std::vector<RelationshipId> relationships;
  for (std::size_t i = 0; i < path.segments.size(); ++i) {
    const auto& relationship = std::get<RelationshipPattern>(path.segments[i]);
    create_relationship(relationship, path.nodes[i], path.nodes[i + 1], execution);
    append_relationships(execution.frame[relationship.slot], relationships);
  }
  if (path.slot == kNoSlot) return;
  const NodeId first = execution.frame[path.nodes[0].slot].node();
  execution.frame[path.slot] = Value(make_path(first, relationships, execution.graph));
}

// The properties of a map, a node or a relationship.
Map as_properties(const Value& v, Span where, Execution& execution) {
  if (v.is(Type::Map)) return v.map();
  if (v.is(Type::Node) || v.is(Type::Relationship)) return property_map(execution.graph, v);
  fail_at({ErrorType::TypeError, "InvalidArgumentType",
           "found a " + std::string(to_string(v.type())) + ", expected a Map of properties"},
          where, execution);
}

void set_all(const Value& entity, const SetItem& item, Execution& execution) {
  const Map properties =
      as_properties(evaluate(*item.value, execution), item.value->span, execution);
  if (item.kind == SetItem::Kind::Replace) {
    for (const auto& [key, old] : property_map(execution.graph, entity)) {
      if (!properties.contains(key)) {
        set_property(entity, key, Value(), item.value->span, execution);
      }
    }
  }
  for (const auto& [key, value] : properties) {
    set_property(entity, key, value, item.value->span, execution);
  }
}

// The node or relationship that SET or REMOVE names; null is passed over.
Value target_of(const Expression& e, Execution& execution) {
  Value v = evaluate(e, execution);
  if (v.is_null() || v.is(Type::Node) || v.is(Type::Relationship)) {
    if (!v.is_null()) {
      try {
        require_alive(execution.graph, v);
      } catch (const Failure& failure) {
        fail_at(failure, e.span, execution);
      }
    }
    return v;
  }
  fail_at({ErrorType::TypeError, "InvalidArgumentType",
           "found a " + std::string(to_string(v.type())) + ", expected a node or a relationship"},
          e.span, execution);
}

void set_item(const SetItem& item, Execution& execution) {
  const Value entity = target_of(*item.target, execution);
  if (entity.is_null()) return;
  switch (item.kind) {
    case SetItem::Kind::Property:
      set_property(entity, item.key, evaluate(*item.value, execution), item.value->span, execution);
      return;
    case SetItem::Kind::Labels:
      at(item.target->span, execution, [&](WritableGraph& graph) {
        for (const std::string& label : item.labels) {
          graph.add_label(entity.node(), graph.label(label));
        }
      });
      return;
    default:
      set_all(entity, item, execution);
  }
}

void set_items(const std::vector<SetItem>& items, Execution& execution) {
  for (const SetItem& item : items) set_item(item, execution);
}

// A property that is null is equal to nothing, so what MERGE made would not be found again.
void refuse_null_properties(const ExpressionPtr& properties, Execution& execution) {
  for (const auto& [key, value] : pattern_properties(properties, execution)) {
    if (!value.is_null()) continue;
    fail_at({ErrorType::SemanticError, "MergeReadOwnWrites",
             "found null for \"" + key + "\", expected a value to merge by"},
            properties->span, execution);
  }
}

}  // namespace

void Write::do_open(Execution& execution) {
  rows_.clear(execution);
  at_ = 0;
  SavedRows input = rows_;
  child_->open(execution);
  while (child_->next(execution)) input.save(execution);
  for (std::size_t i = 0; i < input.size(); ++i) {
    execution.meter.step();
    input.restore(execution, i);
    write_row(execution);
  }
  input.clear(execution);
  finish(execution);
}

bool Write::do_next(Execution& execution) {
  if (at_ == rows_.size()) return false;
  rows_.restore(execution, at_++);
  return true;
}

void Create::write_row(Execution& execution) {
  for (const PathPattern& path : clause_.patterns) create_path(path, execution);
  emit(execution);
}

void Merge::write_row(Execution& execution) {
  const PathPattern& path = clause_.pattern;
  for (const NodePattern& node : path.nodes) {
    if (node.introduced) {
      refuse_null_properties(node.properties, execution);
    } else {
      end_of(node, execution);
    }
  }
  for (const Segment& segment : path.segments) {
    refuse_null_properties(std::get<RelationshipPattern>(segment).properties, execution);
  }
  // First all that is there, then the changes: they must not lead to new matches.
  match_->open(execution);
  while (match_->next(execution)) found_.save(execution);
  if (found_.size() == 0) {
    create_path(path, execution);
    set_items(clause_.on_create, execution);
    emit(execution);
    return;
  }
  for (std::size_t i = 0; i < found_.size(); ++i) {
    found_.restore(execution, i);
    set_items(clause_.on_match, execution);
    emit(execution);
  }
  found_.clear(execution);
}

void Set::write_row(Execution& execution) {
  set_items(items_, execution);
  emit(execution);
}

void Remove::write_row(Execution& execution) {
  for (const RemoveClause::Item& item : clause_.items) {
    const Value entity = target_of(*item.target, execution);
    if (entity.is_null()) continue;
    if (!item.key.empty()) {
      set_property(entity, item.key, Value(), item.target->span, execution);
    }
    for (const std::string& name : item.labels) {
      if (const auto label = execution.graph.find_label(name)) {
        at(item.target->span, execution,
           [&](WritableGraph& graph) { graph.remove_label(entity.node(), *label); });
      }
    }
  }
  emit(execution);
}

void Delete::write_row(Execution& execution) {
  for (const ExpressionPtr& target : clause_.targets) {
    collect(evaluate(*target, execution), target->span, execution);
  }
  emit(execution);
}

void Delete::collect(const Value& v, Span where, Execution& execution) {
  switch (v.type()) {
    case Type::Null:
      return;
    case Type::Node:
      nodes_.push_back(v.node());
      return;
    case Type::Relationship:
      relationships_.push_back(v.relationship());
      return;
    case Type::Path:
      nodes_.insert(nodes_.end(), v.path().nodes.begin(), v.path().nodes.end());
      relationships_.insert(relationships_.end(), v.path().relationships.begin(),
                            v.path().relationships.end());
      return;
    default:
      fail_at({ErrorType::TypeError, "InvalidArgumentType",
               "found a " + std::string(to_string(v.type())) +
                   ", expected a node, a relationship or a path"},
              where, execution);
  }
}

// Relationships first: with them gone, their nodes may go, too.
void Delete::finish(Execution& execution) {
  const PropertyGraph& graph = execution.graph;
  if (clause_.detach) {
    for (const NodeId node : nodes_) {
      for (const Neighbour& n : graph.outgoing(node)) relationships_.push_back(n.relationship);
      for (const Neighbour& n : graph.incoming(node)) relationships_.push_back(n.relationship);
    }
  }
  const Span where = clause_.targets[0]->span;
  for (const RelationshipId relationship : relationships_) {
    at(where, execution,
       [&](WritableGraph& writable) { writable.remove_relationship(relationship); });
  }
  for (const NodeId node : nodes_) {
    if (graph.exists(node) && !(graph.outgoing(node).empty() && graph.incoming(node).empty())) {
      fail_at({ErrorType::ConstraintVerificationFailed, "DeleteConnectedNode",
               "the node still has relationships; DETACH DELETE takes them away, too"},
              where, execution);
    }
    at(where, execution, [&](WritableGraph& writable) { writable.remove_node(node); });
  }
  nodes_.clear();
  relationships_.clear();
}

}  // namespace entente::cypher
