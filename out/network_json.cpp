// graphology and Cytoscape: see network_json.h. Both readers are strict about ids: strings, unique.

#include "out/network_json.h"

#include "base/utf8.h"
#include "out/json.h"
#include "out/network.h"

namespace entente {
namespace {

void put(JsonWriter& json, std::string_view key, std::string_view value) {
  put_key(json, key);
  put_string(json, value);
}

// What is not known is left out: a reader would show "" as a value.
void put_known(JsonWriter& json, std::string_view key, const std::string& value) {
  if (!value.empty()) put(json, key, value);
}

void put_count(JsonWriter& json, std::string_view key, std::size_t value) {
  put_key(json, key);
  json.Uint64(value);
}

void put_place(JsonWriter& json, Point place) {
  put_key(json, "x");
  put_confidence(json, place.x);
  put_key(json, "y");
  put_confidence(json, place.y);
}

void put_node(JsonWriter& json, const Network::Node& node) {
  const Entity& entity = *node.entity;
  put(json, "entity_type", entity.type);
  put_key(json, "aliases");
  put_strings(json, entity.aliases);
  put_count(json, "mentions", entity.mentions);
  put_count(json, "articles", entity.articles.size());
  put_known(json, "first_date", first_date(node.when));
  put_known(json, "last_date", last_date(node.when));
  put_key(json, "size");
  put_confidence(json, node.size);
  put(json, "color", node.style.stroke);
}

void put_days(JsonWriter& json, const std::vector<DateRange>& days) {
  put_key(json, "days");
  json.StartArray();
  for (const DateRange& range : days) {
    json.StartArray();
    put_string(json, to_iso(range.first));
    put_string(json, to_iso(range.last));
    json.EndArray();
  }
  json.EndArray();
}

void put_edge(JsonWriter& json, const Network::Edge& edge) {
  put(json, "relation", edge.relation);
  put(json, "status", edge.status);
  put_key(json, "symmetric");
  json.Bool(edge.symmetric);
  put_count(json, "weight", std::max<std::size_t>(edge.counts.evidence, 1));
  put_count(json, "facts", edge.facts.size());
  put_count(json, "evidence_count", edge.counts.evidence);
  put_count(json, "article_count", edge.counts.articles);
  put_known(json, "first_date", first_date(edge.when));
  put_known(json, "last_date", last_date(edge.when));
  put_known(json, "date_precision", date_precision(edge.when));
  put_days(json, spells(edge));
  put_key(json, "confidence");
  put_confidence(json, edge.counts.confidence);
  put(json, "sample_quote", edge.quote);
  put_known(json, "source_url", edge.url);
  put(json, "color", edge.color);
}

void graphology_node(JsonWriter& json, const Network::Node& node) {
  json.StartObject();
  put(json, "key", node.id);
  put_key(json, "attributes");
  json.StartObject();
  put(json, "label", node.label);
  put_place(json, node.place);
  put_node(json, node);
  json.EndObject();
  json.EndObject();
}

void graphology_edge(JsonWriter& json, const Network& network, const Network::Edge& edge,
                     bool mixed) {
  json.StartObject();
  put(json, "key", edge.id);
  put(json, "source", network.nodes[edge.source].id);
  put(json, "target", network.nodes[edge.target].id);
  if (mixed && edge.symmetric) {
    put_key(json, "undirected");
    json.Bool(true);
  }
  put_key(json, "attributes");
  json.StartObject();
  put(json, "label", edge.label);
  put_edge(json, edge);
  json.EndObject();
  json.EndObject();
}

void cytoscape_node(JsonWriter& json, const Network::Node& node) {
  json.StartObject();
  put_key(json, "data");
  json.StartObject();
  put(json, "id", node.id);
  put(json, "shared_name", node.id);
  put(json, "name", node.label);
  put_node(json, node);
  json.EndObject();
  put_key(json, "position");
  json.StartObject();
  put_place(json, node.place);
  json.EndObject();
  json.EndObject();
}

void cytoscape_edge(JsonWriter& json, const Network& network, const Network::Edge& edge) {
  json.StartObject();
  put_key(json, "data");
  json.StartObject();
  put(json, "id", edge.id);
  put(json, "source", network.nodes[edge.source].id);
  put(json, "target", network.nodes[edge.target].id);
  put(json, "interaction", edge.kind.empty() ? edge.relation : edge.kind);
  put(json, "shared_interaction", edge.kind.empty() ? edge.relation : edge.kind);
  put(json, "name", edge.label);
  put_edge(json, edge);
  json.EndObject();
  json.EndObject();
}

}  // namespace

void write_graphology(std::ostream& out, const ExportInput& input) {
  const Network network = make_network(input);
  const bool mixed = input.options.mixed;
  out << R"({"options":{"type":")" << (mixed ? "mixed" : "directed") << R"(","multi":)"
      << (input.options.pairs ? "false" : "true")
      << R"(,"allowSelfLoops":true},"attributes":{"name":"Entente"},"nodes":[)";
  write_array(out, network.nodes, graphology_node);
  out << R"(,"edges":[)";
  write_array(out, network.edges, [&](JsonWriter& json, const Network::Edge& edge) {
    graphology_edge(json, network, edge, mixed);
  });
  out << "}\n";
}

void write_cytoscape(std::ostream& out, const ExportInput& input) {
  const Network network = make_network(input);
  out << R"({"format_version":"1.0","generated_by":"Entente","target_cytoscapejs_version":"~3",)"
      << R"("data":{"shared_name":"Entente","name":"Entente"},"elements":{"nodes":[)";
  write_array(out, network.nodes, cytoscape_node);
  out << R"(,"edges":[)";
  write_array(out, network.edges, [&](JsonWriter& json, const Network::Edge& edge) {
    cytoscape_edge(json, network, edge);
  });
  out << "}}\n";
}

}  // namespace entente
