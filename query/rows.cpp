#include "query/rows.h"

#include "query/facts.h"

namespace entente {

Cell date_cell(const std::optional<DateRange>& when) { return when ? Cell(to_iso(*when)) : Cell(); }

Cell number_cell(std::size_t count) { return static_cast<std::int64_t>(count); }

namespace {

std::string name_or_id(const LookUp& known, const std::string& id) {
  return known.name(id).value_or(id);
}

}  // namespace

std::vector<std::string> details(const LookUp& known, const Fact& fact) {
  std::vector<std::string> words;
  for (const auto& [key, value] : fact.qualifiers) {
    words.push_back(key + ": " + name_or_id(known, value));
  }
  return words;
}

std::vector<std::string> fact_columns() {
  return {"date",    "subject", "relation", "object", "details", "status",
          "sources", "quote",   "article",  "fact",   "event"};
}

std::vector<Cell> fact_row(const LookUp& known, const Fact& fact) {
  const Evidence& evidence = best_evidence(fact);
  return {date_cell(fact.when),
          name_or_id(known, fact.subject),
          fact.relation,
          name_or_id(known, fact.object),
          details(known, fact),
          std::string(to_string(fact.status)),
          number_cell(sources(fact)),
          evidence.quote,
          evidence.article,
          fact.id,
          fact.event.empty() ? Cell() : Cell(fact.event)};
}

std::vector<Cell> occurrence_row(const KnowledgeGraph& graph, const Occurrence& occurrence) {
  std::vector<Cell> row = fact_row(graph, graph[occurrence.fact]);
  const auto names = [&](const std::vector<KnowledgeGraph::Vertex>& entities) {
    std::vector<std::string> all;
    for (const KnowledgeGraph::Vertex v : entities) all.push_back(graph[v].name);
    return in_a_row(all);
  };
  const Sides sides = sides_of(graph, occurrence);
  std::vector<std::string> told = details(graph, graph[occurrence.fact]);
  for (std::string& role : other_roles(graph, occurrence)) told.push_back(std::move(role));
  row[0] = date_cell(occurrence.when);
  row[1] = names(sides.subjects);
  row[3] = names(sides.objects);
  row[4] = std::move(told);
  row[6] = number_cell(occurrence.sources);
  return row;
}

}  // namespace entente
