#pragma once
// A fingerprint of bytes: not against malice, but the same on every machine.

#include <cstdint>
#include <string_view>

namespace entente {

// FNV-1a, 64 bits: http://www.isthe.com/chongo/tech/comp/fnv/
constexpr std::uint64_t fnv1a(std::string_view bytes) {
  std::uint64_t value = 14695981039346656037U;
  for (const char byte : bytes) {
    value ^= static_cast<unsigned char>(byte);
    value *= 1099511628211U;
  }
  return value;
}

}  // namespace entente
