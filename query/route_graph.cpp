#include "query/route_graph.h"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "query/news_graph.h"

namespace entente {
namespace {

using cypher::ComparisonOperator;
using cypher::Neighbour;
using cypher::NodeId;
using cypher::PropertyGraph;
using cypher::RelationshipId;
using cypher::Type;
using cypher::Value;

// The relations' relationship types, ascending; what no fact is of has none.
std::vector<cypher::TypeId> numbers(const PropertyGraph& graph,
                                    const std::set<std::string>& relations) {
  std::vector<cypher::TypeId> types;
  for (const std::string& relation : relations) {
    if (const auto type = graph.find_type(type_of_relation(relation))) types.push_back(*type);
  }
  std::ranges::sort(types);
  return types;
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
  types_ = numbers(graph, rules.filter.relations);
  states_ = numbers(graph, rules.filter.states);
  for (const std::string& type : rules.filter.types) {
    if (const auto label = graph.find_label(label_of_type(type))) labels_.push_back(*label);
  }
  marked_ = status_ && date_ && read_marks();
  if (!marked_) marks_.clear();
}

// False where marks do not tell all that is asked of status and first day.
bool RouteGraph::read_marks() {
  const Filter& filter = rules_.filter;
  const auto value_of = [](std::chrono::sys_days day) {
    return Value(cypher::Date{day.time_since_epoch().count()});
  };
  const auto first_day = [&](cypher::MarkTests& tests, ComparisonOperator op, const Value& value) {
    return tests.add(graph_, *date_, op, value);
  };
  if (filter.status &&
      !marks_.add(graph_, *status_, ComparisonOperator::Equal, Value(to_string(*filter.status)))) {
    return false;
  }
  if (!filter.since && !filter.until && !rules_.in_time_order) return true;
  // Any day will do, but there must be one.
  if (!first_day(marks_, ComparisonOperator::GreaterEqual,
                 value_of(std::chrono::sys_days::min()))) {
    return false;
  }
  if (filter.until && !first_day(marks_, ComparisonOperator::LessEqual, value_of(*filter.until))) {
    return false;
  }
  return !filter.since ||
         first_day(since_, ComparisonOperator::GreaterEqual, value_of(*filter.since));
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
bool RouteGraph::usable(const cypher::NeighbourView& steps, std::uint32_t i) const {
  const Filter& filter = rules_.filter;
  const bool told = marked_ && (!filter.since || since_.hold(steps, i));
  if (told && filter.min_sources <= 1 && !filter.as_of) return true;
  const Neighbour step = steps[i];
  if (!told && !fits(step.relationship)) return false;
  if (filter.min_sources > 1) {
    const Value sources = property(step.relationship, sources_);
    const bool enough = sources.is(Type::Integer) &&
                        sources.integer() >= static_cast<std::int64_t>(filter.min_sources);
    if (!enough) return false;
  }
  return !filter.as_of || stands_on_day(step);
}

// Whether its days and its status pass.
bool RouteGraph::fits(RelationshipId fact) const {
  const Filter& filter = rules_.filter;
  if (filter.since || filter.until || rules_.in_time_order) {
    const auto when = days(fact);
    if (!when) return false;
    if (filter.since && when->last < filter.since->time_since_epoch().count()) return false;
    if (filter.until && when->first > filter.until->time_since_epoch().count()) return false;
  }
  if (!filter.status) return true;
  const Value status = property(fact, status_);
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
  return stands(when, published, std::ranges::binary_search(states_, step.type),
                *rules_.filter.as_of);
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

bool RouteGraph::comes_first(NodeId a, NodeId b) const {
  return a != b && std::tie(id(a), a) < std::tie(id(b), b);
}

bool RouteGraph::comes_first(const Nodes& a, const Nodes& b) const {
  if (a.size() != b.size()) return a.size() < b.size();
  return std::ranges::lexicographical_compare(
      a, b, [&](NodeId x, NodeId y) { return comes_first(x, y); });
}

}  // namespace entente
