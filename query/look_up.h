#pragma once
// What facts name by id, wherever it is kept: entities and articles.

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "graph/knowledge_graph.h"
#include "query/news_graph.h"

namespace entente {

// Made from a graph that outlives it; nullopt where nothing has the id.
struct LookUp {
  LookUp(const KnowledgeGraph& graph);  // NOLINT(google-explicit-constructor): it stands for it
  LookUp(const NewsGraph& graph);       // NOLINT(google-explicit-constructor)

  std::function<std::optional<std::string>(std::string_view id)> name;  // of an entity
  std::function<std::optional<Article>(std::string_view id)> article;
};

}  // namespace entente
