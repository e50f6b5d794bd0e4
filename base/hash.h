#pragma once
// A fingerprint of bytes: not against malice, but the same on every machine.

#include <cstdint>
#include <string>
#include <string_view>

namespace entente {

// FNV-1a, 64 bits: http://www.isthe.com/chongo/tech/comp/fnv/
inline constexpr std::uint64_t kFnvBasis = 14695981039346656037U;

// Of `bytes` after those whose hash is `before`.
constexpr std::uint64_t fnv1a(std::string_view bytes, std::uint64_t before = kFnvBasis) {
  std::uint64_t value = before;
  for (const char byte : bytes) {
    value ^= static_cast<unsigned char>(byte);
    value *= 1099511628211U;
  }
  return value;
}

// All 16 digits, the highest first.
inline std::string to_hex(std::uint64_t value) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string hex(16, '0');
  for (std::size_t i = hex.size(); i-- > 0; value >>= 4U) hex[i] = digits[value & 15U];
  return hex;
}

}  // namespace entente
