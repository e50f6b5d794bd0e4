// A writer uses a write-ahead log, so that readers need not wait for it, and at its end folds the
// log back and leaves one plain file: that can be copied, and read from a folder where nothing may
// be written. meta.changes counts puts and removes; meta.folded is the count that the derived
// tables were made for. Tested by store_test.cpp and store_crash_test.cpp.

#include "graph/store.h"

#include <algorithm>
#include <fstream>
#include <utility>

#include "base/error.h"
#include "base/files.h"
#include "base/hash.h"
#include "base/utf8.h"
#include "graph/snapshot.h"
#include "graph/sqlite.h"
#include "graph/tables.h"

namespace entente {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t kApplicationId = 0x454e5445;  // "ENTE"
constexpr int kFoldVersion =
    3;  // raised when build_graph makes something else of the same articles

std::int64_t pragma(Connection& connection, const std::string& name) {
  Statement row(connection, "PRAGMA " + name);
  return row.step() ? row.number(0) : 0;
}

bool is_blank(Connection& connection) {
  Statement tables(connection, "SELECT 1 FROM sqlite_master LIMIT 1");
  return !tables.step() && pragma(connection, "application_id") == 0;
}

std::string meta(Connection& connection, std::string_view key) {
  Statement row(connection, "SELECT value FROM meta WHERE key = ?");
  row.bind(1, key);
  return row.step() ? row.text(0) : std::string();
}

void set_meta(Connection& connection, std::string_view key, std::string_view value) {
  Statement row(connection,
                "INSERT INTO meta VALUES(?, ?) ON CONFLICT(key) DO UPDATE SET value = "
                "excluded.value");
  row.bind(1, key).bind(2, value).run();
}

void count_change(Connection& connection) {
  connection.execute("UPDATE meta SET value = value + 1 WHERE key = 'changes'");
}

// Two writers may find the same blank file: only the first makes the tables.
void make_schema(Connection& connection) {
  connection.execute("PRAGMA page_size = 8192");
  Transaction transaction(connection, Transaction::Kind::Write);
  if (!is_blank(connection)) return;
  connection.execute(kSchemaSql);
  connection.execute(kTextSearchSql);
  connection.execute(("PRAGMA application_id = " + std::to_string(kApplicationId)).c_str());
  set_meta(connection, "schema", std::to_string(kSchemaVersion));
  set_meta(connection, "changes", "0");
  set_meta(connection, "folded", "");
  set_meta(connection, "folded_by", "");
  transaction.commit();
}

void check_is_graph(Connection& connection) {
  const Place place{connection.name()};
  if (pragma(connection, "application_id") != kApplicationId) {
    throw Error(Fault::Input, place,
                is_blank(connection) ? "not an Entente graph: the file is empty"
                                     : "not an Entente graph: another program's SQLite file");
  }
  const std::string schema = meta(connection, "schema");
  if (schema == std::to_string(kSchemaVersion)) return;
  throw Error(Fault::Input, place,
              "graph of format \"" + printable(schema) + "\"; this version of Entente reads " +
                  std::to_string(kSchemaVersion) + "; update it or build the graph again");
}

// SQLite itself would take a file of a few bytes for an empty one and write over it.
void check_header(const fs::path& file) {
  constexpr std::string_view expected("SQLite format 3\0", 16);
  std::error_code problem;
  if (!fs::is_regular_file(file, problem)) return;
  std::string header(expected.size(), ' ');
  std::ifstream stream(file, std::ios::binary);
  stream.read(header.data(), static_cast<std::streamsize>(header.size()));
  if (!stream.is_open() || stream.gcount() == 0 || header == expected) return;
  throw Error(Fault::Input, Place{file.string()}, "not an Entente graph: not an SQLite file");
}

Connection open_to_write(const fs::path& file) {
  Connection connection(file, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
  if (sqlite3_db_readonly(connection.handle(), "main") == 1) {
    throw Error(Fault::System, Place{connection.name()}, "the file may not be written to");
  }
  if (is_blank(connection)) make_schema(connection);
  check_is_graph(connection);
  connection.execute("PRAGMA synchronous = FULL");
  Transaction(connection, Transaction::Kind::Write).commit();  // is another writer at work?
  return connection;
}

// Not before there is something to write: a build that finds nothing new leaves the file's bytes
// alone. Where the log cannot be had (a reader is in the file, a network disk), SQLite's other way
// is as safe.
void start_log(Connection& connection) {
  sqlite3_exec(connection.handle(), "PRAGMA journal_mode = WAL", nullptr, nullptr, nullptr);
}

int probe(Connection& connection) {
  sqlite3_exec(connection.handle(), "SELECT 1 FROM sqlite_master LIMIT 1", nullptr, nullptr,
               nullptr);
  return sqlite3_errcode(connection.handle()) & 0xff;
}

bool is_pending(const fs::path& file, const char* suffix) {
  fs::path log = file;
  log += suffix;
  std::error_code problem;
  const auto size = fs::file_size(log, problem);
  return !problem && size > 0;
}

// A killed writer leaves a log, which takes a lock file or a repair to read; a folder where nothing
// may be written allows neither, but there no writer is at work either, so a file without a log is
// whole.
Connection open_to_read(const fs::path& file) {
  std::error_code problem;
  const fs::file_status status = fs::status(file, problem);
  if (!fs::exists(status)) {
    throw Error(Fault::System, Place{file.string()}, "no such file");
  }
  if (fs::is_directory(status)) {
    throw Error(Fault::System, Place{file.string()}, "a folder; expected a graph file");
  }
  Connection plain(file, SQLITE_OPEN_READONLY);
  const int code = probe(plain);
  if (code != SQLITE_CANTOPEN && code != SQLITE_READONLY) return plain;
  if (!is_pending(file, "-wal") && !is_pending(file, "-journal")) {
    return {file, SQLITE_OPEN_READONLY, true};
  }
  return {file, SQLITE_OPEN_READWRITE};
}

Connection open(const fs::path& file, Store::Mode mode) {
  check_header(file);
  if (mode == Store::Mode::Write) return open_to_write(file);
  Connection connection = open_to_read(file);
  check_is_graph(connection);
  return connection;
}

std::string occasion_key(const Relation& relation) {
  const Occasion& occasion = *relation.occasion;
  std::string key = " occasion:" + relation.name + ':' + occasion.kind + ':' + occasion.subject +
                    ':' + occasion.object + (occasion.about_object ? ":about" : ":");
  // Whether it happens where its object is: find_events().
  for (const std::string& type : relation.objects) key += type + ',';
  return key;
}

// What the fold depends on besides the articles.
std::string fold_key(const Connection& connection, const Ontology& ontology,
                     std::string_view ledger) {
  std::string key = std::to_string(kFoldVersion);
  // The name is in the evidence of what the reader says.
  if (!ledger.empty()) {
    key += " ledger:" + ledger_name(ledger_path(connection.name())) + ':' +
           std::to_string(fnv1a(ledger));
  }
  for (const Relation& relation : ontology.relations) {
    if (relation.symmetric) key += " symmetric:" + relation.name;
    if (relation.state) key += (relation.declared() ? " declared:" : " state:") + relation.name;
    if (relation.occasion) key += occasion_key(relation);
  }
  return key;
}

bool is_fresh(Connection& connection, const Ontology& ontology, std::string_view ledger) {
  return meta(connection, "folded") == meta(connection, "changes") &&
         meta(connection, "folded_by") == fold_key(connection, ontology, ledger);
}

Ledger parsed(const Connection& connection, std::string_view ledger) {
  return parse_ledger(ledger_path(connection.name()).string(), ledger);
}

KnowledgeGraph fold_articles(Connection& connection, const Ontology& ontology, const Ledger& ledger,
                             std::vector<Warning>* warnings = nullptr) {
  std::vector<ReadArticle> read;
  for (Article& article : read_articles(connection)) read.push_back({std::move(article), {}});
  Statement rows(connection, "SELECT extraction FROM article ORDER BY id");
  for (ReadArticle& each : read) {
    rows.step();
    try {
      each.extraction = extraction_from_json(rows.text(0));
    } catch (const Error& error) {
      throw Error(error.fault(), Place{connection.name()},
                  "article " + printable(each.article.id) + ": " + error.what());
    }
  }
  return build_graph(std::move(read), ontology, ledger, warnings);
}

// REQUIRES: in a write transaction.
void keep_fold(Connection& connection, const KnowledgeGraph& graph, const std::string& key) {
  // All tables are made anew, their indices in random order: with SQLite's 2 MiB, pages would go to
  // the log and come back many times.
  connection.execute("PRAGMA cache_size = -65536");
  write_tables(connection, graph);
  set_meta(connection, "folded", meta(connection, "changes"));
  set_meta(connection, "folded_by", key);
}

// Behind the commit: who reads meanwhile makes one for himself.
void keep_snapshot(Connection& connection) {
  const Transaction transaction(connection, Transaction::Kind::Read);
  Snapshot::from_tables(connection).keep(connection.name());
}

// A graph with more decisions than the ledger has.
struct Decided {
  KnowledgeGraph graph;
  std::string ledger;      // its bytes with the new lines
  std::uint32_t line = 0;  // the first of them
};

Decided fold_with(Connection& connection, const std::vector<Decision>& decisions,
                  const Ontology& ontology, std::vector<Warning>& warnings) {
  Decided decided;
  decided.ledger = read_ledger(connection.name());
  for (const Decision& decision : decisions) {
    decided.ledger = with_line(std::move(decided.ledger), decision);
  }
  const Ledger ledger = parsed(connection, decided.ledger);
  decided.line = ledger.decisions[ledger.decisions.size() - decisions.size()].line;
  decided.graph = fold_articles(connection, ontology, ledger, &warnings);
  for (const Warning& warning : warnings) {
    if (warning.place.line >= decided.line) throw Error(Fault::Usage, warning.message);
  }
  return decided;
}

}  // namespace

struct Store::Database {
  Connection connection;
  Mode mode;
  bool searchable = false;          // prepare_search() was called
  std::optional<Transaction> held;  // goes before the connection does
};

Store::Store(const std::filesystem::path& file, Mode mode)
    : database_(new Database{open(file, mode), mode, false, {}}) {}

Store::~Store() {
  if (database_->mode != Mode::Write) return;
  database_->held.reset();
  // One plain file; while somebody reads, the log stays and the next writer sees to it.
  sqlite3* handle = database_->connection.handle();
  sqlite3_busy_timeout(handle, 200);
  sqlite3_exec(handle, "PRAGMA journal_mode = DELETE", nullptr, nullptr, nullptr);
}

std::vector<ArticleStamp> Store::stamps() const {
  Statement rows(database_->connection, "SELECT id, hash, reader FROM article ORDER BY id");
  std::vector<ArticleStamp> stamps;
  while (rows.step()) stamps.push_back({rows.text(0), rows.text(1), rows.text(2)});
  return stamps;
}

void Store::put(const Article& article, const ArticleStamp& stamp, const Extraction& extraction) {
  Connection& connection = database_->connection;
  const std::string json = to_json(extraction);
  if (find_invalid_utf8(json) != std::string_view::npos ||
      find_invalid_utf8(article.id) != std::string_view::npos) {
    throw Error(Fault::Input, Place{printable(article.id)}, "not UTF-8");
  }
  const auto write = [&] {
    remove_sentences(connection, article.id);
    write_article(connection, article, stamp.hash, stamp.reader, json);
    add_sentences(connection, article.id, article.text, extraction.sentences);
    count_change(connection);
  };
  if (database_->held) {
    Savepoint savepoint(connection);
    write();
    return savepoint.keep();
  }
  start_log(connection);
  Transaction transaction(connection, Transaction::Kind::Write);
  write();
  transaction.commit();
}

void Store::hold() {
  if (database_->held) return;
  start_log(database_->connection);
  database_->held.emplace(database_->connection, Transaction::Kind::Write);
}

void Store::keep() {
  if (!database_->held) return;
  database_->held->commit();
  database_->held.reset();
}

bool Store::remove(std::string_view article_id) {
  Connection& connection = database_->connection;
  start_log(connection);
  Transaction transaction(connection, Transaction::Kind::Write);
  remove_sentences(connection, article_id);
  Statement row(connection, "DELETE FROM article WHERE id = ?");
  row.bind(1, article_id).run();
  if (sqlite3_changes(connection.handle()) == 0) return false;
  count_change(connection);
  transaction.commit();
  return true;
}

std::string Store::text(std::string_view article_id) const {
  Statement row(database_->connection, "SELECT text FROM article WHERE id = ?");
  row.bind(1, article_id);
  return row.step() ? row.text(0) : std::string();
}

std::string Store::extraction(std::string_view article_id) const {
  Statement row(database_->connection, "SELECT extraction FROM article WHERE id = ?");
  row.bind(1, article_id);
  return row.step() ? row.text(0) : std::string();
}

std::vector<FoundSentence> Store::search(const SentenceSearch& search) const {
  Connection& connection = database_->connection;
  if (!std::exchange(database_->searchable, true)) prepare_search(connection);
  const Transaction transaction(connection, Transaction::Kind::Read);
  return find_sentences(connection, search);
}

std::vector<Warning> Store::fold(const Ontology& ontology) {
  keep();
  Connection& connection = database_->connection;
  std::vector<Warning> warnings;
  const std::string ledger = read_ledger(connection.name());
  if (is_fresh(connection, ontology, ledger)) return warnings;
  start_log(connection);
  Transaction transaction(connection, Transaction::Kind::Write);
  const KnowledgeGraph graph =
      fold_articles(connection, ontology, parsed(connection, ledger), &warnings);
  keep_fold(connection, graph, fold_key(connection, ontology, ledger));
  transaction.commit();
  keep_snapshot(connection);
  return warnings;
}

std::string Store::ledger() const { return read_ledger(database_->connection.name()); }

std::string Store::text_behind(const Evidence& evidence) const {
  return is_of_reader(evidence) ? ledger() : text(evidence.article);
}

// The ledger is read and written within the transaction, so that of two who decide at the same time
// none writes over the other's line. Should we be killed between the file and the commit, the
// tables are older than the ledger, which load() sees.
std::uint32_t Store::decide(const std::vector<Decision>& decisions, const Ontology& ontology,
                            std::vector<Warning>& warnings) {
  Connection& connection = database_->connection;
  start_log(connection);
  Transaction transaction(connection, Transaction::Kind::Write);
  const Decided decided = fold_with(connection, decisions, ontology, warnings);
  write_file(ledger_path(connection.name()), decided.ledger);
  keep_fold(connection, decided.graph, fold_key(connection, ontology, decided.ledger));
  transaction.commit();
  keep_snapshot(connection);
  return decided.line;
}

std::uint32_t Store::try_decide(const std::vector<Decision>& decisions, const Ontology& ontology,
                                std::vector<Warning>& warnings) const {
  Connection& connection = database_->connection;
  const Transaction transaction(connection, Transaction::Kind::Read);
  return fold_with(connection, decisions, ontology, warnings).line;
}

std::string Store::undo(std::uint32_t line, const Ontology& ontology,
                        std::vector<Warning>& warnings) {
  Connection& connection = database_->connection;
  start_log(connection);
  Transaction transaction(connection, Transaction::Kind::Write);
  const std::string before = read_ledger(connection.name());
  const Ledger ledger = parsed(connection, before);
  const std::string bytes = without_line(ledger, before, line);
  const KnowledgeGraph graph =
      fold_articles(connection, ontology, parsed(connection, bytes), &warnings);
  write_file(ledger_path(connection.name()), bytes);
  keep_fold(connection, graph, fold_key(connection, ontology, bytes));
  transaction.commit();
  keep_snapshot(connection);
  const auto undone = std::ranges::find(ledger.decisions, line, &Decision::line);
  return ledger.texts[static_cast<std::size_t>(undone - ledger.decisions.begin())].text;
}

Totals Store::totals() const {
  Statement row(database_->connection,
                "SELECT (SELECT count(*) FROM entity), (SELECT count(*) FROM fact)");
  row.step();
  return {static_cast<std::size_t>(row.number(0)), static_cast<std::size_t>(row.number(1))};
}

LazyGraph open_lazily(const fs::path& file, const Ontology& ontology) {
  Connection connection = open(file, Store::Mode::Read);
  connection.execute("BEGIN");  // to the end of the graph's life: one state, whoever writes
  const std::string ledger = read_ledger(connection.name());
  if (!is_fresh(connection, ontology, ledger)) {
    return LazyGraph(fold_articles(connection, ontology, parsed(connection, ledger)));
  }
  auto snapshot = Snapshot::open(snapshot_path(file), fingerprint(connection));
  if (!snapshot) snapshot = Snapshot::from_tables(connection);
  if (snapshot->in_memory()) snapshot->keep(file);
  return {std::move(connection), std::move(*snapshot)};
}

KnowledgeGraph Store::load(const Ontology& ontology) const {
  Connection& connection = database_->connection;
  const Transaction transaction(connection, Transaction::Kind::Read);
  const std::string ledger = read_ledger(connection.name());
  return is_fresh(connection, ontology, ledger)
             ? read_tables(connection)
             : fold_articles(connection, ontology, parsed(connection, ledger));
}

}  // namespace entente
