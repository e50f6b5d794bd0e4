// Writes the graphs that real clients read in the tests: samples FOLDER. For each name NAME.gexf,
// NAME-pairs.gexf, NAME.graphml and so on, in all formats; from NAME.json the clients' scripts know
// what there must be.

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <sstream>

#include "base/files.h"
#include "out/export.h"
#include "out/picture.h"
#include "out/report.h"
#include "out/tables.h"
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

std::string hex(std::string_view bytes) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  for (const char c : bytes) {
    text += digits[static_cast<unsigned char>(c) >> 4U];
    text += digits[static_cast<unsigned char>(c) & 15U];
  }
  return text;
}

// Hostile texts wherever a text can stand. `expected` gets what was put where, as the scripts must
// not learn it from a writer of ours: "name<TAB>person:r0<TAB>hexadecimal bytes".
KnowledgeGraph random_graph(std::string& expected) {
  constexpr std::size_t kTexts = 160;
  const std::vector<std::string> texts = hostile_mix(kTexts, 7);
  const auto put = [&](std::string_view what, const std::string& key, std::size_t i) {
    const std::string& text = texts[i % kTexts];
    expected += std::string(what) + '\t' + key + '\t' + hex(text) + '\n';
    return text;
  };
  std::vector<Entity> entities;
  std::vector<Fact> facts;
  std::vector<Article> articles;
  for (std::size_t i = 0; i < kTexts; ++i) {
    const std::string id = "person:r" + std::to_string(i);
    Entity made = entity(id, {put("alias", id, i + 7)});
    made.name = put("name", id, i);
    entities.push_back(made);
    Article article;
    article.id = "r" + std::to_string(i) + ".txt";
    article.title = put("headline", article.id, i + 1);
    article.outlet = put("outlet", article.id, i + 2);
    article.author = put("author", article.id, i + 3);
    article.url = i % 2 == 0 ? "https://example.org/" + put("url", article.id, i + 4)
                             : "javascript:" + put("url", article.id, i + 4);
    articles.push_back(article);
    Fact said = fact("person:r0", "visited", id);
    said.qualifiers["title"] = put("title", said.id, i + 5);
    said.evidence = {evidence(article.id, put("quote", said.id, i + 6))};
    facts.push_back(said);
  }
  KnowledgeGraph graph = graph_of(facts, entities);
  std::ranges::sort(articles, {}, &Article::id);
  graph.articles = articles;
  return graph;
}

// The same texts in tables, as the reading commands write them.
void write_tables(const std::filesystem::path& folder) {
  Table table{{"number", "text"}, {}};
  for (const std::string& text : hostile_mix(160, 7)) {
    table.rows.push_back({static_cast<std::int64_t>(table.rows.size()), text});
  }
  for (const std::string name : {"table", "json", "jsonl", "csv", "tsv", "md"}) {
    std::ostringstream out;
    write_table(out, table, *parse_table_format(name));
    write_file(folder / ("texts." + name), out.str());
  }
}

void write_pictures(const std::filesystem::path& folder, const KnowledgeGraph& graph) {
  const View view = make_view(graph, sample_ontology(), {});
  PictureOptions options;
  write_file(folder / "hostile.svg", draw(view, sample_style(), options));
  options.format = PictureFormat::Dot;
  write_file(folder / "hostile.dot", draw(view, sample_style(), options));
}

// Two met at a place, and one visited it: one event of two facts.
KnowledgeGraph meeting() {
  Fact met = fact("person:anna", "met-with", "person:marcus", "2024-08-19");
  Fact visit = fact("person:anna", "visited", "place:port-arden", "2024-08");
  Event event;
  event.id = "event:meeting-2024-08-19-0123456789ab";
  event.kind = "meeting";
  event.when = met.when;
  event.place = "place:port-arden";
  event.participants = {{"person:anna", "participant"}, {"person:marcus", "participant"}};
  event.facts = {met.id};
  event.articles = {"a.txt"};
  event.sources = 1;
  met.event = event.id;
  met.qualifiers["place"] = event.place;
  // What the reader entered: its article is none of the graph's.
  visit.evidence.front().article = "g.ent.ledger";
  KnowledgeGraph graph = graph_of({met, visit});
  std::erase_if(graph.articles, [](const Article& each) { return each.id == "g.ent.ledger"; });
  graph.articles.front().title = "Talks at the port";
  graph.articles.front().url = "https://example.org/talks?a=1&b=(2)";
  graph.articles.front().outlet = "Harbour Wire";
  graph.articles.front().published = parse_iso("2024-08-20");
  graph.events = {event};
  return graph;
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
  ReportOptions report;
  report.filter = filter;
  write_file(folder / (name + ".html"), make_report(graph, ontology, style, report).page);
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
  write_all(folder, "meeting", meeting());
  write_all(folder, "empty", graph_of({}));
  std::string expected;
  write_all(folder, "random", random_graph(expected));
  write_file(folder / "random.expected", expected);
  write_tables(folder);
  write_pictures(folder, hostile());
  return 0;
}
