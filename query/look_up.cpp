#include "query/look_up.h"

namespace entente {

LookUp::LookUp(const KnowledgeGraph& graph)
    : name([&graph](std::string_view id) -> std::optional<std::string> {
        const auto vertex = graph.find(id);
        return vertex ? std::optional(graph[*vertex].name) : std::nullopt;
      }),
      article([&graph](std::string_view id) -> std::optional<Article> {
        const Article* found = graph.article(id);
        return found != nullptr ? std::optional(*found) : std::nullopt;
      }) {}

LookUp::LookUp(const NewsGraph& graph) {
  const auto nodes = [&graph](std::string_view id) {
    return graph.nodes_where(*graph.find_key("id"), cypher::Value(id));
  };
  name = [&graph, nodes](std::string_view id) -> std::optional<std::string> {
    for (const cypher::NodeId node : nodes(id)) {
      if (const auto entity = graph.entity(node)) return entity->name;
    }
    return std::nullopt;
  };
  article = [&graph, nodes](std::string_view id) -> std::optional<Article> {
    for (const cypher::NodeId node : nodes(id)) {
      if (const auto found = graph.article(node)) return *found;
    }
    return std::nullopt;
  };
}

}  // namespace entente
