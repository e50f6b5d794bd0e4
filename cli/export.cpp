// `entente export`: a graph for other programs. The formats: out/export.h.

#include "out/export.h"

#include <filesystem>
#include <functional>
#include <map>
#include <system_error>

#include "base/error.h"
#include "base/files.h"
#include "base/utf8.h"
#include "cli/data_folder.h"
#include "cli/reading.h"
#include "graph/ledger.h"
#include "query/suggest.h"

namespace entente {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> names() {
  std::vector<std::string> known;
  for (const ExportFormat& format : export_formats()) known.emplace_back(format.name);
  return known;
}

std::string listed() {
  std::string text;
  for (const std::string& name : names()) text += (text.empty() ? "" : ", ") + name;
  return text;
}

const ExportFormat& format_of(const std::string& output, const std::string& named) {
  std::string wanted = named;
  if (wanted.empty()) wanted = lower(fs::path(output).extension().string());
  if (const ExportFormat* format = find_export_format(wanted)) return *format;
  if (wanted.starts_with('.')) wanted.erase(0, 1);
  if (wanted.empty()) {
    throw Error(Fault::Usage, "the format is not known: give --format " + listed());
  }
  throw Error(Fault::Usage, "unknown format \"" + printable(wanted) + "\"; known: " + listed() +
                                did_you_mean(suggest(wanted, names())));
}

void make_folder(const fs::path& folder) {
  std::error_code error;
  fs::create_directory(folder, error);
  if (!fs::is_directory(folder)) {
    const std::string reason = error ? error.message() : "a file of this name is in the way";
    throw Error(Fault::System, Place{folder.string()}, "cannot make the folder: " + reason);
  }
}

void write_export(Terminal& terminal, const ExportFormat& format, const std::string& output,
                  const std::vector<ExportFile>& files) {
  if (output == "-") {
    terminal.out << files.front().bytes;
  } else if (!format.folder) {
    write_file(output, files.front().bytes);
  } else {
    make_folder(output);
    for (const ExportFile& file : files) {
      const fs::path path = fs::path(output) / file.name;
      if (path.parent_path() != fs::path(output)) make_folder(path.parent_path());
      write_file(path, file.bytes);
    }
  }
}

struct Wishes {
  std::string aggregate;
  ExportOptions options;

  void add_to(CLI::App& app) {
    app.add_option("--aggregate", aggregate,
                   "pair: one edge for two entities, whatever the relations; for drawing")
        ->type_name("pair")
        ->check(CLI::IsMember({"pair"}).description(""));
    app.add_flag("--mixed", options.mixed,
                 "what has no direction is undirected; not every reader takes that");
    app.add_flag("--strip-emoji", options.strip_emoji,
                 "leave pictographs out of names (Gephi cannot draw them in SVG)");
    app.add_flag("--excel-safe", options.excel_safe,
                 "put a ' before what a spreadsheet would compute");
  }

  // Throws Error{Fault::Usage} for one that means nothing to `format`.
  ExportOptions heeded_by(const ExportFormat& format) {
    options.pairs = !aggregate.empty();
    const auto check = [&](bool ExportOptions::*option, std::string_view name) {
      if (!(options.*option) || format.heeds.*option) return;
      std::string known;
      for (const ExportFormat& other : export_formats()) {
        if (other.heeds.*option) known += (known.empty() ? "" : ", ") + std::string(other.name);
      }
      throw Error(Fault::Usage, std::string(name) + " means nothing to " +
                                    std::string(format.name) + "; it is for " + known);
    };
    check(&ExportOptions::pairs, "--aggregate");
    check(&ExportOptions::mixed, "--mixed");
    check(&ExportOptions::strip_emoji, "--strip-emoji");
    check(&ExportOptions::excel_safe, "--excel-safe");
    return options;
  }
};

// What the graph file holds beyond the graph.
std::function<StoredArticle(const std::string&)> stored_in(const Store& store) {
  std::map<std::string, ArticleStamp> stamps;
  for (const ArticleStamp& stamp : store.stamps()) stamps[stamp.id] = stamp;
  return [&store, stamps = std::move(stamps)](const std::string& id) {
    const auto stamp = stamps.find(id);
    if (stamp == stamps.end()) {
      throw Error(Fault::Input, "article " + printable(id) + " went while it was exported");
    }
    return StoredArticle{store.text(id), stamp->second.hash, stamp->second.reader,
                         store.extraction(id)};
  };
}

}  // namespace

int run_export(Session& session) {
  ReadingOptions reading;
  std::string output, named;
  reading.add_graph(session.options);
  session.options.add_option("-o,--output", output, "the file or folder; - for standard output")
      ->type_name("FILE")
      ->required();
  session.options.add_option("--format", named, listed() + ", where FILE does not say it")
      ->type_name("FORMAT");
  Wishes wishes;
  wishes.add_to(session.options);
  reading.filter.add_to(session.options);
  if (!session.parse()) return kDone;
  const ExportFormat& format = format_of(output, named);
  if (format.folder && output == "-") {
    throw Error(Fault::Usage, std::string(format.name) +
                                  " is a folder of files and cannot go to standard output");
  }
  const ExportOptions options = wishes.heeded_by(format);
  const OpenGraph open(reading.graph());
  const Filter filter = reading.filter.filter(open.ontology);
  const Style style = load_style(data_folder(), open.ontology);
  write_export(session.terminal, format, output,
               format.write({open.graph, open.ontology, style, filter, options,
                             stored_in(open.store), read_ledger(reading.graph())}));
  if (output == "-") return kDone;
  session.say(std::string(format.name) + " -> " + printable(output));
  if (!format.hint.empty()) session.say(std::string(format.hint));
  return kDone;
}

}  // namespace entente
