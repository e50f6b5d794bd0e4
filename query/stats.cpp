// `entente stats`: how much of what is in a graph.

#include <algorithm>
#include <map>
#include <set>

#include "query/facts.h"
#include "query/questions.h"
#include "query/rows.h"

namespace entente {
namespace {

using Edge = KnowledgeGraph::Edge;
using Vertex = KnowledgeGraph::Vertex;
using Counts = std::map<std::string, std::size_t>;

bool asks_for_facts(const Filter& filter) {
  return !filter.relations.empty() || filter.since || filter.until || filter.min_sources > 1;
}

// Entities of the filter's types; where it asks for certain facts, those that take part in one.
std::vector<Vertex> counted_entities(const KnowledgeGraph& graph, const Filter& filter,
                                     const std::vector<Edge>& facts) {
  std::set<Vertex> in_facts;
  for (const Edge edge : facts) {
    in_facts.insert(boost::source(edge, graph.bgl()));
    in_facts.insert(boost::target(edge, graph.bgl()));
  }
  std::vector<Vertex> entities;
  for (const Vertex v : graph.vertices_by_id()) {
    const bool type = filter.types.empty() || filter.types.contains(graph[v].type);
    if (type && (!asks_for_facts(filter) || in_facts.contains(v))) entities.push_back(v);
  }
  return entities;
}

void add_rows(Table& table, const std::string& what, const Counts& counts, bool by_count) {
  std::vector<std::pair<std::string, std::size_t>> rows(counts.begin(), counts.end());
  if (by_count) {
    std::stable_sort(rows.begin(), rows.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
  }
  for (const auto& [name, count] : rows) table.rows.push_back({what, name, number_cell(count)});
}

// The years that a fact falls in; a fact of several years counts in each.
void count_years(const Fact& fact, Counts& years) {
  using namespace std::chrono;
  if (!fact.when) {
    ++years["unknown"];
    return;
  }
  const int last = static_cast<int>(year_month_day(fact.when->last).year());
  for (int y = static_cast<int>(year_month_day(fact.when->first).year()); y <= last; ++y) {
    ++years[std::to_string(y)];
  }
}

}  // namespace

Table stats(const KnowledgeGraph& graph, const Filter& filter) {
  const std::vector<Edge> facts = facts_in_time(graph, std::nullopt, filter);
  const std::vector<Vertex> entities = counted_entities(graph, filter, facts);
  std::size_t sentences = 0;
  Counts types, relations, statuses, years, outlets;
  for (const Vertex v : entities) ++types[graph[v].type];
  for (const Edge edge : facts) {
    sentences += graph[edge].evidence.size();
    ++relations[graph[edge].relation];
    count_years(graph[edge], years);
  }
  Filter any_status = filter;
  any_status.status.reset();
  for (const Edge edge : facts_in_time(graph, std::nullopt, any_status)) {
    ++statuses[std::string(to_string(graph[edge].status))];
  }
  for (const Article& article : graph.articles) {
    ++outlets[article.outlet.empty() ? "unknown" : article.outlet];
  }
  Table table{{"what", "name", "count"}, {}};
  add_rows(table, "total", {{"articles", graph.articles.size()}, {"entities", entities.size()}},
           false);
  add_rows(table, "total", {{"facts", facts.size()}, {"sentences", sentences}}, false);
  add_rows(table, "type", types, true);
  add_rows(table, "relation", relations, true);
  add_rows(table, "status", statuses, true);
  add_rows(table, "year", years, false);
  add_rows(table, "outlet", outlets, true);
  return table;
}

}  // namespace entente
