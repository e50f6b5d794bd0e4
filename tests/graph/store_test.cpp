#include "graph/store.h"

#include <sqlite3.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <exception>

#include "base/error.h"
#include "base/files.h"
#include "tests/catch.h"
#include "tests/graph/corpus.h"
#include "tests/support/build.h"
#include "tests/support/chance.h"
#include "tests/support/scratch.h"

using namespace entente;
using Mode = Store::Mode;

namespace {

void put(Store& store, const ReadArticle& read, const std::string& hash = "h") {
  store.put(read.article, {read.article.id, hash, "r"}, read.extraction);
}

void put_all(const std::filesystem::path& file, const std::vector<ReadArticle>& articles) {
  Store store(file, Mode::Write);
  for (const ReadArticle& read : articles) put(store, read);
  store.fold(test::ontology());
}

std::string dump_of(const std::filesystem::path& file) {
  return test::dump(Store(file, Mode::Read).load(test::ontology()));
}

// Any SQL on the file, as another program would do it.
void meddle(const std::filesystem::path& file, const std::string& sql) {
  sqlite3* handle = nullptr;
  REQUIRE(sqlite3_open(file.c_str(), &handle) == SQLITE_OK);
  CHECK(sqlite3_exec(handle, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK);
  sqlite3_close(handle);
}

// All that is kept of articles and made of them, row by row.
std::string tables_of(const std::filesystem::path& file) {
  sqlite3* handle = nullptr;
  REQUIRE(sqlite3_open(file.c_str(), &handle) == SQLITE_OK);
  std::string rows;
  for (const char* table : {"article", "entity", "alias", "mention", "fact", "evidence", "event",
                            "participant", "conflict"}) {
    const std::string sql =
        std::string("SELECT '") + table + "', * FROM " + table + " ORDER BY 2, 3";
    const auto add = [](void* into, int columns, char** values, char**) {
      for (int i = 0; i < columns; ++i) {
        *static_cast<std::string*>(into) +=
            values[i] == nullptr ? "NULL|" : values[i] + std::string("|");
      }
      *static_cast<std::string*>(into) += '\n';
      return 0;
    };
    CHECK(sqlite3_exec(handle, sql.c_str(), add, &rows, nullptr) == SQLITE_OK);
  }
  sqlite3_close(handle);
  return rows;
}

std::vector<std::string> files_in(const std::filesystem::path& folder) {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    names.push_back(entry.path().filename());
  }
  std::sort(names.begin(), names.end());
  return names;
}

struct Refusal {
  Fault fault;
  std::string message;  // without the folder
};

Refusal refusal(const Scratch& scratch, const std::string& name, Mode mode) {
  try {
    Store(scratch / name, mode).load(test::ontology());
  } catch (const Error& error) {
    const std::string what = error.what();
    const std::string folder = scratch.path().string() + '/';
    const std::size_t at = what.find(folder);
    return {error.fault(), at == std::string::npos ? what : what.substr(at + folder.size())};
  }
  return {Fault::Usage, "accepted"};
}

bool starts_with(const std::string& text, const std::string& beginning) {
  return text.substr(0, beginning.size()) == beginning;
}

}  // namespace

TEST_CASE("what is put into a graph file comes out again") {
  const Scratch scratch;
  ReadArticle read = test::corpus(1)[0];
  read.article.url = "https://example.org/1";
  read.article.title = "Títle \"1\"";
  read.article.outlet = "The Outlet";
  read.article.author = "A. Author";
  read.article.published = parse_iso("2024-05");
  read.article.published_from = "line 2";
  put_all(scratch / "g.ent", {read});
  const Store store(scratch / "g.ent", Mode::Read);
  CHECK(store.text(read.article.id) == read.article.text);
  CHECK(store.text("nothing").empty());
  REQUIRE(store.stamps().size() == 1);
  CHECK(store.stamps()[0].id == read.article.id);
  CHECK(store.stamps()[0].hash == "h");
  CHECK(store.stamps()[0].reader == "r");
  const KnowledgeGraph graph = store.load(test::ontology());
  REQUIRE(graph.articles.size() == 1);
  const Article& article = graph.articles[0];
  CHECK(article.id == read.article.id);
  CHECK(article.url == read.article.url);
  CHECK(article.title == read.article.title);
  CHECK(article.outlet == read.article.outlet);
  CHECK(article.author == read.article.author);
  CHECK(article.published == read.article.published);
  CHECK(article.published_from == read.article.published_from);
  CHECK(article.text.empty());
}

TEST_CASE("the graph read from the tables is the graph that was folded") {
  const Scratch scratch;
  std::vector<ReadArticle> articles = test::corpus(30);
  Evidence& evidence = articles[3].extraction.facts[1].evidence[0];
  evidence.links = {{{0, 1}, {2, 3}, "role"}};
  evidence.said_by = "e0";
  evidence.date_phrase = "on \"Monday\"";
  articles[3].extraction.facts[1].qualifiers = {{"topic", "a\nb"}, {"place", "e2"}};
  put_all(scratch / "g.ent", articles);
  CHECK(dump_of(scratch / "g.ent") == test::dump(build_graph(articles, test::ontology())));
  const Store store(scratch / "g.ent", Mode::Read);
  const KnowledgeGraph graph = store.load(test::ontology());
  CHECK(store.totals().entities == graph.vertices_by_id().size());
  CHECK(store.totals().facts == graph.edges_by_id().size());
}

TEST_CASE("adding, replacing and removing gives what building anew gives") {
  const Scratch scratch;
  const std::vector<ReadArticle> articles = test::corpus(24);
  put_all(scratch / "anew.ent", {articles.begin() + 4, articles.end()});
  {
    Store store(scratch / "step.ent", Mode::Write);
    for (std::size_t i = articles.size(); i-- > 0;) {
      ReadArticle other = articles[(i + 5) % articles.size()];
      other.article.id = articles[i].article.id;
      put(store, other, "old");
      store.fold(test::ontology());
      put(store, articles[i]);
      store.fold(test::ontology());
    }
    for (std::size_t i = 0; i < 4; ++i) CHECK(store.remove(articles[i].article.id));
    CHECK_FALSE(store.remove(articles[0].article.id));
    store.fold(test::ontology());
  }
  CHECK(dump_of(scratch / "step.ent") == dump_of(scratch / "anew.ent"));
}

TEST_CASE("any order and grouping of put, replace, remove and fold ends in the same tables") {
  const Scratch scratch;
  const std::vector<ReadArticle> articles = test::corpus(40);
  put_all(scratch / "anew.ent", articles);
  const std::string expected = tables_of(scratch / "anew.ent");
  REQUIRE(expected.find("event:meeting-") != std::string::npos);
  REQUIRE(expected.find("\nconflict|event:") != std::string::npos);
  REQUIRE(test::dump(build_graph(articles, test::ontology())).find("|copy of ") !=
          std::string::npos);
  for (std::uint64_t seed = 1; seed <= 12; ++seed) {
    CAPTURE(seed);
    test::Chance chance{seed};
    const auto any = [&] { return chance.next() % articles.size(); };
    std::vector<std::size_t> order(articles.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    for (std::size_t i = order.size(); i-- > 1;)
      std::swap(order[i], order[chance.next() % (i + 1)]);
    const std::string file = scratch / ("step" + std::to_string(seed) + ".ent");
    for (std::size_t at = 0; at < order.size();) {
      Store store(file, Mode::Write);  // one build
      for (std::size_t more = 1 + chance.next() % 12; more > 0 && at < order.size(); --more) {
        const ReadArticle& read = articles[order[at]];
        switch (chance.next() % 4) {
          case 0: {  // comes as something else first
            ReadArticle other = articles[any()];
            other.article.id = read.article.id;
            put(store, other, "old");
            break;
          }
          case 1:  // comes, goes and comes again
            put(store, read);
            store.remove(read.article.id);
            break;
          case 2: {  // another comes that will not stay
            ReadArticle guest = articles[any()];
            guest.article.id = "guest.txt";
            put(store, guest);
            if (chance.next() % 2 == 0) store.fold(test::ontology());
            store.remove("guest.txt");
            break;
          }
          default:
            break;
        }
        if (chance.next() % 3 == 0) store.fold(test::ontology());
        put(store, read);
        ++at;
      }
      store.fold(test::ontology());
    }
    CHECK(tables_of(file) == expected);
  }
}

TEST_CASE("what is held lasts once it is kept, all of it or nothing") {
  const Scratch scratch;
  const std::vector<ReadArticle> articles = test::corpus(9);
  const auto file = scratch / "g.ent";
  const auto count = [&] { return Store(file, Mode::Read).stamps().size(); };
  put_all(file, {articles.begin(), articles.begin() + 3});
  {
    Store store(file, Mode::Write);
    store.keep();
    store.hold();
    store.hold();
    put(store, articles[3]);
    ReadArticle refused = articles[4];
    refused.article.id = "\xff";
    CHECK_THROWS_AS(put(store, refused), Error);
    put(store, articles[4]);
    CHECK(store.stamps().size() == 5);
    CHECK(count() == 3);
    store.keep();
    CHECK(count() == 5);
    store.hold();
    put(store, articles[5]);
  }
  CHECK(count() == 5);  // the last was held to the end
  {
    Store store(file, Mode::Write);
    for (std::size_t i = 5; i < articles.size(); ++i) {
      store.hold();
      put(store, articles[i]);
    }
    store.fold(test::ontology());
  }
  CHECK(dump_of(file) == test::dump(build_graph(articles, test::ontology())));
  put_all(scratch / "single.ent", articles);
  CHECK(tables_of(file) == tables_of(scratch / "single.ent"));
}

TEST_CASE("a graph that was not folded is folded when it is read") {
  const Scratch scratch;
  const std::vector<ReadArticle> articles = test::corpus(10);
  put_all(scratch / "g.ent", {articles.begin(), articles.begin() + 5});
  {
    Store store(scratch / "g.ent", Mode::Write);
    for (const ReadArticle& read : articles) put(store, read);
  }
  CHECK(dump_of(scratch / "g.ent") == test::dump(build_graph(articles, test::ontology())));
}

TEST_CASE("tables that were folded by another ontology are not trusted") {
  const Scratch scratch;
  const std::vector<ReadArticle> articles = test::corpus(10);
  put_all(scratch / "g.ent", articles);
  Ontology other = test::ontology();
  for (Relation& relation : other.relations) relation.symmetric = false;
  const Store store(scratch / "g.ent", Mode::Read);
  CHECK(test::dump(store.load(other)) == test::dump(build_graph(articles, other)));
  CHECK(test::dump(store.load(other)) != test::dump(store.load(test::ontology())));
}

TEST_CASE("a clean end leaves one plain file and its snapshot, and reading leaves it as it is") {
  const Scratch scratch;
  put_all(scratch / "g.ent", test::corpus(5));
  const std::vector<std::string> left = {"g.ent", "g.ent.snapshot"};
  CHECK(files_in(scratch.path()) == left);
  const std::string before = read_file(scratch / "g.ent");
  dump_of(scratch / "g.ent");
  CHECK(files_in(scratch.path()) == left);
  CHECK(read_file(scratch / "g.ent") == before);
}

TEST_CASE("a writer that finds nothing new does not touch the file") {
  const Scratch scratch;
  put_all(scratch / "g.ent", test::corpus(5));
  const std::string before = read_file(scratch / "g.ent");
  put_all(scratch / "g.ent", {});
  CHECK(read_file(scratch / "g.ent") == before);
}

TEST_CASE("a writer does its work while a reader stays in the file") {
  const Scratch scratch;
  const std::vector<ReadArticle> articles = test::corpus(6);
  put_all(scratch / "g.ent", {articles.begin(), articles.begin() + 5});
  sqlite3* reader = nullptr;
  REQUIRE(sqlite3_open((scratch / "g.ent").c_str(), &reader) == SQLITE_OK);
  sqlite3_exec(reader, "PRAGMA journal_mode = WAL; BEGIN; SELECT count(*) FROM article", nullptr,
               nullptr, nullptr);
  put_all(scratch / "g.ent", {articles[5]});
  sqlite3_close(reader);
  CHECK(dump_of(scratch / "g.ent") == test::dump(build_graph(articles, test::ontology())));
}

TEST_CASE("readers see the last whole state while a writer is at work") {
  const Scratch scratch;
  const std::vector<ReadArticle> articles = test::corpus(6);
  put_all(scratch / "g.ent", {articles.begin(), articles.begin() + 5});
  Store writer(scratch / "g.ent", Mode::Write);
  const Store reader(scratch / "g.ent", Mode::Read);
  CHECK(reader.load(test::ontology()).articles.size() == 5);
  put(writer, articles[5]);
  CHECK(reader.load(test::ontology()).articles.size() == 6);
}

TEST_CASE("a second writer is told that the file is locked") {
  const Scratch scratch;
  put_all(scratch / "g.ent", test::corpus(2));
  sqlite3* other = nullptr;
  REQUIRE(sqlite3_open((scratch / "g.ent").c_str(), &other) == SQLITE_OK);
  REQUIRE(sqlite3_exec(other, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr) == SQLITE_OK);
  const Refusal refused = refusal(scratch, "g.ent", Mode::Write);
  CHECK(refused.fault == Fault::System);
  CHECK(refused.message == "g.ent: locked by another program that writes to it");
  sqlite3_close(other);
  CHECK(Store(scratch / "g.ent", Mode::Read).stamps().size() == 2);
}

TEST_CASE("what is no graph is refused, and left as it was") {
  const Scratch scratch;
  const std::string page = "<html>An article that is somewhat longer than a header.</html>";
  write_file(scratch / "page.html", page + page + page);
  write_file(scratch / "short", "x");
  write_file(scratch / "empty", "");
  meddle(scratch / "other.db", "CREATE TABLE t(x); INSERT INTO t VALUES(1)");
  put_all(scratch / "new.ent", {});
  meddle(scratch / "new.ent", "UPDATE meta SET value = '9' WHERE key = 'schema'");
  std::filesystem::create_directory(scratch / "folder");
  struct Row {
    std::string name;
    Mode mode;
    Fault fault;
    std::string message;
  };
  const std::vector<Row> rows = {
      {"page.html", Mode::Read, Fault::Input, "page.html: not an Entente graph: not an SQLite"},
      {"page.html", Mode::Write, Fault::Input, "page.html: not an Entente graph: not an SQLite"},
      {"short", Mode::Read, Fault::Input, "short: not an Entente graph"},
      {"short", Mode::Write, Fault::Input, "short: not an Entente graph"},
      {"empty", Mode::Read, Fault::Input, "empty: not an Entente graph: the file is empty"},
      {"other.db", Mode::Read, Fault::Input, "other.db: not an Entente graph: another program's"},
      {"other.db", Mode::Write, Fault::Input, "other.db: not an Entente graph: another program's"},
      {"new.ent", Mode::Read, Fault::Input, "new.ent: graph of format \"9\"; this version"},
      {"new.ent", Mode::Write, Fault::Input, "new.ent: graph of format \"9\"; this version"},
      {"missing", Mode::Read, Fault::System, "missing: no such file"},
      {"no/folder/g.ent", Mode::Write, Fault::System, "no/folder/g.ent: unable to open"},
      {"folder", Mode::Read, Fault::System, "folder: a folder; expected a graph file"},
      {"folder", Mode::Write, Fault::System, "folder: unable to open"},
  };
  const std::vector<std::string> before = files_in(scratch.path());
  for (const Row& row : rows) {
    DYNAMIC_SECTION(row.name << (row.mode == Mode::Read ? " to read" : " to write")) {
      const Refusal refused = refusal(scratch, row.name, row.mode);
      CAPTURE(refused.message);
      CHECK(refused.fault == row.fault);
      CHECK(starts_with(refused.message, row.message));
      CHECK(files_in(scratch.path()) == before);
      CHECK(read_file(scratch / "page.html") == page + page + page);
      CHECK(read_file(scratch / "short") == "x");
    }
  }
}

TEST_CASE("an empty file becomes a graph when it is written to") {
  const Scratch scratch;
  write_file(scratch / "g.ent", "");
  put_all(scratch / "g.ent", test::corpus(1));
  CHECK(Store(scratch / "g.ent", Mode::Read).stamps().size() == 1);
}

TEST_CASE("names that mean something to SQLite are names of files") {
  const Scratch scratch;
  for (const char* name : {":memory:", "file:g.ent?mode=memory", "a b%20#?.ent"}) {
    CAPTURE(name);
    put_all(scratch / name, test::corpus(1));
    CHECK(std::filesystem::exists(scratch / name));
    CHECK(Store(scratch / name, Mode::Read).stamps().size() == 1);
  }
}

// Runs `work` as someone who is not the superuser, who may write anywhere; true when it said so.
template <typename Work>
bool as_nobody(const std::filesystem::path& folder, Work work) {
  constexpr unsigned nobody = 65534;
  if (::geteuid() != 0) return work();
  ::chmod(folder.parent_path().c_str(), 0755);
  const pid_t child = ::fork();
  if (child == 0) {
    bool done = false;
    try {
      done = ::setgid(nobody) == 0 && ::setuid(nobody) == 0 && work();
    } catch (const std::exception& error) {
      std::fprintf(stderr, "%s\n", error.what());
    }
    ::_exit(done ? 0 : 1);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

TEST_CASE("a graph is read where nothing may be written") {
  const Scratch scratch;
  const auto folder = scratch / "kept";
  std::filesystem::create_directory(folder);
  put_all(folder / "g.ent", test::corpus(3));
  const std::string expected = dump_of(folder / "g.ent");
  SECTION("from the plain file that a writer leaves") {}
  SECTION("from a file that was copied while its log was in use") {
    meddle(folder / "g.ent", "PRAGMA journal_mode = WAL");
  }
  const Ontology ontology = test::ontology();
  ::chmod((folder / "g.ent").c_str(), 0444);
  ::chmod(folder.c_str(), 0555);
  CHECK(as_nobody(folder, [&] {
    return test::dump(Store(folder / "g.ent", Mode::Read).load(ontology)) == expected;
  }));
  CHECK(files_in(folder) == std::vector<std::string>{"g.ent", "g.ent.snapshot"});
  CHECK(as_nobody(folder,
                  [&] { return open_lazily(folder / "g.ent", ontology).snapshot().entities > 0; }));
  CHECK(as_nobody(folder, [&] {
    const Refusal refused = refusal(scratch, "kept/g.ent", Mode::Write);
    return refused.fault == Fault::System &&
           refused.message == "kept/g.ent: the file may not be written to";
  }));
  CHECK(as_nobody(folder, [&] {
    const Refusal refused = refusal(scratch, "kept/new.ent", Mode::Write);
    return refused.fault == Fault::System && starts_with(refused.message, "kept/new.ent: unable");
  }));
  ::chmod(folder.c_str(), 0755);
}

TEST_CASE("tables that someone spoilt are refused with what is wrong, never trusted") {
  const auto sql = GENERATE(
      as<std::string>(),  //
      "DELETE FROM evidence", "DELETE FROM entity", "UPDATE fact SET object = 'person:nobody'",
      "UPDATE fact SET status = 'perhaps'",
      "UPDATE fact SET date_first = 'May', date_last = 'June'", "UPDATE fact SET qualifiers = '[1'",
      "UPDATE evidence SET sentence_begin = -1", "UPDATE evidence SET trigger_end = 99999999999",
      "UPDATE evidence SET subject_begin = 7, subject_end = 6",
      "UPDATE evidence SET links = '[{}]'", "UPDATE evidence SET fact = 'g' || fact",
      "UPDATE evidence SET fact = fact + 9999", "UPDATE entity SET number = number + 1000",
      "UPDATE fact SET object = 99999", "UPDATE fact SET id = 'f'",
      "INSERT INTO alias VALUES(99999, 'Z')", "DROP TABLE fact",
      "INSERT INTO alias VALUES('person:zzz', 'Z')", "UPDATE entity SET mentions = -5",
      "DELETE FROM event", "UPDATE event SET sources = -1", "UPDATE fact SET event = NULL",
      "UPDATE fact SET event = 'event:none' WHERE event IS NOT NULL",
      "UPDATE event SET status = 'perhaps'",
      "UPDATE event SET date_first = 'May', date_last = 'May'",
      "INSERT INTO participant SELECT id, 'person:nobody', 'guest' FROM event",
      "INSERT INTO participant SELECT 'event:none', id, 'guest' FROM entity",
      "INSERT INTO conflict SELECT id, 'event:none' FROM event",
      "INSERT INTO conflict SELECT 'event:none', id FROM event");
  CAPTURE(sql);
  const Scratch scratch;
  put_all(scratch / "g.ent", test::corpus(3));
  meddle(scratch / "g.ent", sql);
  const Refusal refused = refusal(scratch, "g.ent", Mode::Read);
  CAPTURE(refused.message);
  CHECK(refused.fault == Fault::Input);
  CHECK(refused.message != "accepted");
}

TEST_CASE("an article whose record was spoilt is named") {
  const Scratch scratch;
  put_all(scratch / "g.ent", test::corpus(3));
  meddle(scratch / "g.ent",
         "UPDATE article SET extraction = '{}' WHERE id = 'article-1.txt';"
         "UPDATE meta SET value = '99' WHERE key = 'changes'");
  const Refusal refused = refusal(scratch, "g.ent", Mode::Read);
  CHECK(refused.fault == Fault::Input);
  CHECK(starts_with(refused.message, "g.ent: article article-1.txt: broken record"));
}

TEST_CASE("a truncated or overwritten file is refused") {
  const Scratch scratch;
  put_all(scratch / "g.ent", test::corpus(20));
  std::string bytes = read_file(scratch / "g.ent");
  const std::string whole = bytes;
  SECTION("truncated") { bytes.resize(bytes.size() / 2); }
  SECTION("overwritten") {
    for (std::size_t i = 8192; i < bytes.size(); ++i) bytes[i] = '\x55';
  }
  write_file(scratch / "g.ent", bytes);
  const Refusal refused = refusal(scratch, "g.ent", Mode::Read);
  CAPTURE(refused.message);
  CHECK(refused.fault == Fault::Input);
}

TEST_CASE("an article's id that is not UTF-8 is refused before it can spoil the graph") {
  const Scratch scratch;
  ReadArticle read = test::corpus(1)[0];
  read.article.id = "caf\xe9.txt";
  Store store(scratch / "g.ent", Mode::Write);
  CHECK_THROWS_AS(put(store, read), Error);
  CHECK(store.stamps().empty());
}
