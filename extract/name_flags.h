#pragma once
// What the lists know of the tokens of a sentence, as features of the name network: rows of one
// embedding table. Tested by tests/extract/name_flags_test.cpp.

#include <array>
#include <cstdint>
#include <vector>

#include "extract/document.h"
#include "extract/gazetteer.h"
#include "extract/words.h"

namespace entente {

inline constexpr std::size_t kMostFlags = 8;
inline constexpr std::uint8_t kFlagRows = 48;  // row 0 is never used

struct NameFlags {
  std::array<std::uint8_t, kMostFlags> rows{};
  std::uint8_t count = 0;
};

// One for each token of `range`.
std::vector<NameFlags> name_flags(const Document& document, TokenRange range, const Words& words,
                                  const Gazetteer& gazetteer);

}  // namespace entente
