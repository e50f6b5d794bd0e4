#include "cli/reading.h"

#include <algorithm>

#include "base/error.h"
#include "base/utf8.h"
#include "cli/data_folder.h"
#include "query/names.h"
#include "query/suggest.h"

namespace entente {
namespace {

// The words of a list, each one of `known`.
std::set<std::string> known_words(const std::string& list, const std::vector<std::string>& known,
                                  const std::string& what) {
  std::set<std::string> words;
  for (const std::string& word : split_list(list)) {
    if (std::find(known.begin(), known.end(), word) == known.end()) {
      throw Error(Fault::Usage, "unknown " + what + " \"" + printable(word) + '"' +
                                    did_you_mean(suggest(word, known)));
    }
    words.insert(word);
  }
  return words;
}

std::optional<Status> status_of(const std::string& text) {
  const std::vector<std::string> known = {"happened", "planned", "denied", "hypothetical", "all"};
  known_words(text, known, "status");
  return parse_status(text);  // "all" is none of them
}

}  // namespace

DateRange date_of(const std::string& option, const std::string& text) {
  if (const std::optional<DateRange> date = parse_iso(text)) return *date;
  throw Error(Fault::Usage, option + ": \"" + printable(text) +
                                "\" is no date; expected 2024-08-19, 2024-08 or 2024");
}

void FilterOptions::add_to(CLI::App& options) {
  options
      .add_option("--type", types_, "only facts between entities of these types: person,country")
      ->type_name("LIST")
      ->join(',');
  options.add_option(relation_names_, relations_, "only these relations: met-with,visited")
      ->type_name("LIST")
      ->join(',');
  options.add_option("--since", since_, "from this date on: 2024-08-19, 2024-08 or 2024")
      ->type_name("DATE");
  options.add_option("--until", until_, "up to this date, itself included")->type_name("DATE");
  options
      .add_option("--status", status_,
                  "happened (the default), planned, denied, hypothetical or all")
      ->type_name("STATUS");
  options.add_option("--min-sources", min_sources_, "only facts that so many articles state")
      ->type_name("N");
}

void FilterOptions::add_as_of(CLI::App& options) {
  options
      .add_option("--as-of", as_of_,
                  "the graph as it stood on that day: what had begun by then, without the states "
                  "that had ended; what has no date began when its first article was published")
      ->type_name("DATE");
}

Filter FilterOptions::filter(const Ontology& ontology) const {
  std::vector<std::string> types, relations;
  for (const EntityType& type : ontology.types) types.push_back(type.name);
  for (const Relation& relation : ontology.relations) relations.push_back(relation.name);
  Filter filter;
  filter.types = known_words(types_, types, "type");
  filter.relations = known_words(relations_, relations, "relation");
  if (!since_.empty()) filter.since = date_of("--since", since_).first;
  if (!until_.empty()) filter.until = date_of("--until", until_).last;
  if (!as_of_.empty()) {
    filter.as_of = date_of("--as-of", as_of_).last;
    for (const Relation& relation : ontology.relations) {
      if (relation.state) filter.states.insert(relation.name);
    }
  }
  filter.status = status_of(status_);
  filter.min_sources = min_sources_;
  return filter;
}

OpenGraph::OpenGraph(const std::string& file)
    : ontology(load_ontology(data_folder())),
      store(file, Store::Mode::Read),
      graph(store.load(ontology)) {}

AskedGraph::AskedGraph(const std::string& file)
    : ontology(load_ontology(data_folder())),
      graph(open_lazily(file, ontology)),
      hold(graph.graph()) {}

std::string AskedGraph::id_of(const std::string& name) const {
  return std::string(graph.id({resolve_entity(graph.graph(), name)}));
}

void ReadingOptions::add_graph(CLI::App& options) {
  options.add_option("GRAPH", graph_, "a graph that `entente build` made")->required();
}

void ReadingOptions::add_format(CLI::App& options) {
  options.add_option("--format", format_, "table (the default), json, jsonl, csv, tsv or md")
      ->type_name("FORMAT");
}

void ReadingOptions::add_cypher(CLI::App& options) {
  options.add_flag("--cypher", cypher_,
                   "print the query that asks the same, for entente query, and no answer");
}

TableFormat table_format(const std::string& name) {
  if (const std::optional<TableFormat> format = parse_table_format(name)) return *format;
  throw Error(Fault::Usage,
              "unknown format \"" + printable(name) + '"' +
                  did_you_mean(suggest(name, {"table", "json", "jsonl", "csv", "tsv", "md"})));
}

TableFormat ReadingOptions::format(TableFormat otherwise) const {
  return format_.empty() ? otherwise : table_format(format_);
}

int answer(const Session& session, const Table& table, TableFormat format,
           const std::string& nothing) {
  if (table.rows.empty()) session.say(nothing);
  if (!table.rows.empty() || format != TableFormat::Text) {
    write_table(session.terminal.out, table, format,
                {session.terminal.width, session.terminal.paint.on});
  }
  return table.rows.empty() ? kNothingFound : kDone;
}

int print(const Session& session, const Question& question) {
  session.terminal.out << filled_in(question) << '\n';
  return kDone;
}

}  // namespace entente
