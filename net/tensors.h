#pragma once
// Model files: named matrices, little endian. Hostile until read: every size is checked.
// Layout: "ENTNET1\n", u32 count; each: u8 length and bytes of the name, u8 kind, u32 rows, u32
// columns, then the values row by row. Kinds: 0 = f32; 1 = i8, before the values one f32 scale for
// each row; 2 = u32. Written by train/network.py. Tested by tests/net/tensors_test.cpp.

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "base/error.h"
#include "net/kernel.h"

namespace entente {

struct TensorShape {
  std::size_t rows = 0;
  std::size_t columns = 0;
};

class Tensors {
 public:
  // Throws Error{Fault::Input} when the file is no model.
  explicit Tensors(const std::filesystem::path& file);

  using Shape = TensorShape;
  // Each throws Error when there is no such tensor of that kind, or, where `shape` is not 0, when
  // it has another shape.
  Shape shape(const std::string& name) const;
  Error wrong(const std::string& what) const;  // names the file
  bool has(const std::string& name) const { return entries_.contains(name); }
  std::vector<float> floats(const std::string& name, Shape shape = {}) const;
  std::vector<std::uint32_t> numbers(const std::string& name, Shape shape = {}) const;
  struct Quantized {
    Shape shape;
    std::vector<float> scales;         // one a row
    std::vector<std::int8_t> weights;  // row by row
  };
  Quantized quantized(const std::string& name, Shape shape = {}) const;
  PackedMatrix matrix(const std::string& name, Shape shape = {}) const;

 private:
  struct Entry {
    std::uint8_t kind = 0;
    Shape shape;
    std::size_t at = 0;  // in bytes_: the scales of kind 1, else the values
  };
  const Entry& entry(const std::string& name, std::uint8_t kind, Shape shape) const;
  std::string file_;
  std::string bytes_;
  std::map<std::string, Entry> entries_;
};

}  // namespace entente
