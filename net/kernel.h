#pragma once
// The arithmetic of small networks. Products are sums of integers and every other operation rounds
// as IEEE 754 says, in a fixed order: the same bits from every machine and every way of computing.
// Tested by tests/net/kernel_test.cpp.

#include <cstddef>
#include <cstdint>
#include <vector>

namespace entente {

// Ways to compute the same.
enum class Kernel { Plain, Avx2, Avx512 };
Kernel best_kernel();  // that this machine has

// A matrix of 8-bit weights with a scale for each row, laid out for multiply().
struct PackedMatrix {
  std::size_t rows = 0;
  std::size_t columns = 0;
  std::vector<std::int16_t> weights;  // blocks of 16 rows; in a block pairs of columns, row by row
  std::vector<float> scales;          // padded_rows()

  std::size_t padded_rows() const { return (rows + 15) / 16 * 16; }
  std::size_t padded_columns() const { return (columns + 1) / 2 * 2; }
};
// `weights`: rows x columns, row by row; `scales`: one a row.
PackedMatrix pack(const std::int8_t* weights, const float* scales, std::size_t rows,
                  std::size_t columns);

// out[i][r] = sum over k of matrix[r][k] * in[i][k], without scales. `in`: count rows of
// padded_columns() with zeros in the padding; `out`: count rows of padded_rows(). REQUIRES: the
// sums fit 32 bits; they do for |in| <= 32767 and at most 516 columns, or |in| <= 16384 and 1,030.
void multiply(const PackedMatrix& matrix, const std::int16_t* in, std::size_t count,
              std::int32_t* out, Kernel kernel);

// One step of `count` LSTM cells of size `hidden`. `gates`: count rows of 4 x hidden, in the order
// input, forget, cell, output, before their activations. `cells` is updated, `states` overwritten;
// both count rows of `hidden`.
void lstm_cells(const float* gates, std::size_t count, std::size_t hidden, float* cells,
                float* states, Kernel kernel);

// out[i][j] += sum over k of left[i][k] * right[k][j]; rows x inner times inner x columns.
void add_product(const float* left, const float* right, float* out, std::size_t rows,
                 std::size_t inner, std::size_t columns, Kernel kernel);

// values * scale, rounded and kept within 16 bits.
void to_fixed_point(const float* values, std::size_t count, float scale, std::int16_t* out,
                    Kernel kernel);

// gates = input * input_scales + state * state_scales + bias, number by number.
void add_gates(const std::int32_t* input, const float* input_scales, const std::int32_t* state,
               const float* state_scales, const float* bias, std::size_t count, float* gates,
               Kernel kernel);

}  // namespace entente
