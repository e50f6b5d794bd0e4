// Trains the part-of-speech tagger of extract/tagger.h from CoNLL-U files, and measures it.
//   train_tagger OUT.bin EPOCHS TRAIN.conllu... --dev DEV.conllu...

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <string>
#include <vector>

#include "train/perceptron.h"

namespace {

using namespace entente;

void measure(const std::filesystem::path& model, const std::filesystem::path& path) {
  const Tagger tagger(model);
  std::size_t universal = 0;
  std::size_t penn = 0;
  std::size_t all = 0;
  for (const ConlluSentence& sentence : read_conllu(path)) {
    std::vector<std::string_view> forms;
    for (const ConlluToken& token : sentence.tokens) forms.push_back(token.form);
    const std::vector<TagLabel> labels = tagger.tag(forms);
    for (std::size_t i = 0; i < labels.size(); ++i) {
      const TagPair& guess = tagger.labels()[labels[i]];
      universal += upos(guess.tag) == sentence.tokens[i].upos ? 1U : 0U;
      penn += penn_name(guess.penn) == sentence.tokens[i].xpos ? 1U : 0U;
      ++all;
    }
  }
  const auto share = [&](std::size_t right) {
    return 100.0 * static_cast<double>(right) / static_cast<double>(all);
  };
  std::cout << path.filename().string() << ": UPOS " << share(universal) << ", XPOS " << share(penn)
            << " % of " << all << " tokens\n";
}

}  // namespace

int main(int argc, char** argv) try {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  if (arguments.size() < 3) {
    std::cerr << "usage: train_tagger OUT.bin EPOCHS TRAIN.conllu... [--dev DEV.conllu...]\n";
    return 2;
  }
  const auto dev = std::find(arguments.begin(), arguments.end(), "--dev");
  std::vector<ConlluSentence> sentences;
  for (auto path = arguments.begin() + 2; path != dev; ++path) {
    std::vector<ConlluSentence> more = read_conllu(*path);
    std::move(more.begin(), more.end(), std::back_inserter(sentences));
  }
  std::vector<const ConlluSentence*> all;
  for (const ConlluSentence& sentence : sentences) all.push_back(&sentence);
  train_tagger(all, tag_pairs(sentences), std::stoi(arguments[1]), 0.15, arguments[0]);
  std::cout << arguments[0] << ": " << std::filesystem::file_size(arguments[0]) << " bytes\n";
  for (auto path = dev == arguments.end() ? dev : dev + 1; path != arguments.end(); ++path) {
    measure(arguments[0], *path);
  }
} catch (const std::exception& error) {
  std::cerr << "train_tagger: " << error.what() << '\n';
  return 1;
}
