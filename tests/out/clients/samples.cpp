// Writes the graphs that real clients read in the tests: samples FOLDER. For each name NAME.gexf,
// NAME-pairs.gexf, NAME.graphml and so on, in all formats; from NAME.json the clients' scripts know
// what there must be.

#include <cstdio>
#include <filesystem>
#include <iterator>

#include "base/files.h"
#include "out/export.h"
#include "tests/out/sample.h"
#include "tests/support/build.h"

using namespace entente;
using namespace entente::test;

namespace {

KnowledgeGraph hostile() {
  std::vector<Entity> entities;
  std::vector<Fact> facts;
  for (const std::string& text : hostile_texts()) {
    Entity made = entity("person:h" + std::to_string(entities.size()), {text, "also " + text});
    made.name = text;
    entities.push_back(made);
    Fact said = fact("person:h0", "visited", made.id, entities.size() % 2 == 0 ? "2024-08" : "");
    said.evidence = {evidence("a.txt", text + ".")};
    facts.push_back(said);
  }
  facts.push_back(fact("person:h1", "visited", "person:h2", "2025-01", Status::Planned));
  return graph_of(facts, entities);
}

void write_all(const std::filesystem::path& folder, const std::string& name,
               const KnowledgeGraph& graph) {
  const Ontology ontology = sample_ontology();
  const Style style = sample_style();
  Filter filter;
  filter.status.reset();
  const auto write = [&](const ExportFormat& format, const std::string& variant,
                         const ExportOptions& options) {
    const std::filesystem::path path = folder / (name + variant + std::string(format.extension));
    for (const ExportFile& file : format.write({graph, ontology, style, filter, options})) {
      const std::filesystem::path place = format.folder ? path / file.name : path;
      std::filesystem::create_directories(place.parent_path());
      write_file(place, file.bytes);
    }
  };
  for (const ExportFormat& format : export_formats()) {
    write(format, "", {});
    if (format.heeds.pairs) write(format, "-pairs", {.pairs = true});
    if (format.heeds.mixed) write(format, "-mixed", {.mixed = true});
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fputs("usage: samples FOLDER\n", stderr);
    return 2;
  }
  const std::filesystem::path folder = argv[1];
  std::filesystem::create_directories(folder);
  write_all(folder, "sample", sample_graph());
  write_all(folder, "hostile", hostile());
  write_all(folder, "empty", graph_of({}));
  return 0;
}
