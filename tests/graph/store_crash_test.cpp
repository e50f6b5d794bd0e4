// A writer that is killed, and a disk that is full: what was acknowledged is kept, nothing is half
// there.

#include <sqlite3.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <limits>
#include <map>
#include <random>

#include "base/error.h"
#include "graph/store.h"
#include "tests/catch.h"
#include "tests/graph/corpus.h"
#include "tests/support/build.h"
#include "tests/support/scratch.h"

using namespace entente;
using Mode = Store::Mode;

namespace {

// Puts `articles` one by one, or so many together, and folds now and then; writes one byte to
// `acknowledged` for each article that is kept.
void write_articles(const std::filesystem::path& file, const std::vector<ReadArticle>& articles,
                    const std::string& hash, const Ontology& ontology, std::size_t together,
                    int acknowledged) {
  Store store(file, Mode::Write);
  for (std::size_t i = 0; i < articles.size(); ++i) {
    const Article& article = articles[i].article;
    if (together > 1) store.hold();
    store.put(article, {article.id, hash, "r"}, articles[i].extraction);
    if ((i + 1) % together == 0) {
      store.keep();
      const std::string bytes(together, 'x');
      if (::write(acknowledged, bytes.data(), together) != static_cast<ssize_t>(together)) return;
    }
    if (i % 10 == 9) store.fold(ontology);
  }
  store.fold(ontology);
}

// Reads to the end, or until `most` bytes came.
std::size_t count_bytes(int from, std::size_t most = std::numeric_limits<std::size_t>::max()) {
  std::size_t count = 0;
  for (char byte = 0; count < most && ::read(from, &byte, 1) == 1;) ++count;
  return count;
}

std::string integrity(const std::filesystem::path& file) {
  sqlite3* handle = nullptr;
  sqlite3_open(file.c_str(), &handle);
  sqlite3_stmt* row = nullptr;
  sqlite3_prepare_v2(handle, "PRAGMA integrity_check", -1, &row, nullptr);
  std::string said = "no answer";
  if (sqlite3_step(row) == SQLITE_ROW) {
    said = reinterpret_cast<const char*>(sqlite3_column_text(row, 0));
  }
  sqlite3_finalize(row);
  sqlite3_close(handle);
  return said;
}

// Runs `work` in a child that ends without running anything of the test program; returns its wait
// status.
template <typename Work>
pid_t start(Work work) {
  const pid_t child = ::fork();
  if (child != 0) return child;
  int code = 9;
  try {
    code = work();
  } catch (...) {
  }
  ::_exit(code);
}

}  // namespace

TEST_CASE("a writer that is killed at any moment loses nothing that was acknowledged", "[slow]") {
  const Scratch scratch;
  const auto file = scratch / "g.ent";
  const Ontology ontology = test::ontology();
  const std::vector<ReadArticle> articles = test::corpus(40);
  std::mt19937 random(11);
  std::map<std::string, std::string>
      newest;  // article -> hash of the round that last acknowledged it
  std::size_t cut_short = 0;
  for (std::size_t round = 0; round < 36; ++round) {
    const std::size_t together = round % 3 == 0 ? 1 : 5;
    int ends[2];
    REQUIRE(::pipe(ends) == 0);
    const std::string hash = "round-" + std::to_string(round);
    const pid_t child = start([&] {
      write_articles(file, articles, hash, ontology, together, ends[1]);
      return 0;
    });
    REQUIRE(child > 0);
    ::close(ends[1]);
    // So many articles later, and some moment after that: whatever the machine's speed.
    const std::size_t seen = count_bytes(ends[0], random() % articles.size());
    ::usleep(random() % 3000);
    ::kill(child, SIGKILL);
    const std::size_t acknowledged = seen + count_bytes(ends[0]);
    ::close(ends[0]);
    ::waitpid(child, nullptr, 0);
    cut_short += acknowledged < articles.size() ? 1 : 0;
    CAPTURE(round, acknowledged);
    for (std::size_t i = 0; i < acknowledged; ++i) newest[articles[i].article.id] = hash;
    if (newest.empty() && !std::filesystem::exists(file)) continue;

    // What was under way may have been kept or not, all of it or nothing; all others are as
    // acknowledged.
    std::map<std::string, std::string> kept;
    if (!newest.empty()) {
      const Store store(file, Mode::Read);
      for (const ArticleStamp& stamp : store.stamps()) kept[stamp.id] = stamp.hash;
      for (const auto& [id, expected] : newest) {
        CAPTURE(id);
        CHECK((kept[id] == expected || kept[id] == hash));
      }
      std::vector<ReadArticle> there;
      for (const ReadArticle& read : articles) {
        if (!kept.contains(read.article.id)) continue;
        CHECK(store.text(read.article.id) == read.article.text);
        there.push_back(read);
      }
      const std::size_t more = there.size() - newest.size();
      CHECK((more == 0 || more == together || there.size() == articles.size()));
      const auto of_round =
          std::ranges::count(kept, hash, &std::pair<const std::string, std::string>::second);
      CHECK(static_cast<std::size_t>(of_round) % together == 0);
      REQUIRE(test::dump(store.load(ontology)) == test::dump(build_graph(there, ontology)));
    }
    CHECK(integrity(file) == "ok");
    for (const auto& [id, hash_kept] : kept) newest[id] = hash_kept;
  }
  CHECK(cut_short >= 5);  // else the kills came too late to test anything
  Store(file, Mode::Write).fold(ontology);
  CHECK(Store(file, Mode::Read).stamps().size() == newest.size());
}

TEST_CASE("a full disk is told, and what was acknowledged before stays", "[slow]") {
  const Scratch scratch;
  const auto file = scratch / "g.ent";
  const Ontology ontology = test::ontology();
  const std::vector<ReadArticle> articles = test::corpus(2000);
  int ends[2];
  REQUIRE(::pipe(ends) == 0);
  const pid_t child = start([&] {
    std::signal(SIGXFSZ, SIG_IGN);  // writing past the limit then fails as on a full disk
    const rlimit small{1200000, 1200000};
    ::setrlimit(RLIMIT_FSIZE, &small);
    try {
      write_articles(file, articles, "h", ontology, 1, ends[1]);
    } catch (const Error& error) {
      return error.fault() == Fault::System ? 4 : 5;
    }
    return 0;
  });
  REQUIRE(child > 0);
  ::close(ends[1]);
  const std::size_t acknowledged = count_bytes(ends[0]);
  ::close(ends[0]);
  int status = 0;
  ::waitpid(child, &status, 0);
  REQUIRE(WIFEXITED(status));
  CHECK(WEXITSTATUS(status) == 4);
  CHECK(acknowledged > 10);
  CHECK(acknowledged < articles.size());

  CHECK(integrity(file) == "ok");
  const Store store(file, Mode::Read);
  CHECK(store.stamps().size() == acknowledged);
  const std::vector<ReadArticle> there(
      articles.begin(), articles.begin() + static_cast<std::ptrdiff_t>(acknowledged));
  CHECK(test::dump(store.load(ontology)) == test::dump(build_graph(there, ontology)));
}
