#pragma once
// The best dependency tree under scores of single arcs. Tested by tests/extract/tree_test.cpp.

#include <cstddef>
#include <cstdint>
#include <vector>

namespace entente {

// `scores`: words rows of words + 1 numbers: of word i + 1 under head j, 0 = the root. Returns the
// head of each word; exactly one word is under the root, and there is no cycle. Each word under its
// best head where that is a tree, else Chu-Liu and Edmonds' algorithm.
std::vector<std::uint32_t> best_tree(const std::vector<float>& scores, std::size_t words);

}  // namespace entente
