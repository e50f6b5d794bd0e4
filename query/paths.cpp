#include "query/paths.h"

#include "query/names.h"

namespace entente {
namespace {

using cypher::List;
using cypher::Map;
using cypher::Value;

Value texts(const auto& words) {
  List list;
  for (const std::string& word : words) list.emplace_back(word);
  return Value(std::move(list));
}

Value day(std::chrono::sys_days day) { return Value(cypher::Date{day.time_since_epoch().count()}); }

Value number(std::size_t n) { return Value(static_cast<std::int64_t>(n)); }

// Only what differs from what path_procedures.h takes without it.
Map filter_map(const PathOptions& options) {
  const Filter& filter = options.filter;
  Map map;
  if (!filter.relations.empty()) map.emplace("relations", texts(filter.relations));
  if (!filter.types.empty()) map.emplace("types", texts(filter.types));
  if (!options.banned.empty()) map.emplace("not", texts(options.banned));
  if (filter.status) map.emplace("status", to_string(*filter.status));
  if (filter.since) map.emplace("since", day(*filter.since));
  if (filter.until) map.emplace("until", day(*filter.until));
  if (filter.min_sources > 1) map.emplace("minSources", number(filter.min_sources));
  if (filter.as_of) {
    map.emplace("asOf", day(*filter.as_of));
    map.emplace("states", texts(filter.states));
  }
  return map;
}

Question between(const std::string& from, const std::string& to, Map options,
                 const std::string& call) {
  return {"MATCH (a {id: $a}), (b {id: $b})\n" + call,
          {{"a", Value(from)}, {"b", Value(to)}, {"options", Value(std::move(options))}}};
}

FoundPath found_path(const List& row) {
  FoundPath path{row[0].path().nodes, row[0].path().relationships, {}, row[1].floating()};
  for (const Value& count : row[2].list()) {
    path.parallel.push_back(static_cast<std::size_t>(count.integer()));
  }
  return path;
}

}  // namespace

Question path_question(const std::string& from, const std::string& to, const PathOptions& options) {
  Map map = filter_map(options);
  map.emplace("max", number(options.max_hops));
  map.emplace("count", number(options.limit));
  if (options.longer) map.emplace("longer", true);
  if (options.weighted) map.emplace("weighted", true);
  if (options.in_time_order) map.emplace("inTimeOrder", true);
  return between(from, to, std::move(map),
                 "CALL entente.paths(a, b, $options) YIELD path, confidence, parallel\n"
                 "RETURN path, confidence, parallel");
}

PathAnswer find_paths(const NewsGraph& graph, const std::string& from, const std::string& to,
                      const PathOptions& options) {
  PathAnswer answer;
  for (const List& row : ask(graph, path_question(from, to, options)).rows) {
    answer.paths.push_back(found_path(row));
  }
  if (!answer.paths.empty()) return answer;
  try {
    const auto rows = ask(graph, between(from, to, filter_map(options),
                                         "CALL entente.reach(a, b, $options) YIELD entities, "
                                         "connected\nRETURN entities, connected"))
                          .rows;
    answer.reachable = static_cast<std::size_t>(rows.at(0)[0].integer());
    answer.connected = rows[0][1].boolean();
  } catch (const NotFound&) {
    // That there is no path is an answer by itself.
  }
  return answer;
}

}  // namespace entente
