// What users write through Cypher, from outside: kept in the ledger, listed, undone.

#include <filesystem>

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

Run query(const std::string& graph, const std::string& text,
          const std::vector<std::string>& more = {}) {
  std::vector<std::string> arguments = {"query", graph, text};
  arguments.insert(arguments.end(), more.begin(), more.end());
  return entente_run(arguments);
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

std::string ledger_of(const std::string& graph) { return bytes_of(graph + ".ledger"); }

std::string content(const std::string& graph) {
  std::string all;
  for (const char* command : {"entities", "facts", "events", "articles"}) {
    std::vector<std::string> arguments = {command, graph, "--format", "jsonl"};
    if (std::string(command) != "articles") arguments.insert(arguments.end(), {"--status", "all"});
    all += entente_run(arguments).out;
  }
  return all;
}

const std::string kMeeting =
    "MATCH (a:Person {name: 'Bo Tarn'}) CREATE (a)-[:MET_WITH {date: date('2024-03-01'), "
    "topic: 'fish', note: 'told by phone'}]->(k:Person {name: 'Anna Keller'}) RETURN k, k.type";

}  // namespace

TEST_CASE("issue 5: what is written through Cypher is kept, proved, listed and undone") {
  const Scratch folder;
  const std::string graph = make_graph(folder);
  const std::string before = content(graph);
  const Run written = query(graph, kMeeting, {"--format", "tsv"});
  CHECK(written.code == 0);
  CHECK(written.out == "k\tk.type\nperson:anna-keller\tperson\n");
  const std::string entity = "add | Anna Keller <person:anna-keller> | person";
  const std::string fact =
      "add | Bo Tarn <person:bo-tarn> | met-with | Anna Keller <person:anna-keller> | 2024-03-01 | "
      "happened | topic=fish  # told by phone";
  CHECK(contains(written.err, "g.ent.ledger:7: " + entity + "\n"));
  CHECK(ledger_of(graph).ends_with(entity + "\n" + fact + "\n"));

  const Run found = query(graph,
                          "MATCH (:Person {name: 'Anna Keller'})-[r:MET_WITH]-(b) "
                          "RETURN b.name, r.when, r.topic, r.quote, r.articles, r.sources",
                          {"--format", "tsv"});
  CHECK(contains(found.out, "\nBo Tarn\t2024-03-01\tfish\t" + fact + "\tg.ent.ledger\t1\n"));
  CHECK(contains(entente_run({"verify", graph}).out, "byte for byte; 1 of them in the ledger\n"));
  const Run why = entente_run({"why", graph, "Bo Tarn", "Anna Keller"});
  CHECK(contains(why.out, "entered by the reader"));
  CHECK(contains(why.out, "line 8 of g.ent.ledger"));
  CHECK(contains(entente_run({"met", graph, "Anna Keller"}).out, "Bo Tarn"));
  for (const char* name : {"a.gexf", "a.graphml", "a.jsonl", "a.json", "a.svg"}) {
    CAPTURE(name);
    const std::string command = std::string(name).ends_with("svg") ? "render" : "export";
    CHECK(entente_run({command, graph, "-o", folder / name}).code == 0);
    CHECK(contains(bytes_of(folder / name), "Anna Keller"));
  }
  CHECK(entente_run({"export", graph, "-o", folder / "tables", "--format", "csv"}).code == 0);
  CHECK(contains(bytes_of(folder / "tables/evidence.csv"), "told by phone"));
  CHECK(entente_run({"export", graph, "-o", folder / "p.csv", "--format", "plover"}).code == 0);
  CHECK(contains(bytes_of(folder / "p.csv"), "Anna Keller"));

  const Run listed = entente_run({"ledger", graph, "--format", "tsv"});
  CHECK(listed.out == "line\tdecision\treason\n7\t" + entity + "\t\n8\t" +
                          fact.substr(0, fact.find("  #")) + "\ttold by phone\n");
  const std::string after = content(graph);
  CHECK(entente_run({"undo", graph, "9"}).code == 2);
  CHECK(content(graph) == after);
  CHECK(entente_run({"undo", graph, "8"}).err.find("undone: " + fact) != std::string::npos);
  CHECK(contains(content(graph), "person:anna-keller"));
  CHECK(entente_run({"undo", graph, "7"}).code == 0);
  CHECK(content(graph) == before);
  CHECK(entente_run({"ledger", graph}).code == 1);
}

TEST_CASE("issue 5: own edges and corrections outlive the articles that come and go") {
  const Scratch folder;
  const std::string graph = make_graph(folder);
  CHECK(query(graph, kMeeting).code == 0);
  CHECK(query(graph,
              "MATCH ({name: 'Bo Tarn'})-[r:VISITED]->() "
              "SET r.date = date('2023-05-09'), r.status = 'planned'",
              {"--reason", "the diary"})
            .code == 0);
  CHECK(ledger_of(graph).ends_with(
      "correct | Bo Tarn <person:bo-tarn> | visited | Land <country:land> | 2023-05 | happened | "
      "any | date=2023-05-09 | status=planned  # the diary\n"));
  const std::string kept =
      "MATCH ({name: 'Bo Tarn'})-[r]->(b) WHERE r.status = 'planned' OR "
      "b.name = 'Anna Keller' RETURN b.name, r.when, r.status ORDER BY r.when";
  const std::string rows = "b.name\tr.when\tr.status\nLand\t2023-05-09\tplanned\n";
  CHECK(query(graph, kept, {"--format", "tsv"}).out == rows);
  // Once more from nothing but the articles and the ledger.
  const std::string ledger = ledger_of(graph);
  const std::string before = content(graph);
  std::filesystem::remove(graph);
  std::filesystem::remove(graph + ".ledger");
  make_graph(folder);
  write_bytes(graph + ".ledger", ledger);
  CHECK(content(graph) == before);
  CHECK(entente_run({"verify", graph}).code == 0);
  // An article tells the day more exactly, and names the new person.
  {
    Store store(graph, Store::Mode::Write);
    put(store,
        Reading("four.txt", "Bo Tarn visited Land on May 8. Anna Keller waited.")
            .entity("person", {"Bo Tarn"})
            .entity("country", {"Land"}, "country:land")
            .entity("person", {"Anna Keller", "Keller"})
            .fact("Bo Tarn", "visited", "Land", "2023-05-08", "Bo Tarn visited Land on May 8."));
    CHECK(store.fold(load_ontology(data_folder())).empty());
  }
  CHECK(query(graph, kept, {"--format", "tsv"}).out == rows);
  CHECK(query(graph, "MATCH (k:Person {name: 'Anna Keller'})-[r]-() RETURN k.articles, type(r)",
              {"--format", "tsv"})
            .out == "k.articles\ttype(r)\nfour.txt\tMET_WITH\n");
  CHECK(entente_run({"verify", graph}).code == 0);
  // Under another name.
  for (const char* end : {"", ".ledger"}) {
    std::filesystem::rename(graph + end, std::string(folder / "h.ent") + end);
  }
  CHECK(entente_run({"verify", folder / "h.ent"}).code == 0);
  CHECK(contains(content(folder / "h.ent"), "\"article\":\"h.ent.ledger\""));
}

TEST_CASE("issue 5: a query that fails, finds nothing or is tried writes nothing") {
  const Scratch folder;
  const std::string graph = make_graph(folder);
  const std::string before = bytes_of(graph);
  const Run tried = query(graph, kMeeting, {"--dry-run"});
  CHECK(tried.code == 0);
  CHECK(tried.out.starts_with("add | Anna Keller <person:anna-keller> | person\nadd | Bo Tarn"));
  const Run refused = query(graph, "MATCH (a:Person) SET a.aliases = []");
  CHECK(refused.code == 2);
  CHECK(contains(refused.err, "1:34: "));
  CHECK(contains(refused.err, "expected name or type"));
  CHECK(query(graph, "MATCH (a {name: 'Nobody'}) DETACH DELETE a").code == 1);
  CHECK(query(graph, "EXPLAIN CREATE (:Person {name: 'x'})").out.find("Create") == 0);
  CHECK_FALSE(std::filesystem::exists(graph + ".ledger"));
  CHECK(bytes_of(graph) == before);
  CHECK(query(folder / "none.ent", "CREATE (:Person {name: 'x'})").code == 4);
  CHECK_FALSE(std::filesystem::exists(folder / "none.ent"));
  // What the ledger cannot hold beside its other lines.
  CHECK(entente_run({"reject", graph, "Port"}).code == 0);
  const std::string ledger = ledger_of(graph);
  const Run again = query(graph, "CREATE (:Place {name: 'Port'})");
  CHECK(again.code == 2);
  CHECK(contains(again.err, "line 7 rejects it; delete that line"));
  CHECK(query(graph, "CREATE (:Place {name: 'Port'})", {"--dry-run"}).code == 2);
  CHECK(ledger_of(graph) == ledger);
}

TEST_CASE("issue 5: hostile names keep to their line and prove") {
  const Scratch folder;
  const std::string graph = make_graph(folder);
  const std::string before = content(graph);
  const std::vector<std::string> names = {
      "a|b",   "# c",       "<d>",  "e @ f.txt", "g\\",      "h\nadd | x | person",
      "\"i\"", "j\x1b[31m", "k=l",  "Nguyễn",    "person:m", "\xF0\x9F\x8E\x89 2024",
      "same",  "undated",   "n > o"};
  for (const std::string& name : names) {
    CAPTURE(name);
    const Run done = query(graph,
                           "MATCH (b {name: 'Bo Tarn'}) CREATE (b)-[:MET_WITH {topic: $name, note: "
                           "$name}]->(:Person {name: $name})",
                           {"-p", "name=" + name});
    CHECK(done.code == 0);
  }
  CHECK(entente_run({"verify", graph}).code == 0);
  const Ledger ledger = parse_ledger("g", ledger_of(graph));
  CHECK(ledger.decisions.size() == 2 * names.size());
  for (std::size_t i = 0; i < 2 * names.size(); ++i) {
    CHECK(entente_run({"undo", graph, std::to_string(ledger.decisions[0].line)}).code == 0);
  }
  CHECK(content(graph) == before);
}
