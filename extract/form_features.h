#pragma once
// What the networks see of one word's form: rows of embedding tables. Tested by
// tests/extract/form_features_test.cpp.

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace entente {

inline constexpr std::uint32_t kAffixRows = 8192;  // row 0 is never used
inline constexpr std::uint32_t kGramRows = 16384;  // row 0 is never used
inline constexpr std::size_t kAffixes = 5;
inline constexpr std::size_t kMostGrams = 16;

struct FormFeatures {
  std::uint32_t word = 0;  // hash of the lower-case form, every digit as 0
  // Suffixes of 2, 3 and 4 bytes, a prefix of 3, the shape: rows of one table.
  std::array<std::uint16_t, kAffixes> affixes{};
  // The first 16 of "<form>"'s runs of 3, then 4, then 5 bytes: rows of one table.
  std::array<std::uint16_t, kMostGrams> grams{};
  std::uint8_t gram_count = 0;
};
FormFeatures form_features(std::string_view form);

}  // namespace entente
