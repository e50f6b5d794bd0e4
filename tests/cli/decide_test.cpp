// The reader's decisions from outside: the ledger beside the graph, and what the commands say.

#include <filesystem>
#include <thread>

#include "graph/ledger.h"
#include "tests/catch.h"
#include "tests/cli/graph_file.h"
#include "tests/support/run.h"

using namespace entente;
using namespace entente::test;

namespace {

Run entente_run(const std::vector<std::string>& arguments) {
  return run(ENTENTE_PROGRAM, arguments);
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

std::string ledger_of(const std::string& graph) { return bytes_of(graph + ".ledger"); }

std::string content(const std::string& graph) {
  return entente_run({"entities", graph, "--format", "jsonl"}).out +
         entente_run({"facts", graph, "--format", "jsonl", "--status", "all"}).out;
}

std::string fact_id(const std::string& graph, const std::string& words) {
  const std::string rows =
      entente_run({"timeline", graph, "--format", "tsv", "--status", "all"}).out;
  const std::size_t at = rows.find(words);
  REQUIRE(at != std::string::npos);
  const std::size_t end = rows.rfind('\t', rows.find('\n', at));  // the event stands last
  return rows.substr(end - 13, 13);
}

}  // namespace

TEST_CASE("issue 4: same, differ, rename and reject write a line, and deleting it undoes it") {
  const Scratch folder;
  const std::string graph = make_graph(folder);
  const std::string before = content(graph);
  const std::vector<std::vector<std::string>> commands = {
      {"same", graph, "Eve Ray", "Fay Ray"},
      {"differ", graph, "Ann Lind", "Dee Hall"},
      {"rename", graph, "Bo Tarn", "Bo R. Tarn"},
      {"reject", graph, fact_id(graph, "Cy Moor met Ann Lind"), "--reason", "another Cy"},
      {"reject", graph, "Port"}};
  for (const auto& command : commands) {
    CAPTURE(command[0]);
    const Run done = entente_run(command);
    CHECK(done.err.find("g.ent.ledger:") != std::string::npos);
    CHECK(done.code == 0);
    CHECK(done.out.empty());
  }
  const std::string ledger = ledger_of(graph);
  CHECK(contains(
      ledger,
      "\nsame | Eve Ray <person:eve-ray> | Fay Ray <person:fay-ray>\n"
      "differ | Ann Lind <person:ann-lind> | Dee Hall <person:dee-hall>\n"
      "rename | Bo Tarn <person:bo-tarn> | Bo R. Tarn\n"
      "reject | Ann Lind <person:ann-lind> | met-with | Cy Moor <person:cy-moor> | undated "
      "| happened  # another Cy\n"
      "reject | Port <place:port>\n"));
  const std::string after = content(graph);
  CHECK_FALSE(contains(after, "fay-ray"));
  CHECK(contains(after, "\"name\":\"Bo R. Tarn\",\"aliases\":[\"Bo Tarn\"]"));
  CHECK_FALSE(contains(after, "place:port"));
  CHECK(entente_run({"met", graph, "Cy Moor"}).code == 1);
  CHECK(entente_run({"verify", graph}).code == 0);
  // Without the lines, without building: as before.
  std::filesystem::remove(graph + ".ledger");
  CHECK(content(graph) == before);
  write_bytes(graph + ".ledger", ledger);
  CHECK(content(graph) == after);
}

TEST_CASE("issue 4: decisions outlive the graph file and a new reading of its articles") {
  const Scratch folder;
  const std::string article = folder / "a.txt", graph = folder / "g.ent";
  write_bytes(
      article,
      "Talks in Vienna\n\nPresident Anna Keller met Prime Minister Marcus Hale in Vienna on "
      "Monday.\n");
  REQUIRE(entente_run({"build", article, "-o", graph}).code == 0);
  REQUIRE(entente_run({"rename", graph, "Marcus Hale", "Marc Hale"}).code == 0);
  const std::string renamed = content(graph);
  REQUIRE(contains(renamed, "\"name\":\"Marc Hale\""));
  std::filesystem::remove(graph);
  REQUIRE(entente_run({"build", article, "-o", graph}).code == 0);
  CHECK(content(graph) == renamed);
  write_bytes(article, bytes_of(article) + "\nThe talks were long.\n");
  REQUIRE(entente_run({"build", article, "-o", graph}).code == 0);
  CHECK(contains(content(graph), "\"name\":\"Marc Hale\""));
}

TEST_CASE("issue 4: a line that fits nothing is a warning of build, a broken one an error of all") {
  const Scratch folder;
  const std::string article = folder / "a.txt", graph = folder / "g.ent";
  write_bytes(article, "President Anna Keller met Prime Minister Marcus Hale on Monday.\n");
  write_bytes(graph + ".ledger", "# by hand\nreject | Zoe Zand\n");
  const Run built = entente_run({"build", article, "-o", graph});
  CHECK(built.code == 0);
  CHECK(contains(built.err, "g.ent.ledger:2: no entity is Zoe Zand\n"));
  write_bytes(graph + ".ledger", "reject | Zoe Zand\nremove | Anna Keller\n");
  for (const auto& command :
       std::vector<std::vector<std::string>>{{"build", article, "-o", graph},
                                             {"entities", graph},
                                             {"same", graph, "Keller", "Hale"}}) {
    CAPTURE(command[0]);
    const Run refused = entente_run(command);
    CHECK(refused.code == 3);
    CHECK(contains(
        refused.err,
        "g.ent.ledger:2: expected same, differ, rename, retype, reject, correct or add, found "
        "\"remove\""));
  }
}

TEST_CASE("issue 4: a decision that cannot be is refused, and no line is written") {
  const Scratch folder;
  const std::string graph = make_graph(folder);
  struct Case {
    std::vector<std::string> arguments;
    int code;
    std::string message;
  };
  const std::vector<Case> cases = {
      {{"same", graph, "Ray", "Ann Lind"}, 2, "\"Ray\" may be any of 2"},
      {{"same", graph, "Zoe", "Ann Lind"}, 1, "no entity is called \"Zoe\""},
      {{"same", graph, "Lind", "Ann Lind"}, 0, "both are person:ann-lind already"},
      {{"differ", graph, "Ann Lind", "Ann Lind"}, 2, "say in which article each is named"},
      {{"differ", graph, "Ann Lind @ one.txt", "Ann Lind @ three.txt"},
       1,
       "three.txt does not name"},
      {{"rename", graph, "Ann Lind", "--"}, 2, ""},
      {{"reject", graph, "f000000000000"}, 1, "no entity is called"},
      {{"reject", graph + "x", "Port"}, 4, "no such file"}};
  for (const Case& each : cases) {
    CAPTURE(each.arguments);
    const Run done = entente_run(each.arguments);
    CHECK(done.code == each.code);
    CHECK(contains(done.err, each.message));
    CHECK_FALSE(std::filesystem::exists(graph + ".ledger"));
  }
  REQUIRE(entente_run({"differ", graph, "Eve Ray", "Fay Ray"}).code == 0);
  const std::string ledger = ledger_of(graph);
  const Run same = entente_run({"same", graph, "Fay Ray", "Eve Ray"});
  CHECK(same.code == 3);
  CHECK(contains(same.err, "g.ent.ledger:8: \"same\" contradicts \"differ\" on line 7"));
  CHECK(ledger_of(graph) == ledger);
}

TEST_CASE("issue 4: one entity of several articles is split by article") {
  const Scratch folder;
  const std::string graph = make_graph(folder);
  const Run split =
      entente_run({"differ", graph, "Ann Lind @ one.txt", "Ann Lind @ two.txt", "--quiet"});
  CHECK(split.err.empty());
  REQUIRE(split.code == 0);
  CHECK(entente_run({"show", graph, "Ann Lind"}).code == 2);
  CHECK(contains(entente_run({"show", graph, "person:ann-lind-2"}).out, "Cy Moor met Ann Lind"));
  const Run named = entente_run({"rename", graph, "person:ann-lind-2", "Ann Lind the Elder"});
  CHECK(
      contains(named.err, "rename | Ann Lind <person:ann-lind-2> @ two.txt | Ann Lind the Elder"));
}

TEST_CASE("issue 4: of many who decide at the same time no line is lost, nor one told as kept") {
  const Scratch folder;
  const std::string graph = make_graph(folder);
  const std::vector<std::string> names = {"Ann Lind", "Bo Tarn", "Cy Moor", "Dee Hall", "Eve Ray"};
  std::vector<std::thread> threads;
  std::vector<int> codes(names.size());
  for (std::size_t i = 0; i < names.size(); ++i) {
    threads.emplace_back([&, i] {
      codes[i] = entente_run({"rename", graph, names[i], names[i] + " X"}).code;
    });
  }
  for (std::thread& thread : threads) thread.join();
  const std::string ledger = ledger_of(graph);
  const Ledger read = parse_ledger("ledger", ledger);
  std::size_t kept = 0;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (codes[i] == 0) ++kept;
    if (codes[i] == 0) CHECK(contains(ledger, "| " + names[i] + " X\n"));
  }
  CHECK(kept > 0);
  CHECK(read.decisions.size() == kept);
  CHECK(entente_run({"verify", graph}).code == 0);
}

TEST_CASE("issue 4: candidates for one entity are listed, and no longer once they are decided") {
  const Scratch folder;
  const std::string graph = folder / "g.ent";
  {
    Store store(graph, Store::Mode::Write);
    put(store, Reading("1.txt", "Ann Lind met Bo Tarn.")
                   .entity("person", {"Ann Lind"})
                   .entity("person", {"Bo Tarn"})
                   .fact("Ann Lind", "met-with", "Bo Tarn"));
    put(store, Reading("2.txt", "A. Lind").entity("person", {"A. Lind"}));
    store.fold(load_ontology(data_folder()));
  }
  const Run similar = entente_run({"find", graph, "--similar"});
  CHECK(similar.code == 0);
  CHECK(similar.out ==
        "reason   name     other     type    together  id             other id\n"
        "initial  A. Lind  Ann Lind  person         0  person:a-lind  person:ann-lind\n");
  CHECK(entente_run({"find", graph, "--similar", "Ann Lind", "--format", "csv"}).out ==
        "reason,name,other,type,together,id,other_id\n"
        "initial,\"A. Lind\",\"Ann Lind\",person,0,person:a-lind,person:ann-lind\n");
  CHECK(entente_run({"find", graph, "--similar", "Bo Tarn"}).code == 1);
  CHECK(entente_run({"find", graph}).code == 2);
  REQUIRE(entente_run({"differ", graph, "Ann Lind", "A. Lind"}).code == 0);
  CHECK(entente_run({"find", graph, "--similar"}).code == 1);
}

TEST_CASE("issue 4: check lists the names of an article that may be one") {
  const Scratch folder;
  const std::string article = folder / "a.txt";
  write_bytes(
      article,
      "President Anna Keller met Prime Minister Marcus Hale in Vienna on Monday. Anna Kelller "
      "then visited Kenya.\n");
  CHECK(
      contains(entente_run({"check", article}).out,
               "Names that may be one, kept apart\n  spelling      Anna Keller · Anna Kelller\n"));
}

TEST_CASE("issue 4: two graphs are compared") {
  const Scratch folder, other;
  const std::string old = make_graph(folder), now = make_graph(other);
  const Run equal = entente_run({"diff", old, now});
  CHECK(equal.code == 1);
  CHECK(equal.out.empty());
  CHECK(equal.err == "no difference between the two graphs\n");
  REQUIRE(entente_run({"rename", now, "Bo Tarn", "Bob Tarn"}).code == 0);
  const Run differs = entente_run({"diff", old, now, "--format", "jsonl"});
  CHECK(differs.code == 0);
  CHECK(contains(
      differs.out,
      "{\"what\":\"entity\",\"change\":\"renamed\",\"id\":\"person:bo-tarn\",\"text\":\"Bob "
      "Tarn\",\"field\":\"name\",\"old\":\"Bo Tarn\",\"new\":\"Bob Tarn\"}\n"));
}

TEST_CASE("issue 4: events are counted per pair and month, and written for R and pandas") {
  const Scratch folder;
  const std::string graph = make_graph(folder);
  CHECK(entente_run({"dyads", graph, "Lind", "--format", "csv"}).out ==
        "month,source,target,category,relation,events,sources,source_id,target_id\n"
        "2021,\"Ann Lind\",\"Bo Tarn\",CONSULT,,1,1,person:ann-lind,person:bo-tarn\n"
        "2023-05,\"Ann Lind\",\"Bo Tarn\",CONSULT,,1,1,person:ann-lind,person:bo-tarn\n"
        ",\"Ann Lind\",\"Cy Moor\",CONSULT,,1,1,person:ann-lind,person:cy-moor\n");
  CHECK(entente_run({"dyads", graph, "Dee Hall"}).code == 1);
  const Run by = entente_run({"dyads", graph, "--by", "relations"});
  CHECK(by.code == 2);
  CHECK(contains(by.err, "did you mean \"relation\"?"));
  const std::string events = folder / "events.csv";
  REQUIRE(entente_run({"export", graph, "-o", events, "--format", "plover"}).code == 0);
  CHECK(contains(bytes_of(events), ",\"Bo Tarn\",Land,CONSULT,visit,,"));
}
