#include "out/export.h"

#include <set>
#include <sstream>

#include "tests/catch.h"
#include "tests/out/sample.h"
#include "tests/support/build.h"

using namespace entente;
using namespace entente::test;

namespace {

std::vector<ExportFile> exported(std::string_view name, const KnowledgeGraph& graph,
                                 const ExportOptions& options = {}) {
  const ExportFormat* format = find_export_format(name);
  REQUIRE(format != nullptr);
  const Ontology ontology = sample_ontology();
  const Style style = sample_style();
  const Filter filter;
  return format->write({graph, ontology, style, filter, options});
}

std::size_t lines(const std::string& text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

}  // namespace

TEST_CASE("a format is found by its name and by its extension") {
  CHECK(find_export_format("gexf") == find_export_format(".gexf"));
  CHECK(find_export_format(".docx") == nullptr);
  std::set<std::string_view> names;
  for (const ExportFormat& format : export_formats()) {
    names.insert(format.name);
    CHECK_FALSE(format.description.empty());
  }
  CHECK(names.size() == export_formats().size());
}

TEST_CASE("every export gives the same bytes again") {
  for (const ExportFormat& format : export_formats()) {
    CAPTURE(format.name);
    const std::vector<ExportFile> first = exported(format.name, sample_graph());
    const std::vector<ExportFile> second = exported(format.name, sample_graph());
    REQUIRE(first.size() == second.size());
    for (std::size_t i = 0; i < first.size(); ++i) CHECK(first[i].bytes == second[i].bytes);
  }
}

TEST_CASE("an empty graph can be handed on in every format") {
  for (const ExportFormat& format : export_formats()) {
    CAPTURE(format.name);
    CHECK_FALSE(exported(format.name, graph_of({})).empty());
  }
}

TEST_CASE("CSV has a file of nodes, one of edges and one with every sentence") {
  const std::vector<ExportFile> files = exported("csv", sample_graph());
  REQUIRE(files.size() == 3);
  CHECK(files[0].name == "nodes.csv");
  CHECK(files[0].bytes.starts_with("Id,Label,"));
  CHECK(lines(files[0].bytes) == 1 + 21);
  CHECK(files[1].bytes.starts_with("Source,Target,Type,Kind,Id,Label,Weight,"));
  CHECK(lines(files[1].bytes) == 1 + 28);
  CHECK(files[1].bytes.find("\"<[2024-10-06, 2024-10-06]; [2024-10-07, 2024-10-07]>\"") !=
        std::string::npos);
  CHECK(files[2].bytes.starts_with("edge_id,fact_id,sentence,"));
}

TEST_CASE("a spreadsheet computes nothing where it is told not to") {
  Entity made = entity("person:a");
  made.name = "=1+1";
  const KnowledgeGraph graph = graph_of({}, {made});
  CHECK(exported("csv", graph)[0].bytes.find("\nperson:a,=1+1,") != std::string::npos);
  CHECK(exported("csv", graph, {.excel_safe = true})[0].bytes.find("\nperson:a,'=1+1,") !=
        std::string::npos);
}

TEST_CASE("JSON lines hold every article, entity, fact and sentence on a line of its own") {
  const KnowledgeGraph graph = sample_graph();
  std::size_t sentences = 0;
  for (const auto e : graph.edges_by_id()) sentences += graph[e].evidence.size();
  const std::string text = exported("jsonl", graph).front().bytes;
  CHECK(lines(text) == 1 + graph.articles.size() + 21 + graph.edges_by_id().size() + sentences);
  CHECK(text.find("{\"t\":\"node\",\"id\":\"person:lam-the-khoi\"") != std::string::npos);
}

TEST_CASE("node-link JSON has one edge a fact") {
  const KnowledgeGraph graph = sample_graph();
  const std::string text = exported("json", graph).front().bytes;
  CHECK(text.starts_with(R"({"directed":true,"multigraph":true,"graph":{},"nodes":[)"));
  CHECK(lines(text) == 3 + 21 + graph.edges_by_id().size() - 0);
}
