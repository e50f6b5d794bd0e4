#include "net/kernel.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace entente {
namespace {

constexpr std::size_t kBlock = 16;  // rows of a block

// Bodies that are compiled once for every instruction set.
#define ENTENTE_INLINE inline __attribute__((always_inline))

// A continued fraction of tanh, within 0.0001 of it: the same bits everywhere, which std::tanh does
// not promise.
ENTENTE_INLINE float hyperbolic_tangent(float x) {
  const float bounded = std::min(std::max(x, -4.97F), 4.97F);
  const float square = bounded * bounded;
  const float above = 135135.0F + square * (17325.0F + square * (378.0F + square));
  const float below = 135135.0F + square * (62370.0F + square * (3150.0F + square * 28.0F));
  return bounded * above / below;
}

ENTENTE_INLINE float logistic(float x) { return 0.5F + 0.5F * hyperbolic_tangent(0.5F * x); }

ENTENTE_INLINE void cells_body(const float* gates, std::size_t count, std::size_t hidden,
                               float* cells, float* states) {
  for (std::size_t i = 0; i < count; ++i) {
    const float* gate = gates + i * 4 * hidden;
    float* __restrict cell = cells + i * hidden;
    float* __restrict state = states + i * hidden;
    const float* __restrict in = gate;
    const float* __restrict forget = gate + hidden;
    const float* __restrict candidate = gate + 2 * hidden;
    const float* __restrict out = gate + 3 * hidden;
    for (std::size_t k = 0; k < hidden; ++k) {
      const float kept = logistic(forget[k]) * cell[k];
      const float added = logistic(in[k]) * hyperbolic_tangent(candidate[k]);
      cell[k] = kept + added;
      state[k] = logistic(out[k]) * hyperbolic_tangent(cell[k]);
    }
  }
}

ENTENTE_INLINE void product_body(const float* left, const float* right, float* out,
                                 std::size_t rows, std::size_t inner, std::size_t columns) {
  for (std::size_t i = 0; i < rows; ++i) {
    float* __restrict sum = out + i * columns;
    for (std::size_t k = 0; k < inner; ++k) {
      const float factor = left[i * inner + k];
      const float* __restrict row = right + k * columns;
      for (std::size_t j = 0; j < columns; ++j) sum[j] += factor * row[j];
    }
  }
}

ENTENTE_INLINE void fixed_body(const float* __restrict values, std::size_t count, float scale,
                               std::int16_t* __restrict out) {
  for (std::size_t k = 0; k < count; ++k) {
    const float scaled = std::min(std::max(values[k] * scale, -32767.0F), 32767.0F);
    out[k] =
        static_cast<std::int16_t>(static_cast<std::int32_t>(scaled + (scaled < 0 ? -0.5F : 0.5F)));
  }
}

ENTENTE_INLINE void gates_body(const std::int32_t* __restrict input,
                               const float* __restrict input_scales,
                               const std::int32_t* __restrict state,
                               const float* __restrict state_scales, const float* __restrict bias,
                               std::size_t count, float* __restrict gates) {
  for (std::size_t k = 0; k < count; ++k) {
    gates[k] = static_cast<float>(input[k]) * input_scales[k] +
               static_cast<float>(state[k]) * state_scales[k] + bias[k];
  }
}

void multiply_plain(const PackedMatrix& matrix, const std::int16_t* in, std::size_t count,
                    std::int32_t* out) {
  const std::size_t pairs = matrix.padded_columns() / 2;
  for (std::size_t begin = 0; begin < matrix.padded_rows(); begin += kBlock) {
    const std::int16_t* block = matrix.weights.data() + begin * matrix.padded_columns();
    for (std::size_t i = 0; i < count; ++i) {
      const std::int16_t* row = in + i * matrix.padded_columns();
      std::int32_t sums[kBlock] = {};
      for (std::size_t p = 0; p < pairs; ++p) {
        for (std::size_t r = 0; r < kBlock; ++r) {
          sums[r] += block[(p * kBlock + r) * 2] * row[p * 2] +
                     block[(p * kBlock + r) * 2 + 1] * row[p * 2 + 1];
        }
      }
      std::copy_n(sums, kBlock, out + i * matrix.padded_rows() + begin);
    }
  }
}

#if defined(__x86_64__)

std::int32_t pair_at(const std::int16_t* row, std::size_t pair) {
  std::int32_t both = 0;
  std::memcpy(&both, row + pair * 2, sizeof both);
  return both;
}

// `Rows` rows of `in` against one block of 16 rows of the matrix.
template <std::size_t Rows>
__attribute__((target("avx2"))) void block_avx2(const std::int16_t* block, const std::int16_t* in,
                                                std::size_t stride, std::size_t pairs,
                                                std::int32_t* out, std::size_t out_stride) {
  __m256i low[Rows];
  __m256i high[Rows];
  for (std::size_t i = 0; i < Rows; ++i) low[i] = high[i] = _mm256_setzero_si256();
  for (std::size_t p = 0; p < pairs; ++p) {
    const auto* weights = reinterpret_cast<const __m256i*>(block + p * kBlock * 2);
    const __m256i first = _mm256_loadu_si256(weights);
    const __m256i second = _mm256_loadu_si256(weights + 1);
    for (std::size_t i = 0; i < Rows; ++i) {
      const __m256i both = _mm256_set1_epi32(pair_at(in + i * stride, p));
      low[i] = _mm256_add_epi32(low[i], _mm256_madd_epi16(first, both));
      high[i] = _mm256_add_epi32(high[i], _mm256_madd_epi16(second, both));
    }
  }
  for (std::size_t i = 0; i < Rows; ++i) {
    auto* sums = reinterpret_cast<__m256i*>(out + i * out_stride);
    _mm256_storeu_si256(sums, low[i]);
    _mm256_storeu_si256(sums + 1, high[i]);
  }
}

template <std::size_t Rows>
__attribute__((target("avx512f,avx512bw,avx512vnni"))) void block_avx512(
    const std::int16_t* block, const std::int16_t* in, std::size_t stride, std::size_t pairs,
    std::int32_t* out, std::size_t out_stride) {
  __m512i sums[Rows];
  for (std::size_t i = 0; i < Rows; ++i) sums[i] = _mm512_setzero_si512();
  for (std::size_t p = 0; p < pairs; ++p) {
    const __m512i weights = _mm512_loadu_si512(block + p * kBlock * 2);
    for (std::size_t i = 0; i < Rows; ++i) {
      sums[i] =
          _mm512_dpwssd_epi32(sums[i], weights, _mm512_set1_epi32(pair_at(in + i * stride, p)));
    }
  }
  for (std::size_t i = 0; i < Rows; ++i) _mm512_storeu_si512(out + i * out_stride, sums[i]);
}

// `Block<N>` handles N rows of `in` at once: eight while there are as many, then four, two, one.
template <typename Blocks>
void multiply_blocks(const PackedMatrix& matrix, const std::int16_t* in, std::size_t count,
                     std::int32_t* out, const Blocks& blocks) {
  const std::size_t stride = matrix.padded_columns();
  const std::size_t out_stride = matrix.padded_rows();
  for (std::size_t begin = 0; begin < out_stride; begin += kBlock) {
    const std::int16_t* block = matrix.weights.data() + begin * stride;
    std::size_t i = 0;
    for (std::size_t rows = 8; rows > 0; rows /= 2) {
      for (; i + rows <= count; i += rows)
        blocks(rows, block, in + i * stride, stride, out + i * out_stride + begin, out_stride);
    }
  }
}

void any_block_avx2(std::size_t rows, const std::int16_t* block, const std::int16_t* in,
                    std::size_t stride, std::int32_t* out, std::size_t out_stride) {
  switch (rows) {
    case 8:  // as two of four: there are no more registers
      block_avx2<4>(block, in, stride, stride / 2, out, out_stride);
      return block_avx2<4>(block, in + 4 * stride, stride, stride / 2, out + 4 * out_stride,
                           out_stride);
    case 4:
      return block_avx2<4>(block, in, stride, stride / 2, out, out_stride);
    case 2:
      return block_avx2<2>(block, in, stride, stride / 2, out, out_stride);
    default:
      return block_avx2<1>(block, in, stride, stride / 2, out, out_stride);
  }
}

void any_block_avx512(std::size_t rows, const std::int16_t* block, const std::int16_t* in,
                      std::size_t stride, std::int32_t* out, std::size_t out_stride) {
  switch (rows) {
    case 8:
      return block_avx512<8>(block, in, stride, stride / 2, out, out_stride);
    case 4:
      return block_avx512<4>(block, in, stride, stride / 2, out, out_stride);
    case 2:
      return block_avx512<2>(block, in, stride, stride / 2, out, out_stride);
    default:
      return block_avx512<1>(block, in, stride, stride / 2, out, out_stride);
  }
}

// The bodies above for wider registers.
#define ENTENTE_WIDER(suffix, features)                                                         \
  __attribute__((target(features))) void cells_##suffix(                                        \
      const float* gates, std::size_t count, std::size_t hidden, float* cells, float* states) { \
    cells_body(gates, count, hidden, cells, states);                                            \
  }                                                                                             \
  __attribute__((target(features))) void product_##suffix(                                      \
      const float* left, const float* right, float* out, std::size_t rows, std::size_t inner,   \
      std::size_t columns) {                                                                    \
    product_body(left, right, out, rows, inner, columns);                                       \
  }                                                                                             \
  __attribute__((target(features))) void fixed_##suffix(const float* values, std::size_t count, \
                                                        float scale, std::int16_t* out) {       \
    fixed_body(values, count, scale, out);                                                      \
  }                                                                                             \
  __attribute__((target(features))) void gates_##suffix(                                        \
      const std::int32_t* input, const float* input_scales, const std::int32_t* state,          \
      const float* state_scales, const float* bias, std::size_t count, float* gates) {          \
    gates_body(input, input_scales, state, state_scales, bias, count, gates);                   \
  }
ENTENTE_WIDER(avx2, "avx2")
ENTENTE_WIDER(avx512, "avx512f,avx512bw,prefer-vector-width=512")

#endif

}  // namespace

Kernel best_kernel() {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
      __builtin_cpu_supports("avx512vnni"))
    return Kernel::Avx512;
  if (__builtin_cpu_supports("avx2")) return Kernel::Avx2;
#endif
  return Kernel::Plain;
}

PackedMatrix pack(const std::int8_t* weights, const float* scales, std::size_t rows,
                  std::size_t columns) {
  PackedMatrix matrix;
  matrix.rows = rows;
  matrix.columns = columns;
  matrix.weights.assign(matrix.padded_rows() * matrix.padded_columns(), 0);
  matrix.scales.assign(matrix.padded_rows(), 0.0F);
  std::copy_n(scales, rows, matrix.scales.begin());
  for (std::size_t r = 0; r < rows; ++r) {
    const std::size_t block = r / kBlock * kBlock * matrix.padded_columns();
    for (std::size_t k = 0; k < columns; ++k) {
      matrix.weights[block + (k / 2 * kBlock + r % kBlock) * 2 + k % 2] = weights[r * columns + k];
    }
  }
  return matrix;
}

#if defined(__x86_64__)
#define ENTENTE_CHOOSE(name, ...)                                  \
  if (kernel == Kernel::Avx512) return name##_avx512(__VA_ARGS__); \
  if (kernel == Kernel::Avx2) return name##_avx2(__VA_ARGS__);     \
  name##_body(__VA_ARGS__)
#else
#define ENTENTE_CHOOSE(name, ...) name##_body(__VA_ARGS__)
#endif

void multiply(const PackedMatrix& matrix, const std::int16_t* in, std::size_t count,
              std::int32_t* out, [[maybe_unused]] Kernel kernel) {
#if defined(__x86_64__)
  if (kernel == Kernel::Avx512) return multiply_blocks(matrix, in, count, out, any_block_avx512);
  if (kernel == Kernel::Avx2) return multiply_blocks(matrix, in, count, out, any_block_avx2);
#endif
  multiply_plain(matrix, in, count, out);
}

void lstm_cells(const float* gates, std::size_t count, std::size_t hidden, float* cells,
                float* states, [[maybe_unused]] Kernel kernel) {
  ENTENTE_CHOOSE(cells, gates, count, hidden, cells, states);
}

void add_product(const float* left, const float* right, float* out, std::size_t rows,
                 std::size_t inner, std::size_t columns, [[maybe_unused]] Kernel kernel) {
  ENTENTE_CHOOSE(product, left, right, out, rows, inner, columns);
}

void to_fixed_point(const float* values, std::size_t count, float scale, std::int16_t* out,
                    [[maybe_unused]] Kernel kernel) {
  ENTENTE_CHOOSE(fixed, values, count, scale, out);
}

void add_gates(const std::int32_t* input, const float* input_scales, const std::int32_t* state,
               const float* state_scales, const float* bias, std::size_t count, float* gates,
               [[maybe_unused]] Kernel kernel) {
  ENTENTE_CHOOSE(gates, input, input_scales, state, state_scales, bias, count, gates);
}

}  // namespace entente
