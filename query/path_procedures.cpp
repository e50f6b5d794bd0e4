#include "query/path_procedures.h"

#include <algorithm>

#include "cypher/error.h"
#include "query/route_search.h"

namespace entente {
namespace {

using cypher::Arguments;
using cypher::ErrorType;
using cypher::Failure;
using cypher::List;
using cypher::Map;
using cypher::NodeId;
using cypher::RelationshipId;
using cypher::Surroundings;
using cypher::Type;
using cypher::Value;

[[noreturn]] void refuse(const std::string& key, const std::string& expected) {
  throw Failure{ErrorType::ArgumentError, "InvalidArgumentValue",
                "option \"" + key + "\": expected " + expected};
}

bool is_true(const std::string& key, const Value& value) {
  if (!value.is(Type::Boolean)) refuse(key, "true or false");
  return value.boolean();
}

std::size_t number(const std::string& key, const Value& value) {
  if (!value.is(Type::Integer) || value.integer() < 0) refuse(key, "an Integer of at least 0");
  return static_cast<std::size_t>(value.integer());
}

std::chrono::sys_days date(const std::string& key, const Value& value) {
  if (!value.is(Type::Date)) refuse(key, "a date, as in date('2024-08-19')");
  return std::chrono::sys_days(std::chrono::days(value.date().days));
}

std::set<std::string> names(const std::string& key, const Value& value) {
  if (!value.is(Type::List)) refuse(key, "a list of names");
  std::set<std::string> all;
  for (const Value& element : value.list()) {
    if (!element.is(Type::String)) refuse(key, "a list of names");
    all.insert(element.string());
  }
  return all;
}

Status status(const std::string& key, const Value& value) {
  const auto found = value.is(Type::String) ? parse_status(value.string()) : std::nullopt;
  if (!found) refuse(key, "'happened', 'planned', 'denied' or 'hypothetical'");
  return *found;
}

Nodes nodes(const std::string& key, const Value& value, const cypher::PropertyGraph& graph) {
  Nodes all;
  const auto id = graph.find_key("id");
  for (const std::string& name : names(key, value)) {
    if (!id || !graph.has_index(*id)) continue;
    const auto found = graph.nodes_where(*id, Value(name));
    all.insert(all.end(), found.begin(), found.end());
  }
  return all;
}

struct PathsOptions {
  RouteRules rules;
  RouteChoice choice;
};

void set(PathsOptions& options, const std::string& key, const Value& value,
         const cypher::PropertyGraph& graph) {
  Filter& filter = options.rules.filter;
  if (value.is_null()) return;
  if (key == "relations") {
    filter.relations = names(key, value);
  } else if (key == "types") {
    filter.types = names(key, value);
  } else if (key == "states") {
    filter.states = names(key, value);
  } else if (key == "status") {
    filter.status = status(key, value);
  } else if (key == "since") {
    filter.since = date(key, value);
  } else if (key == "until") {
    filter.until = date(key, value);
  } else if (key == "asOf") {
    filter.as_of = date(key, value);
  } else if (key == "minSources") {
    filter.min_sources = number(key, value);
  } else if (key == "not") {
    options.rules.banned = nodes(key, value, graph);
  } else if (key == "max") {
    options.rules.max_hops = number(key, value);
  } else if (key == "weighted") {
    options.rules.weighted = is_true(key, value);
  } else if (key == "inTimeOrder") {
    options.rules.in_time_order = is_true(key, value);
  } else if (key == "count") {
    options.choice.limit = number(key, value);
  } else if (key == "longer") {
    options.choice.longer = is_true(key, value);
  } else {
    throw Failure{ErrorType::ArgumentError, "InvalidArgumentValue",
                  "found the option \"" + key +
                      "\", expected relations, types, states, status, since, until, asOf, "
                      "minSources, not, max, weighted, inTimeOrder, count or longer"};
  }
}

PathsOptions options_of(const Value& map, const cypher::PropertyGraph& graph) {
  PathsOptions options;
  options.rules.filter.status.reset();
  if (map.is(Type::Map)) {
    for (const auto& [key, value] : map.map()) set(options, key, value, graph);
  }
  if (options.rules.weighted) {
    if (options.choice.limit == 0) refuse("count", "at least 1 where paths are weighted");
    options.choice.longer = true;
  }
  return options;
}

List row(const RouteGraph& graph, const Nodes& route) {
  const Chain chain = chains_along(graph, route).front();
  double confidence = 1.0;
  List parallel;
  for (std::size_t i = 0; i < chain.facts.size(); ++i) {
    confidence *= graph.confidence(chain.facts[i]);
    parallel.emplace_back(
        static_cast<std::int64_t>(graph.facts_between(route[i], route[i + 1]).size()));
  }
  return {Value(cypher::Path{route, chain.facts}), Value(confidence), Value(std::move(parallel))};
}

std::vector<List> paths(Surroundings& around, Arguments arguments) {
  if (!arguments[0].is(Type::Node) || !arguments[1].is(Type::Node)) return {};
  const PathsOptions options = options_of(arguments[2], around.graph);
  const NodeId from = arguments[0].node();
  const NodeId to = arguments[1].node();
  const RouteGraph graph(around.graph, options.rules, around.meter);
  if (from == to) return {row(graph, {from})};
  std::vector<List> rows;
  for (const Nodes& route : best_routes(graph, from, to, options.choice)) {
    rows.push_back(row(graph, route));
  }
  return rows;
}

std::vector<List> reach_rows(Surroundings& around, Arguments arguments) {
  if (!arguments[0].is(Type::Node) || !arguments[1].is(Type::Node)) return {};
  PathsOptions options = options_of(arguments[2], around.graph);
  options.rules.in_time_order = false;
  const RouteGraph graph(around.graph, options.rules, around.meter);
  const Reach found = reach(graph, arguments[0].node(), arguments[1].node());
  return {{Value(static_cast<std::int64_t>(found.entities)), Value(found.connected)}};
}

}  // namespace

void add_path_procedures(cypher::Procedures& procedures) {
  const std::vector<cypher::Procedure::Field> parameters = {{"from", cypher::only(Type::Node)},
                                                            {"to", cypher::only(Type::Node)},
                                                            {"options", cypher::only(Type::Map)}};
  procedures.add({"entente.paths",
                  parameters,
                  {{"path", cypher::only(Type::Path)},
                   {"confidence", cypher::only(Type::Float)},
                   {"parallel", cypher::only(Type::List)}},
                  paths,
                  0,
                  "routes from one entity to another, best first"});
  procedures.add(
      {"entente.reach",
       parameters,
       {{"entities", cypher::only(Type::Integer)}, {"connected", cypher::only(Type::Boolean)}},
       reach_rows,
       0,
       "how much can be reached from an entity"});
}

}  // namespace entente
