#include "query/dyads.h"

#include <map>
#include <set>
#include <tuple>

#include "graph/event_codes.h"
#include "query/rows.h"

namespace entente {
namespace {

using Vertex = KnowledgeGraph::Vertex;

bool is_actor(const KnowledgeGraph& graph, Vertex v, const Ontology& ontology) {
  const EntityType* type = ontology.type(graph[v].type);
  return type != nullptr && type->actor;
}

// The month that holds it, else all of it: never more than the text says.
std::optional<DateRange> month_of(const std::optional<DateRange>& when) {
  if (!when) return std::nullopt;
  const std::chrono::year_month_day first{when->first};
  const auto in_month = month(static_cast<int>(first.year()), static_cast<unsigned>(first.month()));
  return in_month && contains(*in_month, *when) ? in_month : when;
}

struct Row {
  bool undated = false;  // these come last
  std::optional<DateRange> month;
  std::string source;  // ids
  std::string target;
  std::string category;
  std::string relation;

  friend auto operator<=>(const Row&, const Row&) = default;
};

struct Counts {
  std::size_t events = 0;
  std::set<std::string> occasions;  // Event::id, each counted once
  std::set<std::string> articles;   // with different texts
};

Cell text_or_nothing(const std::string& text) { return text.empty() ? Cell() : Cell(text); }

}  // namespace

std::vector<EventDyad> event_dyads(const KnowledgeGraph& graph, const Ontology& ontology,
                                   const std::vector<KnowledgeGraph::Edge>& facts) {
  std::vector<EventDyad> events;
  for (const KnowledgeGraph::Edge edge : facts) {
    const Relation* relation = ontology.relation(graph[edge].relation);
    const Vertex source = boost::source(edge, graph.bgl());
    if (relation == nullptr || relation->codes.plover.empty()) continue;
    if (!is_actor(graph, source, ontology)) continue;
    EventDyad event{edge, source, boost::target(edge, graph.bgl()), relation->symmetric,
                    event_codes(*relation, graph[edge])};
    if (!is_actor(graph, *event.target, ontology)) event.target.reset();
    events.push_back(std::move(event));
  }
  return events;
}

Table dyads(const KnowledgeGraph& graph, const Ontology& ontology,
            const std::vector<KnowledgeGraph::Edge>& facts, std::optional<Vertex> a,
            std::optional<Vertex> b, DyadCount by) {
  std::map<Row, Counts> rows;
  for (const EventDyad& event : event_dyads(graph, ontology, facts)) {
    if (!event.target) continue;
    Vertex source = event.source;
    Vertex target = *event.target;
    const auto is_end = [&](Vertex v) { return v == source || v == target; };
    if ((a && !is_end(*a)) || (b && !is_end(*b)) || (a && b && *a == *b)) continue;
    if (event.symmetric && a && target == *a) std::swap(source, target);
    const Fact& fact = graph[event.fact];
    Row row{!fact.when, month_of(fact.when), graph[source].id, graph[target].id, {}, {}};
    if (by == DyadCount::Category) row.category = event.codes.plover;
    if (by == DyadCount::Relation) row.relation = fact.relation;
    if (by == DyadCount::Relation) row.category = event.codes.plover;
    Counts& counts = rows[row];
    if (fact.event.empty() || counts.occasions.insert(fact.event).second) ++counts.events;
    for (const Evidence& evidence : fact.evidence) counts.articles.insert(source_of(evidence));
  }
  Table table{{"month", "source", "target", "category", "relation", "events", "sources",
               "source_id", "target_id"},
              {}};
  for (const auto& [row, counts] : rows) {
    table.rows.push_back({date_cell(row.month), graph[*graph.find(row.source)].name,
                          graph[*graph.find(row.target)].name, text_or_nothing(row.category),
                          text_or_nothing(row.relation), number_cell(counts.events),
                          number_cell(counts.articles.size()), row.source, row.target});
  }
  return table;
}

}  // namespace entente
