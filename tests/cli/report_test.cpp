// `entente report`: one page to read and to print.

#include "base/files.h"
#include "tests/catch.h"
#include "tests/cli/drawing_run.h"
#include "tests/cli/graph_file.h"

using namespace entente;
using namespace entente::test;

TEST_CASE("a report is one page, the same bytes in a file and on standard output") {
  const Scratch folder;
  const std::string graph = make_graph(folder);
  const std::string file = folder / "a.html";
  const Run run = entente_run({"report", graph, "-o", file});
  CHECK(run.code == 0);
  CHECK(run.out.empty());
  CHECK(contains(run.err, "7 entities, 6 facts, 3 articles -> " + file));
  const std::string page = bytes_of(file);
  CHECK(page.starts_with("<!DOCTYPE html>"));
  CHECK(page.ends_with("</html>\n"));
  CHECK(contains(page, "<mark class=\"end\">Ann Lind</mark>"));
  CHECK(contains(page, "1 fact is left out"));
  CHECK(entente_run({"report", graph, "-o", "-"}).out == page);
}

TEST_CASE("a report on a part of the graph has that part only") {
  const Scratch folder;
  const std::string graph = make_graph(folder);
  const auto page = [&](std::vector<std::string> more) {
    std::vector<std::string> arguments = {"report", graph, "-o", "-"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    const Run run = entente_run(arguments);
    CHECK(run.code == 0);
    CHECK(run.err.empty());
    return run.out;
  };
  const std::string near = page({"--about", "Lind", "--title", "Near <Lind>"});
  CHECK(contains(near, "<h1>Near &lt;Lind&gt;</h1>"));
  CHECK(contains(near, "Cy Moor"));
  CHECK_FALSE(contains(near, "Dee Hall"));
  CHECK(contains(page({"--about", "Lind", "--hops", "3"}), "Dee Hall"));
  CHECK(contains(page({"--status", "all"}), "hypothetical</strong> <a"));
  CHECK_FALSE(contains(page({"--since", "2023"}), "Eve Ray"));
  CHECK(contains(page({"--top", "2"}), "Eve Ray"));  // not drawn, but told
}

TEST_CASE("nothing to report is code 1, what cannot be written code 4") {
  const Scratch folder;
  const std::string graph = make_graph(folder);
  const std::string file = folder / "a.html";
  CHECK(entente_run({"report", graph, "-o", file, "--since", "2030"}).code == 1);
  CHECK(entente_run({"report", graph, "-o", file, "--about", "Nobody"}).code == 1);
  CHECK_FALSE(std::filesystem::exists(file));
  CHECK(entente_run({"report", graph}).code == 2);
  CHECK(entente_run({"report", graph, "-o", file, "--hops", "2"}).code == 2);
  CHECK(entente_run({"report", graph, "-o", file, "--top", "0"}).code == 2);
  const std::string nowhere = folder / "no/such/file.html";
  const Run lost = entente_run({"report", graph, "-o", nowhere});
  CHECK(lost.code == 4);
  CHECK(contains(lost.err, nowhere));
  CHECK(entente_run({"report", graph, "-o", "-"}, "/dev/full").code == 4);
}
