// Writes trees as numbers for train/network.py.
//   train_trees TAGGER.bin OUT DATA.conllu[:TIMES]...  tags of the tagger
//   train_trees --crossed TAGGER.bin OUT ...           tags of taggers that never saw the sentence;
//                                                      OUT.tags says them for train_names
// TIMES: how often each sentence of the file is written; 1 unless said.
// A sentence: its number of words; then for each the form's columns (train/examples.h), the pair of
// tags (0 = too rare), the head (0 = root) and the dependency relation.

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <string>
#include <vector>

#include "base/error.h"
#include "base/files.h"
#include "train/examples.h"
#include "train/perceptron.h"

namespace {

using namespace entente;

constexpr std::size_t kFolds = 5;
constexpr int kFoldEpochs = 4;

std::vector<TagLabel> tags_of(const Tagger& tagger, const ConlluSentence& sentence) {
  std::vector<std::string_view> forms;
  for (const ConlluToken& token : sentence.tokens) forms.push_back(token.form);
  return tagger.tag(forms);
}

std::vector<std::vector<TagLabel>> crossed_tags(const std::vector<ConlluSentence>& sentences,
                                                const std::vector<TagPair>& labels,
                                                const std::filesystem::path& scratch) {
  std::vector<std::vector<TagLabel>> tags(sentences.size());
  for (std::size_t fold = 0; fold < kFolds; ++fold) {
    std::vector<const ConlluSentence*> others;
    for (std::size_t i = 0; i < sentences.size(); ++i) {
      if (i % kFolds != fold) others.push_back(&sentences[i]);
    }
    train_tagger(others, labels, kFoldEpochs, 0.05, scratch);
    const Tagger tagger(scratch);
    for (std::size_t i = fold; i < sentences.size(); i += kFolds)
      tags[i] = tags_of(tagger, sentences[i]);
  }
  std::filesystem::remove(scratch);
  return tags;
}

// A line for each sentence: its words, a tab, the numbers of their labels.
void write_tags(const std::filesystem::path& path, const std::vector<ConlluSentence>& sentences,
                const std::vector<std::vector<TagLabel>>& tags) {
  std::string lines;
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    for (const ConlluToken& token : sentences[s].tokens) lines += token.form + ' ';
    lines += '\t';
    for (const TagLabel label : tags[s]) lines += std::to_string(label) + ' ';
    lines += '\n';
  }
  write_file(path, lines);
}

void add_sentence(const ConlluSentence& sentence, const std::vector<TagLabel>& tags,
                  const std::vector<TagPair>& labels, Numbers& numbers) {
  numbers.add(static_cast<std::uint32_t>(sentence.tokens.size()));
  for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
    const ConlluToken& token = sentence.tokens[i];
    numbers.add_form(token.form, tags[i]);
    const auto label = std::find(labels.begin(), labels.end(), tag_pair(token));
    numbers.add(label == labels.end() ? 0 : static_cast<std::uint32_t>(label - labels.begin()) + 1);
    numbers.add(token.head);
    const auto deprel = deprel_of(token.deprel);
    if (!deprel)
      throw Error(Fault::Input,
                  "unknown relation \"" + token.deprel + "\" in \"" + sentence.text + "\"");
    numbers.add(static_cast<std::uint32_t>(*deprel));
  }
}

}  // namespace

int main(int argc, char** argv) try {
  std::vector<std::string> arguments(argv + 1, argv + argc);
  const bool crossed = !arguments.empty() && arguments.front() == "--crossed";
  if (crossed) arguments.erase(arguments.begin());
  if (arguments.size() < 3) {
    std::cerr << "usage: train_trees [--crossed] TAGGER.bin OUT DATA.conllu[:TIMES]...\n";
    return 2;
  }
  const Tagger tagger(arguments[0]);
  std::vector<ConlluSentence> sentences;
  std::vector<int> times;  // each sentence is written
  for (auto argument = arguments.begin() + 2; argument != arguments.end(); ++argument) {
    const auto colon = argument->rfind(':');
    std::vector<ConlluSentence> more = read_conllu(argument->substr(0, colon));
    std::move(more.begin(), more.end(), std::back_inserter(sentences));
    times.resize(sentences.size(),
                 colon == std::string::npos ? 1 : std::stoi(argument->substr(colon + 1)));
  }
  std::vector<std::vector<TagLabel>> tags;
  if (crossed) {
    tags = crossed_tags(sentences, tagger.labels(), arguments[1] + ".tagger");
  } else {
    for (const ConlluSentence& sentence : sentences) tags.push_back(tags_of(tagger, sentence));
  }
  Numbers numbers;
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    for (int k = 0; k < times[s]; ++k)
      add_sentence(sentences[s], tags[s], tagger.labels(), numbers);
  }
  write_file(arguments[1], numbers.bytes());
  if (crossed) write_tags(arguments[1] + ".tags", sentences, tags);
  std::cout << arguments[1] << ": " << sentences.size() << " sentences\n";
} catch (const std::exception& error) {
  std::cerr << "train_trees: " << error.what() << '\n';
  return 1;
}
