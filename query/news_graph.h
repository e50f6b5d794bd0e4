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

//
// What lies between nodes, dates, statuses and names come from the snapshot; quotes, qualifiers,
// aliases and all that is rarely asked are read from the tables when they are wanted.

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cypher/names.h"
#include "cypher/property_graph.h"
#include "graph/lazy_graph.h"

namespace entente {

class NewsGraph : public cypher::PropertyGraph {
 public:
  // For a query that reads many rows of the tables, take a LazyGraph::Hold of graph().
  explicit NewsGraph(LazyGraph graph);
  explicit NewsGraph(const KnowledgeGraph& graph) : NewsGraph(LazyGraph(graph)) {}

  // What the ids of this graph stand for: the numbers of entities and facts are those of the
  // snapshot's vertices and edges, articles come behind the entities.
  const LazyGraph& graph() const { return graph_; }
  const Snapshot& snapshot() const { return graph_.snapshot(); }
  bool is_entity(cypher::NodeId node) const { return node.value < snapshot().entities; }
  std::string_view id(cypher::NodeId node) const { return snapshot().ids[node.value]; }
  std::string_view name(cypher::NodeId node) const { return snapshot().names[node.value]; }
  std::string fact_id(cypher::RelationshipId relationship) const;
  // With everything that is known. nullopt: the node is an article or an entity.
  std::optional<Entity> entity(cypher::NodeId node) const;
  std::optional<Article> article(cypher::NodeId node) const;  // without its text
  Fact fact(cypher::RelationshipId relationship) const;

  std::optional<cypher::LabelId> find_label(std::string_view name) const override;
  std::optional<cypher::TypeId> find_type(std::string_view name) const override;
  std::optional<cypher::KeyId> find_key(std::string_view name) const override;
  std::string_view label_name(cypher::LabelId label) const override;
  std::string_view type_name(cypher::TypeId type) const override;
  std::string_view key_name(cypher::KeyId key) const override;
  std::optional<cypher::KeyId> key_bound() const override;

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
  cypher::NeighbourView outgoing(cypher::NodeId node) const override;
  cypher::NeighbourView incoming(cypher::NodeId node) const override;
  cypher::Ends ends(cypher::RelationshipId relationship) const override;
  // Of status and date.
  std::optional<cypher::MarkOrder> mark_order(cypher::KeyId key,
                                              const cypher::Value& value) const override;

  cypher::Value property(cypher::NodeId node, cypher::KeyId key) const override;
  cypher::Value property(cypher::RelationshipId relationship, cypher::KeyId key) const override;
  cypher::Properties properties(cypher::NodeId node) const override;
  cypher::Properties properties(cypher::RelationshipId relationship) const override;

  // Entities and articles are found by id and by name.
  bool has_index(cypher::KeyId key) const override;
  std::vector<cypher::NodeId> nodes_where(cypher::KeyId key,
                                          const cypher::Value& value) const override;

 private:
  // What was read last: whoever asks for one property of a row asks for more.
  template <typename T>
  struct Last {
    std::uint32_t number = 0;
    std::optional<T> row;
  };
  const Entity& read_entity(std::uint32_t vertex) const;
  const Article& read_article(std::uint32_t article) const;
  const Fact& read_fact(std::uint32_t edge) const;
  cypher::Value first_published(std::uint32_t edge) const;
  cypher::Value of_entity(std::uint32_t vertex, cypher::KeyId key) const;
  cypher::Value of_article(std::uint32_t node, cypher::KeyId key) const;

  LazyGraph graph_;
  cypher::Names labels_;
  std::vector<std::vector<cypher::LabelId>> labels_of_type_;  // by type; ascending
  std::vector<cypher::LabelId> article_labels_;
  std::vector<std::string> type_names_;   // by relation
  std::vector<cypher::Value> relations_;  // texts that come again and again
  std::vector<cypher::Value> types_;
  std::array<cypher::Value, 4> statuses_;
  mutable Last<Entity> last_entity_;
  mutable Last<Article> last_article_;
  mutable Last<Fact> last_fact_;
};

// "met-with" -> "MET_WITH"; "person" -> "Person".
std::string type_of_relation(std::string_view relation);
std::string label_of_type(std::string_view type);

}  // namespace entente
