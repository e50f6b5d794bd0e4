#pragma once
// What all reading commands share: a graph to open, a filter, a format for the answer.

#include <memory>
#include <string>

#include "cli/session.h"
#include "graph/knowledge_graph.h"
#include "graph/ontology.h"
#include "graph/store.h"
#include "out/tables.h"
#include "query/filter.h"
#include "query/table.h"
#include "query/verbs.h"

namespace entente {

// --type, --relation, --since, --until, --status, --min-sources; --as-of where a command has it
class FilterOptions {
 public:
  void add_to(CLI::App& options);
  void add_relation_alias(const std::string& name) {
    relation_names_ += "," + name;
  }                                   // before add_to
  void add_as_of(CLI::App& options);  // after add_to
  // Throws Error{Fault::Usage} for a word that `ontology` does not know, with what may have been
  // meant.
  Filter filter(const Ontology& ontology) const;

 private:
  std::string relation_names_ = "--relation";
  std::string types_;
  std::string relations_;
  std::string since_;
  std::string until_;
  std::string as_of_;
  std::string status_ = "happened";
  std::size_t min_sources_ = 1;
};

// What `option` was given. Throws Error{Fault::Usage} for what is no date.
DateRange date_of(const std::string& option, const std::string& text);

// A graph that was opened to be asked.
struct OpenGraph {
  Ontology ontology;
  Store store;
  KnowledgeGraph graph;

  explicit OpenGraph(const std::string& file);
};

// The same for verbs that touch little of it: open in no time, whatever its size.
struct AskedGraph {
  Ontology ontology;
  NewsGraph graph;
  LazyGraph::Hold hold;  // all answers are of one state

  explicit AskedGraph(const std::string& file);
  std::string id_of(const std::string& name) const;  // as resolve_entity
};

// Throws Error{Fault::Usage} for a word that is no format, with what may have been meant.
TableFormat table_format(const std::string& name);

class ReadingOptions {
 public:
  FilterOptions filter;

  void add_graph(CLI::App& options);  // first, so that GRAPH is the first argument
  void add_format(CLI::App& options);
  void add_cypher(CLI::App& options);  // for a verb that is a question in Cypher

  const std::string& graph() const { return graph_; }
  // The format asked for, else `otherwise`.
  TableFormat format(TableFormat otherwise = TableFormat::Text) const;
  bool cypher() const { return cypher_; }  // the question is wanted, not the answer

 private:
  std::string graph_;
  std::string format_;
  bool cypher_ = false;
};

// Writes the table; kNothingFound, with `nothing` as message, when it has no rows (programs get an
// empty table then).
int answer(const Session& session, const Table& table, TableFormat format,
           const std::string& nothing);

// What --cypher asks for: the query as it can be given to `entente query`.
int print(const Session& session, const Question& question);

}  // namespace entente
