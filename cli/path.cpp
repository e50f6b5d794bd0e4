// `entente path`: how two entities are connected.

#include "cli/reading.h"
#include "cli/story.h"
#include "query/facts.h"
#include "query/names.h"
#include "query/paths.h"
#include "query/rows.h"

namespace entente {
namespace {

std::string arrow(const Story& story, const Hop& hop) {
  const Fact& fact = story.graph[hop.fact];
  const Relation* relation = story.ontology.relation(fact.relation);
  const bool symmetric = relation != nullptr && relation->symmetric;
  const std::string label = "-[" + story.label(fact) + "]-";
  if (symmetric) return ' ' + label + ' ';
  return hop.forward ? ' ' + label + "> " : " <" + label + ' ';
}

void write_path(const Story& story, const Path& path) {
  const Paint& paint = story.terminal.paint;
  for (std::size_t i = 0; i < path.hops.size(); ++i) {
    story.terminal.out << paint.bold(story.name(path.entities[i])) << arrow(story, path.hops[i])
                       << paint.bold(story.name(path.entities[i + 1])) << '\n';
    story.quote(best_evidence(story.graph[path.hops[i].fact]), 4);
  }
}

void write_paths(const Story& story, const std::vector<Path>& paths) {
  for (std::size_t i = 0; i < paths.size(); ++i) {
    if (paths.size() > 1) {
      story.terminal.out << (i > 0 ? "\n" : "")
                         << story.terminal.paint.dim("Path " + std::to_string(i + 1) + " of " +
                                                     std::to_string(paths.size()) + ", " +
                                                     count(paths[i].hops.size(), "step", "steps"))
                         << '\n';
    }
    write_path(story, paths[i]);
  }
}

// One hop a row, for programs.
Table path_table(const KnowledgeGraph& graph, const std::vector<Path>& paths) {
  Table table{{"path", "step", "from", "to", "forward"}, {}};
  const std::vector<std::string> columns = fact_columns();
  table.columns.insert(table.columns.end(), columns.begin(), columns.end());
  for (std::size_t p = 0; p < paths.size(); ++p) {
    for (std::size_t i = 0; i < paths[p].hops.size(); ++i) {
      const Hop& hop = paths[p].hops[i];
      std::vector<Cell> row = {number_cell(p + 1), number_cell(i + 1),
                               graph[paths[p].entities[i]].id, graph[paths[p].entities[i + 1]].id,
                               std::string(hop.forward ? "yes" : "no")};
      const std::vector<Cell> fact = fact_row(graph, hop.fact);
      row.insert(row.end(), fact.begin(), fact.end());
      table.rows.push_back(std::move(row));
    }
  }
  return table;
}

std::string no_path(const Story& story, KnowledgeGraph::Vertex a, KnowledgeGraph::Vertex b,
                    const PathAnswer& answer, std::size_t max_hops) {
  const std::string between = story.name(a) + " and " + story.name(b);
  if (answer.too_long) {
    return "no path of at most " + count(max_hops, "step", "steps") + " between " + between +
           ", but a longer one: try a larger --max";
  }
  if (answer.component_size <= 1) {
    return "no path between " + between + ": no fact that fits connects " + story.name(a) +
           " with anyone";
  }
  return "no path between " + between + ": from " + story.name(a) + " only " +
         count(answer.component_size - 1, "other entity", "other entities") + " can be reached";
}

}  // namespace

int run_path(Session& session) {
  ReadingOptions reading;
  std::string first, second;
  PathOptions options;
  std::size_t k = 0;
  bool every = false;
  reading.add_graph(session.options);
  session.options.add_option("A", first, "any name or the id of an entity")->required();
  session.options.add_option("B", second, "another")->required();
  session.options.add_option("--max", options.max_hops, "at most so many steps (default 6)")
      ->type_name("N");
  CLI::Option* all =
      session.options.add_flag("--all", every, "all shortest paths (default: at most three)");
  session.options.add_option("--k", k, "the so many shortest paths, longer ones too")
      ->type_name("K")
      ->excludes(all)
      ->check(CLI::Range(1, 1000).description(""));
  reading.filter.add_relation_alias("--via");
  reading.filter.add_to(session.options);
  reading.add_format(session.options);
  if (!session.parse()) return kDone;
  const TableFormat format = reading.format();
  const OpenGraph open(reading.graph());
  options.filter = reading.filter.filter(open.ontology);
  if (every) options.limit = 0;
  if (k > 0) options.limit = k;
  options.longer = k > 0;
  const KnowledgeGraph::Vertex a = resolve_entity(open.graph, first);
  const KnowledgeGraph::Vertex b = resolve_entity(open.graph, second);
  const PathAnswer found = find_paths(open.graph, a, b, options);
  const Story story{session.terminal, open.graph, open.ontology};
  if (a == b) {
    session.say(story.name(a) + " is one and the same entity: there is no step to take");
    return kDone;
  }
  if (format != TableFormat::Text || found.paths.empty()) {
    return answer(session, path_table(open.graph, found.paths), format,
                  no_path(story, a, b, found, options.max_hops));
  }
  write_paths(story, found.paths);
  return kDone;
}

}  // namespace entente
