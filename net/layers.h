#pragma once
// Layers of a network over rows of numbers, a row for each word. Tested by
// tests/net/layers_test.cpp.

#include <cstdint>
#include <string>
#include <vector>

#include "net/kernel.h"
#include "net/tensors.h"

namespace entente {

// Rows of fixed-point numbers: value = number / scale.
struct FixedRows {
  std::size_t count = 0;
  std::size_t width = 0;   // numbers of a row that mean something
  std::size_t stride = 0;  // width, padded with zeros to an even number
  float scale = 1;
  std::vector<std::int16_t> values;

  FixedRows(std::size_t rows, std::size_t columns, float one);
  std::int16_t* row(std::size_t i) { return values.data() + i * stride; }
  const std::int16_t* row(std::size_t i) const { return values.data() + i * stride; }
};
inline constexpr float kStateScale = 16384;  // of numbers between -1 and 1
inline constexpr float kInputScale = 2048;   // of others: up to 16

// out = in * weights + bias.
class Affine {
 public:
  // Tensors NAME.weight and NAME.bias; without_bias: no bias.
  Affine(const Tensors& tensors, const std::string& name, bool without_bias = false);
  std::size_t inputs() const { return matrix_.columns; }
  std::size_t outputs() const { return matrix_.rows; }
  // Rows of outputs() numbers.
  std::vector<float> operator()(const FixedRows& in, Kernel kernel) const;

 private:
  PackedMatrix matrix_;
  std::vector<float> bias_;
};

// One layer, both directions, over sentences in lock step. The cells' order of gates is PyTorch's.
class BiLstm {
 public:
  // Tensors NAME.forward.input, .state (4 hidden rows each), .bias; the same for NAME.backward.
  BiLstm(const Tensors& tensors, const std::string& name);
  std::size_t hidden() const { return hidden_; }
  std::size_t inputs() const { return forward_.input.columns; }

  // `lengths`: words of each sentence, the longest first; `in`: the words of all, one after the
  // other. Rows of 2 x hidden numbers: the forward states, then the backward states.
  FixedRows operator()(const FixedRows& in, const std::vector<std::uint32_t>& lengths,
                       Kernel kernel) const;

 private:
  struct Direction {
    PackedMatrix input;
    PackedMatrix state;
    std::vector<float> bias;
  };
  static Direction direction(const Tensors& tensors, const std::string& name);
  void run(const Direction& direction, bool backward, const FixedRows& in,
           const std::vector<std::uint32_t>& lengths, Kernel kernel, FixedRows& out) const;

  Direction forward_;
  Direction backward_;
  std::size_t hidden_ = 0;
};

}  // namespace entente
