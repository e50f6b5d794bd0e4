#include "net/kernel.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>
#include <vector>

#include "tests/catch.h"
#include "tests/support/chance.h"
#include "tests/support/kernels.h"

using namespace entente;
using test::Chance;
using test::kernels;

namespace {

constexpr std::int32_t kUntouched = 0x5A5A5A5A;

// A product to compute: `in` without padding, row by row.
struct Product {
  std::size_t rows = 0;
  std::size_t columns = 0;
  std::size_t count = 0;
  std::vector<std::int8_t> weights;
  std::vector<std::int16_t> in;
};

Product product(std::size_t rows, std::size_t columns, std::size_t count) {
  return {rows, columns, count, std::vector<std::int8_t>(rows * columns),
          std::vector<std::int16_t>(count * columns)};
}

Product by_chance(Chance& chance, std::size_t rows, std::size_t columns, std::size_t count) {
  Product made = product(rows, columns, count);
  for (std::int8_t& weight : made.weights)
    weight = static_cast<std::int8_t>(chance.whole(-127, 127));
  for (std::int16_t& value : made.in)
    value = static_cast<std::int16_t>(chance.whole(-32767, 32767));
  return made;
}

// Sums by the definition, a row of `rows` for each row of `in`.
std::vector<std::int64_t> by_definition(const Product& asked) {
  std::vector<std::int64_t> sums(asked.count * asked.rows, 0);
  for (std::size_t i = 0; i < asked.count; ++i) {
    for (std::size_t r = 0; r < asked.rows; ++r) {
      for (std::size_t k = 0; k < asked.columns; ++k) {
        sums[i * asked.rows + r] +=
            std::int64_t{asked.weights[r * asked.columns + k]} * asked.in[i * asked.columns + k];
      }
    }
  }
  return sums;
}

// The same by multiply(). Also checks what it writes beside the sums: zeros for the rows of the
// padding, nothing past its end.
std::vector<std::int64_t> by_kernel(const Product& asked, Kernel kernel) {
  const std::vector<float> scales(asked.rows, 1.0F);
  const PackedMatrix matrix = pack(asked.weights.data(), scales.data(), asked.rows, asked.columns);
  std::vector<std::int16_t> in(asked.count * matrix.padded_columns(), 0);
  for (std::size_t i = 0; i < asked.count; ++i) {
    std::copy_n(asked.in.begin() + static_cast<std::ptrdiff_t>(i * asked.columns), asked.columns,
                in.begin() + static_cast<std::ptrdiff_t>(i * matrix.padded_columns()));
  }
  const std::size_t size = asked.count * matrix.padded_rows();
  std::vector<std::int32_t> out(size + 16, kUntouched);
  multiply(matrix, in.data(), asked.count, out.data(), kernel);
  CHECK(std::count(out.begin() + static_cast<std::ptrdiff_t>(size), out.end(), kUntouched) == 16);
  std::vector<std::int64_t> sums;
  bool padded = true;
  for (std::size_t i = 0; i < asked.count; ++i) {
    for (std::size_t r = 0; r < matrix.padded_rows(); ++r) {
      const std::int32_t sum = out[i * matrix.padded_rows() + r];
      if (r < asked.rows) {
        sums.push_back(sum);
      } else {
        padded = padded && sum == 0;
      }
    }
  }
  CHECK(padded);
  return sums;
}

bool same_bits(const std::vector<float>& a, const std::vector<float>& b) {
  return a.size() == b.size() &&
         (a.empty() || std::memcmp(a.data(), b.data(), a.size() * sizeof(float)) == 0);
}

struct Cells {
  std::vector<float> cells;
  std::vector<float> states;
};

Cells step(std::vector<float> gates, std::vector<float> cells, std::size_t count,
           std::size_t hidden, Kernel kernel) {
  Cells after{std::move(cells), std::vector<float>(count * hidden)};
  lstm_cells(gates.data(), count, hidden, after.cells.data(), after.states.data(), kernel);
  return after;
}

double sigmoid(double x) { return 1 / (1 + std::exp(-x)); }

// What one cell has, and says, after one step.
struct Cell {
  double cell = 0;
  double state = 0;
};

Cell one_step(float in, float forget, float candidate, float out, float cell) {
  const Cells after = step({in, forget, candidate, out}, {cell}, 1, 1, Kernel::Plain);
  return {after.cells[0], after.states[0]};
}

}  // namespace

TEST_CASE("every kernel multiplies as the definition says, whatever the shape") {
  Chance chance;
  const std::size_t rows = GENERATE(1, 15, 16, 17, 33, 64);
  const std::size_t columns = GENERATE(1, 2, 3, 16, 31, 77);
  for (std::size_t count = 0; count < 20; ++count) {
    const Product asked = by_chance(chance, rows, columns, count);
    const std::vector<std::int64_t> expected = by_definition(asked);
    for (const Kernel kernel : kernels()) {
      INFO(rows << " x " << columns << ", " << count << ", kernel " << static_cast<int>(kernel));
      CHECK(by_kernel(asked, kernel) == expected);
    }
  }
}

TEST_CASE("the largest numbers that are allowed do not overflow") {
  const auto check = [](std::size_t columns, int largest, int sign) {
    Product asked = product(17, columns, 9);
    for (std::size_t k = 0; k < asked.weights.size(); ++k)
      asked.weights[k] = static_cast<std::int8_t>(k % 3 == 0 ? 127 : -127);
    for (std::size_t r = 0; r < 4; ++r)  // rows whose sums are as large as can be
      std::fill_n(asked.weights.begin() + static_cast<std::ptrdiff_t>(r * columns), columns,
                  static_cast<std::int8_t>(r % 2 == 0 ? 127 : -127));
    std::fill(asked.in.begin(), asked.in.end(), static_cast<std::int16_t>(sign * largest));
    const std::vector<std::int64_t> expected = by_definition(asked);
    CHECK(std::abs(expected[0]) > std::int64_t{2143000000});
    for (const Kernel kernel : kernels()) CHECK(by_kernel(asked, kernel) == expected);
  };
  for (const int sign : {1, -1}) {
    check(516, 32767, sign);
    check(1030, 16384, sign);
  }
}

TEST_CASE("a packed matrix keeps its scales, and none for the padding") {
  const std::vector<std::int8_t> weights = {1, 2, 3, 4, 5, 6};
  const std::vector<float> scales = {0.5F, 0.25F};
  const PackedMatrix matrix = pack(weights.data(), scales.data(), 2, 3);
  CHECK(matrix.rows == 2);
  CHECK(matrix.columns == 3);
  CHECK(matrix.padded_rows() == 16);
  CHECK(matrix.padded_columns() == 4);
  REQUIRE(matrix.scales.size() == 16);
  CHECK(matrix.scales[0] == 0.5F);
  CHECK(matrix.scales[1] == 0.25F);
  CHECK(std::count(matrix.scales.begin(), matrix.scales.end(), 0.0F) == 14);
}

TEST_CASE("every kernel steps cells to the same bits") {
  Chance chance;
  const float largest = GENERATE(1.0F, 8.0F, 1000.0F);
  for (std::size_t hidden = 1; hidden < 40; ++hidden) {
    for (std::size_t count = 0; count < 4; ++count) {
      std::vector<float> gates = chance.reals(count * 4 * hidden, -largest, largest);
      if (!gates.empty()) gates.back() = -0.0F;
      const std::vector<float> cells = chance.reals(count * hidden, -4, 4);
      const Cells plain = step(gates, cells, count, hidden, Kernel::Plain);
      for (const Kernel kernel : kernels()) {
        INFO(hidden << " cells, " << count << ", kernel " << static_cast<int>(kernel));
        const Cells other = step(gates, cells, count, hidden, kernel);
        CHECK(same_bits(other.cells, plain.cells));
        CHECK(same_bits(other.states, plain.states));
      }
    }
  }
}

TEST_CASE("gates come in the order input, forget, cell, output") {
  constexpr float kOpen = 20;
  constexpr float kShut = -20;
  // Nothing comes in: the cell keeps what it has.
  CHECK(one_step(kShut, kOpen, 3, kOpen, 0.7F).cell == Approx(0.7).margin(0.001));
  // All is forgotten, and the new comes in.
  CHECK(one_step(kOpen, kShut, 0.5F, kOpen, 0.7F).cell == Approx(std::tanh(0.5)).margin(0.001));
  // Nothing goes out, though the cell holds something.
  const Cell shut = one_step(kOpen, kOpen, 0.5F, kShut, 0.7F);
  CHECK(shut.state == Approx(0).margin(0.001));
  CHECK(shut.cell == Approx(0.7 + std::tanh(0.5)).margin(0.001));
}

TEST_CASE("a cell's step is near what exact functions give") {
  Chance chance;
  for (int round = 0; round < 2000; ++round) {
    const auto gates = chance.reals(4, -12, 12);
    const float before = chance.real(-5, 5);
    const Cell after = one_step(gates[0], gates[1], gates[2], gates[3], before);
    const double cell = sigmoid(gates[1]) * before + sigmoid(gates[0]) * std::tanh(gates[2]);
    INFO(gates[0] << ' ' << gates[1] << ' ' << gates[2] << ' ' << gates[3] << ' ' << before);
    CHECK(after.cell == Approx(cell).margin(0.0007));
    CHECK(after.state == Approx(sigmoid(gates[3]) * std::tanh(cell)).margin(0.0007));
  }
}

TEST_CASE("tanh of a cell is within 0.0002 of the exact one, and never above 1") {
  float worst = 0;
  float most = 0;
  for (int k = -12000; k <= 12000; ++k) {
    const float x = static_cast<float>(k) / 1000;
    const auto found = static_cast<float>(one_step(100, -100, x, 100, 0).cell);
    worst = std::max(worst, std::abs(found - std::tanh(x)));
    most = std::max(most, std::abs(found));
  }
  CHECK(worst < 0.0002F);
  CHECK(most <= 1.0F);
}

TEST_CASE("gates without bound give states between -1 and 1") {
  constexpr float kInfinity = std::numeric_limits<float>::infinity();
  for (const float gate : {kInfinity, -kInfinity, 3e38F, -3e38F}) {
    const Cell after = one_step(kInfinity, kInfinity, gate, kInfinity, 0.5F);
    CHECK(std::abs(after.state) <= 1);
    CHECK(std::abs(after.cell) <= 1.5);
  }
}

TEST_CASE("every kernel adds a product to the same bits, near the exact one") {
  Chance chance;
  for (const std::size_t columns : {0U, 1U, 3U, 8U, 17U, 64U}) {
    for (const std::size_t inner : {0U, 1U, 5U, 32U}) {
      for (const std::size_t rows : {1U, 2U, 7U}) {
        const std::vector<float> left = chance.reals(rows * inner, -3, 3);
        const std::vector<float> right = chance.reals(inner * columns, -3, 3);
        const std::vector<float> before = chance.reals(rows * columns, -3, 3);
        std::vector<float> plain = before;
        add_product(left.data(), right.data(), plain.data(), rows, inner, columns, Kernel::Plain);
        for (std::size_t i = 0; i < rows; ++i) {
          for (std::size_t j = 0; j < columns; ++j) {
            double sum = before[i * columns + j];
            for (std::size_t k = 0; k < inner; ++k)
              sum += double{left[i * inner + k]} * right[k * columns + j];
            CHECK(plain[i * columns + j] == Approx(sum).margin(0.0001));
          }
        }
        for (const Kernel kernel : kernels()) {
          std::vector<float> other = before;
          add_product(left.data(), right.data(), other.data(), rows, inner, columns, kernel);
          CHECK(same_bits(other, plain));
        }
      }
    }
  }
}

TEST_CASE("a fixed-point number is rounded to the nearest and kept within 16 bits") {
  const auto fixed = [](float value, float scale) {
    std::int16_t out = 0;
    to_fixed_point(&value, 1, scale, &out, Kernel::Plain);
    return out;
  };
  CHECK(fixed(0, 2048) == 0);
  CHECK(fixed(1, 2048) == 2048);
  CHECK(fixed(-1, 2048) == -2048);
  CHECK(fixed(1.4F, 1) == 1);
  CHECK(fixed(1.5F, 1) == 2);
  CHECK(fixed(-1.5F, 1) == -2);
  CHECK(fixed(17, 2048) == 32767);
  CHECK(fixed(-17, 2048) == -32767);
  CHECK(fixed(std::numeric_limits<float>::infinity(), 2048) == 32767);
}

TEST_CASE("every kernel makes the same fixed-point numbers") {
  Chance chance;
  for (std::size_t count = 0; count < 70; ++count) {
    std::vector<float> values = chance.reals(count, -20, 20);
    // Half-way between two numbers, and zero from below.
    for (std::size_t k = 0; k < count; k += 3)
      values[k] = (static_cast<float>(chance.whole(-999, 999)) + 0.5F) / 2048;
    if (count > 0) values.back() = -0.0F;
    std::vector<std::int16_t> plain(count + 1, 77);
    to_fixed_point(values.data(), count, 2048, plain.data(), Kernel::Plain);
    CHECK(plain.back() == 77);
    for (const Kernel kernel : kernels()) {
      std::vector<std::int16_t> other(count + 1, 77);
      to_fixed_point(values.data(), count, 2048, other.data(), kernel);
      CHECK(other == plain);
    }
  }
}

TEST_CASE("every kernel adds up gates to the same bits, near the exact sum") {
  Chance chance;
  for (std::size_t count = 0; count < 70; ++count) {
    std::vector<std::int32_t> input(count);
    std::vector<std::int32_t> state(count);
    for (std::size_t k = 0; k < count; ++k) {
      input[k] = chance.whole(-1'000'000, 1'000'000);
      state[k] = chance.whole(-1'000'000, 1'000'000);
    }
    const std::vector<float> input_scales = chance.reals(count, 0, 1e-5F);
    const std::vector<float> state_scales = chance.reals(count, 0, 1e-5F);
    const std::vector<float> bias = chance.reals(count, -2, 2);
    const auto gates_by = [&](Kernel kernel) {
      std::vector<float> gates(count);
      add_gates(input.data(), input_scales.data(), state.data(), state_scales.data(), bias.data(),
                count, gates.data(), kernel);
      return gates;
    };
    const std::vector<float> plain = gates_by(Kernel::Plain);
    for (std::size_t k = 0; k < count; ++k) {
      CHECK(plain[k] == Approx(double{input_scales[k]} * input[k] +
                               double{state_scales[k]} * state[k] + bias[k])
                            .margin(0.0001));
    }
    for (const Kernel kernel : kernels()) CHECK(same_bits(gates_by(kernel), plain));
  }
}
