#include "train/perceptron.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>

#include "base/files.h"

namespace entente {
namespace {

struct Example {
  std::vector<WordShape> words;
  std::vector<TagLabel> labels;  // kNoLabel = a pair too rare to learn
};

class Perceptron {
 public:
  explicit Perceptron(std::size_t labels) : scores_(labels) {}

  TagLabel predict(const std::vector<std::uint32_t>& features) {
    std::fill(scores_.begin(), scores_.end(), 0.0F);
    for (const std::uint32_t feature : features) {
      const auto found = rows_.find(feature);
      if (found == rows_.end()) continue;
      for (const Cell& cell : found->second) scores_[cell.label] += cell.weight;
    }
    return static_cast<TagLabel>(std::max_element(scores_.begin(), scores_.end()) -
                                 scores_.begin());
  }

  void update(const std::vector<std::uint32_t>& features, TagLabel gold, TagLabel guess) {
    ++step_;
    if (gold == guess || gold == kNoLabel) return;
    for (const std::uint32_t feature : features) {
      std::vector<Cell>& row = rows_[feature];
      add(row, gold, 1.0F);
      add(row, guess, -1.0F);
    }
  }

  // Averaged weights of at least `threshold`, scaled to 16 bits; in order of the feature's hash.
  void write(const std::filesystem::path& path, const std::vector<TagPair>& pairs,
             double threshold) const {
    std::map<std::uint32_t, std::map<TagLabel, double>> kept;
    double largest = 0;
    for (const auto& [feature, row] : rows_) {
      for (const Cell& cell : row) {
        const double mean = (cell.sum + static_cast<double>(step_ - cell.since) * cell.weight) /
                            static_cast<double>(step_);
        if (std::abs(mean) >= threshold) kept[feature][cell.label] = mean;
        largest = std::max(largest, std::abs(mean));
      }
    }
    std::string rows;
    std::string weights;
    std::uint32_t count = 0;
    for (const auto& [feature, cells] : kept) {
      append(rows, feature);
      append(rows, static_cast<std::uint32_t>(cells.size()));
      for (const auto& [label, mean] : cells) {
        const auto value = static_cast<std::int16_t>(std::lround(mean / largest * 32000));
        weights += static_cast<char>(label);
        weights += static_cast<char>(value & 0xFF);
        weights += static_cast<char>((value >> 8) & 0xFF);
        ++count;
      }
    }
    std::string bytes = "ENTTAG2\n";
    append(bytes, static_cast<std::uint32_t>(pairs.size()));
    append(bytes, static_cast<std::uint32_t>(kept.size()));
    append(bytes, count);
    for (const TagPair& pair : pairs) {
      bytes += static_cast<char>(pair.tag);
      bytes += static_cast<char>(pair.penn);
    }
    write_file(path, bytes + rows + weights);
  }

 private:
  struct Cell {
    TagLabel label;
    float weight = 0;
    double sum = 0;
    std::uint64_t since = 0;
  };

  void add(std::vector<Cell>& row, TagLabel label, float change) const {
    auto cell = std::find_if(row.begin(), row.end(),
                             [&](const Cell& other) { return other.label == label; });
    if (cell == row.end()) cell = row.insert(row.end(), Cell{label});
    cell->sum += static_cast<double>(step_ - cell->since) * cell->weight;
    cell->since = step_;
    cell->weight += change;
  }

  static void append(std::string& out, std::uint32_t value) {
    for (unsigned k = 0; k < 4; ++k) out += static_cast<char>((value >> (8 * k)) & 0xFF);
  }

  std::vector<float> scores_;
  std::unordered_map<std::uint32_t, std::vector<Cell>> rows_;
  std::uint64_t step_ = 0;
};

}  // namespace

TagPair tag_pair(const ConlluToken& token) {
  const Penn none = *penn_of("XX");
  const Penn penn = penn_of(token.xpos).value_or(none);
  return {tag_of(token.upos, penn).value_or(Tag::Other), penn};
}

std::vector<TagPair> tag_pairs(const std::vector<ConlluSentence>& sentences) {
  std::map<std::pair<Tag, Penn>, int> counts;
  for (const ConlluSentence& sentence : sentences) {
    for (const ConlluToken& token : sentence.tokens) {
      const TagPair pair = tag_pair(token);
      ++counts[{pair.tag, pair.penn}];
    }
  }
  std::vector<TagPair> pairs;
  for (const auto& [pair, count] : counts) {
    if (count >= 2) pairs.push_back({pair.first, pair.second});
  }
  return pairs;
}

void train_tagger(const std::vector<const ConlluSentence*>& sentences,
                  const std::vector<TagPair>& labels, int epochs, double threshold,
                  const std::filesystem::path& out) {
  std::vector<Example> examples;
  for (const ConlluSentence* sentence : sentences) {
    Example example;
    for (const ConlluToken& token : sentence->tokens) {
      example.words.push_back(word_shape(token.form));
      const auto found = std::find(labels.begin(), labels.end(), tag_pair(token));
      example.labels.push_back(
          found == labels.end() ? kNoLabel : static_cast<TagLabel>(found - labels.begin()));
    }
    examples.push_back(std::move(example));
  }
  Perceptron model(labels.size());
  std::uint64_t state = 42;
  std::vector<std::uint32_t> features;
  for (int epoch = 0; epoch < epochs; ++epoch) {
    for (std::size_t i = examples.size(); i > 1; --i) {
      state = state * 6364136223846793005ULL + 1442695040888963407ULL;
      std::swap(examples[i - 1], examples[(state >> 33) % i]);
    }
    for (const Example& example : examples) {
      TagLabel previous = kNoLabel;
      TagLabel before = kNoLabel;
      for (std::size_t i = 0; i < example.words.size(); ++i) {
        tag_features(example.words, i, previous, before, features);
        const TagLabel guess = model.predict(features);
        model.update(features, example.labels[i], guess);
        before = previous;
        previous = guess;
      }
    }
  }
  model.write(out, labels, threshold);
}

}  // namespace entente
