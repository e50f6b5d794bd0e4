#pragma once
// Sentences put together for a network to read in lock step. Tested by
// tests/extract/parser_test.cpp.

#include <cstdint>
#include <functional>
#include <vector>

#include "extract/encoder.h"

namespace entente {

// A network's memory grows with the longest sentence that it reads: longer ones come in pieces.
inline constexpr std::size_t kLongestPiece = 160;  // words
struct Piece {
  std::size_t sentence = 0;
  std::uint32_t begin = 0;  // its first word in the sentence
  std::vector<WordInput> words;
};
// In order of sentences and words.
std::vector<Piece> pieces_of(const std::vector<std::vector<WordInput>>& sentences);

struct Batch {
  std::vector<std::size_t> pieces;     // indices, the longest piece first
  std::vector<std::uint32_t> lengths;  // words of each
  std::vector<WordInput> words;        // of all, one piece after the other
};
void for_each_batch(const std::vector<Piece>& pieces, const std::function<void(const Batch&)>& use);

}  // namespace entente
