#include "extract/form_features.h"

#include <string>

#include "base/utf8.h"
#include "extract/tagger.h"

namespace entente {
namespace {

constexpr std::uint32_t kStart = 2166136261U;

std::uint32_t hash(std::string_view bytes, std::uint32_t seed) {
  std::uint32_t h = kStart ^ (seed * 0x9E3779B1U);
  for (const char c : bytes) h = (h ^ static_cast<unsigned char>(c)) * 16777619U;
  h = (h ^ (h >> 15)) * 0x85EBCA6BU;
  return h ^ (h >> 13);
}

std::uint16_t row(std::uint32_t hash, std::uint32_t rows) {
  return static_cast<std::uint16_t>(1 + hash % (rows - 1));
}

}  // namespace

FormFeatures form_features(std::string_view form) {
  const WordShape shape = word_shape(form);
  FormFeatures features;
  features.word = shape.lower;
  const std::array<std::uint32_t, kAffixes> parts = {
      shape.suffixes[1], shape.suffixes[2], shape.suffixes[3], shape.prefixes[2], shape.shape};
  for (std::size_t k = 0; k < kAffixes; ++k) {
    const std::uint32_t mixed =
        (parts[k] ^ (parts[k] >> 15)) * 0x85EBCA6BU + static_cast<std::uint32_t>(k) * 0x9E3779B1U;
    features.affixes[k] = row(mixed ^ (mixed >> 13), kAffixRows);
  }
  std::string text = "<" + lower(form) + ">";
  for (char& c : text) c = c >= '0' && c <= '9' ? '0' : c;
  for (std::size_t n = 3; n <= 5; ++n) {
    for (std::size_t i = 0; i + n <= text.size() && features.gram_count < kMostGrams; ++i) {
      features.grams[features.gram_count++] =
          row(hash(std::string_view(text).substr(i, n), static_cast<std::uint32_t>(n)), kGramRows);
    }
  }
  return features;
}

}  // namespace entente
