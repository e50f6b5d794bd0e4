#include "extract/batches.h"

#include <algorithm>
#include <numeric>

namespace entente {
namespace {

constexpr std::size_t kLockStep = 16;     // pieces of a batch
constexpr std::size_t kBatchWords = 800;  // words of a batch

}  // namespace

std::vector<Piece> pieces_of(const std::vector<std::vector<WordInput>>& sentences) {
  std::vector<Piece> pieces;
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    for (std::size_t begin = 0; begin < sentences[s].size(); begin += kLongestPiece) {
      const std::size_t end = std::min(begin + kLongestPiece, sentences[s].size());
      pieces.push_back({s,
                        static_cast<std::uint32_t>(begin),
                        {sentences[s].begin() + static_cast<std::ptrdiff_t>(begin),
                         sentences[s].begin() + static_cast<std::ptrdiff_t>(end)}});
    }
  }
  return pieces;
}

void for_each_batch(const std::vector<Piece>& pieces,
                    const std::function<void(const Batch&)>& use) {
  std::vector<std::size_t> order(pieces.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return pieces[a].words.size() > pieces[b].words.size();
  });
  Batch batch;
  for (const std::size_t p : order) {
    const std::vector<WordInput>& words = pieces[p].words;
    if (batch.pieces.size() == kLockStep ||
        (!batch.words.empty() && batch.words.size() + words.size() > kBatchWords)) {
      use(batch);
      batch = {};
    }
    batch.pieces.push_back(p);
    batch.lengths.push_back(static_cast<std::uint32_t>(words.size()));
    batch.words.insert(batch.words.end(), words.begin(), words.end());
  }
  if (!batch.pieces.empty()) use(batch);
}

}  // namespace entente
