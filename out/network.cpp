// A graph as tools for networks want it: see network.h.

#include "out/network.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "base/utf8.h"
#include "out/graphviz.h"
#include "out/layout.h"
#include "out/wording.h"

namespace entente {
namespace {

constexpr double kReach = 500;  // how far from the middle a node may lie

std::vector<std::size_t> degrees(const Network& network) {
  std::vector<std::size_t> degree(network.nodes.size(), 0);
  for (const Network::Edge& edge : network.edges) {
    degree[edge.source] += edge.bundle.facts.size();
    degree[edge.target] += edge.bundle.facts.size();
  }
  return degree;
}

void size_nodes(Network& network) {
  const std::vector<std::size_t> degree = degrees(network);
  const std::size_t most = degree.empty() ? 0 : *std::ranges::max_element(degree);
  for (std::size_t i = 0; i < degree.size() && most > 0; ++i) {
    const double share =
        std::log1p(static_cast<double>(degree[i])) / std::log1p(static_cast<double>(most));
    network.nodes[i].size = std::round((4 + 26 * share) * 10) / 10;
  }
}

void place_nodes(Network& network) {
  if (network.nodes.empty()) return;
  Plan plan;
  for (const Network::Node& node : network.nodes) plan.nodes.push_back({node.size, node.size, {}});
  for (const Network::Edge& edge : network.edges) {
    plan.lines.push_back({edge.source, edge.target, false, 0, 0});
  }
  const auto lock = graphviz_lock();
  const std::vector<Point> points = scatter(plan, 1);
  std::vector<Box> boxes;
  for (const Point p : points) boxes.push_back({p, 1, 1});
  const Box page = around(boxes);
  const double scale = 2 * kReach / std::max({page.width, page.height, 1.0});
  for (std::size_t i = 0; i < points.size(); ++i) {
    network.nodes[i].place = (points[i] - page.centre) * scale;
  }
}

Network::Edge make_edge(const KnowledgeGraph& graph, const Ontology& ontology, const Style& style,
                        const Bundle& bundle) {
  Network::Edge edge;
  edge.bundle = bundle;
  edge.counts = count(bundle);
  edge.kind = printable(bundle.relation);
  if (bundle.status != Status::Happened)
    edge.kind += " (" + std::string(to_string(bundle.status)) + ")";
  const Relation* relation = ontology.relation(bundle.relation);
  edge.label = printable(relation != nullptr ? relation->label : bundle.relation);
  edge.color = style.relations.find(bundle.relation)->second.color;
  edge.when = span_of_dates(bundle.facts);
  edge.quote = printable(bundle.facts.front()->evidence.front().quote);
  edge.url = page_of(graph, bundle.facts);
  return edge;
}

void widen(std::optional<DateRange>& when, const std::optional<DateRange>& by) {
  if (!by) return;
  if (!when) when = by;
  when->first = std::min(when->first, by->first);
  when->last = std::max(when->last, by->last);
}

}  // namespace

Network make_network(const KnowledgeGraph& graph, const Ontology& ontology, const Style& style,
                     const Filter& filter) {
  Network network;
  std::map<KnowledgeGraph::Vertex, std::size_t> index;
  for (const KnowledgeGraph::Vertex v : selected_entities(graph, filter)) {
    index[v] = network.nodes.size();
    Network::Node node;
    node.entity = &graph[v];
    node.label = printable(graph[v].name);
    node.style = style.types.find(graph[v].type)->second;
    network.nodes.push_back(node);
  }
  for (const Bundle& bundle : bundled(graph, ontology, selected_facts(graph, filter))) {
    Network::Edge edge = make_edge(graph, ontology, style, bundle);
    edge.source = index.at(bundle.source);
    edge.target = index.at(bundle.target);
    widen(network.nodes[edge.source].when, edge.when);
    widen(network.nodes[edge.target].when, edge.when);
    network.edges.push_back(std::move(edge));
  }
  size_nodes(network);
  place_nodes(network);
  return network;
}

std::vector<DateRange> spells(const Network::Edge& edge) {
  std::vector<DateRange> days;
  for (const Fact* fact : edge.bundle.facts) {
    if (fact->when) days.push_back(*fact->when);
  }
  std::ranges::sort(days);
  std::vector<DateRange> merged;
  for (const DateRange& range : days) {
    if (!merged.empty() && range.first <= merged.back().last) {
      merged.back().last = std::max(merged.back().last, range.last);
    } else {
      merged.push_back(range);
    }
  }
  return merged;
}

std::string first_date(const std::optional<DateRange>& when) {
  return when ? to_iso(when->first) : std::string();
}

std::string last_date(const std::optional<DateRange>& when) {
  return when ? to_iso(when->last) : std::string();
}

Rgb rgb(const std::string& color) {
  const auto part = [&](std::size_t at) { return std::stoi(color.substr(at, 2), nullptr, 16); };
  return {part(1), part(3), part(5)};
}

}  // namespace entente
