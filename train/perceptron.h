#pragma once
// The learning half of extract/tagger.h: an averaged perceptron. Sentences are shuffled by a
// generator of our own, so the same sentences give the same bytes everywhere.

#include <cstdint>
#include <filesystem>
#include <unordered_map>
#include <vector>

#include "extract/conllu.h"
#include "extract/tagger.h"

namespace entente {

// The pairs of tags that stand at least twice in `sentences`, in order of tag and Penn tag. A
// treebank's pair that is none of the alphabets' counts as X, XX.
std::vector<TagPair> tag_pairs(const std::vector<ConlluSentence>& sentences);
TagPair tag_pair(const ConlluToken& token);

// Learns `epochs` times from `sentences` and writes a model of weights whose mean is at least
// `threshold` to `out`.
void train_tagger(const std::vector<const ConlluSentence*>& sentences,
                  const std::vector<TagPair>& labels, int epochs, double threshold,
                  const std::filesystem::path& out);

}  // namespace entente
