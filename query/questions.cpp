#include "query/questions.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "query/facts.h"
#include "query/names.h"
#include "query/occasions.h"
#include "query/rows.h"

namespace entente {
namespace {

using Edge = KnowledgeGraph::Edge;
using Vertex = KnowledgeGraph::Vertex;

// All meetings of two, seen from one of them.
struct Meetings {
  Vertex other = 0;
  std::set<std::string> times;  // Event::id or Fact::id
  std::optional<DateRange> first;
  std::optional<DateRange> last;
  std::set<std::string> places;
};

std::vector<Meetings> meetings_by_partner(const KnowledgeGraph& graph, Vertex a,
                                          const std::vector<Edge>& meetings) {
  std::map<std::string, Meetings> by_id;
  for (const Edge edge : meetings) {
    const Vertex other = other_end(graph, edge, a);
    Meetings& with = by_id[graph[other].id];
    with.other = other;
    const Fact& fact = graph[edge];
    with.times.insert(fact.event.empty() ? fact.id : fact.event);
    if (fact.when && !with.first) with.first = fact.when;
    if (fact.when) with.last = fact.when;
    const auto place = fact.qualifiers.find("place");
    if (place == fact.qualifiers.end()) continue;
    if (const auto entity = graph.find(place->second)) with.places.insert(graph[*entity].name);
  }
  std::vector<Meetings> partners;
  partners.reserve(by_id.size());
  for (const auto& [id, with] : by_id) partners.push_back(with);
  std::stable_sort(partners.begin(), partners.end(), [](const Meetings& x, const Meetings& y) {
    return x.times.size() > y.times.size();
  });
  return partners;
}

void add_evidence_rows(const KnowledgeGraph& graph, Edge edge, const TextOf& text_of,
                       Table& table) {
  const Fact& fact = graph[edge];
  const Event* event = graph.event(fact.event);
  for (const Evidence& evidence : fact.evidence) {
    std::vector<std::string> links;
    const std::string text = evidence.links.empty() ? "" : text_of(evidence.article);
    for (const Link& link : evidence.links) links.push_back(in_words(link, text));
    const std::optional<Vertex> speaker = graph.find(evidence.said_by);
    table.rows.push_back({fact.id, graph[boost::source(edge, graph.bgl())].name, fact.relation,
                          graph[boost::target(edge, graph.bgl())].name, date_cell(fact.when),
                          std::string(to_string(fact.status)), evidence.quote, evidence.article,
                          number_cell(evidence.sentence.begin), number_cell(evidence.sentence.end),
                          evidence.rule, speaker ? Cell(graph[*speaker].name) : Cell(),
                          std::move(links), evidence.confidence,
                          event != nullptr ? Cell(event->id) : Cell(),
                          evidence.copy_of.empty() ? Cell() : Cell(evidence.copy_of),
                          event != nullptr ? event->conflicts : std::vector<std::string>()});
  }
}

Table evidence_table() {
  return {{"fact", "subject", "relation", "object", "date", "status", "quote", "article", "start",
           "end", "rule", "said_by", "links", "confidence", "event", "copy_of", "conflicts"},
          {}};
}

}  // namespace

Table find(const KnowledgeGraph& graph, std::string_view text, const Filter& filter) {
  Table table{{"name", "type", "articles", "mentions", "facts", "aliases", "id"}, {}};
  for (const Vertex v : find_entities(graph, text)) {
    const Entity& entity = graph[v];
    if (!filter.types.empty() && !filter.types.contains(entity.type)) continue;
    Filter facts = filter;
    facts.types.clear();  // the type is that of the entity, not of whom it deals with
    table.rows.push_back({entity.name, entity.type, number_cell(entity.articles.size()),
                          number_cell(entity.mentions),
                          number_cell(facts_in_time(graph, v, facts).size()), entity.aliases,
                          entity.id});
  }
  return table;
}

Table show(const KnowledgeGraph& graph, Vertex entity, const std::vector<Edge>& facts) {
  const Entity& it = graph[entity];
  Table table{{"what", "value", "date", "details", "status", "sources", "quote", "article", "fact"},
              {}};
  const auto add = [&](const std::string& what, Cell value) {
    table.rows.push_back(
        {what, std::move(value), Cell(), Cell(), Cell(), Cell(), Cell(), Cell(), Cell()});
  };
  add("id", it.id);
  add("type", it.type);
  add("name", it.name);
  for (const std::string& alias : it.aliases) add("alias", alias);
  add("articles", number_cell(it.articles.size()));
  add("mentions", number_cell(it.mentions));
  for (const Edge edge : facts) {
    std::vector<Cell> row = fact_row(graph, graph[edge]);
    const std::string told = std::get<std::string>(row[1]) + " " + std::get<std::string>(row[2]) +
                             " " + std::get<std::string>(row[3]);
    table.rows.push_back({row[2], told, row[0], row[4], row[5], row[6], row[7], row[8], row[9]});
  }
  return table;
}

Table who_met(const KnowledgeGraph& graph, Vertex a, const std::vector<Edge>& meetings) {
  Table table{{"name", "type", "times", "first", "last", "places", "id"}, {}};
  for (const Meetings& with : meetings_by_partner(graph, a, meetings)) {
    const Entity& other = graph[with.other];
    table.rows.push_back({other.name, other.type, number_cell(with.times.size()),
                          date_cell(with.first), date_cell(with.last),
                          std::vector<std::string>(with.places.begin(), with.places.end()),
                          other.id});
  }
  return table;
}

Table told(const KnowledgeGraph& graph, const std::vector<Edge>& facts, const Filter& filter) {
  Table table{fact_columns(), {}};
  for (const Occurrence& one : occurrences(graph, facts, filter)) {
    table.rows.push_back(occurrence_row(graph, one));
  }
  return table;
}

Table why(const KnowledgeGraph& graph, const std::vector<Edge>& facts, const TextOf& text_of) {
  Table table = evidence_table();
  for (const Edge edge : facts) add_evidence_rows(graph, edge, text_of, table);
  return table;
}

std::string in_words(const Link& link, std::string_view text) {
  const auto words = [&](Span span) {
    const bool inside = span.begin <= span.end && span.end <= text.size();  // a graph file may lie
    return '"' + std::string(inside ? slice(text, span) : "?") + '"';
  };
  return words(link.from) + " = " + words(link.to) + " (" + link.rule + ")";
}

Table events(const KnowledgeGraph& graph, const Filter& filter) {
  Table table{
      {"date", "kind", "participants", "place", "status", "sources", "facts", "conflicts", "id"},
      {}};
  for (const Event* event : events_in_time(graph, filter)) {
    std::vector<std::string> participants;
    for (const Participant& one : event->participants) {
      const std::optional<Vertex> entity = graph.find(one.entity);
      participants.push_back((entity ? graph[*entity].name : one.entity) + " (" + one.role + ")");
    }
    const std::optional<Vertex> place = graph.find(event->place);
    table.rows.push_back({date_cell(event->when), event->kind, std::move(participants),
                          place ? Cell(graph[*place].name) : Cell(),
                          std::string(to_string(event->status)), number_cell(event->sources),
                          number_cell(event->facts.size()), other_words(graph, *event), event->id});
  }
  return table;
}

Table articles(const KnowledgeGraph& graph) {
  Table table{{"id", "published", "outlet", "title", "author", "url", "published_from"}, {}};
  for (const Article& article : graph.articles) {
    table.rows.push_back({article.id, date_cell(article.published), article.outlet, article.title,
                          article.author, article.url, article.published_from});
  }
  return table;
}

}  // namespace entente
