// `entente report`: a graph, or a part of it, as one page to read and to print.

#include "out/report.h"

#include "base/files.h"
#include "base/utf8.h"
#include "cli/data_folder.h"
#include "cli/reading.h"
#include "cli/story.h"
#include "query/names.h"

namespace entente {
namespace {

void add_options(CLI::App& app, std::string& output, std::string& about, ReportOptions& options) {
  app.add_option("-o,--output", output, "the page, .html; - for standard output")
      ->type_name("FILE")
      ->required();
  CLI::Option* only =
      app.add_option("--about", about, "only this entity and those near it")->type_name("NAME");
  app.add_option("--hops", options.hops, "how near (default 1)")->type_name("N")->needs(only);
  app.add_option("--top", options.top,
                 "entities in the diagram, the best connected (default 30); all else is told")
      ->type_name("N")
      ->check(CLI::PositiveNumber.description(""));
  app.add_option("--title", options.title, "the headline (default: made from the content)")
      ->type_name("TEXT");
  app.add_option("--seed", options.seed,
                 "another number gives another arrangement of the diagram (default 1)")
      ->type_name("N");
}

}  // namespace

int run_report(Session& session) {
  ReadingOptions reading;
  ReportOptions options;
  std::string output, about;
  reading.add_graph(session.options);
  add_options(session.options, output, about, options);
  reading.filter.add_to(session.options);
  if (!session.parse()) return kDone;
  const OpenGraph open(reading.graph());
  options.filter = reading.filter.filter(open.ontology);
  if (!about.empty()) options.about = open.graph[resolve_entity(open.graph, about)].id;
  options.dark = load_style(data_folder(), open.ontology, "dark");
  const Report report =
      make_report(open.graph, open.ontology, load_style(data_folder(), open.ontology), options);
  if (report.page.empty()) throw NotFound{"nothing to report: no fact fits"};
  if (output == "-") {
    session.terminal.out << report.page;
    return kDone;
  }
  write_file(output, report.page);
  session.say(count(report.entities, "entity", "entities") + ", " +
              count(report.facts, "fact", "facts") + ", " +
              count(report.articles, "article", "articles") + " -> " + printable(output));
  return kDone;
}

}  // namespace entente
