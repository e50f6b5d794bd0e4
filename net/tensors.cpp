#include "net/tensors.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

#include "base/error.h"
#include "base/files.h"

namespace entente {
namespace {

constexpr std::string_view kMagic = "ENTNET1\n";
constexpr std::size_t kLargest = 1U << 24;  // rows or columns
constexpr std::uint8_t kFloats = 0;
constexpr std::uint8_t kQuantized = 1;
constexpr std::uint8_t kNumbers = 2;

std::uint32_t u32_at(std::string_view bytes, std::size_t at) {
  std::uint32_t value = 0;
  for (unsigned k = 0; k < 4; ++k) {
    value |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at + k])) << (8 * k);
  }
  return value;
}

float f32_at(std::string_view bytes, std::size_t at) {
  const std::uint32_t bits = u32_at(bytes, at);
  float value = 0;
  std::memcpy(&value, &bits, sizeof value);
  return value;
}

}  // namespace

Tensors::Tensors(const std::filesystem::path& file)
    : file_(file.string()), bytes_(read_file(file)) {
  const auto broken = [&](std::size_t at) {
    return Error(Fault::Input, Place{file_, 0, 0},
                 "not a model: broken at byte " + std::to_string(at) + "; run scripts/train");
  };
  if (!bytes_.starts_with(kMagic) || bytes_.size() < kMagic.size() + 4) throw broken(0);
  std::size_t at = kMagic.size() + 4;
  for (std::uint32_t left = u32_at(bytes_, kMagic.size()); left > 0; --left) {
    if (at >= bytes_.size()) throw broken(at);
    const std::size_t length = static_cast<unsigned char>(bytes_[at]);
    if (bytes_.size() - at < length + 10) throw broken(at);
    const std::string name = bytes_.substr(at + 1, length);
    at += 1 + length;
    Entry entry;
    entry.kind = static_cast<std::uint8_t>(bytes_[at]);
    entry.shape = {u32_at(bytes_, at + 1), u32_at(bytes_, at + 5)};
    at += 9;
    entry.at = at;
    const auto& [rows, columns] = entry.shape;
    if (entry.kind > kNumbers || rows > kLargest || columns > kLargest) throw broken(at);
    const std::size_t size =
        entry.kind == kQuantized ? rows * 4 + rows * columns : rows * columns * 4;
    if (bytes_.size() - at < size) throw broken(at);
    at += size;
    entries_.emplace(name, entry);
  }
  if (at != bytes_.size()) throw broken(at);
}

const Tensors::Entry& Tensors::entry(const std::string& name, std::uint8_t kind,
                                     Shape shape) const {
  const auto found = entries_.find(name);
  const auto fail = [&](const std::string& what) {
    throw Error(Fault::Input, Place{file_, 0, 0}, "tensor \"" + name + "\" " + what);
  };
  if (found == entries_.end()) fail("is missing");
  const Entry& entry = found->second;
  if (entry.kind != kind) fail("has another kind");
  const auto differs = [](std::size_t is, std::size_t wanted) {
    return wanted != 0 && is != wanted;
  };
  if (differs(entry.shape.rows, shape.rows) || differs(entry.shape.columns, shape.columns))
    fail("is " + std::to_string(entry.shape.rows) + " x " + std::to_string(entry.shape.columns) +
         ", expected " + std::to_string(shape.rows) + " x " + std::to_string(shape.columns));
  return entry;
}

Error Tensors::wrong(const std::string& what) const {
  return Error(Fault::Input, Place{file_, 0, 0}, what);
}

Tensors::Shape Tensors::shape(const std::string& name) const {
  const auto found = entries_.find(name);
  if (found == entries_.end())
    throw Error(Fault::Input, Place{file_, 0, 0}, "tensor \"" + name + "\" is missing");
  return found->second.shape;
}

std::vector<float> Tensors::floats(const std::string& name, Shape shape) const {
  const Entry& found = entry(name, kFloats, shape);
  std::vector<float> values(found.shape.rows * found.shape.columns);
  for (std::size_t k = 0; k < values.size(); ++k) {
    values[k] = f32_at(bytes_, found.at + k * 4);
    if (!std::isfinite(values[k]))
      throw Error(Fault::Input, Place{file_, 0, 0}, "tensor \"" + name + "\" holds no number");
  }
  return values;
}

std::vector<std::uint32_t> Tensors::numbers(const std::string& name, Shape shape) const {
  const Entry& found = entry(name, kNumbers, shape);
  std::vector<std::uint32_t> values(found.shape.rows * found.shape.columns);
  for (std::size_t k = 0; k < values.size(); ++k) values[k] = u32_at(bytes_, found.at + k * 4);
  return values;
}

Tensors::Quantized Tensors::quantized(const std::string& name, Shape shape) const {
  const Entry& found = entry(name, kQuantized, shape);
  Quantized result;
  result.shape = found.shape;
  for (std::size_t r = 0; r < found.shape.rows; ++r) {
    result.scales.push_back(f32_at(bytes_, found.at + r * 4));
    if (!std::isfinite(result.scales.back()))
      throw Error(Fault::Input, Place{file_, 0, 0}, "tensor \"" + name + "\" holds no number");
  }
  const char* weights = bytes_.data() + found.at + found.shape.rows * 4;
  result.weights.resize(found.shape.rows * found.shape.columns);
  std::copy_n(weights, result.weights.size(), result.weights.begin());
  return result;
}

PackedMatrix Tensors::matrix(const std::string& name, Shape shape) const {
  const Quantized found = quantized(name, shape);
  return pack(found.weights.data(), found.scales.data(), found.shape.rows, found.shape.columns);
}

}  // namespace entente
