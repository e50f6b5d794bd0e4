// The table of export formats: see export.h.

#include "out/export.h"

#include <algorithm>
#include <sstream>

#include "out/csv.h"
#include "out/gexf.h"
#include "out/graphml.h"
#include "out/interchange.h"
#include "out/plover.h"

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

void jsonl(std::ostream& out, const ExportInput& input) {
  write_jsonl(out, input.graph, input.filter);
}

void node_link(std::ostream& out, const ExportInput& input) {
  write_node_link(out, input.graph, input.filter);
}

void events(std::ostream& out, const ExportInput& input) {
  write_plover(out, input.graph, input.ontology, input.filter);
}

constexpr ExportOptions kNetwork = {true, true, true, false};
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
       one_file<jsonl>},
      {"json", ".json", false, {}, "node-link JSON, as networkx reads it", "", one_file<node_link>},
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
