#pragma once
// A half-open range of bytes in a UTF-8 text.

#include <compare>
#include <cstdint>
#include <string_view>

namespace entente {

struct Span {
  std::uint32_t begin = 0;  // first byte
  std::uint32_t end = 0;    // one past the last byte

  friend auto operator<=>(const Span&, const Span&) = default;
};

// The part of `text` under `span`. REQUIRES: span.begin <= span.end <= text.size()
inline std::string_view slice(std::string_view text, Span span) {
  return text.substr(span.begin, span.end - span.begin);
}

}  // namespace entente
