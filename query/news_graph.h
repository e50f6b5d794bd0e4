#pragma once
// The knowledge graph as Cypher sees it.
//
// Nodes: entities, with the label of their type (:Person, :Country, :Event) and :Entity, and
// articles, with :Article. Relationships: facts, of a type that is the relation's name in capitals
// (:MET_WITH), whatever their status. No relationship leads to an article, so that paths run
// through facts only.
//
//   entity   id, name, type, aliases, articles (ids), mentions
//   article  id, name (its title), url, outlet, author, published
//   fact     id, relation, status, date (first day), until (last day), when ("2024-08"), published
//            (the day of the first article that says so), sources, confidence, quote (the most
//            certain sentence), quotes, articles (ids), and its qualifiers: title, what, topic,
//            place (an entity's id)

#include <map>
#include <string>
#include <vector>

#include "cypher/names.h"
#include "cypher/property_graph.h"
#include "graph/knowledge_graph.h"

namespace entente {

class NewsGraph : public cypher::PropertyGraph {
 public:
  explicit NewsGraph(const KnowledgeGraph& graph);  // which must outlive it, and not grow

  // What the ids of this graph stand for. nullptr: the node is an article or an entity.
  const Entity* entity(cypher::NodeId node) const;
  const Article* article(cypher::NodeId node) const;
  const Fact& fact(cypher::RelationshipId relationship) const;

  std::optional<cypher::LabelId> find_label(std::string_view name) const override;
  std::optional<cypher::TypeId> find_type(std::string_view name) const override;
  std::optional<cypher::KeyId> find_key(std::string_view name) const override;
  std::string_view label_name(cypher::LabelId label) const override;
  std::string_view type_name(cypher::TypeId type) const override;
  std::string_view key_name(cypher::KeyId key) const override;

  std::uint32_t node_bound() const override;
  std::uint32_t relationship_bound() const override;
  bool exists(cypher::NodeId) const override { return true; }
  bool exists(cypher::RelationshipId) const override { return true; }
  std::size_t node_count() const override { return node_bound(); }
  std::size_t relationship_count() const override { return relationship_bound(); }
  std::size_t count_label(cypher::LabelId label) const override;
  std::size_t count_type(cypher::TypeId type) const override;

  std::span<const cypher::LabelId> labels(cypher::NodeId node) const override;
  std::vector<cypher::NodeId> nodes_with(cypher::LabelId label) const override;
  std::span<const cypher::Neighbour> outgoing(cypher::NodeId node) const override;
  std::span<const cypher::Neighbour> incoming(cypher::NodeId node) const override;
  cypher::Ends ends(cypher::RelationshipId relationship) const override;

  cypher::Value property(cypher::NodeId node, cypher::KeyId key) const override;
  cypher::Value property(cypher::RelationshipId relationship, cypher::KeyId key) const override;
  cypher::Properties properties(cypher::NodeId node) const override;
  cypher::Properties properties(cypher::RelationshipId relationship) const override;

  // Entities and articles are found by id and by name.
  bool has_index(cypher::KeyId key) const override;
  std::vector<cypher::NodeId> nodes_where(cypher::KeyId key,
                                          const cypher::Value& value) const override;

 private:
  // The neighbours of all nodes in one row; those of node n begin at first[n].
  struct Adjacency {
    std::vector<std::uint32_t> first;
    std::vector<cypher::Neighbour> neighbours;
  };

  void add_entities();
  void add_facts();
  Adjacency adjacency(bool outgoing) const;

  const KnowledgeGraph& graph_;
  std::vector<KnowledgeGraph::Vertex> entities_;  // by node; articles come behind
  std::vector<KnowledgeGraph::Edge> facts_;       // by relationship
  std::vector<cypher::Ends> ends_;
  cypher::Names labels_;
  cypher::Names types_;
  std::vector<std::vector<cypher::LabelId>> labels_of_;  // by node, ascending
  std::vector<std::vector<cypher::NodeId>> by_label_;
  std::vector<std::size_t> by_type_;
  Adjacency outgoing_;
  Adjacency incoming_;
  std::multimap<std::string, cypher::NodeId, std::less<>> by_id_;
  std::multimap<std::string, cypher::NodeId, std::less<>> by_name_;
};

// "met-with" -> "MET_WITH"; "person" -> "Person".
std::string type_of_relation(std::string_view relation);
std::string label_of_type(std::string_view type);

}  // namespace entente
