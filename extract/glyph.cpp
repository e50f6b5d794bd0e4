// Tested by tests/extract/tokenize_test.cpp.

#include "extract/glyph.h"

#include <unicode/uchar.h>

#include "base/utf8.h"

namespace entente {
namespace {

constexpr char32_t kSoftHyphen = 0xAD;

// A quote or hyphen as a typewriter has it; 0 for what only shapes the line; else `c` itself.
char32_t straight(char32_t c) {
  if (c >= 0x2018 && c <= 0x201B) return '\'';
  if (c >= 0x201C && c <= 0x201F) return '"';
  if (is_hyphen(c)) return '-';
  return c == kSoftHyphen ? 0 : c;
}

}  // namespace

bool is_mark_or_joiner(char32_t c) {
  const std::uint32_t category = U_GET_GC_MASK(static_cast<UChar32>(c));
  return (category & U_GC_M_MASK) != 0 || c == kSoftHyphen || c == 0x200C || c == 0x200D;
}

GlyphKind glyph_kind(char32_t c) {
  if (c < 0x80) return kAsciiKinds[c];
  if (is_space(c)) return GlyphKind::Space;
  const std::uint32_t category = U_GET_GC_MASK(static_cast<UChar32>(c));
  if ((category & (U_GC_L_MASK | U_GC_N_MASK)) != 0 || is_mark_or_joiner(c))
    return GlyphKind::Letter;
  return GlyphKind::Symbol;
}

bool is_apostrophe(char32_t c) { return c == '\'' || c == 0x2019 || c == 0x2018; }
bool is_hyphen(char32_t c) { return c == '-' || c == 0x2010 || c == 0x2011; }
bool is_quote(char32_t c) {
  return c == '"' || is_apostrophe(c) || c == 0x201C || c == 0x201D || c == 0xAB || c == 0xBB;
}
bool is_bracket(char32_t c) {
  return c == '(' || c == ')' || c == '[' || c == ']' || c == '{' || c == '}';
}
char ascii_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

std::string lower_token(std::string_view word) {
  std::string plain(word.size(), '\0');
  bool ascii = true;
  for (std::size_t i = 0; i < word.size(); ++i) {
    plain[i] = ascii_lower(word[i]);
    ascii = ascii && static_cast<unsigned char>(word[i]) < 0x80;
  }
  if (ascii) return plain;
  plain.clear();
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint code = decode_at(word, at);
    if (const char32_t c = straight(code.value); c != 0) append_utf8(plain, c);
    at += code.length;
  }
  return plain.empty() ? std::string(word) : lower(plain);
}

}  // namespace entente
