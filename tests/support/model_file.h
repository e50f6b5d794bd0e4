#pragma once
// Model files made by hand, in the layout that net/tensors.h describes.

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <fstream>
#include <string>
#include <vector>

#include "net/tensors.h"
#include "tests/support/scratch.h"

namespace entente::test {

class ModelFile {
 public:
  // Values row by row.
  void floats(const std::string& name, std::size_t rows, std::size_t columns,
              const std::vector<float>& values) {
    begin(name, 0, rows, columns);
    for (const float value : values) add(value);
  }
  void quantized(const std::string& name, std::size_t rows, std::size_t columns,
                 const std::vector<float>& scales, const std::vector<int>& weights) {
    begin(name, 1, rows, columns);
    for (const float scale : scales) add(scale);
    for (const int weight : weights) tensors_ += static_cast<char>(weight);
  }
  void numbers(const std::string& name, std::size_t rows, std::size_t columns,
               const std::vector<std::uint32_t>& values) {
    begin(name, 2, rows, columns);
    for (const std::uint32_t value : values) add(value);
  }

  std::string bytes() const {
    std::string all = "ENTNET1\n";
    append(all, count_);
    return all + tensors_;
  }

 private:
  static void append(std::string& out, std::uint32_t value) {
    for (unsigned k = 0; k < 4; ++k) out += static_cast<char>((value >> (8 * k)) & 0xFF);
  }
  void begin(const std::string& name, int kind, std::size_t rows, std::size_t columns) {
    ++count_;
    tensors_ += static_cast<char>(name.size());
    tensors_ += name;
    tensors_ += static_cast<char>(kind);
    append(tensors_, static_cast<std::uint32_t>(rows));
    append(tensors_, static_cast<std::uint32_t>(columns));
  }
  void add(std::uint32_t value) { append(tensors_, value); }
  void add(float value) {
    std::uint32_t bits = 0;
    std::memcpy(&bits, &value, sizeof bits);
    append(tensors_, bits);
  }

  std::uint32_t count_ = 0;
  std::string tensors_;
};

inline Tensors tensors_of(const std::string& bytes) {
  static const Scratch scratch;
  std::ofstream(scratch / "model.bin", std::ios::binary) << bytes;
  return Tensors(scratch / "model.bin");
}

}  // namespace entente::test
