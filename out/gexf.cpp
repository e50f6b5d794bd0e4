// GEXF 1.3. What Gephi, Gephi Lite, networkx and graphology make of a file decided what is written:
// - all edges directed, said once: readers drop or refuse edges whose own type differs from the
//   default; `symmetric` tells which have no direction. Where the user wants both kinds (mixed),
//   there is no default, and every edge has its type;
// - `kind` keeps parallel edges apart in Gephi; others drop it, so `relation` says it again;
// - one attributes block a class, ids that are words, no node attribute called "type";
// - dates as spells of whole days; months and years become intervals, `date_precision` tells.
// Tested by gexf_test.cpp, with the schema and real clients.

#include "out/gexf.h"

#include <array>
#include <ostream>

#include "base/utf8.h"
#include "out/network.h"
#include "out/plain.h"
#include "out/xml.h"

namespace entente {
namespace {

struct Attribute {
  std::string_view id;
  std::string_view type;
};

constexpr std::array<Attribute, 6> kNodeAttributes = {{{"entity_type", "string"},
                                                       {"aliases", "liststring"},
                                                       {"mentions", "integer"},
                                                       {"articles", "integer"},
                                                       {"first_date", "string"},
                                                       {"last_date", "string"}}};
constexpr std::array<Attribute, 12> kEdgeAttributes = {{{"relation", "string"},
                                                        {"status", "string"},
                                                        {"symmetric", "boolean"},
                                                        {"facts", "integer"},
                                                        {"evidence_count", "integer"},
                                                        {"article_count", "integer"},
                                                        {"first_date", "string"},
                                                        {"last_date", "string"},
                                                        {"date_precision", "string"},
                                                        {"confidence", "double"},
                                                        {"sample_quote", "string"},
                                                        {"source_url", "string"}}};

template <typename Attributes>
void write_attributes(XmlWriter& xml, std::string_view of, const Attributes& attributes) {
  xml.open("attributes").attribute("class", of).attribute("mode", "static");
  for (const Attribute& attribute : attributes) {
    xml.open("attribute")
        .attribute("id", attribute.id)
        .attribute("title", attribute.id)
        .attribute("type", attribute.type);
    xml.close();
  }
  xml.close();
}

// Nothing is written for an empty value: readers take "" for a value.
void write_value(XmlWriter& xml, std::string_view of, std::string_view value) {
  if (value.empty()) return;
  xml.open("attvalue").attribute("for", of).attribute("value", value);
  xml.close();
}

// ["a", "b, c"]: Gephi's notation of a list. Quoted always: bare, any bracket would end the list.
std::string list_of(const std::vector<std::string>& values) {
  if (values.empty()) return {};
  std::string list;
  for (const std::string& raw : values) {
    const std::string value = printable(raw);
    list += list.empty() ? "[" : ", ";
    list += '"';
    for (const char c : value) {
      if (c == '"' || c == '\\') list += '\\';
      list += c;
    }
    list += '"';
  }
  return list + "]";
}

void write_color(XmlWriter& xml, const std::string& color) {
  const Rgb parts = rgb(color);
  xml.open("viz:color")
      .attribute("r", std::to_string(parts.r))
      .attribute("g", std::to_string(parts.g))
      .attribute("b", std::to_string(parts.b))
      .attribute("a", "1");
  xml.close();
}

void write_node(XmlWriter& xml, const Network::Node& node) {
  const Entity& entity = *node.entity;
  xml.open("node").attribute("id", node.id).attribute("label", node.label);
  xml.open("attvalues");
  write_value(xml, "entity_type", entity.type);
  write_value(xml, "aliases", list_of(entity.aliases));
  write_value(xml, "mentions", std::to_string(entity.mentions));
  write_value(xml, "articles", std::to_string(entity.articles.size()));
  write_value(xml, "first_date", first_date(node.when));
  write_value(xml, "last_date", last_date(node.when));
  xml.close();
  write_color(xml, node.style.stroke);
  xml.open("viz:position")
      .attribute("x", fixed(node.place.x, 2))
      .attribute("y", fixed(node.place.y, 2))
      .attribute("z", "0");
  xml.close();
  xml.open("viz:size").attribute("value", shortest(node.size));
  xml.close();
  xml.close();
}

void write_edge(XmlWriter& xml, const Network& network, const Network::Edge& edge, bool mixed) {
  xml.open("edge")
      .attribute("id", edge.id)
      .attribute("source", network.nodes[edge.source].id)
      .attribute("target", network.nodes[edge.target].id);
  if (mixed) xml.attribute("type", edge.symmetric ? "undirected" : "directed");
  if (!edge.kind.empty()) xml.attribute("kind", edge.kind);
  xml.attribute("label", edge.label)
      .attribute("weight", std::to_string(std::max<std::size_t>(edge.counts.evidence, 1)));
  xml.open("attvalues");
  write_value(xml, "relation", edge.relation);
  write_value(xml, "status", edge.status);
  write_value(xml, "symmetric", edge.symmetric ? "true" : "false");
  write_value(xml, "facts", std::to_string(edge.facts.size()));
  write_value(xml, "evidence_count", std::to_string(edge.counts.evidence));
  write_value(xml, "article_count", std::to_string(edge.counts.articles));
  write_value(xml, "first_date", first_date(edge.when));
  write_value(xml, "last_date", last_date(edge.when));
  write_value(xml, "date_precision", date_precision(edge.when));
  write_value(xml, "confidence", shortest(edge.counts.confidence));
  write_value(xml, "sample_quote", edge.quote);
  write_value(xml, "source_url", edge.url);
  xml.close();
  const std::vector<DateRange> days = spells(edge);
  if (!days.empty()) xml.open("spells");
  for (const DateRange& range : days) {
    xml.open("spell").attribute("start", to_iso(range.first)).attribute("end", to_iso(range.last));
    xml.close();
  }
  if (!days.empty()) xml.close();
  write_color(xml, edge.color);
  xml.close();
}

void open_graph(XmlWriter& xml, const Network& network, bool mixed) {
  const bool dated = std::ranges::any_of(
      network.edges, [](const Network::Edge& edge) { return edge.when.has_value(); });
  xml.open("graph");
  if (!mixed) xml.attribute("defaultedgetype", "directed");
  xml.attribute("idtype", "string").attribute("mode", dated ? "dynamic" : "static");
  if (dated) xml.attribute("timeformat", "date").attribute("timerepresentation", "interval");
}

}  // namespace

void write_gexf(std::ostream& out, const ExportInput& input) {
  const Network network = make_network(input);
  const bool mixed = input.options.mixed;
  XmlWriter xml(out);
  xml.open("gexf")
      .attribute("xmlns", "http://gexf.net/1.3")
      .attribute("xmlns:viz", "http://gexf.net/1.3/viz")
      .attribute("version", "1.3");
  xml.open("meta");
  xml.open("creator");
  xml.text("Entente");
  xml.close();
  xml.open("description");
  xml.text("Who did what with whom, as news articles tell it");
  xml.close();
  xml.close();
  open_graph(xml, network, mixed);
  write_attributes(xml, "node", kNodeAttributes);
  write_attributes(xml, "edge", kEdgeAttributes);
  xml.open("nodes").attribute("count", std::to_string(network.nodes.size()));
  for (const Network::Node& node : network.nodes) write_node(xml, node);
  xml.close();
  xml.open("edges").attribute("count", std::to_string(network.edges.size()));
  for (const Network::Edge& edge : network.edges) write_edge(xml, network, edge, mixed);
  xml.close();
  xml.close();
  xml.close();
}

}  // namespace entente
