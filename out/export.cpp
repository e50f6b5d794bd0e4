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

using GraphWriter = void (*)(std::ostream&, const KnowledgeGraph&, const Ontology&, const Style&,
                             const Filter&);
using RecordWriter = void (*)(std::ostream&, const KnowledgeGraph&, const Filter&);

template <GraphWriter write>
std::vector<ExportFile> drawn(const ExportInput& input) {
  std::ostringstream out;
  write(out, input.graph, input.ontology, input.style, input.filter);
  return {{"", out.str()}};
}

template <RecordWriter write>
std::vector<ExportFile> recorded(const ExportInput& input) {
  std::ostringstream out;
  write(out, input.graph, input.filter);
  return {{"", out.str()}};
}

std::vector<ExportFile> csv_folder(const ExportInput& input) {
  std::ostringstream nodes;
  std::ostringstream edges;
  std::ostringstream evidence;
  write_csv(nodes, edges, evidence, input.graph, input.ontology, input.style, input.filter);
  return {{"nodes.csv", nodes.str()}, {"edges.csv", edges.str()}, {"evidence.csv", evidence.str()}};
}

std::vector<ExportFile> events(const ExportInput& input) {
  std::ostringstream out;
  write_plover(out, input.graph, input.ontology, input.filter);
  return {{"", out.str()}};
}

}  // namespace

const std::vector<ExportFormat>& export_formats() {
  static const std::vector<ExportFormat> formats = {
      {"gexf", ".gexf", false, "GEXF 1.3, for Gephi and Gephi Lite: dates, colours, places",
       "Gephi: File > Open; for the timeline, Gephi 0.11.3 or later", drawn<write_gexf>},
      {"graphml", ".graphml", false, "GraphML, for igraph, networkx, yEd, Cytoscape", "",
       drawn<write_graphml>},
      {"csv", ".csv", true,
       "a folder with nodes.csv, edges.csv (as Gephi reads them), evidence.csv",
       "Gephi: import nodes.csv, then edges.csv with \"append to existing workspace\" and "
       "\"don't merge\"",
       csv_folder},
      {"jsonl", ".jsonl", false,
       "everything, one JSON object a line: articles, nodes, edges, evidence", "",
       recorded<write_jsonl>},
      {"json", ".json", false, "node-link JSON, as networkx reads it", "",
       recorded<write_node_link>},
      {"plover", ".plover", false,
       "CSV for R and pandas: one row an event-dyad, with PLOVER's codes",
       "R: read.csv(FILE, colClasses = c(cameo = \"character\")); pandas: read_csv(FILE, "
       "dtype={\"cameo\": str})",
       events},
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
