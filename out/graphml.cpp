// GraphML: see graphml.h. Gephi takes colours, places, sizes and weights from keys of these names,
// and the kind of an edge from its `label` attribute.

#include "out/graphml.h"

#include <array>
#include <ostream>

#include "base/utf8.h"
#include "out/network.h"
#include "out/plain.h"
#include "out/xml.h"

namespace entente {
namespace {

struct Key {
  std::string_view of;  // "node" or "edge"
  std::string_view name;
  std::string_view type;
};

constexpr std::array<Key, 26> kKeys = {{
    {"node", "label", "string"},      {"node", "entity_type", "string"},
    {"node", "aliases", "string"},    {"node", "mentions", "int"},
    {"node", "articles", "int"},      {"node", "first_date", "string"},
    {"node", "last_date", "string"},  {"node", "x", "double"},
    {"node", "y", "double"},          {"node", "size", "double"},
    {"node", "color", "string"},      {"edge", "label", "string"},
    {"edge", "relation", "string"},   {"edge", "status", "string"},
    {"edge", "symmetric", "boolean"}, {"edge", "weight", "double"},
    {"edge", "facts", "int"},         {"edge", "evidence_count", "int"},
    {"edge", "article_count", "int"}, {"edge", "first_date", "string"},
    {"edge", "last_date", "string"},  {"edge", "date_precision", "string"},
    {"edge", "confidence", "double"}, {"edge", "sample_quote", "string"},
    {"edge", "source_url", "string"}, {"edge", "color", "string"},
}};

// "d0", "d1", ...: the place of the key in the table. REQUIRES: it is there.
std::string key_id(std::string_view of, std::string_view name) {
  std::size_t i = 0;
  while (kKeys[i].of != of || kKeys[i].name != name) ++i;
  return "d" + std::to_string(i);
}

// Writes the data of one element; an empty value is left out.
struct Data {
  XmlWriter& xml;
  std::string_view of;
  void put(std::string_view name, std::string_view value) const {
    if (value.empty()) return;
    xml.open("data").attribute("key", key_id(of, name));
    xml.text(value);
    xml.close();
  }
};

void write_node(XmlWriter& xml, const Network::Node& node) {
  const Entity& entity = *node.entity;
  xml.open("node").attribute("id", node.id);
  const Data data{xml, "node"};
  data.put("label", node.label);
  data.put("entity_type", entity.type);
  data.put("aliases", printable(join(entity.aliases, "; ")));
  data.put("mentions", std::to_string(entity.mentions));
  data.put("articles", std::to_string(entity.articles.size()));
  data.put("first_date", first_date(node.when));
  data.put("last_date", last_date(node.when));
  data.put("x", fixed(node.place.x, 2));
  data.put("y", fixed(node.place.y, 2));
  data.put("size", shortest(node.size));
  data.put("color", node.style.stroke);
  xml.close();
}

void write_edge(XmlWriter& xml, const Network& network, const Network::Edge& edge, bool mixed) {
  xml.open("edge")
      .attribute("id", edge.id)
      .attribute("source", network.nodes[edge.source].id)
      .attribute("target", network.nodes[edge.target].id);
  if (mixed && edge.symmetric) xml.attribute("directed", "false");
  if (!edge.kind.empty()) xml.attribute("label", edge.kind);
  const Data data{xml, "edge"};
  data.put("label", edge.label);
  data.put("relation", edge.relation);
  data.put("status", edge.status);
  data.put("symmetric", edge.symmetric ? "true" : "false");
  data.put("weight", std::to_string(std::max<std::size_t>(edge.counts.evidence, 1)));
  data.put("facts", std::to_string(edge.facts.size()));
  data.put("evidence_count", std::to_string(edge.counts.evidence));
  data.put("article_count", std::to_string(edge.counts.articles));
  data.put("first_date", first_date(edge.when));
  data.put("last_date", last_date(edge.when));
  data.put("date_precision", date_precision(edge.when));
  data.put("confidence", shortest(edge.counts.confidence));
  data.put("sample_quote", edge.quote);
  data.put("source_url", edge.url);
  data.put("color", edge.color);
  xml.close();
}

}  // namespace

void write_graphml(std::ostream& out, const ExportInput& input) {
  const Network network = make_network(input);
  XmlWriter xml(out);
  xml.open("graphml").attribute("xmlns", "http://graphml.graphdrawing.org/xmlns");
  for (const Key& key : kKeys) {
    xml.open("key")
        .attribute("id", key_id(key.of, key.name))
        .attribute("for", key.of)
        .attribute("attr.name", key.name)
        .attribute("attr.type", key.type);
    xml.close();
  }
  xml.open("graph").attribute("id", "entente").attribute("edgedefault", "directed");
  for (const Network::Node& node : network.nodes) write_node(xml, node);
  for (const Network::Edge& edge : network.edges) {
    write_edge(xml, network, edge, input.options.mixed);
  }
  xml.close();
  xml.close();
}

}  // namespace entente
