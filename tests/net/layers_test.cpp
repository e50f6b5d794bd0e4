#include "net/layers.h"

#include <cmath>
#include <functional>
#include <initializer_list>
#include <string>
#include <vector>

#include "base/error.h"
#include "tests/catch.h"
#include "tests/support/chance.h"
#include "tests/support/kernels.h"
#include "tests/support/model_file.h"

using namespace entente;
using test::Chance;
using test::kernels;
using test::ModelFile;
using test::tensors_of;

namespace {

FixedRows rows_of(std::size_t width, const std::vector<float>& values) {
  FixedRows rows(values.size() / width, width, kInputScale);
  for (std::size_t i = 0; i < rows.count; ++i)
    to_fixed_point(values.data() + i * width, width, kInputScale, rows.row(i), Kernel::Plain);
  return rows;
}

std::vector<float> repeated(std::initializer_list<float> each, std::size_t times) {
  std::vector<float> all;
  for (const float value : each) all.insert(all.end(), times, value);
  return all;
}

// Four cells that see one number and not each other: a gate's bias says whether it is open.
struct Gates {
  float in = 20;
  float forget = 20;
  float candidate = 0;
  float out = 20;
};

void add_direction(ModelFile& file, const std::string& name, const Gates& gates) {
  std::vector<int> input(16, 0);
  for (std::size_t k = 8; k < 12; ++k) input[k] = 1;  // only the candidate sees it
  file.quantized(name + ".input", 16, 1, std::vector<float>(16, 1.0F), input);
  file.quantized(name + ".state", 16, 4, std::vector<float>(16, 1.0F), std::vector<int>(64, 0));
  file.floats(name + ".bias", 1, 16,
              repeated({gates.in, gates.forget, gates.candidate, gates.out}, 4));
}

BiLstm plain_layer(const Gates& forward, const Gates& backward) {
  ModelFile file;
  add_direction(file, "x.forward", forward);
  add_direction(file, "x.backward", backward);
  return BiLstm(tensors_of(file.bytes()), "x");
}

// The first state of either direction for each word.
std::vector<double> states(const FixedRows& rows, std::size_t at) {
  std::vector<double> values;
  for (std::size_t i = 0; i < rows.count; ++i)
    values.push_back(static_cast<double>(rows.row(i)[at]) / rows.scale);
  return values;
}

void check_near(const std::vector<double>& found, const std::vector<double>& expected) {
  REQUIRE(found.size() == expected.size());
  for (std::size_t i = 0; i < found.size(); ++i) {
    INFO("word " << i);
    CHECK(found[i] == Approx(expected[i]).margin(0.002));
  }
}

void add_by_chance(ModelFile& file, Chance& chance, const std::string& name, std::size_t rows,
                   std::size_t columns) {
  std::vector<int> weights(rows * columns);
  for (int& weight : weights) weight = chance.whole(-127, 127);
  file.quantized(name, rows, columns, chance.reals(rows, 0.001F, 0.01F), weights);
}

struct Sizes {
  std::size_t hidden = 4;
  std::size_t inputs = 3;
};

std::string layer_by_chance(Chance& chance, const Sizes& forward, const Sizes& backward) {
  ModelFile file;
  for (const auto& [name, sizes] :
       {std::pair{"x.forward", forward}, std::pair{"x.backward", backward}}) {
    const std::string direction = name;
    add_by_chance(file, chance, direction + ".input", 4 * sizes.hidden, sizes.inputs);
    add_by_chance(file, chance, direction + ".state", 4 * sizes.hidden, sizes.hidden);
    file.floats(direction + ".bias", 1, 4 * sizes.hidden, chance.reals(4 * sizes.hidden, -1, 1));
  }
  return file.bytes();
}

}  // namespace

TEST_CASE("an affine layer is weights, scales and bias, as by hand") {
  ModelFile file;
  file.quantized("a.weight", 2, 3, {0.5F, 2}, {2, 0, -4, 1, 1, 1});
  file.floats("a.bias", 1, 2, {10, -1});
  const Tensors tensors = tensors_of(file.bytes());
  const Affine affine(tensors, "a");
  CHECK(affine.inputs() == 3);
  CHECK(affine.outputs() == 2);
  const FixedRows in = rows_of(3, {1, 2, 3, 0, 0.5F, 0});
  for (const Kernel kernel : kernels()) {
    CHECK(affine(in, kernel) == std::vector<float>{5, 11, 10, 0});
    CHECK(Affine(tensors, "a", true)(in, kernel) == std::vector<float>{-5, 12, 0, 1});
  }
}

TEST_CASE("an affine layer without weights, or with a bias that does not fit, is refused") {
  ModelFile file;
  file.quantized("a.weight", 2, 1, {1, 1}, {1, 1});
  file.floats("a.bias", 1, 3, {1, 2, 3});
  const Tensors tensors = tensors_of(file.bytes());
  CHECK_THROWS_AS(Affine(tensors, "a"), Error);
  CHECK_THROWS_AS(Affine(tensors, "b", true), Error);
  CHECK_NOTHROW(Affine(tensors, "a", true));
}

TEST_CASE("forward cells add up from the first word, backward ones from the last") {
  const BiLstm layer = plain_layer({}, {});
  CHECK(layer.inputs() == 1);
  CHECK(layer.hidden() == 4);
  const std::vector<float> words = {0.5F, -1, 2};
  const double a = std::tanh(0.5);
  const double b = std::tanh(-1);
  const double c = std::tanh(2);
  for (const Kernel kernel : kernels()) {
    const FixedRows out = layer(rows_of(1, words), {3}, kernel);
    CHECK(out.width == 8);
    check_near(states(out, 0), {std::tanh(a), std::tanh(a + b), std::tanh(a + b + c)});
    check_near(states(out, 4), {std::tanh(a + b + c), std::tanh(b + c), std::tanh(c)});
  }
}

TEST_CASE("the directions have gates of their own") {
  Gates forgetful;
  forgetful.forget = -20;
  Gates silent;
  silent.out = -20;
  const BiLstm layer = plain_layer(forgetful, silent);
  const FixedRows out = layer(rows_of(1, {0.5F, -1}), {2}, Kernel::Plain);
  check_near(states(out, 0), {std::tanh(std::tanh(0.5)), std::tanh(std::tanh(-1))});
  check_near(states(out, 4), {0, 0});
}

TEST_CASE("a cell sees the states of the word before") {
  // Cell 0 takes in the word; cell 1 only what cell 0 said before.
  ModelFile file;
  for (const std::string direction : {"x.forward", "x.backward"}) {
    std::vector<int> input(16, 0);
    input[8] = 1;
    std::vector<int> state(64, 0);
    state[9 * 4] = 1;
    file.quantized(direction + ".input", 16, 1, std::vector<float>(16, 1.0F), input);
    file.quantized(direction + ".state", 16, 4, std::vector<float>(16, 1.0F), state);
    file.floats(direction + ".bias", 1, 16, repeated({20, -20, 0, 20}, 4));
  }
  const BiLstm layer(tensors_of(file.bytes()), "x");
  const FixedRows out = layer(rows_of(1, {1, 0.25F}), {2}, Kernel::Plain);
  const auto twice = [](double x) { return std::tanh(std::tanh(x)); };
  check_near(states(out, 1), {0, twice(twice(1))});
  check_near(states(out, 5), {twice(twice(0.25)), 0});
}

TEST_CASE("sentences together give the same bits as each alone, with every kernel") {
  Chance chance;
  const Sizes sizes{GENERATE(4UL, 8UL, 20UL), GENERATE(1UL, 5UL, 8UL)};
  const BiLstm layer(tensors_of(layer_by_chance(chance, sizes, sizes)), "x");
  const std::vector<std::uint32_t> lengths = {9, 7, 7, 4, 4, 4, 2, 1, 1, 1, 1};
  std::uint32_t words = 0;
  for (const std::uint32_t length : lengths) words += length;
  const std::vector<float> values = chance.reals(words * sizes.inputs, -8, 8);
  const FixedRows together = layer(rows_of(sizes.inputs, values), lengths, Kernel::Plain);
  for (const Kernel kernel : kernels()) {
    CHECK(layer(rows_of(sizes.inputs, values), lengths, kernel).values == together.values);
    auto word = values.begin();
    std::vector<std::int16_t> alone;
    for (const std::uint32_t length : lengths) {
      const auto end = word + static_cast<std::ptrdiff_t>(length * sizes.inputs);
      const FixedRows one = layer(rows_of(sizes.inputs, {word, end}), {length}, kernel);
      alone.insert(alone.end(), one.values.begin(), one.values.end());
      word = end;
    }
    CHECK(alone == together.values);
  }
}

TEST_CASE("a layer whose directions do not fit each other is refused") {
  Chance chance;
  const auto loads = [&](const Sizes& forward, const Sizes& backward) {
    const Tensors tensors = tensors_of(layer_by_chance(chance, forward, backward));
    try {
      const BiLstm layer(tensors, "x");
    } catch (const Error& error) {
      CHECK(error.fault() == Fault::Input);
      return false;
    }
    return true;
  };
  CHECK(loads({4, 3}, {4, 3}));
  CHECK_FALSE(loads({4, 3}, {8, 3}));
  CHECK_FALSE(loads({8, 3}, {4, 3}));
  CHECK_FALSE(loads({4, 3}, {4, 4}));
  CHECK_FALSE(loads({4, 3}, {4, 2}));
  CHECK_FALSE(loads({3, 3}, {3, 3}));
}

TEST_CASE("a layer of no rows that says it has columns is refused") {
  ModelFile file;
  for (const std::string direction : {"x.forward", "x.backward"}) {
    file.quantized(direction + ".input", 0, 1, {}, {});
    file.quantized(direction + ".state", 0, 4, {}, {});
    file.floats(direction + ".bias", 1, 0, {});
  }
  const Tensors tensors = tensors_of(file.bytes());
  CHECK_THROWS_AS(BiLstm(tensors, "x"), Error);
}

TEST_CASE("a matrix too wide for sums of 32 bits is refused") {
  const auto affine = [](std::size_t columns) {
    ModelFile file;
    file.quantized("a.weight", 1, columns, {1}, std::vector<int>(columns, 127));
    return Affine(tensors_of(file.bytes()), "a", true);
  };
  CHECK_NOTHROW(affine(516));
  CHECK_THROWS_AS(affine(1031), Error);
}
