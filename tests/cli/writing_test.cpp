// The commands that write files: render, export; and verify.

#include "base/files.h"
#include "tests/catch.h"
#include "tests/cli/drawing_run.h"
#include "tests/cli/graph_file.h"

using namespace entente;
using namespace entente::test;
namespace fs = std::filesystem;

TEST_CASE("a diagram is drawn in the format of its file's ending") {
  const Scratch folder;
  const std::string graph = make_graph(folder);
  struct Row {
    std::string name, begins;
  };
  const auto row = GENERATE(values<Row>(
      {{"a.svg", "<?xml"}, {"a.dot", "digraph"}, {"a.png", "\x89PNG"}, {"a.pdf", "%PDF"}}));
  CAPTURE(row.name);
  const std::string file = folder / row.name;
  const Run run = entente_run({"render", graph, "-o", file});
  CHECK(run.code == 0);
  CHECK(run.out.empty());
  CHECK(contains(run.err, "7 entities, 5 relations -> " + file));
  CHECK(contains(bytes_of(file).substr(0, 400), row.begins));
}

TEST_CASE("a part of the graph is drawn when asked for") {
  const Scratch folder;
  const std::string graph = make_graph(folder);
  const auto dot = [&](std::vector<std::string> more) {
    std::vector<std::string> arguments = {"render", graph, "-o", "-", "--format", "dot"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    const Run run = entente_run(arguments);
    CHECK(run.code == 0);
    CHECK(run.err.empty());
    return run.out;
  };
  CHECK(contains(dot({}), "Eve Ray"));
  const std::string near = dot({"--about", "Lind", "--title", "Near Lind"});
  CHECK(contains(near, "Near Lind"));
  CHECK(contains(near, "Cy Moor"));
  CHECK_FALSE(contains(near, "Dee Hall"));
  CHECK(contains(dot({"--about", "Lind", "--hops", "3"}), "Dee Hall"));
  const std::string chain = dot({"--path", "Lind", "Land"});
  CHECK(contains(chain, "Bo Tarn"));
  CHECK_FALSE(contains(chain, "Cy Moor"));
  CHECK_FALSE(contains(dot({"--top", "2"}), "Eve Ray"));
  CHECK_FALSE(contains(dot({"--relation", "visited"}), "Ann Lind"));
}

TEST_CASE("nothing to draw is code 1, an unknown kind of picture code 2") {
  const Scratch folder;
  const std::string graph = make_graph(folder);
  const std::string file = folder / "a.svg";
  CHECK(entente_run({"render", graph, "-o", file, "--since", "2030"}).code == 1);
  CHECK(entente_run({"render", graph, "-o", file, "--path", "Lind", "Eve Ray"}).code == 1);
  CHECK(entente_run({"render", graph, "-o", file, "--about", "Nobody"}).code == 1);
  CHECK_FALSE(fs::exists(file));
  CHECK(contains(entente_run({"render", graph, "-o", folder / "a.gif"}).err,
                 "known: svg, png, pdf, dot"));
  CHECK(entente_run({"render", graph, "-o", folder / "a"}).code == 2);
  CHECK(entente_run({"render", graph, "-o", "-"}).code == 2);
  CHECK(entente_run({"render", graph, "-o", file, "--hops", "2"}).code == 2);
  CHECK(entente_run({"render", graph, "-o", file, "--about", "Lind", "--path", "Lind", "Land"})
            .code == 2);
}

TEST_CASE("what cannot be written ends with 4 and names the file") {
  const Scratch folder;
  const std::string graph = make_graph(folder);
  const std::string nowhere = folder / "no/such/file";
  const Run render = entente_run({"render", graph, "-o", nowhere + ".svg"});
  CHECK(render.code == 4);
  CHECK(contains(render.err, nowhere + ".svg"));
  const Run exported = entente_run({"export", graph, "-o", nowhere + ".gexf"});
  CHECK(exported.code == 4);
  CHECK(contains(exported.err, nowhere + ".gexf"));
  CHECK(entente_run({"export", graph, "-o", nowhere, "--format", "csv"}).code == 4);
  CHECK(entente_run({"export", graph, "-o", graph, "--format", "csv"}).code == 4);
  CHECK(entente_run({"export", graph, "-o", "-", "--format", "json"}, "/dev/full").code == 4);
  CHECK(entente_run({"render", graph, "-o", "-", "--format", "svg"}, "/dev/full").code == 4);
}

TEST_CASE("every export is written by ending and by name, the same bytes each time") {
  const Scratch folder;
  const std::string graph = make_graph(folder);
  const auto name = GENERATE(values<std::string>(
      {"gexf", "graphml", "jsonl", "json", "cyjs", "cypher", "ttl", "jsonld", "md"}));
  CAPTURE(name);
  const std::string file = folder / ("a." + name);
  CHECK(entente_run({"export", graph, "-o", file}).code == 0);
  const Run out = entente_run({"export", graph, "-o", "-", "--format", "." + name});
  CHECK(out.code == 0);
  CHECK(out.err.empty());
  CHECK(contains(out.out, "Ann Lind"));
  CHECK(out.out == bytes_of(file));
}

TEST_CASE("a vault is a folder with folders in it") {
  const Scratch folder;
  const std::string graph = make_graph(folder);
  const std::string vault = folder / "vault";
  CHECK(entente_run({"export", graph, "-o", vault, "--format", "obsidian"}).code == 0);
  CHECK(contains(bytes_of(vault + "/People/Ann Lind.md"), "[[Ann Lind]]"));
  CHECK(contains(bytes_of(vault + "/Index.md"), "[[2023-05-03 Talks at the port]]"));
}

TEST_CASE("tables go into a folder, never to standard output") {
  const Scratch folder;
  const std::string graph = make_graph(folder);
  const std::string tables = folder / "tables";
  for (int round = 0; round < 2; ++round) {  // the second time the folder is there
    CHECK(entente_run({"export", graph, "-o", tables, "--format", "csv"}).code == 0);
    CHECK(contains(bytes_of(tables + "/nodes.csv"), "Ann Lind"));
  }
  CHECK(entente_run({"export", graph, "-o", "-", "--format", "csv"}).code == 2);
  CHECK(contains(entente_run({"export", graph, "-o", "a.gefx"}).err, "did you mean \"gexf\""));
  CHECK(contains(entente_run({"export", graph, "-o", "a"}).err, "give --format gexf"));
}

TEST_CASE("what is exported as JSON lines makes the same graph again, byte for byte") {
  const Scratch folder;
  const Scratch other;  // the same name: a ledger is called after its graph
  const std::string graph = make_graph(folder);
  REQUIRE(
      entente_run({"rename", graph, "Bo Tarn", "Bo R. Tarn", "--reason", "\"his\" | card"}).code ==
      0);
  REQUIRE(entente_run({"same", graph, "Eve Ray", "Cy Moor"}).code == 0);
  const std::string lines = folder / "g.jsonl";
  REQUIRE(entente_run({"export", graph, "-o", lines}).code == 0);

  const std::string again = other / "g.ent";
  const Run imported = entente_run({"import", lines, "-o", again});
  CHECK(imported.code == 0);
  CHECK(contains(imported.err, "3 articles imported: "));
  CHECK(entente_run({"verify", again}).code == 0);
  CHECK(bytes_of(again + ".ledger") == bytes_of(graph + ".ledger"));
  for (const std::string command : {"entities", "facts", "events", "articles"}) {
    std::vector<std::string> arguments = {command, graph, "--format", "jsonl"};
    if (command != "articles") arguments.insert(arguments.end(), {"--status", "all"});
    const Run want = entente_run(arguments);
    arguments[1] = again;
    CHECK(entente_run(arguments).out == want.out);
    CHECK(want.out.size() > 100);
  }
  for (const std::string format :
       {"jsonl", "gexf", "json", "cypher", "turtle", "ftm", "dossier", "plover"}) {
    const std::vector<std::string> rest = {"-o", "-", "--format", format, "--status", "all"};
    std::vector<std::string> arguments = {"export", graph};
    arguments.insert(arguments.end(), rest.begin(), rest.end());
    const Run want = entente_run(arguments);
    arguments[1] = again;
    CHECK(entente_run(arguments).out == want.out);
  }
  // Again into the same graph: nothing new, nothing lost.
  CHECK(contains(entente_run({"import", lines, "-o", again}).err, "0 articles imported"));
  CHECK(entente_run({"diff", graph, again}).code == 1);
}

TEST_CASE("an export that was changed by hand says so when it is imported") {
  const Scratch folder;
  const std::string graph = make_graph(folder);
  std::string text = entente_run({"export", graph, "-o", "-", "--format", "jsonl"}).out;
  const std::size_t at = text.find("\"relation\":\"met-with\"", text.find("{\"t\":\"edge\""));
  REQUIRE(at != std::string::npos);
  text.replace(at, 21, "\"relation\":\"attacked\"");
  write_file(folder / "changed.jsonl", text);
  const Run run = entente_run({"import", folder / "changed.jsonl", "-o", folder / "new.ent"});
  CHECK(run.code == 5);
  CHECK(contains(run.err, "changed.jsonl:"));
  CHECK(contains(run.err, "not what the articles say"));
  CHECK(entente_run({"diff", graph, folder / "new.ent"}).code == 1);
}

TEST_CASE("import refuses what is no export, and build refuses what is one") {
  const Scratch folder;
  const std::string graph = make_graph(folder);
  write_file(folder / "a.jsonl", "{\"title\":\"a\",\"text\":\"b\"}\n");
  const Run refused = entente_run({"import", folder / "a.jsonl", "-o", folder / "new.ent"});
  CHECK(refused.code == 3);
  CHECK(contains(refused.err, "a.jsonl:1: "));
  CHECK_FALSE(fs::exists(folder / "new.ent"));
  CHECK(entente_run({"import", folder / "none.jsonl", "-o", folder / "new.ent"}).code == 4);
  REQUIRE(entente_run({"export", graph, "-o", folder / "g.jsonl"}).code == 0);
  const Run built = entente_run({"build", folder / "g.jsonl", "-o", folder / "new.ent"});
  CHECK(built.code == 2);
  CHECK(contains(built.err, "entente import"));
  // Two ledgers cannot both hold.
  REQUIRE(entente_run({"rename", graph, "Bo Tarn", "Bo R. Tarn"}).code == 0);
  REQUIRE(entente_run({"export", graph, "-o", folder / "g.jsonl"}).code == 0);
  write_file(folder / "new.ent.ledger", "rename | Cy Moor | C. Moor\n");
  CHECK(entente_run({"import", folder / "g.jsonl", "-o", folder / "new.ent"}).code == 3);
  CHECK_FALSE(fs::exists(folder / "new.ent"));
}

TEST_CASE("an option of export that means nothing to a format is refused with those that know it") {
  const Scratch folder;
  const std::string graph = make_graph(folder);
  const std::string file = folder / "a.gexf";
  CHECK(entente_run({"export", graph, "-o", file, "--aggregate", "pair", "--mixed"}).code == 0);
  CHECK_FALSE(contains(bytes_of(file), "defaultedgetype"));
  const Run run = entente_run({"export", graph, "-o", folder / "a.jsonl", "--mixed"});
  CHECK(run.code == 2);
  CHECK(contains(run.err, "--mixed means nothing to jsonl; it is for gexf, graphml"));
  CHECK(entente_run({"export", graph, "-o", file, "--aggregate", "all"}).code == 2);
}

TEST_CASE("verify ends with 0 when all quotes stand, with 3 when one does not") {
  const Scratch folder;
  const std::string graph = make_graph(folder);
  const Run good = entente_run({"verify", graph});
  CHECK(good.code == 0);
  CHECK(good.out == "verified: 7 quotes of 7 facts stand in their articles, byte for byte\n");
  {
    Store store(graph, Store::Mode::Write);
    ReadArticle read = Reading("one.txt", "Ann Lind met Bo Tarn.")
                           .entity("person", {"Ann Lind"})
                           .entity("person", {"Bo Tarn"})
                           .fact("Ann Lind", "met-with", "Bo Tarn");
    read.article.text = "Ann Lind met no one..";
    put(store, read);
    store.fold(load_ontology(data_folder()));
  }
  const Run bad = entente_run({"verify", graph});
  CHECK(bad.code == 3);
  CHECK(contains(bad.out, "one.txt"));
  CHECK(contains(bad.out, "failed: "));
}

TEST_CASE("a picture of a query holds what the query returns") {
  const Scratch folder;
  const std::string graph = make_graph(folder);
  const auto drawn = [&](const std::string& query, std::vector<std::string> more = {}) {
    std::vector<std::string> arguments = {"render",   graph, "-o",      "-",
                                          "--format", "svg", "--query", query};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return entente_run(arguments);
  };
  const Run met = drawn("MATCH (a {name: $who})-[r:MET_WITH]-(b) RETURN r", {"-p", "who=Cy Moor"});
  CHECK(met.code == 0);
  CHECK(contains(met.out, "2 entities · 1 relation "));
  CHECK(contains(met.out, "Cy Moor met Ann Lind"));
  CHECK_FALSE(contains(met.out, "Bo Tarn"));
  // A path in a list, and a node that no returned fact has; what is hypothetical was asked for.
  const Run path = drawn(
      "MATCH p = (:Person {name: 'Cy Moor'})-[:VISITED]->(), (e {name: 'Eve Ray'}) RETURN [p], e");
  CHECK(contains(path.out, "3 entities · 1 relation "));
  CHECK(contains(path.out, "visited (hypothetical)"));
  CHECK(contains(path.out, "Eve Ray"));
  CHECK_FALSE(contains(path.out, "Fay Ray"));
}

TEST_CASE("a query that gives nothing to draw is told so") {
  const Scratch folder;
  const std::string graph = make_graph(folder);
  const auto drawn = [&](const std::string& query, std::vector<std::string> more = {}) {
    std::vector<std::string> arguments = {"render",         graph,     "-o",
                                          folder / "q.svg", "--query", query};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return entente_run(arguments);
  };
  const Run wrong = drawn("MATCH (a RETURN a");
  CHECK(wrong.code == 2);
  CHECK(contains(wrong.err, "MATCH (a RETURN a\n"));
  CHECK(contains(wrong.err, "         ^"));
  CHECK(drawn("MATCH (a {name: 'Nobody'}) RETURN a").code == 1);
  CHECK(contains(drawn("MATCH (a) RETURN count(a)").err, "returns no entities and no facts"));
  CHECK(drawn("MATCH (a) DELETE a").code == 2);
  CHECK(contains(drawn("MATCH (a) RETURN a").err, "return them, too"));
  CHECK(contains(drawn("MATCH (a) RETURN a", {"--since", "2020"}).err, "--since does not go with"));
  CHECK(drawn("MATCH (a) RETURN a", {"--about", "Lind"}).code == 2);
}

TEST_CASE("themes and plain names are chosen by word") {
  const Scratch folder;
  const std::string graph = make_graph(folder);
  const auto drawn = [&](const std::string& option, const std::string& word) {
    return entente_run({"render", graph, "-o", "-", "--format", "svg", option, word});
  };
  CHECK(drawn("--theme", "light").out != drawn("--theme", "dark").out);
  CHECK(contains(drawn("--theme", "drak").err, "did you mean \"dark\""));
  CHECK(drawn("--lang", "plain").code == 0);
  CHECK(drawn("--lang", "latin").code == 2);
}
