#include "graph/lazy_graph.h"

#include <algorithm>
#include <utility>

#include "base/error.h"
#include "graph/excerpt.h"
#include "graph/sqlite.h"
#include "graph/tables.h"

namespace entente {
namespace {

Connection tables_in_memory(const KnowledgeGraph& graph) {
  Connection connection = Connection::in_memory();
  connection.execute(kSchemaSql);
  connection.execute("BEGIN");
  for (const Article& article : graph.articles) write_article(connection, article, "", "", "");
  write_tables(connection, graph);
  return connection;
}

}  // namespace

struct LazyGraph::Tables {
  Tables(Connection opened, bool stays)
      : connection(std::move(opened)),
        rows(connection),
        journal(connection, "PRAGMA journal_mode"),
        pinned(stays) {}

  Connection connection;
  RowReader rows;
  Statement journal;
  bool pinned;    // in a transaction, to the end
  int holds = 0;  // how many want it to stay in one

  void let_go() {
    rows.rewind();
    connection.end();
  }

  // Readers of a log are in nobody's way.
  bool has_log() noexcept {
    try {
      const bool found = journal.rewind().step() && journal.text(0) == "wal";
      journal.rewind();
      return found;
    } catch (const Error&) {
      return false;
    }
  }
};

LazyGraph::Hold::Hold(const LazyGraph& graph) : tables_(*graph.tables_) {
  if (tables_.pinned || tables_.holds > 0) {
    ++tables_.holds;
    return;
  }
  tables_.connection.execute("BEGIN");
  if (fingerprint(tables_.connection) != graph.snapshot_.fingerprint) {
    tables_.connection.end();
    throw Error(Fault::System, Place{tables_.connection.name()},
                "another program has changed it meanwhile; ask again");
  }
  ++tables_.holds;
}

LazyGraph::Hold::~Hold() {
  if (--tables_.holds > 0 || tables_.pinned) return;
  tables_.pinned = tables_.has_log();
  if (!tables_.pinned) tables_.let_go();
}

LazyGraph::LazyGraph(const KnowledgeGraph& graph)
    : tables_(std::make_unique<Tables>(tables_in_memory(graph), true)) {
  snapshot_ = Snapshot::from_tables(tables_->connection);
}

LazyGraph::LazyGraph(Connection connection, Snapshot snapshot)
    : snapshot_(std::move(snapshot)),
      tables_(std::make_unique<Tables>(std::move(connection), true)) {
  if (tables_->has_log()) return;
  tables_->pinned = false;
  tables_->let_go();
}

LazyGraph::~LazyGraph() = default;
LazyGraph::LazyGraph(LazyGraph&& other) noexcept = default;
LazyGraph& LazyGraph::operator=(LazyGraph&& other) noexcept = default;

Entity LazyGraph::entity(std::uint32_t vertex) const {
  Entity entity;
  entity.id = snapshot_.ids[vertex];
  entity.type = snapshot_.types[snapshot_.type[vertex]];
  entity.name = snapshot_.names[vertex];
  entity.mentions = snapshot_.mentions[vertex];
  const Hold hold(*this);
  entity.aliases = tables_->rows.aliases(vertex);
  entity.articles = tables_->rows.articles(vertex);
  return entity;
}

Article LazyGraph::article(std::uint32_t article) const {
  const Hold hold(*this);
  return tables_->rows.article(snapshot_.ids[snapshot_.entities + article]);
}

Fact LazyGraph::fact(std::uint32_t edge) const {
  const Hold hold(*this);
  Fact fact = tables_->rows.fact(snapshot_.fact[edge]).fact;
  fact.subject = snapshot_.ids[snapshot_.graph.source_of(edge)];
  fact.object = snapshot_.ids[snapshot_.graph.out_target[edge]];
  return fact;
}

KnowledgeGraph LazyGraph::excerpt(const ExcerptWish& wish) const {
  const Hold hold(*this);
  // Row by row takes several times as long as all rows in order.
  const std::size_t most = std::max<std::size_t>(1000, num_edges(snapshot_.graph) / 8);
  if (wish.facts.size() > most) return read_tables(tables_->connection);
  return read_excerpt(tables_->connection, tables_->rows, snapshot_, wish);
}

std::string LazyGraph::fact_id(std::uint32_t edge) const {
  const Hold hold(*this);
  return tables_->rows.fact_id(snapshot_.fact[edge]);
}

}  // namespace entente
