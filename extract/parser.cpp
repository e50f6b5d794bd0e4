#include "extract/parser.h"

#include <algorithm>

#include "base/error.h"
#include "extract/batches.h"
#include "extract/tree.h"

namespace entente {
namespace {

void leak(std::vector<float>& values) {
  for (float& value : values) value = value > 0 ? value : value * 0.1F;
}

FixedRows to_fixed(const float* values, std::size_t count, std::size_t width, Kernel kernel) {
  FixedRows rows(count, width, kInputScale);
  for (std::size_t i = 0; i < count; ++i)
    to_fixed_point(values + i * width, width, kInputScale, rows.row(i), kernel);
  return rows;
}

std::size_t index_of_largest(const float* values, std::size_t count) {
  return static_cast<std::size_t>(std::max_element(values, values + count) - values);
}

}  // namespace

Parser::Parser(const std::filesystem::path& model, std::size_t labels)
    : Parser(Tensors(model), labels) {}

Parser::Parser(const Tensors& tensors, std::size_t labels)
    : encoder_(tensors),
      tag_(tensors, "tagger"),
      arc_head_(tensors, "arc_head"),
      arc_word_(tensors, "arc_word"),
      arc_(tensors, "arc", true),
      label_head_(tensors, "label_head"),
      label_word_(tensors, "label_word"),
      label_(tensors, "label"),
      arc_bias_(tensors.floats("arc_bias", {1, arc_head_.outputs()})),
      root_arc_(tensors.floats("root_arc", {1, arc_head_.outputs()})),
      root_label_(tensors.floats("root_label", {1, label_head_.outputs()})) {
  const std::size_t arc = arc_head_.outputs();
  const std::size_t label = label_head_.outputs();
  const bool fits = tag_.inputs() == encoder_.width() && tag_.outputs() == labels &&
                    arc_head_.inputs() == encoder_.width() &&
                    arc_word_.inputs() == encoder_.width() && arc_word_.outputs() == arc &&
                    arc_.inputs() == arc && arc_.outputs() == arc &&
                    label_head_.inputs() == encoder_.width() &&
                    label_word_.inputs() == encoder_.width() && label_word_.outputs() == label &&
                    label_.inputs() == 3 * label && label_.outputs() == kDeprels;
  if (!fits) throw tensors.wrong("the parser's model does not fit its tagger or its shape");
}

std::vector<Tree> Parser::parse(const std::vector<std::vector<WordInput>>& sentences,
                                Kernel kernel) const {
  const std::vector<Piece> pieces = pieces_of(sentences);
  const std::vector<Tree> parsed = parse_pieces(pieces, kernel);
  std::vector<Tree> trees(sentences.size());
  std::size_t piece = 0;
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    Tree& tree = trees[s];
    std::uint32_t root = 0;
    while (tree.heads.size() < sentences[s].size()) {
      const auto offset = static_cast<std::uint32_t>(tree.heads.size());
      const Tree& part = parsed[piece++];
      for (std::size_t i = 0; i < part.heads.size(); ++i) {
        const bool top = part.heads[i] == 0;
        // A later piece hangs on the first.
        tree.heads.push_back(top ? root : part.heads[i] + offset);
        tree.deprels.push_back(top && root != 0 ? Deprel::Parataxis : part.deprels[i]);
        tree.labels.push_back(part.labels[i]);
      }
      if (root == 0) {
        root = static_cast<std::uint32_t>(std::find(tree.heads.begin(), tree.heads.end(), 0U) -
                                          tree.heads.begin()) +
               1;
      }
    }
  }
  return trees;
}

std::vector<Tree> Parser::parse_pieces(const std::vector<Piece>& pieces, Kernel kernel) const {
  std::vector<Tree> trees(pieces.size());
  for_each_batch(pieces, [&](const Batch& batch) {
    const FixedRows states = encoder_(batch.words, batch.lengths, kernel);
    const std::vector<float> tags = tag_(states, kernel);
    std::vector<float> arc_heads = arc_head_(states, kernel);
    std::vector<float> arc_words = arc_word_(states, kernel);
    std::vector<float> label_heads = label_head_(states, kernel);
    std::vector<float> label_words = label_word_(states, kernel);
    for (auto* values : {&arc_heads, &arc_words, &label_heads, &label_words}) leak(*values);
    std::size_t first = 0;
    for (std::size_t k = 0; k < batch.pieces.size(); ++k) {
      const std::size_t count = batch.lengths[k];
      Tree& tree = trees[batch.pieces[k]];
      for (std::size_t i = 0; i < count; ++i) {
        const float* scores = tags.data() + (first + i) * tag_.outputs();
        tree.labels.push_back(static_cast<TagLabel>(index_of_largest(scores, tag_.outputs())));
      }
      const std::size_t arc = arc_head_.outputs();
      const std::size_t label = label_head_.outputs();
      find_heads(arc_words.data() + first * arc, arc_heads.data() + first * arc, count, tree,
                 kernel);
      find_deprels(label_words.data() + first * label, label_heads.data() + first * label, count,
                   tree, kernel);
      first += count;
    }
  });
  return trees;
}

void Parser::find_heads(const float* words, const float* heads, std::size_t count, Tree& tree,
                        Kernel kernel) const {
  const std::size_t size = arc_head_.outputs();
  const std::vector<float> asked = arc_(to_fixed(words, count, size, kernel), kernel);
  // Column j: what head j offers; column 0 the root.
  std::vector<float> offered(size * (count + 1));
  for (std::size_t k = 0; k < size; ++k) {
    offered[k * (count + 1)] = root_arc_[k];
    for (std::size_t j = 0; j < count; ++j) offered[k * (count + 1) + j + 1] = heads[j * size + k];
  }
  std::vector<float> liked(count + 1, 0.0F);
  add_product(arc_bias_.data(), offered.data(), liked.data(), 1, size, count + 1, kernel);
  std::vector<float> scores(count * (count + 1));
  for (std::size_t i = 0; i < count; ++i)
    std::copy(liked.begin(), liked.end(),
              scores.begin() + static_cast<std::ptrdiff_t>(i * (count + 1)));
  add_product(asked.data(), offered.data(), scores.data(), count, size, count + 1, kernel);
  tree.heads = best_tree(scores, count);
}

void Parser::find_deprels(const float* words, const float* heads, std::size_t count, Tree& tree,
                          Kernel kernel) const {
  const std::size_t size = label_head_.outputs();
  std::vector<float> pairs(count * 3 * size);
  for (std::size_t i = 0; i < count; ++i) {
    const float* head =
        tree.heads[i] == 0 ? root_label_.data() : heads + (tree.heads[i] - 1) * size;
    const float* word = words + i * size;
    float* pair = pairs.data() + i * 3 * size;
    for (std::size_t k = 0; k < size; ++k) {
      pair[k] = head[k] * word[k];
      pair[size + k] = head[k];
      pair[2 * size + k] = word[k];
    }
  }
  std::vector<float> scores = label_(to_fixed(pairs.data(), count, 3 * size, kernel), kernel);
  for (std::size_t i = 0; i < count; ++i) {
    float* row = scores.data() + i * kDeprels;
    row[static_cast<std::size_t>(Deprel::Root)] = -1e9F;  // what is under the root, and only that
    tree.deprels.push_back(
        tree.heads[i] == 0 ? Deprel::Root : static_cast<Deprel>(index_of_largest(row, kDeprels)));
  }
}

}  // namespace entente
