// `entente demo`, from outside.

#include <filesystem>

#include "tests/catch.h"
#include "tests/cli/graph_file.h"
#include "tests/support/run.h"

using namespace entente;
using namespace entente::test;

TEST_CASE("the demo makes a graph, pictures and a file for Gephi in a new folder") {
  const Scratch folder;
  const std::filesystem::path made = folder / "trial";
  const Run first = run(ENTENTE_PROGRAM, {"demo", made.string()});
  CAPTURE(first.err);
  CHECK(first.code == 0);
  CHECK(first.out.find("== How two people are connected") != std::string::npos);
  CHECK(first.out.find("== Where it lies") != std::string::npos);
  for (const char* file : {"sample.ent", "sample.svg", "sample.png", "sample.pdf", "all.svg",
                           "sample.html", "sample.gexf"}) {
    CAPTURE(file);
    CHECK(std::filesystem::file_size(made / file) > 1000);
  }
  const Run again = run(ENTENTE_PROGRAM, {"demo", made.string()});
  CHECK(again.code == 2);
  CHECK(again.err.find("is there already") != std::string::npos);
}
