#include "query/occasions.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "query/facts.h"

namespace entente {
namespace {

using Edge = KnowledgeGraph::Edge;
using Vertex = KnowledgeGraph::Vertex;

Occurrence lone(const KnowledgeGraph& graph, Edge edge) {
  return {nullptr, edge, {edge}, graph[edge].when, sources(graph[edge])};
}

// The event of `told`, as far as the filter lets it through.
Occurrence whole(const KnowledgeGraph& graph, const Event& event, Edge told, const Filter& filter) {
  const Fact& fact = graph[told];
  Occurrence one = lone(graph, told);
  one.event = &event;
  if (fact.status == event.status) {
    one.when = event.when;
    one.sources = event.sources;
  }
  one.facts.clear();
  for (const std::string& id : event.facts) {
    const std::optional<Edge> edge = graph.find_fact(id);
    if (!edge || graph[*edge].relation != fact.relation || graph[*edge].status != fact.status) {
      continue;
    }
    if (*edge == told || passes(graph, *edge, filter)) one.facts.push_back(*edge);
  }
  return one;
}

std::vector<Vertex> in_order(const KnowledgeGraph& graph, const std::set<Vertex>& some) {
  std::vector<Vertex> entities(some.begin(), some.end());
  std::sort(entities.begin(), entities.end(),
            [&](Vertex a, Vertex b) { return graph[a].id < graph[b].id; });
  return entities;
}

// All are there in one role: which of a pair is the subject is a matter of ids.
bool is_mutual(const Occurrence& occurrence) {
  if (occurrence.event == nullptr) return false;
  const std::vector<Participant>& all = occurrence.event->participants;
  return std::all_of(all.begin(), all.end(),
                     [&](const Participant& one) { return one.role == all.front().role; });
}

// Two colours, neighbours never of one. Empty where that cannot be done: all met all.
std::map<Vertex, bool> two_sides(const std::map<Vertex, std::vector<Vertex>>& met) {
  std::map<Vertex, bool> side;
  for (const auto& [start, unused] : met) {
    if (!side.emplace(start, false).second) continue;
    std::vector<Vertex> reached = {start};
    for (std::size_t i = 0; i < reached.size(); ++i) {
      for (const Vertex other : met.at(reached[i])) {
        const auto [found, is_new] = side.emplace(other, !side.at(reached[i]));
        if (is_new) reached.push_back(other);
        if (found->second == side.at(reached[i])) return {};
      }
    }
  }
  return side;
}

}  // namespace

bool passes(const KnowledgeGraph& graph, const Event& event, const Filter& filter) {
  if (filter.status && event.status != *filter.status) return false;
  if (!in_period(event.when, filter) || event.sources < filter.min_sources) return false;
  Filter of_fact;
  of_fact.relations = filter.relations;
  of_fact.types = filter.types;
  of_fact.status = event.status;
  return std::any_of(event.facts.begin(), event.facts.end(), [&](const std::string& id) {
    const std::optional<Edge> fact = graph.find_fact(id);
    return fact && passes(graph, *fact, of_fact);
  });
}

std::vector<const Event*> events_in_time(const KnowledgeGraph& graph, const Filter& filter) {
  std::vector<const Event*> events;
  for (const Event& event : graph.events) {
    if (passes(graph, event, filter)) events.push_back(&event);
  }
  std::sort(events.begin(), events.end(), [](const Event* a, const Event* b) {
    return std::tuple(!a->when, a->when, a->id) < std::tuple(!b->when, b->when, b->id);
  });
  return events;
}

std::vector<Occurrence> occurrences(const KnowledgeGraph& graph, const std::vector<Edge>& facts,
                                    const Filter& filter) {
  std::vector<Occurrence> all;
  std::map<std::string_view, Edge> told;  // event -> the fact of it to tell
  for (const Edge edge : facts) {
    const Fact& fact = graph[edge];
    if (graph.event(fact.event) == nullptr) {
      all.push_back(lone(graph, edge));
      continue;
    }
    const auto [found, is_new] = told.emplace(fact.event, edge);
    const Fact& before = graph[found->second];
    if (!is_new &&
        std::tie(fact.status, fact.relation) < std::tie(before.status, before.relation)) {
      found->second = edge;
    }
  }
  for (const auto& [id, edge] : told) all.push_back(whole(graph, *graph.event(id), edge, filter));
  std::sort(all.begin(), all.end(), [&](const Occurrence& a, const Occurrence& b) {
    return std::tuple(!a.when, a.when, std::string_view(graph[a.fact].id)) <
           std::tuple(!b.when, b.when, std::string_view(graph[b.fact].id));
  });
  return all;
}

Sides sides_of(const KnowledgeGraph& graph, const Occurrence& occurrence) {
  std::set<Vertex> subjects, objects;
  std::map<Vertex, std::vector<Vertex>> met;
  for (const Edge edge : occurrence.facts) {
    const Vertex subject = boost::source(edge, graph.bgl());
    const Vertex object = boost::target(edge, graph.bgl());
    subjects.insert(subject);
    objects.insert(object);
    met[subject].push_back(object);
    met[object].push_back(subject);
  }
  if (is_mutual(occurrence) && met.size() > 1) {
    const Vertex first =
        std::min_element(met.begin(), met.end(), [&](const auto& a, const auto& b) {
          return graph[a.first].id < graph[b.first].id;
        })->first;
    const std::map<Vertex, bool> side = two_sides(met);
    subjects.clear();
    objects.clear();
    for (const auto& [entity, unused] : met) {
      const bool with_first = side.empty() ? entity == first : side.at(entity) == side.at(first);
      (with_first ? subjects : objects).insert(entity);
    }
  }
  return {in_order(graph, subjects), in_order(graph, objects)};
}

std::vector<std::string> other_roles(const KnowledgeGraph& graph, const Occurrence& occurrence) {
  std::vector<std::string> words;
  if (occurrence.event == nullptr) return words;
  std::set<std::string_view> told;
  for (const Edge edge : occurrence.facts) {
    told.insert(graph[edge].subject);
    told.insert(graph[edge].object);
  }
  for (const Participant& one : occurrence.event->participants) {
    const std::optional<Vertex> entity = graph.find(one.entity);
    if (entity && !told.contains(one.entity))
      words.push_back(one.role + ": " + graph[*entity].name);
  }
  return words;
}

std::string in_a_row(const std::vector<std::string>& names) {
  std::string text;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) text += i + 1 == names.size() ? " and " : ", ";
    text += names[i];
  }
  return text;
}

std::vector<std::string> other_words(const KnowledgeGraph& graph, const Event& event) {
  std::vector<std::string> words;
  for (const std::string& id : event.conflicts) {
    const Event* other = graph.event(id);
    if (other == nullptr) continue;
    std::string line;
    if (other->status == Status::Denied) {
      line = "that it was not so";
    } else if (event.status == Status::Denied) {
      line = "that it was so";
    }
    if (other->when && other->when != event.when) {
      line += (line.empty() ? "" : ", ") + to_words(*other->when);
    }
    std::string where;
    for (const std::string& article : other->articles)
      where += (where.empty() ? "" : ", ") + article;
    words.push_back((line.empty() ? "otherwise" : line) + " (" + where + ")");
  }
  return words;
}

}  // namespace entente
