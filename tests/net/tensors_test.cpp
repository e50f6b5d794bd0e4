#include "net/tensors.h"

#include <functional>
#include <limits>
#include <string>
#include <vector>

#include "base/error.h"
#include "tests/catch.h"
#include "tests/support/chance.h"
#include "tests/support/model_file.h"

using namespace entente;
using test::ModelFile;
using test::tensors_of;

namespace {

ModelFile small() {
  ModelFile file;
  file.floats("bias", 1, 3, {0.5F, -1, 2});
  file.quantized("weight", 2, 3, {0.25F, 2}, {1, -2, 3, -127, 0, 127});
  file.numbers("words", 1, 4, {1, 2, 0x80000000U, 0xFFFFFFFFU});
  return file;
}

// Reads all that small() has, one after the other until an Error. What is read must hang together,
// whatever the file says.
void read_all(const Tensors& tensors) {
  const TensorShape bias = tensors.shape("bias");
  const std::vector<float> floats = tensors.floats("bias");
  CHECK(floats.size() == bias.rows * bias.columns);
  const Tensors::Quantized weight = tensors.quantized("weight");
  CHECK(weight.scales.size() == weight.shape.rows);
  CHECK(weight.weights.size() == weight.shape.rows * weight.shape.columns);
  const PackedMatrix matrix = tensors.matrix("weight");
  CHECK(matrix.weights.size() == matrix.padded_rows() * matrix.padded_columns());
  const std::vector<std::uint32_t> words = tensors.numbers("words", {1, 4});
  CHECK(words.size() == 4);
}

// What an Error says, without the folder of the file; "" = none was thrown.
std::string refusal(const std::function<void()>& act) {
  try {
    act();
  } catch (const Error& error) {
    CHECK(error.fault() == Fault::Input);
    const std::string what = error.what();
    return what.substr(what.rfind("/model.bin") == std::string::npos ? 0
                                                                     : what.rfind("/model.bin"));
  }
  return {};
}

}  // namespace

TEST_CASE("what is written is read") {
  const Tensors tensors = tensors_of(small().bytes());
  CHECK(tensors.has("bias"));
  CHECK_FALSE(tensors.has("bia"));
  CHECK(tensors.shape("weight").rows == 2);
  CHECK(tensors.shape("weight").columns == 3);
  CHECK(tensors.floats("bias", {1, 3}) == std::vector<float>{0.5F, -1, 2});
  CHECK(tensors.numbers("words") == std::vector<std::uint32_t>{1, 2, 0x80000000U, 0xFFFFFFFFU});
  const Tensors::Quantized weight = tensors.quantized("weight", {0, 3});
  CHECK(weight.scales == std::vector<float>{0.25F, 2});
  CHECK(weight.weights == std::vector<std::int8_t>{1, -2, 3, -127, 0, 127});
}

TEST_CASE("a model may be empty") { CHECK_FALSE(tensors_of(ModelFile().bytes()).has("")); }

TEST_CASE("a tensor that is missing, of another kind or of another shape is named") {
  const Tensors tensors = tensors_of(small().bytes());
  CHECK(refusal([&] { tensors.floats("scale"); }) == "/model.bin: tensor \"scale\" is missing");
  CHECK(refusal([&] { tensors.shape("scale"); }) == "/model.bin: tensor \"scale\" is missing");
  CHECK(refusal([&] { tensors.floats("words"); }) ==
        "/model.bin: tensor \"words\" has another kind");
  CHECK(refusal([&] { tensors.matrix("bias"); }) == "/model.bin: tensor \"bias\" has another kind");
  CHECK(refusal([&] { tensors.numbers("weight"); }) ==
        "/model.bin: tensor \"weight\" has another kind");
  CHECK(refusal([&] {
          tensors.floats("bias", {1, 4});
        }) == "/model.bin: tensor \"bias\" is 1 x 3, expected 1 x 4");
  CHECK(refusal([&] {
          tensors.matrix("weight", {3, 3});
        }) == "/model.bin: tensor \"weight\" is 2 x 3, expected 3 x 3");
}

TEST_CASE("what is no number is refused") {
  const float bad =
      GENERATE(std::numeric_limits<float>::quiet_NaN(), std::numeric_limits<float>::infinity());
  ModelFile file;
  file.floats("bias", 1, 2, {1, bad});
  file.quantized("weight", 2, 1, {1, bad}, {1, 1});
  const Tensors tensors = tensors_of(file.bytes());
  CHECK(refusal([&] { tensors.floats("bias"); }) == "/model.bin: tensor \"bias\" holds no number");
  CHECK(refusal([&] { tensors.matrix("weight"); }) ==
        "/model.bin: tensor \"weight\" holds no number");
}

TEST_CASE("a file that is cut off, or goes on, is refused") {
  const std::string bytes = small().bytes();
  for (std::size_t length = 0; length < bytes.size(); ++length) {
    INFO(length << " bytes of " << bytes.size());
    CHECK_FALSE(refusal([&] { tensors_of(bytes.substr(0, length)); }).empty());
  }
  CHECK_FALSE(refusal([&] { tensors_of(bytes + '\0'); }).empty());
  CHECK(refusal([&] { tensors_of("ENTTAG2\n"); }) ==
        "/model.bin: not a model: broken at byte 0; run scripts/train");
}

TEST_CASE("sizes past the end of the file are refused, however large") {
  for (const std::size_t rows : {4UL, 0xFFFFFFUL, 0x1000000UL, 0x40000000UL, 0xFFFFFFFFUL}) {
    for (const std::size_t columns : {4UL, 0xFFFFFFUL, 0x1000000UL, 0x40000000UL, 0xFFFFFFFFUL}) {
      ModelFile floats;
      floats.floats("x", rows, columns, {1, 2});
      CHECK_FALSE(refusal([&] { tensors_of(floats.bytes()); }).empty());
      ModelFile weights;
      weights.quantized("x", rows, columns, {1, 2}, {1, 2});
      CHECK_FALSE(refusal([&] { tensors_of(weights.bytes()); }).empty());
    }
  }
}

TEST_CASE("a byte changed anywhere is refused, or reads as another model") {
  const std::string bytes = small().bytes();
  test::Chance chance;
  std::size_t refused = 0;
  std::size_t read = 0;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    for (int round = 0; round < 12; ++round) {
      std::string broken = bytes;
      broken[at] = static_cast<char>(round < 8 ? bytes[at] ^ (1 << round) : chance.whole(0, 255));
      INFO("byte " << at);
      const std::string refused_as = refusal([&] { read_all(tensors_of(broken)); });
      ++(refused_as.empty() ? read : refused);
    }
  }
  CHECK(refused > 0);
  CHECK(read > 0);
}
