// A graph as tools for networks want it: see network.h.

#include "out/network.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>
#include <utility>

#include "base/hash.h"
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
    degree[edge.source] += edge.facts.size();
    degree[edge.target] += edge.facts.size();
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

Network::Edge make_edge(const ExportInput& input, const Bundle& bundle) {
  Network::Edge edge;
  edge.id = bundle.id;
  edge.relation = printable(bundle.relation);
  edge.status = to_string(bundle.status);
  edge.symmetric = bundle.symmetric;
  edge.facts = bundle.facts;
  edge.counts = count(bundle.facts);
  edge.kind = edge.relation;
  if (bundle.status != Status::Happened) edge.kind += " (" + edge.status + ")";
  const Relation* relation = input.ontology.relation(bundle.relation);
  edge.label = printable(relation != nullptr ? relation->label : bundle.relation);
  edge.color = input.style.relations.find(bundle.relation)->second.color;
  edge.when = span_of_dates(bundle.facts);
  edge.quote = printable(bundle.facts.front()->evidence.front().quote);
  edge.url = page_of(input.graph, bundle.facts);
  return edge;
}

void widen(std::optional<DateRange>& when, const std::optional<DateRange>& by) {
  if (!by) return;
  if (!when) when = by;
  when->first = std::min(when->first, by->first);
  when->last = std::max(when->last, by->last);
}

// "met-with" and "signed" -> "met-with; signed"; what is in it already stays once.
void add_word(std::string& words, const std::string& word) {
  const std::string known = "; " + words + "; ";
  if (known.find("; " + word + "; ") == std::string::npos) words += "; " + word;
}

void join(Network::Edge& edge, const Network::Edge& other, const KnowledgeGraph& graph) {
  if (other.source != edge.source || other.symmetric != edge.symmetric) edge.symmetric = true;
  add_word(edge.relation, other.relation);
  add_word(edge.status, other.status);
  add_word(edge.label, other.label);
  edge.facts.insert(edge.facts.end(), other.facts.begin(), other.facts.end());
  edge.counts = count(edge.facts);
  edge.when = span_of_dates(edge.facts);
  if (edge.url.empty()) edge.url = page_of(graph, edge.facts);
}

// One edge a pair, coloured as the relation with most facts. It keeps a direction only where all of
// its facts have that one.
std::vector<Network::Edge> paired(const std::vector<Network::Edge>& edges, const Network& network,
                                  const KnowledgeGraph& graph) {
  std::map<std::pair<std::size_t, std::size_t>, Network::Edge> pairs;
  std::map<std::pair<std::size_t, std::size_t>, std::size_t> most;
  for (const Network::Edge& edge : edges) {
    const auto ends = std::minmax(edge.source, edge.target);
    const std::pair<std::size_t, std::size_t> key(ends.first, ends.second);
    const auto [it, is_new] = pairs.emplace(key, edge);
    Network::Edge& pair = it->second;
    if (edge.facts.size() > most[key]) {
      most[key] = edge.facts.size();
      pair.color = edge.color;
      pair.quote = edge.quote;
    }
    if (!is_new) join(pair, edge, graph);
  }
  std::vector<Network::Edge> result;
  for (auto& [key, pair] : pairs) {
    if (pair.symmetric) std::tie(pair.source, pair.target) = key;
    pair.kind.clear();
    const std::string& from = network.nodes[key.first].entity->id;
    pair.id = to_hex(fnv1a(network.nodes[key.second].entity->id, fnv1a("\x1f", fnv1a(from))));
    result.push_back(std::move(pair));
  }
  return result;
}

// Pictographs, flags and what joins and colours them.
std::string without_emoji(const std::string& text) {
  std::string kept;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode_at(text, at);
    at += c.length;
    const bool emoji = (c.value >= 0x1F000 && c.value <= 0x1FAFF) ||
                       (c.value >= 0x2600 && c.value <= 0x27BF) || c.value == 0xFE0F ||
                       c.value == 0x200D || c.value == 0x20E3 ||
                       (c.value >= 0xE0020 && c.value <= 0xE007F);
    if (!emoji) append_utf8(kept, c.value);
  }
  return kept;
}

Network::Node make_node(const ExportInput& input, const Entity& entity) {
  Network::Node node;
  node.entity = &entity;
  node.id = printable(entity.id);
  node.label = printable(entity.name);
  if (input.options.strip_emoji) node.label = without_emoji(node.label);
  node.style = input.style.types.find(entity.type)->second;
  return node;
}

}  // namespace

Network make_network(const ExportInput& input) {
  const KnowledgeGraph& graph = input.graph;
  Network network;
  std::map<KnowledgeGraph::Vertex, std::size_t> index;
  for (const KnowledgeGraph::Vertex v : selected_entities(graph, input.filter)) {
    index[v] = network.nodes.size();
    network.nodes.push_back(make_node(input, graph[v]));
  }
  for (const Bundle& bundle : bundled(graph, input.ontology, selected_facts(graph, input.filter))) {
    Network::Edge edge = make_edge(input, bundle);
    edge.source = index.at(bundle.source);
    edge.target = index.at(bundle.target);
    widen(network.nodes[edge.source].when, edge.when);
    widen(network.nodes[edge.target].when, edge.when);
    network.edges.push_back(std::move(edge));
  }
  if (input.options.pairs) network.edges = paired(network.edges, network, graph);
  size_nodes(network);
  place_nodes(network);
  return network;
}

std::vector<DateRange> spells(const Network::Edge& edge) {
  std::vector<DateRange> days;
  for (const Fact* fact : edge.facts) {
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

std::string date_precision(const std::optional<DateRange>& when) {
  return when ? std::string(to_string(precision(*when))) : std::string();
}

Rgb rgb(const std::string& color) {
  const auto part = [&](std::size_t at) { return std::stoi(color.substr(at, 2), nullptr, 16); };
  return {part(1), part(3), part(5)};
}

}  // namespace entente
