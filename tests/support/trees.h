#pragma once
// What makes heads a tree.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace entente::test {

// Heads counted from 1, 0 = root: exactly one word is under the root, every other one leads to it.
inline bool is_tree(const std::vector<std::uint32_t>& heads) {
  if (std::count(heads.begin(), heads.end(), 0U) != 1) return false;
  for (std::size_t word = 1; word <= heads.size(); ++word) {
    std::size_t at = word;
    std::size_t steps = 0;
    while (at != 0) {
      at = heads[at - 1];
      if (at > heads.size() || ++steps > heads.size()) return false;
    }
  }
  return true;
}

}  // namespace entente::test
