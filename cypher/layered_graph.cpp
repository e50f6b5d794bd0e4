// A rollback undoes in two ways: what was changed, in the opposite order; what was made, by cutting
// off what came after begin(). Tested by layered_graph_test.cpp against a plain model, and by the
// compatibility kit.

#include "cypher/layered_graph.h"

#include <algorithm>
#include <cassert>

namespace entente::cypher {
namespace {

// Numbers of names from here on are the overlay's: the base's are dense and small.
constexpr std::uint32_t kOwnNames = std::uint32_t{1} << 31;

std::optional<std::uint32_t> shifted(std::optional<std::uint32_t> own) {
  if (!own) return std::nullopt;
  return *own + kOwnNames;
}

auto find_key_in(const Properties& properties, KeyId key) {
  return std::ranges::lower_bound(properties, key, {}, &Properties::value_type::first);
}

const Value* get(const Properties& properties, KeyId key) {
  const auto it = find_key_in(properties, key);
  return it != properties.end() && it->first == key ? &it->second : nullptr;
}

// nullopt takes the entry out. Gives what was there.
std::optional<Value> replace(Properties& properties, KeyId key, std::optional<Value> value) {
  const auto it = properties.begin() + (find_key_in(properties, key) - properties.cbegin());
  const bool found = it != properties.end() && it->first == key;
  std::optional<Value> old;
  if (found) old = std::move(it->second);
  if (!value) {
    if (found) properties.erase(it);
  } else if (found) {
    it->second = std::move(*value);
  } else {
    properties.insert(it, {key, std::move(*value)});
  }
  return old;
}

// `base` with what `set` says otherwise.
Properties merged(Properties base, const Properties& set) {
  for (const auto& [key, value] : set) {
    replace(base, key, value.is_null() ? std::nullopt : std::optional(value));
  }
  return base;
}

bool is_same(const Value& a, const Value& b) { return a.type() == b.type() && order(a, b) == 0; }

void sort_unique(std::vector<NodeId>& nodes) {
  std::ranges::sort(nodes);
  nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
}

}  // namespace

LayeredGraph::LayeredGraph(const PropertyGraph& base)
    : base_(base), base_nodes_(base.node_bound()), base_relationships_(base.relationship_bound()) {
  counts_.nodes = base.node_count();
  counts_.relationships = base.relationship_count();
}

std::optional<LabelId> LayeredGraph::find_label(std::string_view name) const {
  const auto known = base_.find_label(name);
  return known ? known : shifted(labels_.find(name));
}
std::optional<TypeId> LayeredGraph::find_type(std::string_view name) const {
  const auto known = base_.find_type(name);
  return known ? known : shifted(types_.find(name));
}
std::optional<KeyId> LayeredGraph::find_key(std::string_view name) const {
  const auto known = base_.find_key(name);
  return known ? known : shifted(keys_.find(name));
}
std::string_view LayeredGraph::label_name(LabelId label) const {
  return label < kOwnNames ? base_.label_name(label) : labels_.name(label - kOwnNames);
}
std::string_view LayeredGraph::type_name(TypeId type) const {
  return type < kOwnNames ? base_.type_name(type) : types_.name(type - kOwnNames);
}
std::string_view LayeredGraph::key_name(KeyId key) const {
  return key < kOwnNames ? base_.key_name(key) : keys_.name(key - kOwnNames);
}

LabelId LayeredGraph::label(std::string_view name) {
  const auto known = base_.find_label(name);
  return known ? *known : kOwnNames + labels_.intern(name);
}
TypeId LayeredGraph::type(std::string_view name) {
  const auto known = base_.find_type(name);
  return known ? *known : kOwnNames + types_.intern(name);
}
KeyId LayeredGraph::key(std::string_view name) {
  const auto known = base_.find_key(name);
  return known ? *known : kOwnNames + keys_.intern(name);
}

std::uint32_t LayeredGraph::node_bound() const {
  return base_nodes_ + static_cast<std::uint32_t>(own_nodes_.size());
}
std::uint32_t LayeredGraph::relationship_bound() const {
  return base_relationships_ + static_cast<std::uint32_t>(own_relationships_.size());
}

const LayeredGraph::NodeLayer* LayeredGraph::layer(NodeId node) const {
  if (is_own(node)) return &overlay_[own_nodes_[node.value - base_nodes_]];
  if (touched_.empty()) return nullptr;
  const auto it = touched_.find(node.value);
  return it == touched_.end() ? nullptr : &overlay_[it->second];
}

const Properties* LayeredGraph::layer(RelationshipId r) const {
  if (is_own(r)) return &overlay_[own_relationships_[r.value - base_relationships_]].set;
  if (relationships_.empty()) return nullptr;
  const auto it = relationships_.find(r.value);
  return it == relationships_.end() ? nullptr : &it->second.set;
}

LayeredGraph::Vertex LayeredGraph::vertex(NodeId node) {
  if (is_own(node)) return own_nodes_[node.value - base_nodes_];
  const auto [it, is_new] = touched_.try_emplace(node.value);
  if (is_new) {
    it->second = boost::add_vertex(overlay_);
    overlay_[it->second].id = node;
    touched_in_order_.push_back(node);
  }
  return it->second;
}

LayeredGraph::NodeLayer& LayeredGraph::touch(NodeId node) { return overlay_[vertex(node)]; }

Properties& LayeredGraph::touch(RelationshipId r) {
  if (is_own(r)) return overlay_[own_relationships_[r.value - base_relationships_]].set;
  return relationships_[r.value].set;
}

bool LayeredGraph::exists(NodeId node) const {
  const NodeLayer* found = layer(node);
  return !found || found->alive;
}

bool LayeredGraph::exists(RelationshipId r) const {
  if (is_own(r)) return overlay_[own_relationships_[r.value - base_relationships_]].alive;
  if (relationships_.empty()) return true;
  const auto it = relationships_.find(r.value);
  return it == relationships_.end() || it->second.alive;
}

std::size_t LayeredGraph::count_label(LabelId label) const {
  const std::size_t base = label < kOwnNames ? base_.count_label(label) : 0;
  const auto more = counts_.labels.find(label);
  return base + static_cast<std::size_t>(more == counts_.labels.end() ? 0 : more->second);
}

std::size_t LayeredGraph::count_type(TypeId type) const {
  const std::size_t base = type < kOwnNames ? base_.count_type(type) : 0;
  const auto more = counts_.types.find(type);
  return base + static_cast<std::size_t>(more == counts_.types.end() ? 0 : more->second);
}

std::span<const LabelId> LayeredGraph::labels(NodeId node) const {
  const NodeLayer* found = layer(node);
  if (!found) return base_.labels(node);
  if (!found->alive) return {};
  return found->labels ? std::span<const LabelId>(*found->labels) : base_.labels(node);
}

bool LayeredGraph::has_label(NodeId node, LabelId label) const {
  return std::ranges::binary_search(labels(node), label);
}

std::vector<NodeId> LayeredGraph::nodes_with(LabelId label) const {
  std::vector<NodeId> nodes;
  if (label < kOwnNames) nodes = base_.nodes_with(label);
  if (!touched_.empty()) {
    std::erase_if(nodes, [&](NodeId node) { return !has_label(node, label); });
  }
  const auto more = labelled_.find(label);
  if (more == labelled_.end()) return nodes;
  for (const NodeId node : more->second) {
    if (node.value < node_bound() && has_label(node, label)) nodes.push_back(node);
  }
  sort_unique(nodes);
  return nodes;
}

NeighbourView LayeredGraph::outgoing(NodeId node) const { return neighbours(node, true); }
NeighbourView LayeredGraph::incoming(NodeId node) const { return neighbours(node, false); }

NeighbourView LayeredGraph::neighbours(NodeId node, bool outgoing) const {
  const NodeLayer* found = layer(node);
  if (found) {
    const Row& row = outgoing ? found->outgoing : found->incoming;
    if (row.differs) {
      if (row.stale) merge(node, *found, outgoing);
      return row.merged;
    }
  }
  return outgoing ? base_.outgoing(node) : base_.incoming(node);
}

// Those of the base in its order, then the new ones in the order in which they came.
void LayeredGraph::merge(NodeId node, const NodeLayer& found, bool outgoing) const {
  Row& row = outgoing ? found.outgoing : found.incoming;
  row.merged.clear();
  row.stale = false;
  if (!is_own(node)) {
    for (const Neighbour& n : outgoing ? base_.outgoing(node) : base_.incoming(node)) {
      if (exists(n.relationship)) row.merged.push_back(n);
    }
  }
  const auto add = [&](const Edge& edge, Vertex other) {
    const OwnRelationship& own = overlay_[edge];
    if (own.alive) row.merged.push_back({overlay_[other].id, own.id, own.type});
  };
  const Vertex at = is_own(node) ? own_nodes_[node.value - base_nodes_] : touched_.at(node.value);
  if (outgoing) {
    for (auto [it, end] = boost::out_edges(at, overlay_); it != end; ++it) {
      add(*it, boost::target(*it, overlay_));
    }
  } else {
    for (auto [it, end] = boost::in_edges(at, overlay_); it != end; ++it) {
      add(*it, boost::source(*it, overlay_));
    }
  }
}

Ends LayeredGraph::ends(RelationshipId r) const {
  if (!is_own(r)) return base_.ends(r);
  const Edge& edge = own_relationships_[r.value - base_relationships_];
  return {overlay_[boost::source(edge, overlay_)].id, overlay_[boost::target(edge, overlay_)].id,
          overlay_[edge].type};
}

Value LayeredGraph::property(NodeId node, KeyId key) const {
  if (const NodeLayer* found = layer(node)) {
    if (!found->alive) return {};
    if (const Value* value = get(found->set, key)) return *value;
  }
  return is_own(node) || key >= kOwnNames ? Value() : base_.property(node, key);
}

Value LayeredGraph::property(RelationshipId r, KeyId key) const {
  if (const Properties* set = layer(r)) {
    if (!exists(r)) return {};
    if (const Value* value = get(*set, key)) return *value;
  }
  return is_own(r) || key >= kOwnNames ? Value() : base_.property(r, key);
}

Properties LayeredGraph::properties(NodeId node) const {
  const NodeLayer* found = layer(node);
  if (!found) return base_.properties(node);
  if (!found->alive) return {};
  return is_own(node) ? found->set : merged(base_.properties(node), found->set);
}

Properties LayeredGraph::properties(RelationshipId r) const {
  const Properties* set = layer(r);
  if (!set) return base_.properties(r);
  if (!exists(r)) return {};
  return is_own(r) ? *set : merged(base_.properties(r), *set);
}

bool LayeredGraph::has_index(KeyId key) const { return key < kOwnNames && base_.has_index(key); }

std::vector<NodeId> LayeredGraph::nodes_where(KeyId key, const Value& value) const {
  std::vector<NodeId> nodes = base_.nodes_where(key, value);
  const auto has_it = [&](NodeId node) {
    return node.value < node_bound() && equal(property(node, key), value) == true;
  };
  if (!touched_.empty()) std::erase_if(nodes, [&](NodeId node) { return !has_it(node); });
  const auto of_key = indexed_.find(key);
  if (of_key == indexed_.end()) return nodes;
  const auto more = of_key->second.find(value);
  if (more == of_key->second.end()) return nodes;
  std::ranges::copy_if(more->second, std::back_inserter(nodes), has_it);
  sort_unique(nodes);
  return nodes;
}

void LayeredGraph::begin() {
  undo_.clear();
  recording_ = true;
  mark_ = {counts_,
           own_nodes_.size(),
           own_relationships_.size(),
           touched_in_order_.size(),
           labels_.size(),
           types_.size(),
           keys_.size()};
}

void LayeredGraph::commit() {
  undo_.clear();
  recording_ = false;
}

void LayeredGraph::rollback() {
  if (!recording_) return;
  recording_ = false;
  for (auto undo = undo_.rbegin(); undo != undo_.rend(); ++undo) (*undo)();
  undo_.clear();
  forget_since_mark();
}

void LayeredGraph::forget_since_mark() {
  // In the order in which they were made: Boost looks for an edge from the front of both its ends'
  // lists.
  for (std::size_t i = mark_.own_relationships; i < own_relationships_.size(); ++i) {
    boost::remove_edge(own_relationships_[i], overlay_);
  }
  own_relationships_.resize(mark_.own_relationships);
  for (std::size_t i = mark_.own_nodes; i < own_nodes_.size(); ++i) {
    boost::remove_vertex(own_nodes_[i], overlay_);
  }
  own_nodes_.resize(mark_.own_nodes);
  for (; touched_in_order_.size() > mark_.touched; touched_in_order_.pop_back()) {
    const auto it = touched_.find(touched_in_order_.back().value);
    boost::remove_vertex(it->second, overlay_);
    touched_.erase(it);
  }
  for (auto [it, end] = boost::vertices(overlay_); it != end; ++it) {
    overlay_[*it].outgoing.stale = true;
    overlay_[*it].incoming.stale = true;
  }
  labels_.shrink(mark_.labels);
  types_.shrink(mark_.types);
  keys_.shrink(mark_.keys);
  counts_ = mark_.counts;
}

NodeId LayeredGraph::create_node() {
  const NodeId id{node_bound()};
  const Vertex made = boost::add_vertex(overlay_);
  NodeLayer& node = overlay_[made];
  node.id = id;
  node.labels.emplace();
  node.outgoing.differs = true;
  node.incoming.differs = true;
  own_nodes_.push_back(made);
  ++counts_.nodes;
  return id;
}

RelationshipId LayeredGraph::create_relationship(NodeId start, TypeId type, NodeId end) {
  const RelationshipId id{relationship_bound()};
  const Vertex from = vertex(start);
  const Vertex to = vertex(end);
  own_relationships_.push_back(boost::add_edge(from, to, {id, type, true, {}}, overlay_).first);
  ++counts_.relationships;
  ++counts_.types[type];
  const auto add = [&](Row& row, NodeId other) {
    if (!row.differs) {
      row.differs = true;
      row.stale = true;
    }
    if (!row.stale) row.merged.push_back({other, id, type});
  };
  add(overlay_[from].outgoing, end);
  add(overlay_[to].incoming, start);
  return id;
}

// The labels of a node, to be changed.
std::vector<LabelId>& LayeredGraph::own_labels(NodeId node) {
  NodeLayer& touched = touch(node);
  if (!touched.labels) {
    const std::span<const LabelId> base = base_.labels(node);
    touched.labels.emplace(base.begin(), base.end());
  }
  return *touched.labels;
}

void LayeredGraph::add_label(NodeId node, LabelId label) {
  if (has_label(node, label)) return;
  std::vector<LabelId>& labels = own_labels(node);
  labels.insert(std::ranges::lower_bound(labels, label), label);
  labelled_[label].push_back(node);
  ++counts_.labels[label];
  changed([this, node, label] { remove_label(node, label); });
}

void LayeredGraph::remove_label(NodeId node, LabelId label) {
  if (!has_label(node, label)) return;
  std::erase(own_labels(node), label);
  --counts_.labels[label];
  changed([this, node, label] { add_label(node, label); });
}

void LayeredGraph::set_property(NodeId node, KeyId key, Value value) {
  if (has_index(key) && !value.is_null()) indexed_[key][value].push_back(node);
  const bool takes_out = value.is_null() && is_own(node);
  std::optional<Value> old =
      replace(touch(node).set, key, takes_out ? std::nullopt : std::optional(std::move(value)));
  changed([this, node, key, old = std::move(old)] { replace(touch(node).set, key, old); });
}

void LayeredGraph::set_property(RelationshipId r, KeyId key, Value value) {
  const bool takes_out = value.is_null() && is_own(r);
  std::optional<Value> old =
      replace(touch(r), key, takes_out ? std::nullopt : std::optional(std::move(value)));
  changed([this, r, key, old = std::move(old)] { replace(touch(r), key, old); });
}

void LayeredGraph::remove_node(NodeId node) {
  assert(outgoing(node).empty() && incoming(node).empty());
  if (!exists(node)) return;
  for (const LabelId label : labels(node)) --counts_.labels[label];
  --counts_.nodes;
  touch(node).alive = false;
  changed([this, node] { touch(node).alive = true; });
}

void LayeredGraph::make_stale(RelationshipId r) {
  const Ends joined = ends(r);
  for (Row* row : {&touch(joined.start).outgoing, &touch(joined.end).incoming}) {
    row->differs = true;
    row->stale = true;
  }
}

void LayeredGraph::remove_relationship(RelationshipId r) {
  if (!exists(r)) return;
  const auto set_alive = [this, r](bool alive) {
    if (is_own(r)) {
      overlay_[own_relationships_[r.value - base_relationships_]].alive = alive;
    } else {
      relationships_[r.value].alive = alive;
    }
    make_stale(r);
  };
  set_alive(false);
  --counts_.relationships;
  --counts_.types[ends(r).type];
  changed([set_alive] { set_alive(true); });
}

Changes LayeredGraph::changes() const {
  Changes result;
  std::vector<NodeId> touched = touched_in_order_;
  std::ranges::sort(touched);
  for (const NodeId node : touched) {
    const NodeLayer& found = *layer(node);
    if (!found.alive) {
      result.deleted_nodes.push_back(node);
      continue;
    }
    const std::span<const LabelId> before = base_.labels(node);
    const std::span<const LabelId> after = labels(node);
    std::vector<LabelId> differing;
    std::ranges::set_symmetric_difference(before, after, std::back_inserter(differing));
    for (const LabelId label : differing) {
      result.labels.push_back({node, label, std::ranges::binary_search(after, label)});
    }
    for (const auto& [key, value] : found.set) {
      const Value old = key < kOwnNames ? base_.property(node, key) : Value();
      if (!is_same(old, value)) result.node_properties.push_back({node, key, value});
    }
  }
  for (const Vertex own : own_nodes_) {
    if (overlay_[own].alive) result.created_nodes.push_back(overlay_[own].id);
  }
  std::vector<RelationshipId> of_base;
  for (const auto& [id, differing] : relationships_) of_base.push_back({id});
  std::ranges::sort(of_base);
  for (const RelationshipId r : of_base) {
    const RelationshipLayer& found = relationships_.at(r.value);
    if (!found.alive) {
      result.deleted_relationships.push_back(r);
      continue;
    }
    for (const auto& [key, value] : found.set) {
      const Value old = key < kOwnNames ? base_.property(r, key) : Value();
      if (!is_same(old, value)) result.relationship_properties.push_back({r, key, value});
    }
  }
  for (const Edge& own : own_relationships_) {
    if (overlay_[own].alive) result.created_relationships.push_back(overlay_[own].id);
  }
  return result;
}

}  // namespace entente::cypher
