#include "query/news_graph.h"

#include <algorithm>
#include <array>
#include <chrono>

#include "query/facts.h"

namespace entente {

using cypher::KeyId;
using cypher::LabelId;
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

Value text(std::string_view value) { return value.empty() ? Value() : Value(value); }

Value texts(const std::vector<std::string>& values) {
  cypher::List list;
  for (const std::string& value : values) list.emplace_back(value);
  return Value(std::move(list));
}

Value count(std::size_t number) { return Value(static_cast<std::int64_t>(number)); }

Value day(std::int32_t day) { return day == Snapshot::kNoDay ? Value() : Value(cypher::Date{day}); }

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

// What only the tables have.
Value of_fact(const Fact& fact, KeyId key) {
  switch (key) {
    case kId:
      return text(fact.id);
    case kSources:
      return count(sources(fact));
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

DateRange range(std::int32_t first, std::int32_t last) {
  return {std::chrono::sys_days(std::chrono::days(first)),
          std::chrono::sys_days(std::chrono::days(last))};
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

NewsGraph::NewsGraph(LazyGraph graph) : graph_(std::move(graph)) {
  const LabelId any_entity = labels_.intern("Entity");
  article_labels_ = {labels_.intern("Article")};
  for (std::uint32_t i = 0; i < snapshot().types.size(); ++i) {
    std::vector<LabelId> labels = {any_entity, labels_.intern(label_of_type(snapshot().types[i]))};
    std::ranges::sort(labels);
    labels.erase(std::unique(labels.begin(), labels.end()), labels.end());
    labels_of_type_.push_back(std::move(labels));
    types_.push_back(text(snapshot().types[i]));
  }
  for (std::uint32_t i = 0; i < snapshot().relations.size(); ++i) {
    type_names_.push_back(type_of_relation(snapshot().relations[i]));
    relations_.push_back(text(snapshot().relations[i]));
  }
  for (std::size_t i = 0; i < statuses_.size(); ++i) {
    statuses_[i] = Value(to_string(static_cast<Status>(i)));
  }
}

std::string NewsGraph::fact_id(RelationshipId relationship) const {
  return graph_.fact_id(relationship.value);
}

std::optional<Entity> NewsGraph::entity(NodeId node) const {
  return is_entity(node) ? std::optional(graph_.entity(node.value)) : std::nullopt;
}
std::optional<Article> NewsGraph::article(NodeId node) const {
  return is_entity(node) ? std::nullopt
                         : std::optional(graph_.article(node.value - snapshot().entities));
}
Fact NewsGraph::fact(RelationshipId relationship) const { return graph_.fact(relationship.value); }

const Entity& NewsGraph::read_entity(std::uint32_t vertex) const {
  if (!last_entity_.row || last_entity_.number != vertex) {
    last_entity_ = {vertex, graph_.entity(vertex)};
  }
  return *last_entity_.row;
}
const Article& NewsGraph::read_article(std::uint32_t article) const {
  if (!last_article_.row || last_article_.number != article) {
    last_article_ = {article, graph_.article(article)};
  }
  return *last_article_.row;
}
const Fact& NewsGraph::read_fact(std::uint32_t edge) const {
  if (!last_fact_.row || last_fact_.number != edge) last_fact_ = {edge, graph_.fact(edge)};
  return *last_fact_.row;
}

std::optional<LabelId> NewsGraph::find_label(std::string_view name) const {
  return labels_.find(name);
}
std::optional<TypeId> NewsGraph::find_type(std::string_view name) const {
  const auto it = std::ranges::find(type_names_, name);
  if (it == type_names_.end()) return std::nullopt;
  return static_cast<TypeId>(it - type_names_.begin());
}
std::optional<KeyId> NewsGraph::find_key(std::string_view name) const {
  const auto* it = std::ranges::find(kKeyNames, name);
  if (it == kKeyNames.end()) return std::nullopt;
  return static_cast<KeyId>(it - kKeyNames.begin());
}
std::string_view NewsGraph::label_name(LabelId label) const { return labels_.name(label); }
std::string_view NewsGraph::type_name(TypeId type) const { return type_names_[type]; }
std::string_view NewsGraph::key_name(KeyId key) const { return kKeyNames[key]; }
std::optional<KeyId> NewsGraph::key_bound() const { return kKeys; }

std::uint32_t NewsGraph::node_bound() const { return snapshot().entities + snapshot().articles; }
std::uint32_t NewsGraph::relationship_bound() const { return num_edges(snapshot().graph); }
std::size_t NewsGraph::count_label(LabelId label) const {
  std::size_t count = label == article_labels_[0] ? snapshot().articles : 0;
  for (std::size_t type = 0; type < labels_of_type_.size(); ++type) {
    if (std::ranges::binary_search(labels_of_type_[type], label)) {
      count += snapshot().type_count[type];
    }
  }
  return count;
}
std::size_t NewsGraph::count_type(TypeId type) const { return snapshot().relation_count[type]; }

std::span<const LabelId> NewsGraph::labels(NodeId node) const {
  return is_entity(node) ? labels_of_type_[snapshot().type[node.value]] : article_labels_;
}
std::vector<NodeId> NewsGraph::nodes_with(LabelId label) const {
  std::vector<NodeId> nodes;
  nodes.reserve(count_label(label));
  std::vector<bool> wanted;
  for (const auto& labels : labels_of_type_) {
    wanted.push_back(std::ranges::binary_search(labels, label));
  }
  for (std::uint32_t i = 0; i < snapshot().entities; ++i) {
    if (wanted[snapshot().type[i]]) nodes.push_back({i});
  }
  if (label != article_labels_[0]) return nodes;
  for (std::uint32_t i = snapshot().entities; i < node_bound(); ++i) nodes.push_back({i});
  return nodes;
}

cypher::NeighbourView NewsGraph::outgoing(NodeId node) const {
  if (!is_entity(node)) return {};
  const MappedGraph& graph = snapshot().graph;
  const std::uint32_t first = graph.out_begin[node.value];
  return cypher::NeighbourView::Columns{graph.out_target.data() + first,
                                        nullptr,
                                        graph.out_relation.data() + first,
                                        snapshot().mark.bytes().data() + std::size_t{3} * first,
                                        first,
                                        graph.out_begin[node.value + 1] - first};
}
cypher::NeighbourView NewsGraph::incoming(NodeId node) const {
  if (!is_entity(node)) return {};
  const MappedGraph& graph = snapshot().graph;
  const std::uint32_t first = graph.in_begin[node.value];
  return cypher::NeighbourView::Columns{graph.in_source.data() + first,
                                        graph.in_edge.data() + first,
                                        graph.in_relation.data() + first,
                                        snapshot().in_mark.bytes().data() + std::size_t{3} * first,
                                        0,
                                        graph.in_begin[node.value + 1] - first};
}
cypher::Ends NewsGraph::ends(RelationshipId relationship) const {
  const MappedGraph& graph = snapshot().graph;
  const std::uint32_t edge = relationship.value;
  return {{graph.source_of(edge)}, {graph.out_target[edge]}, graph.out_relation[edge]};
}

std::optional<cypher::MarkOrder> NewsGraph::mark_order(KeyId key, const Value& value) const {
  cypher::MarkOrder order;
  if (key == kStatus && value.is(cypher::Type::String)) {
    const auto status = parse_status(value.string());
    order.mask = (1U << MarkColumn::kStatusBits) - 1;
    order.end = static_cast<std::uint32_t>(statuses_.size());
    order.equal = status ? static_cast<std::uint32_t>(*status) : order.end;
    order.above = status ? order.equal + 1 : order.end;
    order.ordered = false;
    return order;
  }
  if (key != kDate || !value.is(cypher::Type::Date)) return std::nullopt;
  order.shift = MarkColumn::kStatusBits;
  order.mask = (1U << (24 - MarkColumn::kStatusBits)) - 1;
  order.least = 1;
  order.end = order.mask;  // more days than there are
  const auto bounded = [&](std::int64_t days) {
    return static_cast<std::uint32_t>(
        std::clamp<std::int64_t>(days - MarkColumn::kDayBefore, order.least, order.end));
  };
  order.equal = bounded(value.date().days);
  order.above = bounded(value.date().days + 1);
  return order;
}

Value NewsGraph::of_entity(std::uint32_t vertex, KeyId key) const {
  switch (key) {
    case kId:
      return text(snapshot().ids[vertex]);
    case kName:
      return text(snapshot().names[vertex]);
    case kType:
      return types_[snapshot().type[vertex]];
    case kMentions:
      return count(snapshot().mentions[vertex]);
    case kAliases:
      return texts(read_entity(vertex).aliases);
    case kArticles:
      return texts(read_entity(vertex).articles);
    default:
      return Value();
  }
}

Value NewsGraph::of_article(std::uint32_t node, KeyId key) const {
  const std::uint32_t number = node - snapshot().entities;
  switch (key) {
    case kId:
      return text(snapshot().ids[node]);
    case kName:
      return text(snapshot().names[node]);
    case kUrl:
      return text(read_article(number).url);
    case kOutlet:
      return text(read_article(number).outlet);
    case kAuthor:
      return text(read_article(number).author);
    case kPublished: {
      const auto& published = read_article(number).published;
      if (!published) return Value();
      return Value(cypher::Date{published->first.time_since_epoch().count()});
    }
    default:
      return Value();
  }
}

Value NewsGraph::first_published(std::uint32_t edge) const {
  std::optional<std::chrono::sys_days> first;
  for (const Evidence& evidence : read_fact(edge).evidence) {
    const auto node = snapshot().article(evidence.article);
    const auto published =
        node ? read_article(*node - snapshot().entities).published : std::nullopt;
    if (published) first = std::min(first.value_or(published->first), published->first);
  }
  return first ? Value(cypher::Date{first->time_since_epoch().count()}) : Value();
}

Value NewsGraph::property(NodeId node, KeyId key) const {
  return is_entity(node) ? of_entity(node.value, key) : of_article(node.value, key);
}

Value NewsGraph::property(RelationshipId relationship, KeyId key) const {
  const Snapshot& s = snapshot();
  const std::uint32_t edge = relationship.value;
  switch (key) {
    case kRelation:
      return relations_[s.graph.out_relation[edge]];
    case kStatus:
      return statuses_[static_cast<std::size_t>(s.status(edge))];
    case kDate:
      return day(s.first_day(edge));
    case kUntil:
      return day(s.last_day[edge]);
    case kWhen:
      if (s.last_day[edge] == Snapshot::kNoDay) return Value();
      return Value(to_iso(range(s.first_day(edge), s.last_day[edge])));
    case kConfidence:
      return Value(s.confidence[edge]);
    case kSources:
      if (s.sources[edge] < Snapshot::kManySources) return count(s.sources[edge]);
      break;
    case kName:
    case kType:
    case kAliases:
    case kMentions:
    case kUrl:
    case kOutlet:
    case kAuthor:
      return Value();
    case kPublished:
      return first_published(edge);
    default:
      break;
  }
  return of_fact(read_fact(edge), key);
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
  if (key == kName) {
    for (const std::uint32_t node : snapshot().named(value.string())) nodes.push_back({node});
    return nodes;
  }
  for (const auto node : {snapshot().entity(value.string()), snapshot().article(value.string())}) {
    if (node) nodes.push_back({*node});
  }
  return nodes;
}

}  // namespace entente
