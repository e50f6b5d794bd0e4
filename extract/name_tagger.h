#pragma once
// Names by a network: which words are a name, and of what type. The model is made by train/;
// data/models/MODELS.md names what it learned from. Tested by tests/extract/name_tagger_test.cpp.

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "extract/encoder.h"
#include "net/layers.h"

namespace entente {

enum class NameType : std::uint8_t {
  Person,
  Party,
  Organization,
  Initiative,
  Country,
  Place,
  Event,
  Agreement,
  Award,
  Other,  // nationalities, laws, works, products ...: no entity of ours
};
inline constexpr std::size_t kNameTypes = 10;
std::string_view to_string(NameType type);  // "person"
std::optional<NameType> name_type_of(std::string_view name);

struct FoundName {  // words [begin, end) of a sentence
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  NameType type = NameType::Other;
  friend bool operator==(const FoundName&, const FoundName&) = default;
};

class NameTagger {
 public:
  // Throws Error{Fault::Input} when the file is no model of this shape. `labels`: of the tagger
  // that the model was trained with.
  NameTagger(const std::filesystem::path& model, std::size_t labels);

  // The best labelling of each sentence as a chain. The result does not depend on which sentences
  // come together.
  std::vector<std::vector<FoundName>> find(const std::vector<std::vector<WordInput>>& sentences,
                                           Kernel kernel = best_kernel()) const;

 private:
  NameTagger(const Tensors& tensors, std::size_t labels);
  std::vector<FoundName> best_names(const float* scores, std::size_t words) const;

  Encoder encoder_;
  Affine label_;
  std::vector<float> step_;  // from label to label, row by row
};

}  // namespace entente
