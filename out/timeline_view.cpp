// The occasions of a timeline: see timeline_view.h.

#include "out/timeline_view.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "out/letters.h"
#include "out/select.h"
#include "out/wording.h"

namespace entente {
namespace {

using Index = std::map<std::string_view, std::size_t>;

// "Ann, Bo and Cy".
std::string listed(const std::vector<std::size_t>& members, const View& view) {
  std::string text;
  for (std::size_t i = 0; i < members.size(); ++i) {
    if (i > 0) text += i + 1 == members.size() ? " and " : ", ";
    text += view.nodes[members[i]].label;
  }
  return text;
}

// Where it was, when all facts that tell say the same.
std::string place_of(const KnowledgeGraph& graph, const std::vector<const Fact*>& facts) {
  std::set<std::string> places;
  for (const Fact* fact : facts) {
    const auto place = fact->qualifiers.find("place");
    if (place != fact->qualifiers.end()) places.insert(place->second);
  }
  const auto vertex = places.size() == 1 ? graph.find(*places.begin()) : std::nullopt;
  return vertex ? graph[*vertex].name : std::string();
}

View::Edge make_edge(const KnowledgeGraph& graph, const Ontology& ontology,
                     const std::vector<const Fact*>& facts, const View& view, const Index& index,
                     bool plain_names) {
  const Fact& first = *facts.front();
  const Relation* relation = ontology.relation(first.relation);
  const BundleCounts counts = count(facts);
  View::Edge edge;
  edge.source = index.at(first.subject);
  edge.target = index.at(first.object);
  edge.relation = first.relation;
  edge.symmetric = relation != nullptr && relation->symmetric;
  edge.status = first.status;
  edge.facts = 1;
  edge.sources = counts.sources;
  edge.confidence = counts.confidence;
  edge.when = first.when;
  edge.relation_label = relation != nullptr ? relation->label : first.relation;
  edge.url = page_of(graph, facts);
  std::set<std::size_t> members;
  for (const Fact* fact : facts) {
    members.insert(index.at(fact->subject));
    members.insert(index.at(fact->object));
  }
  edge.members.assign(members.begin(), members.end());
  std::string place = place_of(graph, facts);
  if (plain_names) place = plain_letters(place);
  edge.label = occasion_label(edge, place);
  edge.hover = members.size() > 2 ? occasion_hover(edge, listed(edge.members, view), facts)
                                  : edge_hover(edge, relation, view.nodes[edge.source].label,
                                               view.nodes[edge.target].label, facts);
  return edge;
}

}  // namespace

std::vector<View::Edge> occasion_edges(const KnowledgeGraph& graph, const Ontology& ontology,
                                       const std::vector<KnowledgeGraph::Edge>& facts,
                                       const View& view, bool plain_names) {
  // What is of no event is an occasion of its own.
  using Key = std::tuple<DateRange, std::string_view, std::string_view, Status>;
  std::map<Key, std::vector<const Fact*>> occasions;
  for (const KnowledgeGraph::Edge e : facts) {
    const Fact& fact = graph[e];
    const std::string_view event = fact.event.empty() ? fact.id : fact.event;
    occasions[{*fact.when, event, fact.relation, fact.status}].push_back(&fact);
  }
  Index index;
  for (std::size_t i = 0; i < view.nodes.size(); ++i) index[view.nodes[i].id] = i;
  std::vector<View::Edge> edges;
  for (auto& [key, said] : occasions) {
    std::ranges::sort(said, {}, &Fact::id);
    edges.push_back(make_edge(graph, ontology, said, view, index, plain_names));
  }
  return edges;
}

}  // namespace entente
