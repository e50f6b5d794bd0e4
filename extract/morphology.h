#pragma once
// Universal features ("Number=Sing|Tense=Past") of a word from its form, tags and place in the
// tree: data/models/morphology.tsv. Only shown, never matched. Tested by
// tests/extract/conllu_test.cpp.

#include <filesystem>
#include <string>
#include <unordered_map>

#include "extract/document.h"

namespace entente {

class Morphology {
 public:
  // Throws Error naming file and line.
  explicit Morphology(const std::filesystem::path& data);

  // "_" = none.
  std::string features(const Word& word, const std::string& lower) const;

 private:
  std::unordered_map<std::string, std::string> features_;  // by "form\tUPOS\tXPOS"; form may be ""
};

}  // namespace entente
