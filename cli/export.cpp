// `entente export`: a graph for other programs. The formats: out/export.h.

#include "out/export.h"

#include <filesystem>
#include <system_error>

#include "base/error.h"
#include "base/files.h"
#include "base/utf8.h"
#include "cli/data_folder.h"
#include "cli/reading.h"
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

void make_folder(const std::string& folder) {
  std::error_code error;
  fs::create_directory(folder, error);
  if (!fs::is_directory(folder)) {
    const std::string reason = error ? error.message() : "a file of this name is in the way";
    throw Error(Fault::System, Place{folder}, "cannot make the folder: " + reason);
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
    for (const ExportFile& file : files) write_file(fs::path(output) / file.name, file.bytes);
  }
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
  reading.filter.add_to(session.options);
  if (!session.parse()) return kDone;
  const ExportFormat& format = format_of(output, named);
  if (format.folder && output == "-") {
    throw Error(Fault::Usage, std::string(format.name) +
                                  " is a folder of files and cannot go to standard output");
  }
  const OpenGraph open(reading.graph());
  const Filter filter = reading.filter.filter(open.ontology);
  const Style style = load_style(data_folder(), open.ontology);
  write_export(session.terminal, format, output,
               format.write({open.graph, open.ontology, style, filter}));
  if (output == "-") return kDone;
  session.say(std::string(format.name) + " -> " + printable(output));
  if (!format.hint.empty()) session.say(std::string(format.hint));
  return kDone;
}

}  // namespace entente
