#include "extract/batches.h"

#include <algorithm>

namespace entente {
namespace {

constexpr std::size_t kLockStep = 16;     // sentences of a batch
constexpr std::size_t kBatchWords = 800;  // words of a batch, but for one sentence

}  // namespace

void for_each_batch(const std::vector<std::vector<WordInput>>& sentences,
                    const std::function<void(const Batch&)>& use) {
  std::vector<std::size_t> order;
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    if (!sentences[s].empty()) order.push_back(s);
  }
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return sentences[a].size() > sentences[b].size();
  });
  Batch batch;
  for (const std::size_t s : order) {
    const std::vector<WordInput>& words = sentences[s];
    if (batch.sentences.size() == kLockStep ||
        (!batch.words.empty() && batch.words.size() + words.size() > kBatchWords)) {
      use(batch);
      batch = {};
    }
    batch.sentences.push_back(s);
    batch.lengths.push_back(static_cast<std::uint32_t>(words.size()));
    batch.words.insert(batch.words.end(), words.begin(), words.end());
  }
  if (!batch.sentences.empty()) use(batch);
}

}  // namespace entente
