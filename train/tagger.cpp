// Trains the part-of-speech tagger of extract/tagger.h from CoNLL-U files, and measures it.
//   train_tagger OUT.bin EPOCHS TRAIN.conllu... --dev DEV.conllu...
// Averaged perceptron; sentences are shuffled by a generator of our own, so the same files give the
// same bytes everywhere.

#include "extract/tagger.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <fstream>
#include <iostream>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/files.h"

namespace {

using namespace entente;

struct Example {
  std::vector<WordShape> words;
  std::vector<Tag> tags;
};

Tag tag_of(const std::string& upos, const std::string& xpos) {
  if (upos == "VERB") {
    if (xpos == "VBD") return Tag::Past;
    if (xpos == "VBN") return Tag::Participle;
    if (xpos == "VBG") return Tag::Gerund;
    if (xpos == "VBZ" || xpos == "VBP") return Tag::Present;
    return Tag::Base;
  }
  for (std::size_t k = 0; k < kTags; ++k) {
    if (to_string(static_cast<Tag>(k)) == upos) return static_cast<Tag>(k);
  }
  return Tag::Other;
}

std::vector<Example> read_conllu(const std::string& path) {
  std::vector<Example> examples(1);
  std::ifstream file(path);
  if (!file) throw std::runtime_error("cannot read " + path);
  std::string line;
  while (std::getline(file, line)) {
    if (line.empty()) {
      if (!examples.back().words.empty()) examples.emplace_back();
      continue;
    }
    if (line[0] == '#') continue;
    std::vector<std::string> fields;
    std::size_t begin = 0;
    while (begin <= line.size()) {
      const std::size_t tab = std::min(line.find('\t', begin), line.size());
      fields.push_back(line.substr(begin, tab - begin));
      begin = tab + 1;
    }
    if (fields.size() < 5 || fields[0].find_first_of("-.") != std::string::npos) continue;
    examples.back().words.push_back(word_shape(fields[1]));
    examples.back().tags.push_back(tag_of(fields[3], fields[4]));
  }
  if (examples.back().words.empty()) examples.pop_back();
  return examples;
}

class Perceptron {
 public:
  Tag predict(const std::vector<std::uint32_t>& features) const {
    std::array<double, kTags> scores{};
    for (const std::uint32_t feature : features) {
      const auto found = rows_.find(feature);
      if (found == rows_.end()) continue;
      for (std::size_t k = 0; k < kTags; ++k) scores[k] += found->second.weight[k];
    }
    return static_cast<Tag>(std::max_element(scores.begin(), scores.end()) - scores.begin());
  }

  void update(const std::vector<std::uint32_t>& features, Tag gold, Tag guess) {
    ++step_;
    if (gold == guess) return;
    for (const std::uint32_t feature : features) {
      Row& row = rows_[feature];
      add(row, gold, 1.0F);
      add(row, guess, -1.0F);
    }
  }

  // Averaged weights above `threshold`, scaled to 16 bits; in order of the feature's hash.
  void write(const std::string& path, double threshold) {
    std::map<std::uint32_t, std::vector<std::pair<std::uint8_t, double>>> kept;
    double largest = 0;
    for (auto& [feature, row] : rows_) {
      std::vector<std::pair<std::uint8_t, double>> cells;
      for (std::size_t k = 0; k < kTags; ++k) {
        const double sum = row.sum[k] + static_cast<double>(step_ - row.since[k]) * row.weight[k];
        const double mean = sum / static_cast<double>(step_);
        if (std::abs(mean) >= threshold) cells.emplace_back(static_cast<std::uint8_t>(k), mean);
        largest = std::max(largest, std::abs(mean));
      }
      if (!cells.empty()) kept[feature] = cells;
    }
    std::string rows;
    std::string weights;
    std::uint32_t count = 0;
    for (const auto& [feature, cells] : kept) {
      append(rows, feature);
      append(rows, static_cast<std::uint32_t>(cells.size()));
      for (const auto& [tag, mean] : cells) {
        const auto value = static_cast<std::int16_t>(std::lround(mean / largest * 32000));
        weights += static_cast<char>(tag);
        weights += static_cast<char>(value & 0xFF);
        weights += static_cast<char>((value >> 8) & 0xFF);
        ++count;
      }
    }
    std::string bytes = "ENTTAG1\n";
    append(bytes, static_cast<std::uint32_t>(kept.size()));
    append(bytes, count);
    write_file(path, bytes + rows + weights);
    std::cout << kept.size() << " features, " << count << " weights, "
              << bytes.size() + rows.size() + weights.size() << " bytes\n";
  }

 private:
  struct Row {
    std::array<float, kTags> weight{};
    std::array<double, kTags> sum{};
    std::array<std::uint64_t, kTags> since{};
  };

  void add(Row& row, Tag tag, float change) {
    const auto k = static_cast<std::size_t>(tag);
    row.sum[k] += static_cast<double>(step_ - row.since[k]) * row.weight[k];
    row.since[k] = step_;
    row.weight[k] += change;
  }

  static void append(std::string& out, std::uint32_t value) {
    for (unsigned k = 0; k < 4; ++k) out += static_cast<char>((value >> (8 * k)) & 0xFF);
  }

  std::unordered_map<std::uint32_t, Row> rows_;
  std::uint64_t step_ = 0;
};

void train(Perceptron& model, std::vector<Example>& examples, int epochs) {
  std::uint64_t state = 42;
  std::vector<std::uint32_t> features;
  for (int epoch = 0; epoch < epochs; ++epoch) {
    for (std::size_t i = examples.size(); i > 1; --i) {
      state = state * 6364136223846793005ULL + 1442695040888963407ULL;
      std::swap(examples[i - 1], examples[(state >> 33) % i]);
    }
    std::size_t right = 0;
    std::size_t all = 0;
    for (const Example& example : examples) {
      Tag previous = Tag::Punct;
      Tag before = Tag::Punct;
      for (std::size_t i = 0; i < example.words.size(); ++i) {
        tag_features(example.words, i, previous, before, features);
        const Tag guess = model.predict(features);
        model.update(features, example.tags[i], guess);
        before = previous;
        previous = guess;
        right += guess == example.tags[i] ? 1U : 0U;
        ++all;
      }
    }
    std::cout << "epoch " << epoch + 1 << ": "
              << 100.0 * static_cast<double>(right) / static_cast<double>(all)
              << " % in training\n";
  }
}

void measure(const std::string& model, const std::string& path) {
  const Tagger tagger(model);
  std::ifstream file(path);
  std::size_t right = 0;
  std::size_t all = 0;
  std::vector<std::string> forms;
  std::vector<Tag> gold;
  std::string line;
  const auto finish = [&] {
    const std::vector<Tag> tags = tagger.tag({forms.begin(), forms.end()});
    for (std::size_t i = 0; i < tags.size(); ++i) right += tags[i] == gold[i] ? 1U : 0U;
    all += tags.size();
    forms.clear();
    gold.clear();
  };
  while (std::getline(file, line)) {
    if (line.empty()) {
      finish();
    } else if (line[0] != '#') {
      const std::size_t t1 = line.find('\t');
      const std::size_t t2 = line.find('\t', t1 + 1);
      const std::size_t t3 = line.find('\t', t2 + 1);
      const std::size_t t4 = line.find('\t', t3 + 1);
      const std::size_t t5 = line.find('\t', t4 + 1);
      if (line.substr(0, t1).find_first_of("-.") != std::string::npos) continue;
      forms.push_back(line.substr(t1 + 1, t2 - t1 - 1));
      gold.push_back(tag_of(line.substr(t3 + 1, t4 - t3 - 1), line.substr(t4 + 1, t5 - t4 - 1)));
    }
  }
  finish();
  std::cout << path << ": " << 100.0 * static_cast<double>(right) / static_cast<double>(all)
            << " % of " << all << " tokens (verbs by form)\n";
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  if (arguments.size() < 3) {
    std::cerr << "usage: train_tagger OUT.bin EPOCHS TRAIN.conllu... [--dev DEV.conllu...]\n";
    return 2;
  }
  const auto dev = std::find(arguments.begin(), arguments.end(), "--dev");
  std::vector<Example> examples;
  for (auto path = arguments.begin() + 2; path != dev; ++path) {
    std::vector<Example> more = read_conllu(*path);
    std::move(more.begin(), more.end(), std::back_inserter(examples));
  }
  Perceptron model;
  train(model, examples, std::stoi(arguments[1]));
  model.write(arguments[0], 0.15);
  for (auto path = dev == arguments.end() ? dev : dev + 1; path != arguments.end(); ++path) {
    measure(arguments[0], *path);
  }
}
