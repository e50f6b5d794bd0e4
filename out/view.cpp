// Makes a View: chooses facts, folds those of one pair, relation and status into one edge, and
// words it all.

#include "out/view.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <tuple>

#include "base/utf8.h"
#include "out/letters.h"
#include "out/select.h"
#include "out/timeline_view.h"
#include "out/wording.h"
#include "query/communities.h"

namespace entente {
namespace {

constexpr std::size_t kLanes = 24;  // entities of a timeline where --top does not say

using Edge = KnowledgeGraph::Edge;
using Vertex = KnowledgeGraph::Vertex;

Vertex subject_of(const KnowledgeGraph& graph, Edge e) { return source(e, graph.bgl()); }
Vertex object_of(const KnowledgeGraph& graph, Edge e) { return target(e, graph.bgl()); }

// Facts with both ends within `hops` of the entity, walking facts either way.
std::vector<Edge> around(const KnowledgeGraph& graph, const std::vector<Edge>& facts,
                         std::string_view about, std::size_t hops) {
  const std::optional<Vertex> start = graph.find(about);
  if (!start) return {};
  std::set<Vertex> near = {*start};
  for (std::size_t hop = 0; hop < hops; ++hop) {
    std::set<Vertex> reached = near;
    for (const Edge e : facts) {
      if (near.contains(subject_of(graph, e))) reached.insert(object_of(graph, e));
      if (near.contains(object_of(graph, e))) reached.insert(subject_of(graph, e));
    }
    if (reached.size() == near.size()) break;
    near = std::move(reached);
  }
  std::vector<Edge> kept;
  std::ranges::copy_if(facts, std::back_inserter(kept), [&](Edge e) {
    return near.contains(subject_of(graph, e)) && near.contains(object_of(graph, e));
  });
  return kept;
}

// Facts between the `top` entities that have most of them; `about` is always among these.
std::vector<Edge> between_best(const KnowledgeGraph& graph, const std::vector<Edge>& facts,
                               const ViewOptions& options) {
  std::map<Vertex, std::size_t> degree;
  for (const Edge e : facts) {
    ++degree[subject_of(graph, e)];
    ++degree[object_of(graph, e)];
  }
  std::vector<Vertex> order;
  for (const auto& [vertex, count] : degree) order.push_back(vertex);
  std::ranges::sort(order, [&](Vertex a, Vertex b) {
    const auto key = [&](Vertex v) {
      return std::tuple(graph[v].id != options.about.value_or(""), -static_cast<long>(degree[v]),
                        std::string_view(graph[v].id));
    };
    return key(a) < key(b);
  });
  order.resize(std::min(order.size(), options.top));
  const std::set<Vertex> best(order.begin(), order.end());
  std::vector<Edge> kept;
  std::ranges::copy_if(facts, std::back_inserter(kept), [&](Edge e) {
    return best.contains(subject_of(graph, e)) && best.contains(object_of(graph, e));
  });
  return kept;
}

// Takes facts without a date out. Returns how many they were.
std::size_t drop_undated(const KnowledgeGraph& graph, std::vector<Edge>& facts) {
  return std::erase_if(facts, [&](Edge e) { return !graph[e].when; });
}

// Parts that are more closely connected within than with each other, as the procedure
// entente.communities has them; each named for those of its nodes that have most facts.
void find_groups(View& view) {
  const std::size_t size = view.nodes.size();
  std::vector<std::map<std::uint32_t, float>> weights(size);
  for (const View::Edge& edge : view.edges) {
    if (edge.source == edge.target) continue;
    const auto facts = static_cast<float>(edge.facts);
    weights[edge.source][static_cast<std::uint32_t>(edge.target)] += facts;
    weights[edge.target][static_cast<std::uint32_t>(edge.source)] += facts;
  }
  Projection projection;
  for (std::size_t i = 0; i < size; ++i) {
    projection.nodes.push_back({static_cast<std::uint32_t>(i)});
    projection.first.push_back(static_cast<std::uint32_t>(projection.arcs.size()));
    for (const auto& [node, weight] : weights[i]) projection.arcs.push_back({node, weight});
  }
  projection.first.push_back(static_cast<std::uint32_t>(projection.arcs.size()));
  cypher::Meter meter{cypher::Budget{}};
  const Parts parts = communities(projection, meter);
  std::vector<std::vector<std::size_t>> members(parts.sizes.size());
  for (std::size_t i = 0; i < size; ++i) {
    view.nodes[i].group = parts.part[i] - 1;
    members[view.nodes[i].group].push_back(i);
  }
  for (std::vector<std::size_t>& group : members) {
    std::ranges::stable_sort(group, std::greater(),
                             [&](std::size_t i) { return view.nodes[i].degree; });
    std::vector<std::string> names;
    for (const std::size_t i : group) names.push_back(view.nodes[i].label);
    view.groups.push_back(group_caption(names));
  }
}

// `undated`: how many were left out of a timeline.
std::vector<Edge> chosen_facts(const KnowledgeGraph& graph, const ViewOptions& options,
                               std::size_t& undated) {
  const bool given = !options.only.empty() || !options.also.empty();
  std::vector<Edge> facts = given ? options.only : selected_facts(graph, options.filter);
  if (options.about) facts = around(graph, facts, *options.about, options.hops);
  if (options.form == Form::Timeline) undated = drop_undated(graph, facts);
  if (given) return facts;
  if (options.top > 0) facts = between_best(graph, facts, options);
  return facts;
}

std::vector<const Fact*> pointers(const KnowledgeGraph& graph, const std::vector<Edge>& edges) {
  std::vector<const Fact*> facts;
  for (const Edge e : edges) facts.push_back(&graph[e]);
  std::ranges::sort(facts, {}, &Fact::id);
  return facts;
}

View::Edge make_edge(const KnowledgeGraph& graph, const Ontology& ontology, const Bundle& bundle,
                     const View& view, std::size_t source, std::size_t target) {
  const Relation* relation = ontology.relation(bundle.relation);
  const BundleCounts counts = count(bundle);
  View::Edge edge;
  edge.source = source;
  edge.target = target;
  edge.relation = bundle.relation;
  edge.symmetric = bundle.symmetric;
  edge.status = bundle.status;
  edge.facts = bundle.facts.size();
  edge.sources = counts.sources;
  edge.confidence = counts.confidence;
  edge.when = span_of_dates(bundle.facts);
  edge.relation_label = relation != nullptr ? relation->label : edge.relation;
  edge.label = edge_label(edge, bundle.facts);
  edge.hover =
      edge_hover(edge, relation, view.nodes[source].label, view.nodes[target].label, bundle.facts);
  edge.url = page_of(graph, bundle.facts);
  return edge;
}

std::vector<View::Node> make_nodes(const KnowledgeGraph& graph, const Ontology& ontology,
                                   const std::vector<Edge>& facts,
                                   const std::vector<Vertex>& also) {
  std::map<std::string_view, std::vector<Edge>> facts_of;
  for (const Vertex v : also) facts_of[graph[v].id];
  for (const Edge e : facts) {
    facts_of[graph[subject_of(graph, e)].id].push_back(e);
    if (subject_of(graph, e) != object_of(graph, e)) {
      facts_of[graph[object_of(graph, e)].id].push_back(e);
    }
  }
  std::vector<View::Node> nodes;
  for (const auto& [id, own] : facts_of) {
    const Entity& entity = graph[*graph.find(id)];
    nodes.push_back({entity.id, entity.type, entity.name,
                     caption(graph, ontology, entity, pointers(graph, own)), own.size(),
                     node_hover(entity), type_label(ontology, entity.type)});
  }
  return nodes;
}

std::vector<View::Edge> bundle_edges(const KnowledgeGraph& graph, const Ontology& ontology,
                                     const std::vector<Edge>& facts, const View& view) {
  std::map<std::string_view, std::size_t> index;
  for (std::size_t i = 0; i < view.nodes.size(); ++i) index[view.nodes[i].id] = i;
  std::vector<View::Edge> edges;
  for (const Bundle& bundle : bundled(graph, ontology, facts)) {
    edges.push_back(make_edge(graph, ontology, bundle, view, index[graph[bundle.source].id],
                              index[graph[bundle.target].id]));
  }
  return edges;
}

}  // namespace

View make_view(const KnowledgeGraph& graph, const Ontology& ontology, const ViewOptions& options) {
  ViewOptions choice = options;
  if (options.form == Form::Timeline && options.top == 0) choice.top = kLanes;
  std::size_t undated = 0;
  const std::vector<Edge> facts = chosen_facts(graph, choice, undated);
  View view;
  view.form = options.form;
  view.nodes = make_nodes(graph, ontology, facts, options.also);
  if (options.plain_names) {
    for (View::Node& node : view.nodes) {
      for (std::string* words : {&node.label, &node.caption, &node.hover}) {
        *words = plain_letters(*words);
      }
    }
  }
  view.edges = options.form == Form::Timeline
                   ? occasion_edges(graph, ontology, facts, view, options.plain_names)
                   : bundle_edges(graph, ontology, facts, view);
  if (options.form == Form::Communities) find_groups(view);
  const std::vector<const Fact*> all = pointers(graph, facts);
  view.title = options.title;
  if (view.title.empty()) {
    view.title = title_of(view, graph, options.about, all);
    if (options.plain_names) view.title = plain_letters(view.title);
  }
  view.subtitle = subtitle_of(view, all, undated);
  return view;
}

}  // namespace entente
