// Decisions in the graph file: kept for good once they are told as kept, seen when they change.

#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <random>

#include "base/files.h"
#include "graph/entity_names.h"
#include "graph/store.h"
#include "tests/catch.h"
#include "tests/graph/corpus.h"
#include "tests/support/build.h"
#include "tests/support/error_text.h"
#include "tests/support/scratch.h"

using namespace entente;
using Mode = Store::Mode;

namespace {

void put(Store& store, const ReadArticle& read) {
  store.put(read.article, {read.article.id, "h", "r"}, read.extraction);
}

Decision renaming(const std::string& id, const std::string& name) {
  Decision made;
  made.kind = Decision::Kind::Rename;
  made.a.id = id;
  made.name = name;
  return made;
}

std::filesystem::path made_graph(const Scratch& scratch) {
  const auto file = scratch / "g.ent";
  Store store(file, Mode::Write);
  for (const ReadArticle& read : test::corpus(12)) put(store, read);
  store.fold(test::ontology());
  return file;
}

std::string loaded(const std::filesystem::path& file) {
  return test::dump(Store(file, Mode::Read).load(test::ontology()));
}

}  // namespace

TEST_CASE("issue 4: a graph sees that its ledger has changed, and knows when it has not") {
  const Scratch scratch;
  const auto file = made_graph(scratch);
  const std::string before = loaded(file);
  write_file(ledger_path(file), "rename | country:Alba | New Alba\nreject | Zoe Zand\n");
  const std::string after = loaded(file);
  CHECK(after.find("country:Alba|country|New Alba|") != std::string::npos);
  {
    Store store(file, Mode::Write);
    const std::vector<Warning> warnings = store.fold(test::ontology());
    REQUIRE(warnings.size() == 1);
    CHECK(to_string(warnings[0].place) == ledger_path(file).string() + ":2");
    CHECK(store.fold(test::ontology()).empty());  // folded already
  }
  CHECK(loaded(file) == after);
  std::filesystem::remove(ledger_path(file));
  CHECK(loaded(file) == before);
  write_file(ledger_path(file), "rename\n");
  CHECK(test::error_text([&] { loaded(file); }).find("g.ent.ledger:1: expected") !=
        std::string::npos);
}

TEST_CASE("issue 4: a decision that changes nothing or cannot be written leaves all as it was") {
  const Scratch scratch;
  const auto file = made_graph(scratch);
  const std::string before = loaded(file);
  std::vector<Warning> warnings;
  {
    Store store(file, Mode::Write);
    const std::string error = test::error_text(
        [&] { store.decide({renaming("person:zoe-zand", "Zoe")}, test::ontology(), warnings); });
    CHECK(error == "no entity is <person:zoe-zand>");
    CHECK_FALSE(std::filesystem::exists(ledger_path(file)));
  }
  std::filesystem::create_directory(ledger_path(file));
  {
    Store store(file, Mode::Write);
    const std::string error = test::error_text(
        [&] { store.decide({renaming("country:Alba", "New Alba")}, test::ontology(), warnings); });
    CHECK(error.find("g.ent.ledger: cannot read") != std::string::npos);
  }
  std::filesystem::remove(ledger_path(file));
  CHECK(loaded(file) == before);
}

TEST_CASE("issue 4: who is killed while deciding loses no decision that was told as kept",
          "[slow]") {
  const Scratch scratch;
  const auto file = made_graph(scratch);
  std::mt19937 random(5);
  std::size_t acknowledged = 0;
  for (int round = 0; round < 12; ++round) {
    int ends[2];
    REQUIRE(::pipe(ends) == 0);
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
      std::vector<Warning> warnings;
      for (std::size_t i = acknowledged;; ++i) {
        Store store(file, Mode::Write);
        store.decide({renaming("country:Alba", "Alba " + std::to_string(i))}, test::ontology(),
                     warnings);
        if (::write(ends[1], "x", 1) != 1) ::_exit(1);
      }
    }
    ::close(ends[1]);
    char byte = 0;
    REQUIRE(::read(ends[0], &byte, 1) == 1);
    ::usleep(static_cast<useconds_t>(random() % 20000));
    ::kill(child, SIGKILL);
    ++acknowledged;
    while (::read(ends[0], &byte, 1) == 1) ++acknowledged;
    ::close(ends[0]);
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    const Ledger ledger = parse_ledger("ledger", read_ledger(file));
    // One more may have been written whose writer was killed before it could say so.
    REQUIRE(ledger.decisions.size() >= acknowledged);
    REQUIRE(ledger.decisions.size() <= acknowledged + 1);
    acknowledged = ledger.decisions.size();
    for (std::size_t i = 0; i < ledger.decisions.size(); ++i) {
      REQUIRE(ledger.decisions[i].name == "Alba " + std::to_string(i));
    }
    REQUIRE(loaded(file).find("|" + ledger.decisions.back().name + "|") != std::string::npos);
  }
}

TEST_CASE("issue 4: with decisions too, adding in any order and grouping equals building at once") {
  const std::vector<ReadArticle> articles = test::corpus(30);
  const Ontology ontology = test::ontology();
  const KnowledgeGraph all = build_graph(articles, ontology);
  // Of the corpus' people, two pairs and a few facts.
  std::vector<Entity> people;
  for (const auto vertex : all.vertices_by_id()) {
    if (all[vertex].type == "person") people.push_back(all[vertex]);
  }
  REQUIRE(people.size() > 6);
  const EntityNames names(people);
  const auto ref = [&](std::size_t i) { return to_string(names.reference(i)); };
  std::string ledger = "same | " + ref(0) + " | " + ref(1) + "\ndiffer | " + ref(2) + " | " +
                       ref(3) + "\nrename | " + ref(4) + " | Zed\nreject | " + ref(5) + "\n";
  for (const auto& edge : all.edges_by_id()) {
    const Fact& fact = all[edge];
    if (fact.id.back() < '4') {
      ledger += "reject | " + fact.subject + " | " + fact.relation + " | " + fact.object + "\n";
    }
  }
  const std::string expected =
      test::dump(build_graph(articles, ontology, parse_ledger("ledger", ledger)));
  CHECK(expected != test::dump(all));
  std::mt19937 random(9);
  for (int round = 0; round < 6; ++round) {
    const Scratch scratch;
    const auto file = scratch / "g.ent";
    if (round % 2 == 0) write_file(ledger_path(file), ledger);
    std::vector<ReadArticle> order = articles;
    std::shuffle(order.begin(), order.end(), random);
    {
      Store store(file, Mode::Write);
      for (const ReadArticle& read : order) {
        put(store, read);
        if (random() % 5 == 0) store.fold(ontology);
        if (random() % 7 == 0) store.remove(read.article.id);
      }
      for (const ReadArticle& read : order) put(store, read);
      write_file(ledger_path(file), ledger);
      store.fold(ontology);
    }
    REQUIRE(loaded(file) == expected);
  }
}
