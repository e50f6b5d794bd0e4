#include "extract/encoder.h"

#include <algorithm>

#include "base/error.h"

namespace entente {

namespace {

constexpr float kGramFactor = 0.25F;  // as in train/network.py

}  // namespace

Encoder::Table::Table(const Tensors& tensors, const std::string& name)
    : data(tensors.quantized(name)) {
  if (data.shape.rows == 0) throw tensors.wrong("table \"" + name + "\" is empty");
}

void Encoder::Table::add(std::size_t row, float* out, float factor) const {
  const std::size_t found = row < data.shape.rows ? row : 0;
  const std::int8_t* weights = data.weights.data() + found * width();
  const float scale = data.scales[found] * factor;
  for (std::size_t k = 0; k < width(); ++k) out[k] += static_cast<float>(weights[k]) * scale;
}

Encoder::Encoder(const Tensors& tensors)
    : words_(tensors.numbers("words")),
      word_(tensors, "word"),
      affix_(tensors, "affix"),
      gram_(tensors, "gram"),
      tag_(tensors, "tag") {
  std::size_t inputs = word_.width() + kAffixes * affix_.width() + gram_.width() + tag_.width();
  if (tensors.has("flag")) {
    flag_.emplace_back(tensors, "flag");
    inputs += flag_.front().width();
  }
  for (std::size_t k = 0; tensors.has("lstm" + std::to_string(k) + ".forward.state"); ++k) {
    layers_.emplace_back(tensors, "lstm" + std::to_string(k));
    if (layers_.back().inputs() != inputs)
      throw tensors.wrong("layer " + std::to_string(k) + " of a model does not fit");
    inputs = 2 * layers_.back().hidden();
  }
  if (layers_.empty() || words_.size() + 2 != word_.data.shape.rows)
    throw tensors.wrong("a model without layers or words");
}

std::size_t Encoder::row_of(std::uint32_t word) const {
  const auto found = std::lower_bound(words_.begin(), words_.end(), word);
  return found != words_.end() && *found == word
             ? static_cast<std::size_t>(found - words_.begin()) + 2
             : 1;
}

FixedRows Encoder::operator()(const std::vector<WordInput>& words,
                              const std::vector<std::uint32_t>& lengths, Kernel kernel) const {
  FixedRows rows(words.size(), layers_.front().inputs(), kInputScale);
  std::vector<float> sum(rows.width);
  for (std::size_t i = 0; i < words.size(); ++i) {
    std::fill(sum.begin(), sum.end(), 0.0F);
    float* part = sum.data();
    word_.add(row_of(words[i].form.word), part);
    part += word_.width();
    for (const std::uint16_t row : words[i].form.affixes) {
      affix_.add(row, part);
      part += affix_.width();
    }
    for (std::size_t k = 0; k < words[i].form.gram_count; ++k)
      gram_.add(words[i].form.grams[k], part, kGramFactor);
    part += gram_.width();
    tag_.add(words[i].label + 1U, part);
    part += tag_.width();
    if (!flag_.empty()) {
      for (std::size_t k = 0; k < words[i].flags.count; ++k)
        flag_.front().add(words[i].flags.rows[k], part);
    }
    to_fixed_point(sum.data(), rows.width, kInputScale, rows.row(i), kernel);
  }
  for (const BiLstm& layer : layers_) rows = layer(rows, lengths, kernel);
  return rows;
}

}  // namespace entente
