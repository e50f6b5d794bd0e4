#include "query/route_graph.h"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "query/news_graph.h"

namespace entente {
namespace {

using cypher::Neighbour;
using cypher::NodeId;
using cypher::PropertyGraph;
using cypher::RelationshipId;
using cypher::Type;
using cypher::Value;

// Which numbers of relationship types the relations have; what no fact is of has none.
std::vector<bool> numbers(const PropertyGraph& graph, const std::set<std::string>& relations) {
  std::vector<bool> marked(1);
  for (const std::string& relation : relations) {
    const auto type = graph.find_type(type_of_relation(relation));
    if (!type) continue;
    marked.resize(std::max<std::size_t>(marked.size(), *type + 1));
    marked[*type] = true;
  }
  return marked;
}

bool marks(const std::vector<bool>& marked, cypher::TypeId type) {
  return type < marked.size() && marked[type];
}

std::chrono::sys_days as_day(const Value& value) {
  return std::chrono::sys_days(std::chrono::days(value.date().days));
}

}  // namespace

RouteGraph::RouteGraph(const PropertyGraph& graph, const RouteRules& rules, cypher::Meter& meter)
    : graph_(graph),
      rules_(rules),
      meter_(meter),
      id_(graph.find_key("id")),
      date_(graph.find_key("date")),
      until_(graph.find_key("until")),
      status_(graph.find_key("status")),
      sources_(graph.find_key("sources")),
      confidence_(graph.find_key("confidence")),
      published_(graph.find_key("published")) {
  if (!rules.filter.relations.empty()) types_ = numbers(graph, rules.filter.relations);
  states_ = numbers(graph, rules.filter.states);
  for (const std::string& type : rules.filter.types) {
    if (const auto label = graph.find_label(label_of_type(type))) labels_.push_back(*label);
  }
}

Value RouteGraph::property(RelationshipId fact, std::optional<cypher::KeyId> key) const {
  return key ? graph_.property(fact, *key) : Value();
}

std::size_t RouteGraph::degree(NodeId node) const {
  return graph_.outgoing(node).size() + graph_.incoming(node).size();
}

bool RouteGraph::may_enter(NodeId node) const {
  if (std::ranges::find(rules_.banned, node) != rules_.banned.end()) return false;
  if (rules_.filter.types.empty()) return true;
  const auto has = graph_.labels(node);
  return std::ranges::any_of(
      labels_, [&](cypher::LabelId label) { return std::ranges::binary_search(has, label); });
}

// What costs least to look at comes first.
bool RouteGraph::usable(const Neighbour& step) const {
  const Filter& filter = rules_.filter;
  if (!types_.empty() && !marks(types_, step.type)) return false;
  if (filter.since || filter.until || rules_.in_time_order) {
    const auto when = days(step.relationship);
    if (!when) return false;
    if (filter.since && when->last < filter.since->time_since_epoch().count()) return false;
    if (filter.until && when->first > filter.until->time_since_epoch().count()) return false;
  }
  if (filter.min_sources > 1) {
    const Value sources = property(step.relationship, sources_);
    const bool enough = sources.is(Type::Integer) &&
                        sources.integer() >= static_cast<std::int64_t>(filter.min_sources);
    if (!enough) return false;
  }
  if (filter.as_of && !stands_on_day(step)) return false;
  if (!filter.status) return true;
  const Value status = property(step.relationship, status_);
  return status.is(Type::String) && status.string() == to_string(*filter.status);
}

bool RouteGraph::stands_on_day(const Neighbour& step) const {
  std::optional<DateRange> when;
  if (const auto range = days(step.relationship)) {
    when = DateRange{std::chrono::sys_days(std::chrono::days(range->first)),
                     std::chrono::sys_days(std::chrono::days(range->last))};
  }
  std::optional<std::chrono::sys_days> published;
  if (!when) {
    const Value day = property(step.relationship, published_);
    if (day.is(Type::Date)) published = as_day(day);
  }
  return stands(when, published, marks(states_, step.type), *rules_.filter.as_of);
}

std::vector<RelationshipId> RouteGraph::facts_between(NodeId a, NodeId b) const {
  const bool swap = degree(b) < degree(a);
  std::vector<RelationshipId> facts;
  if (!may_enter(a) || !may_enter(b)) return facts;
  each_step(swap ? b : a, [&](const Neighbour& step) {
    if (step.node == (swap ? a : b)) facts.push_back(step.relationship);
  });
  std::ranges::sort(facts);
  return facts;
}

std::optional<Days> RouteGraph::days(RelationshipId fact) const {
  const Value first = property(fact, date_);
  const Value last = property(fact, until_);
  if (!first.is(Type::Date) || !last.is(Type::Date)) return std::nullopt;
  return Days{first.date().days, last.date().days};
}

double RouteGraph::confidence(RelationshipId fact) const {
  const Value value = property(fact, confidence_);
  return value.is_number() ? std::clamp(value.number(), 1e-9, 1.0) : 1e-9;
}

std::int64_t RouteGraph::cost(RelationshipId fact) const {
  return rules_.weighted ? std::llround(-std::log(confidence(fact)) * 1e9) : 0;
}

std::optional<std::int64_t> RouteGraph::arrival(RelationshipId fact, std::int64_t time) const {
  if (!rules_.in_time_order) return kAnyTime;
  const auto when = days(fact);
  const std::int64_t day = std::max(time, when->first);
  return day <= when->last ? std::optional(day) : std::nullopt;
}

bool RouteGraph::tells_more(RelationshipId a, RelationshipId b) const {
  const auto key = [&](RelationshipId fact) {
    const Value sources = property(fact, sources_);
    const auto when = days(fact).value_or(Days{std::numeric_limits<std::int64_t>::max(), 0});
    return std::tuple(sources.is(Type::Integer) ? -sources.integer() : 0, when.first, when.last);
  };
  const auto x = key(a), y = key(b);
  if (x != y) return x < y;
  const Value a_id = property(a, id_), b_id = property(b, id_);
  if (!a_id.is(Type::String) || !b_id.is(Type::String)) return a < b;
  return a_id.string() < b_id.string();
}

const std::string& RouteGraph::id(NodeId node) const {
  const auto [found, is_new] = ids_.try_emplace(node.value);
  if (is_new && id_) {
    const Value value = graph_.property(node, *id_);
    if (value.is(Type::String)) found->second = value.string();
  }
  return found->second;
}

bool RouteGraph::comes_first(const Nodes& a, const Nodes& b) const {
  if (a.size() != b.size()) return a.size() < b.size();
  const auto by_id = [&](NodeId x, NodeId y) {
    return x != y && std::tie(id(x), x) < std::tie(id(y), y);
  };
  return std::ranges::lexicographical_compare(a, b, by_id);
}

void RouteGraph::sort_by_id(Nodes& nodes) const {
  std::ranges::sort(nodes);
  nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
  std::ranges::sort(nodes,
                    [&](NodeId x, NodeId y) { return std::tie(id(x), x) < std::tie(id(y), y); });
}

}  // namespace entente
