#pragma once
// Parts of speech: one averaged perceptron over hashed features, greedy from left to right.
// The model is made by train/ from Universal Dependencies treebanks; data/models/MODELS.md names
// them. Tested by tests/extract/tagger_test.cpp.

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

// Universal tags; verbs by their form, as clauses are told apart by it.
enum class Tag : std::uint8_t {
  Adj,
  Adp,
  Adv,
  Aux,
  Cconj,
  Det,
  Intj,
  Noun,
  Num,
  Part,
  Pron,
  Propn,
  Punct,
  Sconj,
  Sym,
  Other,
  Base,        // visit: infinitive, imperative
  Present,     // visits
  Past,        // visited
  Participle,  // (was) visited
  Gerund,      // visiting
};
inline constexpr std::size_t kTags = 21;
std::string_view to_string(Tag tag);  // "ADJ", ..., "VERB.past"

inline bool is_verb(Tag tag) { return tag >= Tag::Base; }

// What the features of one token are made of; computed once a token.
struct WordShape {
  std::uint32_t word = 0;  // hash of the lower-case form
  std::uint32_t shape = 0;
  std::uint32_t prefixes[3] = {};  // 1 to 3 bytes
  std::uint32_t suffixes[4] = {};  // 1 to 4 bytes
  bool capital = false;
};
WordShape word_shape(std::string_view form);

// Hashes of the features of token `i`, given the two tags before it. `out` is overwritten.
void tag_features(const std::vector<WordShape>& words, std::size_t i, Tag previous, Tag before,
                  std::vector<std::uint32_t>& out);

class Tagger {
 public:
  // Reads a model file. Throws Error{Fault::Input} when it is none.
  explicit Tagger(const std::filesystem::path& model);

  // One tag for each form. Forms are tokens of one sentence as written; where `proper` is not empty
  // and true, the form is known to be a part of a name and its tag Propn.
  std::vector<Tag> tag(const std::vector<std::string_view>& forms,
                       const std::vector<bool>& proper = {}) const;

 private:
  struct Row {
    std::uint32_t feature = 0;  // 0 = free
    std::uint32_t begin = 0;    // in weights_
    std::uint32_t end = 0;
  };
  struct Weight {
    std::uint8_t tag;
    std::int16_t value;
  };
  std::vector<Row> rows_;  // open addressing, a power of two
  std::vector<Weight> weights_;
};

}  // namespace entente
