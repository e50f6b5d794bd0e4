// `entente render`: a graph, or a part of it, as a picture.

#include <algorithm>
#include <filesystem>
#include <map>

#include "base/error.h"
#include "base/files.h"
#include "base/utf8.h"
#include "cli/data_folder.h"
#include "cli/queried.h"
#include "cli/reading.h"
#include "cli/story.h"
#include "out/picture.h"
#include "out/style.h"
#include "out/view.h"
#include "query/cypher_answer.h"
#include "query/names.h"
#include "query/paths.h"
#include "query/suggest.h"

namespace entente {
namespace {

using Edge = KnowledgeGraph::Edge;

const std::map<std::string, PictureFormat>& formats() {
  static const std::map<std::string, PictureFormat> known = {{"dot", PictureFormat::Dot},
                                                             {"pdf", PictureFormat::Pdf},
                                                             {"png", PictureFormat::Png},
                                                             {"svg", PictureFormat::Svg}};
  return known;
}

struct RenderOptions {
  std::string output;
  std::string format;
  std::string about;
  std::string theme = "light";
  std::string lang = "source";
  std::string form = "network";
  std::vector<std::string> path;
  std::string query;
  std::vector<std::string> parameters;
  ViewOptions view;
  PictureOptions picture;
};

void add_options(CLI::App& app, RenderOptions& options) {
  app.add_option("-o,--output", options.output,
                 "the picture: .svg, .png, .pdf or .dot; - for standard output")
      ->type_name("FILE")
      ->required();
  app.add_option("--format", options.format, "svg, png, pdf or dot, where FILE does not say it")
      ->type_name("FORMAT");
  CLI::Option* about =
      app.add_option("--about", options.about, "only this entity and those near it")
          ->type_name("NAME");
  app.add_option("--hops", options.view.hops, "how near (default 1)")->type_name("N")->needs(about);
  CLI::Option* path =
      app.add_option("--path", options.path, "only the shortest paths between these two")
          ->type_name("A B")
          ->expected(2)
          ->excludes(about);
  CLI::Option* query =
      app.add_option("--query", options.query, "only what this query in openCypher returns")
          ->type_name("QUERY")
          ->excludes(about)
          ->excludes(path);
  app.add_option("-p,--parameter", options.parameters,
                 "a value for $NAME in the query, as NAME=VALUE")
      ->allow_extra_args(false)
      ->needs(query);
  app.add_option("--top", options.view.top, "only the so many best connected entities")
      ->type_name("N");
  app.add_option("--title", options.view.title, "the headline (default: made from the content)")
      ->type_name("TEXT");
  app.add_option("--view", options.form,
                 "network (default), timeline: left to right in time, or communities: who belongs "
                 "together")
      ->type_name("VIEW");
  app.add_option("--theme", options.theme, "colours: light (default), dark or print")
      ->type_name("THEME");
  app.add_option("--lang", options.lang,
                 "names as in the sources (source, default) or without diacritics (plain)")
      ->type_name("LANG");
  app.add_option("--seed", options.picture.seed,
                 "another number gives another arrangement (default 1)")
      ->type_name("N");
  app.add_flag("--force", options.picture.force, "draw even more than 3,000 entities");
}

PictureFormat format_of(const RenderOptions& options) {
  const std::string extension = std::filesystem::path(options.output).extension().string();
  std::string name = options.format;
  if (name.empty() && !extension.empty()) name = lower(extension.substr(1));
  const auto known = formats().find(name);
  if (known != formats().end()) return known->second;
  if (name.empty()) {
    throw Error(Fault::Usage,
                "the kind of picture is not known: give --format svg, png, pdf or dot");
  }
  throw Error(Fault::Usage, "unknown picture format \"" + printable(name) +
                                "\"; known: svg, png, pdf, dot" +
                                did_you_mean(suggest(name, {"svg", "png", "pdf", "dot"})));
}

Form form_of(const std::string& name) {
  if (name == "network") return Form::Network;
  if (name == "timeline") return Form::Timeline;
  if (name == "communities") return Form::Communities;
  const std::vector<std::string> known = {"network", "timeline", "communities"};
  throw Error(Fault::Usage, "unknown view \"" + printable(name) +
                                "\"; known: network, timeline, communities" +
                                did_you_mean(suggest(name, known)));
}

bool plain_names(const std::string& lang) {
  if (lang == "plain") return true;
  if (lang == "source") return false;
  throw Error(Fault::Usage, "unknown language of names \"" + printable(lang) +
                                "\"; known: source, plain" +
                                did_you_mean(suggest(lang, {"source", "plain"})));
}

std::vector<Edge> facts_on_paths(const KnowledgeGraph& graph, const RenderOptions& options) {
  PathOptions search;
  search.filter = options.view.filter;
  const Entity& a = graph[resolve_entity(graph, options.path[0])];
  const Entity& b = graph[resolve_entity(graph, options.path[1])];
  const NewsGraph news(graph);
  std::vector<Edge> facts;
  for (const FoundPath& path : find_paths(news, a.id, b.id, search).paths) {
    for (const cypher::RelationshipId step : path.facts) {
      const Edge fact = *graph.find_fact(news.fact(step).id);
      if (std::find(facts.begin(), facts.end(), fact) == facts.end()) facts.push_back(fact);
    }
  }
  if (facts.empty()) {
    throw NotFound{"no path between " + one_line(a.name) + " and " + one_line(b.name) +
                   ": nothing to draw"};
  }
  return facts;
}

// A query says everything itself.
void refuse_filters(const CLI::App& app) {
  for (const char* name :
       {"--type", "--relation", "--since", "--until", "--status", "--min-sources", "--top"}) {
    if (app.get_option(name)->count() == 0) continue;
    throw Error(Fault::Usage,
                std::string(name) + " does not go with --query: put the condition into the query");
  }
}

void choose_by_query(const OpenGraph& open, const std::string& file, const RenderOptions& options,
                     ViewOptions& view) {
  cypher::Map parameters;
  for (const std::string& parameter : options.parameters) add_parameter(parameter, parameters);
  Queried found = queried(open.graph, file, options.query, parameters);
  view.only = std::move(found.facts);
  view.also = std::move(found.entities);
}

}  // namespace

int run_render(Session& session) {
  ReadingOptions reading;
  RenderOptions options;
  reading.add_graph(session.options);
  add_options(session.options, options);
  reading.filter.add_to(session.options);
  if (!session.parse()) return kDone;
  options.picture.format = format_of(options);
  options.view.plain_names = plain_names(options.lang);
  options.view.form = form_of(options.form);
  const OpenGraph open(reading.graph());
  const Style style = load_style(data_folder(), open.ontology, options.theme);
  options.view.filter = reading.filter.filter(open.ontology);
  if (!options.about.empty()) {
    options.view.about = open.graph[resolve_entity(open.graph, options.about)].id;
  }
  if (!options.path.empty()) options.view.only = facts_on_paths(open.graph, options);
  if (!options.query.empty()) {
    refuse_filters(session.options);
    choose_by_query(open, reading.graph(), options, options.view);
  }
  const View view = make_view(open.graph, open.ontology, options.view);
  if (view.nodes.empty()) throw NotFound{"nothing to draw: no fact fits"};
  const std::string bytes = draw(view, style, options.picture);
  if (options.output == "-") {
    session.terminal.out << bytes;
    return kDone;
  }
  write_file(options.output, bytes);
  session.say(count(view.nodes.size(), "entity", "entities") + ", " +
              (view.form == Form::Timeline ? count(view.edges.size(), "occasion", "occasions")
                                           : count(view.edges.size(), "relation", "relations")) +
              " -> " + printable(options.output));
  if (!options.query.empty() && view.edges.empty()) {
    session.say(
        "the query returns no relationships, so there are no lines; name them and return "
        "them, too: MATCH (a)-[r]->(b) RETURN a, r, b");
  }
  return kDone;
}

}  // namespace entente
