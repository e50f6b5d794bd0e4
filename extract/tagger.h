#pragma once
// Parts of speech: one averaged perceptron over hashed features, greedy from left to right. Says
// the universal and the Penn tag at once. The model is made by train/ from Universal Dependencies
// treebanks; data/models/MODELS.md names them. Tested by tests/extract/tagger_test.cpp.

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "extract/tags.h"

namespace entente {

// One of the pairs of tags that a model tells apart: index of Tagger::labels().
using TagLabel = std::uint8_t;
struct TagPair {
  Tag tag;
  Penn penn;
  friend bool operator==(const TagPair&, const TagPair&) = default;
};

// What the features of one token are made of; computed once a token.
struct WordShape {
  std::uint32_t form = 0;   // hash of the form as written
  std::uint32_t lower = 0;  // hash of the lower-case form, every digit as 0
  std::uint32_t shape = 0;
  std::array<std::uint32_t, 3> prefixes{};  // 1 to 3 bytes
  std::array<std::uint32_t, 5> suffixes{};  // 1 to 5 bytes
};
WordShape word_shape(std::string_view form);

// Hashes of the features of token `i`, given the two labels before it; kNoLabel before the first
// token. `out` is overwritten.
inline constexpr TagLabel kNoLabel = 255;
void tag_features(const std::vector<WordShape>& words, std::size_t i, TagLabel previous,
                  TagLabel before, std::vector<std::uint32_t>& out);

class Tagger {
 public:
  // Reads a model file. Throws Error{Fault::Input} when it is none.
  explicit Tagger(const std::filesystem::path& model);

  // One label for each form. Forms are words of one sentence as written.
  std::vector<TagLabel> tag(const std::vector<std::string_view>& forms) const;

  const std::vector<TagPair>& labels() const { return labels_; }  // at most 255

 private:
  struct Row {
    std::uint32_t feature = 0;  // 0 = free
    std::uint32_t begin = 0;    // in weights_
    std::uint32_t end = 0;
  };
  struct Weight {
    TagLabel label;
    std::int16_t value;
  };
  std::vector<TagPair> labels_;
  std::vector<Row> rows_;  // open addressing, a power of two
  std::vector<Weight> weights_;
};

}  // namespace entente
