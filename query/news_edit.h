#pragma once
// What a user writes in Cypher over the news graph. Changes that mean something become lines of the
// ledger (graph/ledger.h), which every build replays; all others are refused where they stand in
// the query, with what is allowed. doc/query.md tells users.

#include <optional>
#include <string>
#include <vector>

#include "cypher/engine.h"
#include "cypher/layered_graph.h"
#include "graph/entity_names.h"
#include "graph/knowledge_graph.h"
#include "graph/ledger.h"
#include "graph/ontology.h"

namespace entente {

// A created node is an entity and has one label of the ontology and a name; a created relationship
// is a fact between two entities. Whoever writes sees `id`, `type`, `relation` and the other
// properties as a rebuild will give them, but for the ids of facts.
class NewsEdit : public cypher::LayeredGraph {
 public:
  // `news`: the NewsGraph of `graph`. All must outlive this.
  NewsEdit(const cypher::PropertyGraph& news, const KnowledgeGraph& graph,
           const Ontology& ontology);

  // The lines that make what differs last, as one decision each: new entities, names and types, new
  // facts, corrections, rejections.
  std::vector<Decision> decisions() const;

  cypher::LabelId label(std::string_view name) override;
  cypher::TypeId type(std::string_view name) override;
  cypher::KeyId key(std::string_view name) override;
  cypher::NodeId create_node() override;
  cypher::RelationshipId create_relationship(cypher::NodeId start, cypher::TypeId type,
                                             cypher::NodeId end) override;
  void add_label(cypher::NodeId node, cypher::LabelId label) override;
  void remove_label(cypher::NodeId node, cypher::LabelId label) override;
  void set_property(cypher::NodeId node, cypher::KeyId key, cypher::Value value) override;
  void set_property(cypher::RelationshipId fact, cypher::KeyId key, cypher::Value value) override;
  void remove_node(cypher::NodeId node) override;
  void finish(cypher::NodeId node) override;
  void finish(cypher::RelationshipId fact) override;

 private:
  void refuse_article(cypher::NodeId node) const;
  bool is_finished(cypher::NodeId node) const;
  const EntityType* type_of_label(cypher::LabelId label) const;  // nullptr: not that of a type
  const EntityType* type_of(cypher::NodeId node) const;
  const Relation* relation_of(cypher::TypeId type) const;
  void set_type(cypher::NodeId node, const EntityType& type);
  std::string free_id(const std::string& type, const std::string& name) const;
  void refuse_id(const std::string& id, const std::string& type) const;
  std::optional<DateRange> when(cypher::RelationshipId fact) const;
  void set_when(cypher::RelationshipId fact, const std::optional<DateRange>& when);
  void set_date(cypher::RelationshipId fact, cypher::KeyId key, const cypher::Value& value);
  cypher::Value place(const cypher::Value& value) const;
  void refuse_ends(const Relation& relation, const cypher::Ends& ends) const;

  std::string text(cypher::NodeId node, cypher::KeyId key) const;  // "" for null
  std::string text(cypher::RelationshipId fact, cypher::KeyId key) const;
  EntityRef reference(cypher::NodeId node) const;
  Decision added(cypher::NodeId node) const;
  Decision added(cypher::RelationshipId fact) const;
  Decision corrected(cypher::RelationshipId fact, const std::vector<cypher::KeyId>& keys) const;
  const Fact& fact_of_base(cypher::RelationshipId fact) const;
  std::string value_text(cypher::RelationshipId fact, cypher::KeyId key) const;

  const KnowledgeGraph& graph_;
  const Ontology& ontology_;
  std::vector<Entity> entities_;  // for names_
  EntityNames names_;
  cypher::LabelId any_entity_;
  cypher::LabelId any_article_;
  cypher::KeyId id_, name_, type_, relation_, status_, date_, until_, when_, place_, note_;
};

// The result of a query that wrote, with ids instead of nodes and relationships, so that it can be
// told without the overlay.
cypher::Result with_ids(cypher::Result result, const cypher::LayeredGraph& graph);

}  // namespace entente
