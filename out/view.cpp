// Makes a View: chooses facts, folds those of one pair, relation and status into one edge, and
// words it all.

#include "out/view.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "base/utf8.h"
#include "out/letters.h"
#include "out/select.h"
#include "out/wording.h"

namespace entente {
namespace {

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

std::vector<Edge> chosen_facts(const KnowledgeGraph& graph, const ViewOptions& options) {
  if (!options.only.empty()) return options.only;
  std::vector<Edge> facts = selected_facts(graph, options.filter);
  if (options.about) facts = around(graph, facts, *options.about, options.hops);
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
  edge.hover = edge_hover(edge, relation, view.nodes[source].label, view.nodes[target].label,
                          *bundle.facts.front());
  edge.url = page_of(graph, bundle.facts);
  return edge;
}

std::vector<View::Node> make_nodes(const KnowledgeGraph& graph, const Ontology& ontology,
                                   const std::vector<Edge>& facts) {
  std::map<std::string_view, std::vector<Edge>> facts_of;
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

}  // namespace

View make_view(const KnowledgeGraph& graph, const Ontology& ontology, const ViewOptions& options) {
  const std::vector<Edge> facts = chosen_facts(graph, options);
  View view;
  view.nodes = make_nodes(graph, ontology, facts);
  if (options.plain_names) {
    for (View::Node& node : view.nodes) {
      for (std::string* words : {&node.label, &node.caption, &node.hover}) {
        *words = plain_letters(*words);
      }
    }
  }
  std::map<std::string_view, std::size_t> index;
  for (std::size_t i = 0; i < view.nodes.size(); ++i) index[view.nodes[i].id] = i;
  for (const Bundle& bundle : bundled(graph, ontology, facts)) {
    view.edges.push_back(make_edge(graph, ontology, bundle, view, index[graph[bundle.source].id],
                                   index[graph[bundle.target].id]));
  }
  const std::vector<const Fact*> all = pointers(graph, facts);
  view.title = options.title;
  if (view.title.empty()) {
    view.title = title_of(view, graph, options.about, all);
    if (options.plain_names) view.title = plain_letters(view.title);
  }
  view.subtitle = subtitle_of(view, all);
  return view;
}

}  // namespace entente
