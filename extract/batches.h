#pragma once
// Sentences put together for a network to read in lock step. Tested by
// tests/extract/parser_test.cpp.

#include <cstdint>
#include <functional>
#include <vector>

#include "extract/encoder.h"

namespace entente {

struct Batch {
  std::vector<std::size_t> sentences;  // indices, the longest sentence first
  std::vector<std::uint32_t> lengths;  // words of each
  std::vector<WordInput> words;        // of all, one sentence after the other
};

// Sentences without words are passed over.
void for_each_batch(const std::vector<std::vector<WordInput>>& sentences,
                    const std::function<void(const Batch&)>& use);

}  // namespace entente
