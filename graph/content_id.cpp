#include "graph/content_id.h"

#include <cstdint>

namespace entente {

// Source: http://www.isthe.com/chongo/tech/comp/fnv/
std::string content_hash(std::string_view bytes) {
  std::uint64_t value = 14695981039346656037U;
  for (const char byte : bytes) {
    value ^= static_cast<unsigned char>(byte);
    value *= 1099511628211U;
  }
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text(12, '0');
  for (std::size_t i = 0; i < text.size(); ++i) text[i] = digits[(value >> (60 - 4 * i)) & 15U];
  return text;
}

}  // namespace entente
