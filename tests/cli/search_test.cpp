// `entente search`, and the procedures of `entente query`, from outside.

#include <algorithm>

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

}  // namespace

TEST_CASE("search tells the sentence, where it stands, who is in it and what it states") {
  const Scratch folder;
  const std::string graph = make_graph(folder);
  const Run found = entente_run({"search", graph, "\"met bo\" port"});
  CHECK(found.code == 0);
  CHECK(found.err.empty());
  CHECK(
      found.out.starts_with("“Ann Lind met Bo Tarn in Port on May 2.”\n"
                            "    Talks at the port · Harbour Wire · 3 May 2023 · one.txt 0-38\n"
                            "    Ann Lind · Bo Tarn · Port\n"
                            "    f"));
  CHECK(found.out.ends_with(": Ann Lind met Bo Tarn · Port\n"));
  const Run painted = entente_run({"search", graph, "MET port", "--color", "always"});
  CHECK(contains(painted.out, " \x1b[1;33mmet\x1b[0m "));
  const Run rows = entente_run({"search", graph, "met", "--limit", "2", "--format", "csv"});
  CHECK(rows.out.starts_with(
      "sentence,title,published,outlet,article,start,end,score,entities,facts"));
  CHECK(std::count(rows.out.begin(), rows.out.end(), '\n') == 3);
}

TEST_CASE("search takes any words, and ends with 1 where there is no such sentence") {
  const Scratch folder;
  const std::string graph = make_graph(folder);
  const Run nothing = entente_run({"search", graph, "giraffe"});
  CHECK(nothing.code == 1);
  CHECK(nothing.err == "no sentence has these words\n");
  CHECK(entente_run({"search", graph, "giraffe", "--format", "json"}).out == "[]\n");
  CHECK(entente_run({"search", graph, "met", "--since", "2023-05-04"}).code == 1);
  CHECK(entente_run({"search", graph, "met", "--until", "2023-05-03"}).code == 0);
  CHECK(entente_run({"search", graph, "\"'()*^:"}).code == 2);
  CHECK(entente_run({"search", graph, "met AND (OR) NEAR(x\" -y"}).code <= 1);
  CHECK(contains(entente_run({"search", graph, "met", "--since", "May"}).err,
                 "--since: \"May\" is no date"));
  CHECK(entente_run({"search", graph, "met", "--limit", "0"}).code == 2);
}

TEST_CASE("a query calls procedures") {
  const Scratch folder;
  const std::string graph = make_graph(folder);
  CHECK(entente_run({"query", graph,
                     "CALL entente.search('visited land') YIELD article, start, end "
                     "RETURN article.outlet, start, end",
                     "--format", "csv"})
            .out == "article.outlet,start,end\n\"Harbour Wire\",39,65\n");
  CHECK(entente_run({"query", graph,
                     "CALL entente.degree({status: 'happened'}) YIELD node, score "
                     "RETURN node, score LIMIT 1",
                     "--format", "csv"})
            .out == "node,score\nperson:ann-lind,3\n");
  CHECK(contains(entente_run({"query", graph, "CALL entente.search('!')"}).err,
                 "found no word to look for"));
}
