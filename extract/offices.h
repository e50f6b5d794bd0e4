#pragma once
// Of which states an office can be: data/words/offices.tsv. The United States have no prime
// minister, and a Taoiseach is Ireland's. Tested by tests/extract/owners_test.cpp.

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "extract/document.h"

namespace entente {

class Offices {
 public:
  Offices() = default;
  // Reads the folder `data`. Throws Error naming file and line.
  explicit Offices(const std::filesystem::path& data);

  // May the state have the post that these tokens name? `country`: an id of the gazetteer. Of an
  // office that is not listed every state may.
  bool possible(const std::vector<Token>& tokens, TokenRange title, std::string_view country) const;

  bool listed(const std::vector<Token>& tokens, TokenRange title) const {
    return find(tokens, title) != nullptr;
  }

  // The ids of the few states that have it; nullptr = many may.
  const std::unordered_set<std::string>* of_few(const std::vector<Token>& tokens,
                                                TokenRange title) const;

 private:
  struct Office {
    bool only = false;  // else all states but `countries`
    std::unordered_set<std::string> countries;
  };
  const Office* find(const std::vector<Token>& tokens, TokenRange title) const;

  std::unordered_map<std::string, Office> offices_;  // by lower-case words
  std::uint32_t longest_ = 0;                        // in words
};

}  // namespace entente
