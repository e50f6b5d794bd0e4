#pragma once
// A small graph file for tests of the program, made without reading any article.

#include <string>

#include "cli/data_folder.h"
#include "graph/store.h"
#include "tests/support/build.h"
#include "tests/support/scratch.h"

namespace entente::test {

inline void put(Store& store, const ReadArticle& read) {
  store.put(read.article, {read.article.id, "0", "test"}, read.extraction);
}

// Ann met Bo twice and Cy once; Bo visited Land, where Dee is president; Eve and Fay stand apart.
// Both are called Ray.
inline std::string make_graph(const Scratch& folder) {
  const std::string file = folder / "g.ent";
  const Ontology ontology = load_ontology(data_folder());
  Store store(file, Store::Mode::Write);
  ReadArticle first =
      Reading("one.txt", "Ann Lind met Bo Tarn in Port on May 2. Bo Tarn then visited Land.")
          .entity("person", {"Ann Lind", "Lind"})
          .entity("person", {"Bo Tarn"})
          .entity("place", {"Port"})
          .entity("country", {"Land"}, "country:land")
          .fact("Ann Lind", "met-with", "Bo Tarn", "2023-05-02",
                "Ann Lind met Bo Tarn in Port on May 2.")
          .qualifier("place", "e2")
          .fact("Bo Tarn", "visited", "Land", "2023-05", "Bo Tarn then visited Land.");
  first.article.title = "Talks at the port";
  first.article.outlet = "Harbour Wire";
  first.article.published = parse_iso("2023-05-03");
  first.article.published_from = "line 2";
  put(store, first);
  put(store, Reading("two.txt",
                     "Ann Lind met Bo Tarn. Cy Moor met Ann Lind. Dee Hall is president of Land. "
                     "Cy Moor may visit Land.")
                 .entity("person", {"Ann Lind"})
                 .entity("person", {"Bo Tarn"})
                 .entity("person", {"Cy Moor"})
                 .entity("person", {"Dee Hall"})
                 .entity("country", {"Land"}, "country:land")
                 .fact("Ann Lind", "met-with", "Bo Tarn", "2021", "Ann Lind met Bo Tarn.")
                 .fact("Cy Moor", "met-with", "Ann Lind", "", "Cy Moor met Ann Lind.")
                 .fact("Dee Hall", "holds-position", "Land", "", "Dee Hall is president of Land.")
                 .qualifier("title", "president")
                 .fact("Cy Moor", "visited", "Land", "2024", "Cy Moor may visit Land.")
                 .status(Status::Hypothetical));
  put(store, Reading("three.txt", "Eve Ray met Fay Ray.")
                 .entity("person", {"Eve Ray", "Ray"})
                 .entity("person", {"Fay Ray", "Ray"})
                 .fact("Eve Ray", "met-with", "Fay Ray", "2022"));
  store.fold(ontology);
  return file;
}

}  // namespace entente::test
