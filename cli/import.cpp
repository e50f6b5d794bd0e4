// `entente import`: an export in JSON lines becomes a graph again.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <sstream>

#include "base/error.h"
#include "base/files.h"
#include "base/hash.h"
#include "base/utf8.h"
#include "cli/data_folder.h"
#include "cli/session.h"
#include "cli/story.h"
#include "cli/summary.h"
#include "cli/warnings.h"
#include "extract/gunzip.h"
#include "graph/exchange.h"
#include "graph/ledger.h"
#include "out/interchange.h"

namespace entente {
namespace {

namespace fs = std::filesystem;

// A line that follows from the articles: kept until the graph is there to compare it with.
struct Derived {
  Place place;
  std::uint64_t hash = 0;
  std::vector<std::string> articles;  // that it names
};

struct Imported {
  std::set<std::string> articles;  // Article::id
  std::vector<Derived> derived;
  std::string ledger;
};

void read_stream_into(std::istream& in, const std::string& file, const ImportSink& sink) {
  if (!is_gzip(in)) return read_export(in, file, sink);
  GunzipStream unpacked(in);
  read_export(unpacked, file, sink);
  if (!unpacked.problem().empty()) throw Error(Fault::Input, Place{file}, unpacked.problem());
}

void read_file_into(const std::string& file, const ImportSink& sink) {
  if (file == "-") return read_stream_into(std::cin, "-", sink);
  std::ifstream in(file, std::ios::binary);
  if (!in || fs::is_directory(file)) {
    throw Error(Fault::System, Place{file}, "cannot be read");
  }
  read_stream_into(in, file, sink);
}

// What is wrong with a file is found before the graph is touched.
Imported check(const std::string& file, std::vector<ImportedArticle>& articles) {
  Imported imported;
  const ImportSink sink{
      [&](const ImportedArticle& article) { articles.push_back(article); },
      [&](const std::string& ledger) { imported.ledger = ledger; },
      [&](const std::string& line, std::uint32_t number, const std::vector<std::string>& named) {
        imported.derived.push_back({Place{file, number}, fnv1a(line), named});
      }};
  read_file_into(file, sink);
  for (const ImportedArticle& article : articles) imported.articles.insert(article.article.id);
  return imported;
}

// The reader's decisions come along: whether the graph has yet to get them. Where there are others
// already, nobody but the reader can tell which hold.
bool brings_ledger(const Imported& imported, const std::string& graph) {
  if (imported.ledger.empty()) return false;
  const std::string path = ledger_path(graph).string();
  parse_ledger(path, imported.ledger);  // or say so now
  const std::string present = read_ledger(graph);
  if (!present.empty() && present != imported.ledger) {
    throw Error(Fault::Input, Place{path},
                "holds other decisions than the export; join the two by hand, or import into a "
                "graph without a ledger");
  }
  return present.empty();
}

std::set<std::uint64_t> lines_of(const KnowledgeGraph& graph, const Ontology& ontology) {
  Filter everything;
  everything.status.reset();
  std::ostringstream out;
  write_jsonl(out, {graph, ontology, Style(), everything});
  std::istringstream in(out.str());
  std::set<std::uint64_t> hashes;
  for (std::string line; std::getline(in, line);) hashes.insert(fnv1a(line));
  return hashes;
}

// What the reader entered names a ledger, which may now be called otherwise.
bool names_only(const Derived& derived, const std::set<std::string>& articles) {
  return std::ranges::all_of(derived.articles,
                             [&](const std::string& id) { return articles.contains(id); });
}

// Entities and facts come from the articles alone: a line that says something else was made by
// another version, or changed by hand, and the user must know that it does not count.
std::size_t tell_strangers(Terminal& terminal, const Imported& imported, const Store& store,
                           const Ontology& ontology) {
  constexpr std::size_t kTold = 3;
  const std::set<std::uint64_t> known = lines_of(store.load(ontology), ontology);
  std::size_t strangers = 0;
  for (const Derived& derived : imported.derived) {
    if (known.contains(derived.hash) || !names_only(derived, imported.articles)) continue;
    if (++strangers > kTold) continue;
    terminal.messages << "entente: skipped " << printable(to_string(derived.place))
                      << ": not what the articles say\n";
  }
  if (strangers > kTold) {
    terminal.messages << "entente: skipped " << strangers - kTold << " more such lines\n";
  }
  return strangers;
}

// What is not kept yet waits in the log beside the graph: no more than some megabytes.
constexpr std::size_t kAtOnce = 1000;

std::size_t put_new(const std::vector<ImportedArticle>& articles, Store& store) {
  std::map<std::string, ArticleStamp> known;
  for (const ArticleStamp& stamp : store.stamps()) known[stamp.id] = stamp;
  std::size_t kept = 0;
  for (const ImportedArticle& imported : articles) {
    const auto before = known.find(imported.stamp.id);
    const bool as_before = before != known.end() && before->second.hash == imported.stamp.hash &&
                           before->second.reader == imported.stamp.reader;
    if (as_before) continue;
    store.hold();
    store.put(imported.article, imported.stamp, imported.extraction);
    if (++kept % kAtOnce == 0) store.keep();
  }
  store.keep();
  return kept;
}

}  // namespace

int run_import(Session& session) {
  std::string file, graph;
  session.options
      .add_option("FILE", file, "JSON lines that `entente export` made, or - for standard input")
      ->required();
  session.options
      .add_option("-o,--output", graph, "the graph to add to; made when it is not there")
      ->type_name("GRAPH")
      ->required();
  if (!session.parse()) return kDone;
  const Ontology ontology = load_ontology(data_folder());
  std::vector<ImportedArticle> articles;
  const Imported imported = check(file, articles);
  const bool brings = brings_ledger(imported, graph);
  Store store(graph, Store::Mode::Write);
  const bool was_empty = store.stamps().empty();
  if (brings) write_file(ledger_path(graph), imported.ledger);
  const std::size_t kept = put_new(articles, store);
  tell_warnings(session.terminal, store.fold(ontology));
  // Beside other articles, entities and facts may well be others.
  const std::size_t strangers =
      was_empty ? tell_strangers(session.terminal, imported, store, ontology) : 0;
  if (!session.terminal.quiet) {
    session.say(count(kept, "article", "articles") + " imported" +
                what_is_there(store.totals(), graph));
  }
  return strangers > 0 ? kPartial : kDone;
}

}  // namespace entente
