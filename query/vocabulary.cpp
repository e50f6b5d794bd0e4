#include "query/vocabulary.h"

#include <algorithm>

namespace entente {
namespace {

// Numbers that were seen, as names.
class Seen {
 public:
  void add(std::uint32_t number) {
    if (number >= seen_.size()) seen_.resize(number + std::size_t{1}, false);
    seen_[number] = true;
  }

  template <typename Name>
  std::vector<std::string> names(const Name& name) const {
    std::vector<std::string> names;
    for (std::uint32_t i = 0; i < seen_.size(); ++i) {
      if (seen_[i]) names.emplace_back(name(i));
    }
    std::ranges::sort(names);
    return names;
  }

 private:
  std::vector<bool> seen_;
};

template <typename Look>
void for_all_nodes(const cypher::PropertyGraph& graph, cypher::Meter& meter, const Look& look) {
  for (std::uint32_t i = 0; i < graph.node_bound(); ++i) {
    meter.step();
    if (graph.exists(cypher::NodeId{i})) look(cypher::NodeId{i});
  }
}

template <typename Look>
void for_all_relationships(const cypher::PropertyGraph& graph, cypher::Meter& meter,
                           const Look& look) {
  for (std::uint32_t i = 0; i < graph.relationship_bound(); ++i) {
    meter.step();
    if (graph.exists(cypher::RelationshipId{i})) look(cypher::RelationshipId{i});
  }
}

}  // namespace

std::vector<std::string> label_names(const cypher::PropertyGraph& graph, cypher::Meter& meter) {
  Seen seen;
  for_all_nodes(graph, meter, [&](cypher::NodeId node) {
    for (const cypher::LabelId label : graph.labels(node)) seen.add(label);
  });
  return seen.names([&](std::uint32_t label) { return graph.label_name(label); });
}

std::vector<std::string> type_names(const cypher::PropertyGraph& graph, cypher::Meter& meter) {
  Seen seen;
  for_all_relationships(graph, meter, [&](cypher::RelationshipId relationship) {
    seen.add(graph.ends(relationship).type);
  });
  return seen.names([&](std::uint32_t type) { return graph.type_name(type); });
}

std::vector<std::string> key_names(const cypher::PropertyGraph& graph, cypher::Meter& meter) {
  Seen seen;
  const auto add = [&](const cypher::Properties& properties) {
    for (const auto& [key, value] : properties) seen.add(key);
  };
  if (const auto bound = graph.key_bound()) {
    for (cypher::KeyId key = 0; key < *bound; ++key) seen.add(key);
  } else {
    for_all_nodes(graph, meter, [&](cypher::NodeId node) { add(graph.properties(node)); });
    for_all_relationships(graph, meter, [&](cypher::RelationshipId relationship) {
      add(graph.properties(relationship));
    });
  }
  return seen.names([&](std::uint32_t key) { return graph.key_name(key); });
}

}  // namespace entente
