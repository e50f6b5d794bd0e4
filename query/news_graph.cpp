#include "query/news_graph.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "query/facts.h"
#include "query/filter.h"

namespace entente {

using cypher::KeyId;
using cypher::LabelId;
using cypher::Neighbour;
using cypher::NodeId;
using cypher::Properties;
using cypher::RelationshipId;
using cypher::TypeId;
using cypher::Value;

namespace {

// All keys, in the order of their numbers.
enum Key : KeyId {
  kId,
  kName,
  kType,
  kAliases,
  kArticles,
  kMentions,
  kUrl,
  kOutlet,
  kAuthor,
  kPublished,
  kRelation,
  kStatus,
  kDate,
  kUntil,
  kWhen,
  kSources,
  kConfidence,
  kQuote,
  kQuotes,
  kTitle,
  kWhat,
  kTopic,
  kPlace,
  kKeys
};
constexpr std::array<std::string_view, kKeys> kKeyNames = {
    "id",         "name",      "type",     "aliases", "articles", "mentions", "url",  "outlet",
    "author",     "published", "relation", "status",  "date",     "until",    "when", "sources",
    "confidence", "quote",     "quotes",   "title",   "what",     "topic",    "place"};

Value text(const std::string& value) { return value.empty() ? Value() : Value(value); }

Value texts(const std::vector<std::string>& values) {
  cypher::List list;
  for (const std::string& value : values) list.emplace_back(value);
  return Value(std::move(list));
}

Value count(std::size_t number) { return Value(static_cast<std::int64_t>(number)); }

Value day(std::chrono::sys_days day) { return Value(cypher::Date{day.time_since_epoch().count()}); }

Value of_entity(const Entity& entity, KeyId key) {
  switch (key) {
    case kId:
      return text(entity.id);
    case kName:
      return text(entity.name);
    case kType:
      return text(entity.type);
    case kAliases:
      return texts(entity.aliases);
    case kArticles:
      return texts(entity.articles);
    case kMentions:
      return count(entity.mentions);
    default:
      return Value();
  }
}

Value of_article(const Article& article, KeyId key) {
  switch (key) {
    case kId:
      return text(article.id);
    case kName:
      return text(article.title);
    case kUrl:
      return text(article.url);
    case kOutlet:
      return text(article.outlet);
    case kAuthor:
      return text(article.author);
    case kPublished:
      return article.published ? day(article.published->first) : Value();
    default:
      return Value();
  }
}

Value quotes(const Fact& fact) {
  std::vector<std::string> all;
  for (const Evidence& evidence : fact.evidence) all.push_back(evidence.quote);
  return texts(all);
}

Value articles(const Fact& fact) {
  std::vector<std::string> all;
  for (const Evidence& evidence : fact.evidence) {
    if (all.empty() || all.back() != evidence.article) all.push_back(evidence.article);
  }
  return texts(all);
}

Value of_fact(const Fact& fact, KeyId key) {
  switch (key) {
    case kId:
      return text(fact.id);
    case kRelation:
      return text(fact.relation);
    case kStatus:
      return Value(to_string(fact.status));
    case kDate:
      return fact.when ? day(fact.when->first) : Value();
    case kUntil:
      return fact.when ? day(fact.when->last) : Value();
    case kWhen:
      return fact.when ? Value(to_iso(*fact.when)) : Value();
    case kSources:
      return count(sources(fact));
    case kConfidence:
      return Value(confidence(fact));
    case kQuote:
      return Value(best_evidence(fact).quote);
    case kQuotes:
      return quotes(fact);
    case kArticles:
      return articles(fact);
    default:
      break;
  }
  const auto qualifier = fact.qualifiers.find(std::string(kKeyNames[key]));
  return qualifier == fact.qualifiers.end() ? Value() : Value(qualifier->second);
}

template <typename Get>
Properties all_properties(const Get& get) {
  Properties properties;
  for (KeyId key = 0; key < kKeys; ++key) {
    Value value = get(key);
    if (!value.is_null()) properties.emplace_back(key, std::move(value));
  }
  return properties;
}

}  // namespace

std::string type_of_relation(std::string_view relation) {
  std::string type;
  for (const char c : relation) {
    type += c == '-' ? '_' : 'a' <= c && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  }
  return type;
}

std::string label_of_type(std::string_view type) {
  std::string label;
  bool capital = true;
  for (const char c : type) {
    if (c != '-') {
      label += capital && 'a' <= c && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    capital = c == '-';
  }
  return label;
}

NewsGraph::NewsGraph(const KnowledgeGraph& graph)
    : graph_(graph), entities_(graph.vertices_by_id()), facts_(graph.edges_by_id()) {
  add_entities();
  add_facts();
  outgoing_ = adjacency(true);
  incoming_ = adjacency(false);
}

void NewsGraph::add_entities() {
  const auto add = [&](std::vector<LabelId> labels, const std::string& id,
                       const std::string& name) {
    const NodeId node{static_cast<std::uint32_t>(labels_of_.size())};
    std::ranges::sort(labels);
    for (const LabelId label : labels) {
      by_label_.resize(std::max<std::size_t>(by_label_.size(), label + 1));
      by_label_[label].push_back(node);
    }
    labels_of_.push_back(std::move(labels));
    by_id_.emplace(id, node);
    by_name_.emplace(name, node);
  };
  const LabelId any_entity = labels_.intern("Entity");
  const LabelId any_article = labels_.intern("Article");
  by_label_.resize(2);
  for (const auto vertex : entities_) {
    const Entity& entity = graph_[vertex];
    add({any_entity, labels_.intern(label_of_type(entity.type))}, entity.id, entity.name);
  }
  for (const Article& article : graph_.articles) add({any_article}, article.id, article.title);
}

void NewsGraph::add_facts() {
  std::unordered_map<KnowledgeGraph::Vertex, std::uint32_t> node_of;
  for (const auto vertex : entities_) {
    node_of.emplace(vertex, static_cast<std::uint32_t>(node_of.size()));
  }
  for (const auto edge : facts_) {
    const TypeId type = types_.intern(type_of_relation(graph_[edge].relation));
    by_type_.resize(std::max<std::size_t>(by_type_.size(), type + 1));
    ++by_type_[type];
    ends_.push_back({{node_of.at(boost::source(edge, graph_.bgl()))},
                     {node_of.at(boost::target(edge, graph_.bgl()))},
                     type});
  }
}

NewsGraph::Adjacency NewsGraph::adjacency(bool outgoing) const {
  Adjacency result;
  result.first.assign(node_bound() + 1, 0);
  const auto own = [&](const cypher::Ends& ends) { return outgoing ? ends.start : ends.end; };
  for (const cypher::Ends& ends : ends_) ++result.first[own(ends).value + 1];
  for (std::size_t i = 1; i < result.first.size(); ++i) result.first[i] += result.first[i - 1];
  result.neighbours.resize(ends_.size());
  std::vector<std::uint32_t> next(result.first.begin(), result.first.end() - 1);
  for (std::uint32_t i = 0; i < ends_.size(); ++i) {
    const NodeId other = outgoing ? ends_[i].end : ends_[i].start;
    result.neighbours[next[own(ends_[i]).value]++] = {other, RelationshipId{i}, ends_[i].type};
  }
  return result;
}

const Entity* NewsGraph::entity(NodeId node) const {
  return node.value < entities_.size() ? &graph_[entities_[node.value]] : nullptr;
}
const Article* NewsGraph::article(NodeId node) const {
  return node.value < entities_.size() ? nullptr : &graph_.articles[node.value - entities_.size()];
}
const Fact& NewsGraph::fact(RelationshipId relationship) const {
  return graph_[facts_[relationship.value]];
}

std::optional<LabelId> NewsGraph::find_label(std::string_view name) const {
  return labels_.find(name);
}
std::optional<TypeId> NewsGraph::find_type(std::string_view name) const {
  return types_.find(name);
}
std::optional<KeyId> NewsGraph::find_key(std::string_view name) const {
  const auto* it = std::ranges::find(kKeyNames, name);
  if (it == kKeyNames.end()) return std::nullopt;
  return static_cast<KeyId>(it - kKeyNames.begin());
}
std::string_view NewsGraph::label_name(LabelId label) const { return labels_.name(label); }
std::string_view NewsGraph::type_name(TypeId type) const { return types_.name(type); }
std::string_view NewsGraph::key_name(KeyId key) const { return kKeyNames[key]; }

std::uint32_t NewsGraph::node_bound() const {
  return static_cast<std::uint32_t>(labels_of_.size());
}
std::uint32_t NewsGraph::relationship_bound() const {
  return static_cast<std::uint32_t>(ends_.size());
}
std::size_t NewsGraph::count_label(LabelId label) const { return by_label_[label].size(); }
std::size_t NewsGraph::count_type(TypeId type) const { return by_type_[type]; }

std::span<const LabelId> NewsGraph::labels(NodeId node) const { return labels_of_[node.value]; }
std::vector<NodeId> NewsGraph::nodes_with(LabelId label) const { return by_label_[label]; }

std::span<const Neighbour> NewsGraph::outgoing(NodeId node) const {
  return {outgoing_.neighbours.data() + outgoing_.first[node.value],
          outgoing_.first[node.value + 1] - outgoing_.first[node.value]};
}
std::span<const Neighbour> NewsGraph::incoming(NodeId node) const {
  return {incoming_.neighbours.data() + incoming_.first[node.value],
          incoming_.first[node.value + 1] - incoming_.first[node.value]};
}
cypher::Ends NewsGraph::ends(RelationshipId relationship) const {
  return ends_[relationship.value];
}

Value NewsGraph::property(NodeId node, KeyId key) const {
  const Entity* found = entity(node);
  return found ? of_entity(*found, key) : of_article(*article(node), key);
}
Value NewsGraph::property(RelationshipId relationship, KeyId key) const {
  if (key == kPublished) {
    const auto published = first_published(graph_, fact(relationship));
    return published ? day(*published) : Value();
  }
  return of_fact(fact(relationship), key);
}
Properties NewsGraph::properties(NodeId node) const {
  return all_properties([&](KeyId key) { return property(node, key); });
}
Properties NewsGraph::properties(RelationshipId relationship) const {
  return all_properties([&](KeyId key) { return property(relationship, key); });
}

bool NewsGraph::has_index(KeyId key) const { return key == kId || key == kName; }

std::vector<NodeId> NewsGraph::nodes_where(KeyId key, const Value& value) const {
  std::vector<NodeId> nodes;
  if (!value.is(cypher::Type::String)) return nodes;
  const auto [begin, end] = (key == kId ? by_id_ : by_name_).equal_range(value.string());
  for (auto it = begin; it != end; ++it) nodes.push_back(it->second);
  std::ranges::sort(nodes);
  return nodes;
}

}  // namespace entente
