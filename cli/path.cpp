// `entente path`: how two entities are connected.

#include <cmath>

#include "base/error.h"
#include "cli/reading.h"
#include "cli/story.h"
#include "query/facts.h"
#include "query/paths.h"
#include "query/rows.h"

namespace entente {
namespace {

struct PathQuestion {
  std::string from;  // ids
  std::string to;
  PathOptions options;
};

// One step of a path, as it is told.
struct Step {
  Fact fact;
  std::string from;  // ids
  std::string to;
  bool forward = true;   // walked from subject to object
  std::size_t more = 0;  // facts beside it

  Step(const NewsGraph& graph, const FoundPath& path, std::size_t i)
      : fact(graph.fact(path.facts[i])),
        from(graph.id(path.entities[i])),
        to(graph.id(path.entities[i + 1])),
        forward(fact.subject == from),
        more(path.parallel[i] - 1) {}
};

std::string arrow(const Story& story, const Step& step) {
  const Relation* relation = story.ontology.relation(step.fact.relation);
  const bool symmetric = relation != nullptr && relation->symmetric;
  const std::string label = "-[" + story.label(step.fact) + "]-";
  if (symmetric) return ' ' + label + ' ';
  return step.forward ? ' ' + label + "> " : " <" + label + ' ';
}

void write_step(const Story& story, const Step& step) {
  const Paint& paint = story.terminal.paint;
  story.terminal.out << paint.bold(story.name(step.from)) << arrow(story, step)
                     << paint.bold(story.name(step.to));
  if (step.more > 0) {
    story.terminal.out << paint.dim(" · and " + count(step.more, "more fact", "more facts"));
  }
  story.terminal.out << '\n';
  story.quote(best_evidence(step.fact), 4);
}

std::string head(const std::vector<FoundPath>& paths, std::size_t i, bool weighted) {
  std::string text = paths.size() == 1
                         ? "One path"
                         : "Path " + std::to_string(i + 1) + " of " + std::to_string(paths.size());
  text += ", " + count(paths[i].facts.size(), "step", "steps");
  if (!weighted) return text;
  return text + ", " + std::to_string(std::lround(paths[i].confidence * 100)) + " % sure";
}

void write_paths(const Story& story, const NewsGraph& graph, const std::vector<FoundPath>& paths,
                 bool weighted) {
  for (std::size_t i = 0; i < paths.size(); ++i) {
    if (paths.size() > 1 || weighted) {
      story.terminal.out << (i > 0 ? "\n" : "")
                         << story.terminal.paint.dim(head(paths, i, weighted)) << '\n';
    }
    for (std::size_t step = 0; step < paths[i].facts.size(); ++step) {
      write_step(story, Step(graph, paths[i], step));
    }
  }
}

// One step a row, for programs.
Table path_table(const NewsGraph& graph, const std::vector<FoundPath>& paths) {
  Table table{{"path", "confidence", "step", "from", "to", "forward", "more"}, {}};
  const std::vector<std::string> columns = fact_columns();
  table.columns.insert(table.columns.end(), columns.begin(), columns.end());
  for (std::size_t p = 0; p < paths.size(); ++p) {
    for (std::size_t i = 0; i < paths[p].facts.size(); ++i) {
      const Step step(graph, paths[p], i);
      std::vector<Cell> row = {number_cell(p + 1),
                               paths[p].confidence,
                               number_cell(i + 1),
                               step.from,
                               step.to,
                               std::string(step.forward ? "yes" : "no"),
                               number_cell(step.more)};
      const std::vector<Cell> fact = fact_row(graph, step.fact);
      row.insert(row.end(), fact.begin(), fact.end());
      table.rows.push_back(std::move(row));
    }
  }
  return table;
}

// Why there is no path: the size of A's part of the graph, or what else to try.
std::string no_path(const Story& story, const PathQuestion& question, const PathAnswer& answer) {
  const std::string a = story.name(question.from), b = story.name(question.to);
  const std::string between = "between " + a + " and " + b;
  const std::string steps = count(question.options.max_hops, "step", "steps");
  const bool ordered = question.options.in_time_order;
  if (answer.connected) {
    return "no path " + between + " of at most " + steps +
           (ordered ? " in order of time; they are connected otherwise: try without "
                      "--in-time-order, or a larger --max"
                    : "; they are connected, but only by more: try a larger --max");
  }
  if (!answer.reachable) {
    return "no path " + between + " of at most " + steps + (ordered ? " in order of time" : "") +
           "; to look further took too long";
  }
  if (*answer.reachable <= 1) {
    return "no path " + between + ": no fact that fits connects " + a + " with anyone";
  }
  return "no path " + between + ": " + a + "'s part of the graph has " +
         count(*answer.reachable, "entity", "entities") + "; " + b + " is not one of them";
}

// The options of `path` besides the filter, as they are written.
struct Written {
  std::string first, second;
  std::vector<std::string> banned;
  std::size_t k = 0;
  bool every = false;
  PathOptions path;

  void add_to(CLI::App& app);
  PathQuestion question(const AskedGraph& open) const;
};

void Written::add_to(CLI::App& app) {
  app.add_option("A", first, "any name or the id of an entity")->required();
  app.add_option("B", second, "another")->required();
  app.add_option("--not", banned, "no path through this entity; may be given several times")
      ->type_name("NAME")
      ->allow_extra_args(false);
  app.add_option("--max", path.max_hops, "at most so many steps (default 6)")
      ->type_name("N")
      ->check(CLI::Range(1, 1000).description(""));
  CLI::Option* all = app.add_flag("--all", every, "all shortest paths (default: at most three)");
  app.add_option("--k", k, "the so many shortest paths, longer ones too")
      ->type_name("K")
      ->excludes(all)
      ->check(CLI::Range(1, 1000).description(""));
  app.add_flag("--weighted", path.weighted,
               "the most certain path instead of the shortest; with --k, the so many most certain")
      ->excludes(all);
  app.add_flag("--in-time-order", path.in_time_order,
               "no step before the one that it follows; facts without a date are left out");
}

PathQuestion Written::question(const AskedGraph& open) const {
  PathQuestion asked{open.id_of(first), open.id_of(second), path};
  for (const std::string& name : banned) {
    asked.options.banned.push_back(open.id_of(name));
    if (asked.options.banned.back() == asked.from || asked.options.banned.back() == asked.to) {
      throw Error(Fault::Usage, "--not: " + one_line(name) + " is an end of the path");
    }
  }
  if (path.weighted) asked.options.limit = 1;
  if (every) asked.options.limit = 0;
  if (k > 0) asked.options.limit = k;
  asked.options.longer = k > 0 || path.weighted;
  return asked;
}

}  // namespace

int run_path(Session& session) {
  ReadingOptions reading;
  Written written;
  reading.add_graph(session.options);
  written.add_to(session.options);
  reading.filter.add_relation_alias("--via");
  reading.filter.add_to(session.options);
  reading.filter.add_as_of(session.options);
  reading.add_format(session.options);
  reading.add_cypher(session.options);
  if (!session.parse()) return kDone;
  const TableFormat format = reading.format();
  const AskedGraph open(reading.graph());
  PathQuestion question = written.question(open);
  question.options.filter = reading.filter.filter(open.ontology);
  if (reading.cypher()) {
    return print(session, path_question(question.from, question.to, question.options));
  }
  const NewsGraph& graph = open.graph;
  const Story story{session.terminal, graph, open.ontology};
  if (question.from == question.to) {
    session.say(story.name(question.from) +
                " is one and the same entity: there is no step to take");
    return kDone;
  }
  const PathAnswer found = find_paths(graph, question.from, question.to, question.options);
  if (format != TableFormat::Text || found.paths.empty()) {
    return answer(session, path_table(graph, found.paths), format,
                  found.paths.empty() ? no_path(story, question, found) : "");
  }
  write_paths(story, graph, found.paths, question.options.weighted);
  return kDone;
}

}  // namespace entente
