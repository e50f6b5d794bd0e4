#pragma once
// Words as a network sees them, and what its recurrent layers make of them. Tested by
// tests/extract/parser_test.cpp.

#include <cstdint>
#include <string_view>
#include <vector>

#include "extract/form_features.h"
#include "extract/name_flags.h"
#include "extract/tagger.h"
#include "net/layers.h"

namespace entente {

struct WordInput {
  FormFeatures form;
  TagLabel label = 0;  // of the tagger
  NameFlags flags;     // only the name network reads them
};

class Encoder {
 public:
  explicit Encoder(const Tensors& tensors);

  std::size_t width() const { return 2 * layers_.back().hidden(); }
  // A row of width() numbers for each word. `lengths`: words of each sentence, the longest first;
  // `words`: of all sentences, one after the other.
  FixedRows operator()(const std::vector<WordInput>& words,
                       const std::vector<std::uint32_t>& lengths, Kernel kernel) const;

 private:
  // 8-bit rows, each with its scale.
  struct Table {
    Table(const Tensors& tensors, const std::string& name);
    void add(std::size_t row, float* out, float factor = 1) const;  // past the end: row 0
    std::size_t width() const { return data.shape.columns; }
    Tensors::Quantized data;
  };
  std::size_t row_of(std::uint32_t word) const;  // 1 = unknown

  std::vector<std::uint32_t> words_;  // hashes, sorted
  Table word_;
  Table affix_;
  Table gram_;
  Table tag_;
  std::vector<Table> flag_;  // none or one
  std::vector<BiLstm> layers_;
};

}  // namespace entente
