#pragma once
// What a character is to the tokenizer.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace entente {

// Letter: also marks written over letters, joiners, numbers other than 0-9, and '_'.
enum class GlyphKind : std::uint8_t { Space, Letter, Digit, Symbol };

struct Glyph {
  char32_t value;
  std::uint32_t length;  // bytes
  GlyphKind kind;
};

constexpr std::array<GlyphKind, 128> ascii_kinds() {
  std::array<GlyphKind, 128> kinds{};
  for (std::size_t c = 0; c < kinds.size(); ++c) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    const bool space = c == ' ' || (c >= '\t' && c <= '\r');
    kinds[c] = letter                 ? GlyphKind::Letter
               : c >= '0' && c <= '9' ? GlyphKind::Digit
               : space                ? GlyphKind::Space
                                      : GlyphKind::Symbol;
  }
  return kinds;
}
inline constexpr std::array<GlyphKind, 128> kAsciiKinds = ascii_kinds();

// REQUIRES: c < 128
inline GlyphKind ascii_kind(unsigned char c) { return kAsciiKinds[c]; }
GlyphKind glyph_kind(char32_t c);

// Combining marks and what only joins or hyphenates: part of the character before.
bool is_mark_or_joiner(char32_t c);
bool is_apostrophe(char32_t c);  // straight or curly, opening too
bool is_hyphen(char32_t c);
bool is_quote(char32_t c);
bool is_bracket(char32_t c);
char ascii_lower(char c);

// Token::lower: lower case, straight quotes and hyphens, no soft hyphens. Never empty for a `word`
// that is not.
std::string lower_token(std::string_view word);

}  // namespace entente
