#pragma once
// What the networks are fed in tests: the words of a document, and small models by chance.

#include <array>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include "base/error.h"
#include "extract/cut_words.h"
#include "extract/encoder.h"
#include "extract/name_tagger.h"
#include "tests/catch.h"
#include "tests/support/chance.h"
#include "tests/support/model_file.h"
#include "tests/support/scratch.h"

namespace entente::test {

// Each sentence of a tagged document.
inline std::vector<std::vector<WordInput>> inputs_of(const Document& document, const Words& words,
                                                     const Gazetteer& gazetteer) {
  std::vector<std::vector<WordInput>> inputs;
  for (const Sentence& sentence : document.sentences) {
    const std::vector<NameFlags> flags = name_flags(document, sentence.tokens, words, gazetteer);
    inputs.emplace_back();
    for (std::uint32_t w = sentence.words.begin; w < sentence.words.end; ++w) {
      const Word& word = document.words[w];
      inputs.back().push_back({form_features(word_form(document, word)), word.label,
                               flags[word.token - sentence.tokens.begin]});
    }
  }
  return inputs;
}

// A sentence of `count` words that nobody ever wrote.
inline std::vector<WordInput> sentence_by_chance(Chance& chance, std::size_t count) {
  static const std::array<const char*, 6> kForms = {"the", "Treaty", "signed",
                                                    "12",  "\u2014", "日"};
  std::vector<WordInput> words;
  for (std::size_t i = 0; i < count; ++i) {
    WordInput word;
    word.form = form_features(kForms.at(chance.next() % kForms.size()));
    word.label = static_cast<TagLabel>(chance.whole(0, 4));  // some past the model's labels
    word.flags.rows[0] = static_cast<std::uint8_t>(chance.whole(1, kFlagRows - 1));
    word.flags.count = 1;
    words.push_back(word);
  }
  return words;
}

inline constexpr std::size_t kSmallLabels = 3;

// Tensors by chance; one may be left out.
class SmallModel {
 public:
  explicit SmallModel(std::string left_out = "") : left_out_(std::move(left_out)) {}

  const std::string& left_out() const { return left_out_; }
  const std::vector<std::string>& names() const { return names_; }
  std::string bytes() const { return file_.bytes(); }

  void quantized(const std::string& name, std::size_t rows, std::size_t columns) {
    if (!wanted(name)) return;
    std::vector<int> weights(rows * columns);
    for (int& weight : weights) weight = chance_.whole(-127, 127);
    file_.quantized(name, rows, columns, chance_.reals(rows, 0.001F, 0.02F), weights);
  }
  void floats(const std::string& name, std::size_t columns) {
    if (wanted(name)) file_.floats(name, 1, columns, chance_.reals(columns, -1, 1));
  }
  void affine(const std::string& name, std::size_t outputs, std::size_t inputs) {
    quantized(name + ".weight", outputs, inputs);
    floats(name + ".bias", outputs);
  }
  // Words, and one layer of four cells.
  void encoder(bool flags) {
    if (wanted("words"))
      file_.numbers("words", 1, 2, {form_features("the").word, form_features("treaty").word});
    quantized("word", 4, 2);
    quantized("affix", 40, 1);
    quantized("gram", 40, 1);
    quantized("tag", kSmallLabels + 1, 1);
    if (flags) quantized("flag", kFlagRows, 2);
    for (const std::string direction : {"lstm0.forward", "lstm0.backward"}) {
      quantized(direction + ".input", 16, flags ? 11 : 9);
      quantized(direction + ".state", 16, 4);
      floats(direction + ".bias", 16);
    }
  }

 private:
  bool wanted(const std::string& name) {
    names_.push_back(name);
    return name != left_out_;
  }

  std::string left_out_;
  std::vector<std::string> names_;
  ModelFile file_;
  Chance chance_;
};

inline SmallModel small_parser(const std::string& left_out = "") {
  SmallModel model(left_out);
  model.encoder(false);
  model.affine("tagger", kSmallLabels, 8);
  model.affine("arc_head", 3, 8);
  model.affine("arc_word", 3, 8);
  model.quantized("arc.weight", 3, 3);
  model.affine("label_head", 2, 8);
  model.affine("label_word", 2, 8);
  model.affine("label", kDeprels, 6);
  model.floats("arc_bias", 3);
  model.floats("root_arc", 3);
  model.floats("root_label", 2);
  return model;
}

inline SmallModel small_name_tagger(const std::string& left_out = "") {
  constexpr std::size_t kLabels = 1 + 2 * kNameTypes;
  SmallModel model(left_out);
  model.encoder(true);
  model.affine("name", kLabels, 8);
  model.floats("step", kLabels * kLabels);
  return model;
}

// A network from the bytes of its model file, which gets the name `file`.
template <typename Network>
Network network_of(const std::string& bytes, const char* file, std::size_t labels = kSmallLabels) {
  static const Scratch scratch;
  std::ofstream(scratch / file, std::ios::binary) << bytes;
  return Network(scratch / file, labels);
}

// What loading says; "" when it is accepted.
template <typename Network>
std::string refusal(const std::string& bytes, const char* file, std::size_t labels) {
  try {
    network_of<Network>(bytes, file, labels);
  } catch (const Error& error) {
    CHECK(error.fault() == Fault::Input);
    return error.what();
  }
  return {};
}

}  // namespace entente::test
