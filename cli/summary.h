#pragma once
// The closing lines of commands that change a graph.

#include <cstddef>
#include <string>
#include <vector>

#include "graph/store.h"

namespace entente {

struct BuildCounts {
  std::size_t added = 0;
  std::size_t changed = 0;
  std::size_t read_anew =
      0;  // unchanged, but the graph has them from another version of the program
  std::size_t as_before = 0;
  std::size_t skipped = 0;

  std::size_t kept() const { return added + changed + read_anew; }
  std::size_t articles() const { return kept() + as_before; }
};

// "42 articles read (3 new, 1 changed, 38 as before): 120 entities, 96 facts -> g.ent"
std::string build_summary(const BuildCounts& counts, const Totals& totals, const std::string& file);

// ": 120 entities, 96 facts -> g.ent"
std::string what_is_there(const Totals& totals, const std::string& file);

}  // namespace entente
