// What of a graph a Cypher query returns: see queried.h.

#include "cli/queried.h"

#include <algorithm>
#include <string_view>

#include "base/error.h"
#include "cypher/engine.h"
#include "graph/store.h"
#include "query/names.h"
#include "query/news_graph.h"
#include "query/procedures.h"

namespace entente {
namespace {

class Collector {
 public:
  Collector(const KnowledgeGraph& graph, const NewsGraph& news) : graph_(graph), news_(news) {}

  void take(const cypher::Value& value) {
    switch (value.type()) {
      case cypher::Type::Node:
        return take(value.node());
      case cypher::Type::Relationship:
        return take(value.relationship());
      case cypher::Type::Path:
        for (const cypher::NodeId node : value.path().nodes) take(node);
        for (const cypher::RelationshipId one : value.path().relationships) take(one);
        return;
      case cypher::Type::List:
        for (const cypher::Value& one : value.list()) take(one);
        return;
      case cypher::Type::Map:
        for (const auto& [key, one] : value.map()) take(one);
        return;
      default:
        return;
    }
  }

  Queried result() {
    const auto by_id = [&](auto& all) {
      std::ranges::sort(all, {}, [&](const auto& one) { return std::string_view(graph_[one].id); });
      all.erase(std::unique(all.begin(), all.end()), all.end());
    };
    by_id(found_.entities);
    by_id(found_.facts);
    return std::move(found_);
  }

 private:
  // Articles are no part of a picture.
  void take(cypher::NodeId node) {
    if (news_.is_entity(node)) found_.entities.push_back(*graph_.find(news_.id(node)));
  }

  void take(cypher::RelationshipId relationship) {
    found_.facts.push_back(*graph_.find_fact(news_.fact_id(relationship)));
  }

  const KnowledgeGraph& graph_;
  const NewsGraph& news_;
  Queried found_;
};

}  // namespace

Queried queried(const KnowledgeGraph& graph, const std::string& store, const std::string& query,
                const cypher::Map& parameters) {
  const NewsGraph news(graph);
  const cypher::Procedures procedures = news_procedures(
      [&](const SentenceSearch& search) { return Store(store, Store::Mode::Read).search(search); });
  cypher::Options options;
  options.parameters = parameters;
  options.procedures = &procedures;
  const cypher::Result result = cypher::read(query, news, options);
  if (!result.plan.empty()) {
    throw Error(Fault::Usage, "a plan cannot be drawn: leave out EXPLAIN or PROFILE");
  }
  if (result.rows.empty()) throw NotFound{"the query has no answer: nothing to draw"};
  Collector collector(graph, news);
  for (const cypher::List& row : result.rows) {
    for (const cypher::Value& value : row) collector.take(value);
  }
  Queried found = collector.result();
  if (found.entities.empty() && found.facts.empty()) {
    throw Error(Fault::Usage,
                "the query returns no entities and no facts: return nodes, relationships or "
                "paths, as in MATCH (a)-[r]->(b) RETURN a, r, b");
  }
  return found;
}

}  // namespace entente
