// The table of export formats: see export.h.

#include "out/export.h"

#include <algorithm>
#include <sstream>

#include "out/csv.h"
#include "out/dossier.h"
#include "out/followthemoney.h"
#include "out/gexf.h"
#include "out/graphml.h"
#include "out/interchange.h"
#include "out/neo4j.h"
#include "out/network_json.h"
#include "out/obsidian.h"
#include "out/plover.h"
#include "out/rdf.h"
#include "out/select.h"

namespace entente {
namespace {

template <void (*write)(std::ostream&, const ExportInput&)>
std::vector<ExportFile> one_file(const ExportInput& input) {
  std::ostringstream out;
  write(out, input);
  return {{"", out.str()}};
}

std::vector<ExportFile> csv_folder(const ExportInput& input) {
  std::ostringstream nodes;
  std::ostringstream edges;
  std::ostringstream evidence;
  write_csv(nodes, edges, evidence, input);
  return {{"nodes.csv", nodes.str()}, {"edges.csv", edges.str()}, {"evidence.csv", evidence.str()}};
}

std::vector<ExportFile> neo4j_folder(const ExportInput& input) {
  std::ostringstream entities;
  std::ostringstream articles;
  std::ostringstream facts;
  std::ostringstream evidence;
  write_neo4j_csv(entities, articles, facts, input);
  write_evidence_heading(evidence, false);
  for (const KnowledgeGraph::Edge e : selected_facts(input.graph, input.filter)) {
    write_evidence_rows(evidence, input, nullptr, input.graph[e]);
  }
  return {{"entities.csv", entities.str()},
          {"articles.csv", articles.str()},
          {"facts.csv", facts.str()},
          {"evidence.csv", evidence.str()}};
}

void events(std::ostream& out, const ExportInput& input) {
  write_plover(out, input.graph, input.ontology, input.filter);
}

constexpr ExportOptions kNetwork = {true, true, true, false};
constexpr ExportOptions kDirected = {true, false, true, false};
constexpr ExportOptions kTables = {true, false, true, true};

}  // namespace

const std::vector<ExportFormat>& export_formats() {
  static const std::vector<ExportFormat> formats = {
      {"gexf", ".gexf", false, kNetwork,
       "GEXF 1.3, for Gephi and Gephi Lite: dates, colours, places",
       "Gephi: File > Open; for the timeline, Gephi 0.11.3 or later", one_file<write_gexf>},
      {"graphml", ".graphml", false, kNetwork, "GraphML, for igraph, networkx, yEd, Cytoscape", "",
       one_file<write_graphml>},
      {"csv", ".csv", true, kTables,
       "a folder with nodes.csv, edges.csv (as Gephi reads them), evidence.csv",
       "Gephi: import nodes.csv, then edges.csv with \"append to existing workspace\" and "
       "\"don't merge\"",
       csv_folder},
      {"jsonl",
       ".jsonl",
       false,
       {},
       "everything, one JSON object a line: articles, nodes, edges, evidence",
       "",
       one_file<write_jsonl>},
      {"json",
       ".json",
       false,
       {},
       "node-link JSON, as networkx reads it",
       "",
       one_file<write_node_link>},
      {"graphology", ".graphology", false, kNetwork,
       "graphology's JSON, for Gephi Lite and programs in JavaScript",
       "Gephi Lite opens it under a name that ends in .json", one_file<write_graphology>},
      {"cytoscape", ".cyjs", false, kDirected, "Cytoscape's JSON, for Cytoscape and Cytoscape.js",
       "", one_file<write_cytoscape>},
      {"neo4j",
       ".neo4j",
       true,
       {false, false, false, true},
       "a folder with entities.csv, articles.csv, facts.csv, as neo4j-admin imports them, "
       "evidence.csv",
       "neo4j-admin database import full --nodes=entities.csv --nodes=articles.csv "
       "--relationships=facts.csv",
       neo4j_folder},
      {"cypher",
       ".cypher",
       false,
       {},
       "a script of openCypher statements, for Neo4j and its kin",
       "Neo4j: cypher-shell -f FILE",
       one_file<write_cypher>},
      {"ftm",
       ".ftm",
       false,
       {},
       "FollowTheMoney, one entity a line, for Aleph and OpenSanctions",
       "",
       one_file<write_followthemoney>},
      {"turtle",
       ".ttl",
       false,
       {},
       "RDF with every sentence as provenance, in Turtle",
       "",
       one_file<write_turtle>},
      {"jsonld", ".jsonld", false, {}, "the same RDF in JSON-LD", "", one_file<write_json_ld>},
      {"obsidian",
       ".obsidian",
       true,
       {},
       "a folder of notes linked to each other, one an entity and one an article, for Obsidian",
       "Obsidian: Open folder as vault",
       obsidian_vault},
      {"dossier",
       ".md",
       false,
       {},
       "Markdown: every entity with what is said of it, sentence by sentence",
       "",
       one_file<write_dossier>},
      {"plover",
       ".plover",
       false,
       {},
       "CSV for R and pandas: one row an event-dyad, with PLOVER's codes",
       "R: read.csv(FILE, colClasses = c(cameo = \"character\")); pandas: read_csv(FILE, "
       "dtype={\"cameo\": str})",
       one_file<events>},
  };
  return formats;
}

const ExportFormat* find_export_format(std::string_view name_or_extension) {
  const auto& formats = export_formats();
  const auto found = std::ranges::find_if(formats, [&](const ExportFormat& format) {
    return format.name == name_or_extension || format.extension == name_or_extension;
  });
  return found == formats.end() ? nullptr : &*found;
}

}  // namespace entente
