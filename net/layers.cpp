#include "net/layers.h"

#include <algorithm>

#include "base/error.h"

namespace entente {
namespace {

constexpr std::size_t kMostColumns = 1030;  // see multiply()

}  // namespace

FixedRows::FixedRows(std::size_t rows, std::size_t columns, float one)
    : count(rows),
      width(columns),
      stride((columns + 1) / 2 * 2),
      scale(one),
      values(rows * stride, 0) {}

Affine::Affine(const Tensors& tensors, const std::string& name, bool without_bias)
    : matrix_(tensors.matrix(name + ".weight")) {
  if (matrix_.columns > kMostColumns) throw tensors.wrong("layer \"" + name + "\" is too wide");
  bias_ = without_bias ? std::vector<float>(matrix_.rows, 0.0F)
                       : tensors.floats(name + ".bias", {1, matrix_.rows});
}

std::vector<float> Affine::operator()(const FixedRows& in, Kernel kernel) const {
  std::vector<std::int32_t> sums(in.count * matrix_.padded_rows());
  multiply(matrix_, in.values.data(), in.count, sums.data(), kernel);
  std::vector<float> out(in.count * matrix_.rows);
  for (std::size_t i = 0; i < in.count; ++i) {
    for (std::size_t r = 0; r < matrix_.rows; ++r) {
      out[i * matrix_.rows + r] =
          static_cast<float>(sums[i * matrix_.padded_rows() + r]) * (matrix_.scales[r] / in.scale) +
          bias_[r];
    }
  }
  return out;
}

BiLstm::BiLstm(const Tensors& tensors, const std::string& name)
    : forward_(direction(tensors, name + ".forward")),
      backward_(direction(tensors, name + ".backward")),
      hidden_(forward_.state.columns) {
  if (backward_.state.columns != hidden_ || backward_.input.columns != inputs())
    throw tensors.wrong("the directions of layer \"" + name + "\" do not fit each other");
}

BiLstm::Direction BiLstm::direction(const Tensors& tensors, const std::string& name) {
  const std::size_t rows = tensors.shape(name + ".state").rows;
  Direction result;
  result.input = tensors.matrix(name + ".input", {rows, 0});
  result.state = tensors.matrix(name + ".state", {rows, rows / 4});
  result.bias = tensors.floats(name + ".bias", {1, rows});
  if (rows == 0 || rows % 16 != 0 || result.input.columns > kMostColumns)
    throw tensors.wrong("layer \"" + name + "\" has an odd size");
  return result;
}

FixedRows BiLstm::operator()(const FixedRows& in, const std::vector<std::uint32_t>& lengths,
                             Kernel kernel) const {
  FixedRows out(in.count, 2 * hidden_, kStateScale);
  run(forward_, false, in, lengths, kernel, out);
  run(backward_, true, in, lengths, kernel, out);
  return out;
}

void BiLstm::run(const Direction& direction, bool backward, const FixedRows& in,
                 const std::vector<std::uint32_t>& lengths, Kernel kernel, FixedRows& out) const {
  const std::size_t width = 4 * hidden_;
  std::vector<std::int32_t> from_input(in.count * width);
  multiply(direction.input, in.values.data(), in.count, from_input.data(), kernel);
  std::vector<float> input_scales(width);
  std::vector<float> state_scales(width);
  for (std::size_t r = 0; r < width; ++r) {
    input_scales[r] = direction.input.scales[r] / in.scale;
    state_scales[r] = direction.state.scales[r] / kStateScale;
  }
  std::vector<std::size_t> first(lengths.size(), 0);
  for (std::size_t s = 1; s < lengths.size(); ++s) first[s] = first[s - 1] + lengths[s - 1];

  FixedRows states(lengths.size(), hidden_, kStateScale);
  std::vector<std::int32_t> from_state(lengths.size() * width);
  std::vector<float> gates(lengths.size() * width);
  std::vector<float> cells(lengths.size() * hidden_, 0.0F);
  std::vector<float> now(lengths.size() * hidden_);
  std::size_t active = lengths.size();
  for (std::uint32_t t = 0; active > 0; ++t) {
    while (active > 0 && lengths[active - 1] <= t) --active;
    if (active == 0) break;
    multiply(direction.state, states.values.data(), active, from_state.data(), kernel);
    for (std::size_t s = 0; s < active; ++s) {
      const std::size_t word = first[s] + (backward ? lengths[s] - 1 - t : t);
      add_gates(from_input.data() + word * width, input_scales.data(),
                from_state.data() + s * width, state_scales.data(), direction.bias.data(), width,
                gates.data() + s * width, kernel);
    }
    lstm_cells(gates.data(), active, hidden_, cells.data(), now.data(), kernel);
    for (std::size_t s = 0; s < active; ++s) {
      const std::size_t word = first[s] + (backward ? lengths[s] - 1 - t : t);
      to_fixed_point(now.data() + s * hidden_, hidden_, kStateScale, states.row(s), kernel);
      std::copy_n(states.row(s), hidden_, out.row(word) + (backward ? hidden_ : 0));
    }
  }
}

}  // namespace entente
