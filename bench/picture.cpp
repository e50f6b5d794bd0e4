// How good and how fast pictures are: `bench_picture DATA [--hits] [--seed N] [--keep FOLDER]
// [GRAPH ...]` lays out the 60, 300 and 1,000 best connected entities of each GRAPH file, whatever
// the status of the facts, then made-up graphs of 60, 300, 1,000 and 3,000 people and several
// others of 30 to 300, and prints one row each. --hits: also what lies on what. --seed: of all
// layouts.
// --keep: the pictures, as SVG. Run by the script `picture` beside it.

#include "out/picture.h"

#include <fmt/format.h>

#include <cstdio>
#include <ctime>
#include <exception>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <vector>

#include "graph/ontology.h"
#include "graph/store.h"
#include "out/style.h"
#include "out/view.h"

namespace {

using namespace entente;
// Seconds of the processor: all is done by one thread, and others may be busy on the machine.
double used() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

struct Bench {
  Style style;
  PictureOptions options;
  bool hits = false;
  std::string folder;  // empty: no picture is kept
};

std::string words(const View& view, Hit::Part part, std::size_t index) {
  if (part == Hit::Part::Name) return fmt::format("name \"{}\"", view.nodes[index].label);
  const View::Edge& edge = view.edges[index];
  return fmt::format("{} \"{}\" ({} - {})", part == Hit::Part::Label ? "label" : "line", edge.label,
                     view.nodes[edge.source].label, view.nodes[edge.target].label);
}

void row(const std::string& name, const View& view, const Bench& bench) {
  const double begin = used();
  const Clutter found = clutter_of(view, bench.style, bench.options);
  const double laid_out = used();
  const std::string svg = draw(view, bench.style, bench.options);
  fmt::print("{:<24} {:>6} {:>6} {:>7} {:>7} {:>6} {:>8} {:>8} {:>9.2f} {:>8.2f} {:>9}\n", name,
             view.nodes.size(), view.edges.size(), found.labels, found.hidden, found.boxes,
             found.through_names, found.through_labels, laid_out - begin, used() - laid_out,
             svg.size() / 1000);
  for (const Hit& hit : found.hits) {
    if (!bench.hits) break;
    fmt::print("    {} / {}\n", words(view, hit.part, hit.index),
               words(view, hit.other_part, hit.other));
  }
  std::fflush(stdout);
  if (bench.folder.empty()) return;
  std::ofstream(std::filesystem::path(bench.folder) / (name + ".svg"), std::ios::binary) << svg;
}

// `size` people, of whom each has met two others: mostly those who have met many already, so that
// degrees follow a power law.
KnowledgeGraph made_up(std::size_t size, unsigned number) {
  std::mt19937 random(number);
  KnowledgeGraph graph;
  std::vector<std::size_t> ends = {0, 1};
  for (std::size_t i = 0; i < size; ++i) {
    Entity person;
    person.id = fmt::format("person:p{:05}", i);
    person.type = "person";
    person.name = fmt::format("{} Person {}", i % 3 == 0 ? "Invented" : "Made-up", i);
    graph.add_entity(person);
  }
  for (std::size_t i = 1; i < size; ++i) {
    for (int k = 0; k < 2; ++k) {
      const std::size_t other = ends[random() % ends.size()] % i;
      Fact fact;
      fact.id = fmt::format("f{:06}", 2 * i + static_cast<std::size_t>(k));
      fact.subject = fmt::format("person:p{:05}", i);
      fact.object = fmt::format("person:p{:05}", other);
      fact.relation = k == 0 ? "met-with" : "visited";
      fact.when = parse_iso(fmt::format("20{:02}-{:02}", 10 + i % 15, 1 + i % 12));
      Evidence said;
      said.article = "a";
      said.quote = "They met.";
      said.confidence = 0.9;
      fact.evidence.push_back(said);
      graph.add_fact(fact);
      ends.push_back(i);
      ends.push_back(other);
    }
  }
  return graph;
}

void rows_of_files(const std::vector<std::string>& files, const Ontology& ontology,
                   const Bench& bench) {
  ViewOptions options;
  options.filter.status.reset();
  for (const std::string& file : files) {
    Store store(file, Store::Mode::Read);
    const KnowledgeGraph graph = store.load(ontology);
    const std::string name = std::filesystem::path(file).stem().string();
    std::size_t before = 0;
    for (const std::size_t top : {60U, 300U, 1000U}) {
      options.top = top;
      const View view = make_view(graph, ontology, options);
      if (view.nodes.size() == before) break;  // all of it was drawn already
      before = view.nodes.size();
      row(fmt::format("{} --top {}", name, top), view, bench);
    }
  }
}

void rows_of_made_up(const Ontology& ontology, const Bench& bench) {
  constexpr unsigned kFirst = 7;
  for (const std::size_t size : {60U, 300U, 1000U, 3000U}) {
    row(fmt::format("made up, {}", size), make_view(made_up(size, kFirst), ontology, {}), bench);
  }
  ViewOptions groups;
  groups.form = Form::Communities;
  for (const std::size_t size : {60U, 300U}) {
    row(fmt::format("made up, {} in groups", size),
        make_view(made_up(size, kFirst), ontology, groups), bench);
  }
  for (const std::size_t size : {30U, 60U, 100U, 200U, 300U}) {
    for (unsigned number = kFirst + 1; number <= kFirst + 4; ++number) {
      row(fmt::format("made up, {} no. {}", size, number),
          make_view(made_up(size, number), ontology, {}), bench);
    }
  }
}

int run(const std::vector<std::string>& arguments) {
  if (arguments.empty()) {
    fmt::print(stderr,
               "usage: bench_picture DATA [--hits] [--seed N] [--keep FOLDER] [GRAPH ...]\n");
    return 2;
  }
  const Ontology ontology = load_ontology(arguments.front());
  Bench bench;
  bench.style = load_style(arguments.front(), ontology);
  std::vector<std::string> files;
  for (std::size_t i = 1; i < arguments.size(); ++i) {
    const bool more = i + 1 < arguments.size();
    if (arguments[i] == "--hits") {
      bench.hits = true;
    } else if (arguments[i] == "--seed" && more) {
      bench.options.seed = static_cast<unsigned>(std::stoul(arguments[++i]));
    } else if (arguments[i] == "--keep" && more) {
      bench.folder = arguments[++i];
    } else {
      files.push_back(arguments[i]);
    }
  }
  fmt::print("{:<24} {:>6} {:>6} {:>7} {:>7} {:>6} {:>8} {:>8} {:>9} {:>8} {:>9}\n", "graph",
             "nodes", "edges", "labels", "hidden", "boxes", "thr.name", "thr.labl", "layout, s",
             "SVG, s", "kB");
  rows_of_files(files, ontology, bench);
  rows_of_made_up(ontology, bench);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run({argv + 1, argv + argc});
  } catch (const std::exception& error) {
    fmt::print(stderr, "bench_picture: {}\n", error.what());
    return 1;
  }
}
