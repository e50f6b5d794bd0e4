// UTF-8: checking, measuring and making printable. Folding names is in fold.cpp, foreign character
// sets in charset.cpp.

#include "base/utf8.h"

#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <cstring>

namespace entente {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

struct Scanned {
  char32_t value = kReplacement;
  std::uint32_t length = 1;  // of the code point, or of the longest part that could begin one
  bool ok = false;
};

unsigned char byte_at(std::string_view text, std::size_t at) {
  return static_cast<unsigned char>(text[at]);
}

// What a lead byte announces: how many bytes follow, and the range of the first of them (which is
// where overlong forms, surrogates and values above U+10FFFF are caught).
struct Lead {
  std::uint32_t followers;
  unsigned char low;
  unsigned char high;
  char32_t bits;
};

Lead lead_of(unsigned char c) {
  if (c >= 0xC2 && c <= 0xDF) return {1, 0x80, 0xBF, c & 0x1FU};
  if (c == 0xE0) return {2, 0xA0, 0xBF, 0};
  if (c == 0xED) return {2, 0x80, 0x9F, 0x0D};
  if (c >= 0xE1 && c <= 0xEF) return {2, 0x80, 0xBF, c & 0x0FU};
  if (c == 0xF0) return {3, 0x90, 0xBF, 0};
  if (c >= 0xF1 && c <= 0xF3) return {3, 0x80, 0xBF, c & 0x07U};
  if (c == 0xF4) return {3, 0x80, 0x8F, 0x04};
  return {0, 0, 0, 0};
}

Scanned scan(std::string_view text, std::size_t at) {
  const unsigned char first = byte_at(text, at);
  if (first < 0x80) return {first, 1, true};
  const Lead lead = lead_of(first);
  if (lead.followers == 0) return {};
  char32_t value = lead.bits;
  for (std::uint32_t i = 1; i <= lead.followers; ++i) {
    if (at + i >= text.size()) return {kReplacement, i, false};
    const unsigned char c = byte_at(text, at + i);
    const unsigned char low = i == 1 ? lead.low : 0x80;
    const unsigned char high = i == 1 ? lead.high : 0xBF;
    if (c < low || c > high) return {kReplacement, i, false};
    value = value << 6U | (c & 0x3FU);
  }
  return {value, lead.followers + 1, true};
}

// The first byte at or after `at` that is not ASCII, or text.size(). Eight bytes at a time.
std::size_t skip_ascii(std::string_view text, std::size_t at) {
  while (text.size() - at >= 8) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, text.data() + at, 8);
    if ((eight & 0x8080808080808080U) != 0) break;
    at += 8;
  }
  while (at < text.size() && byte_at(text, at) < 0x80) ++at;
  return at;
}

UChar32 icu_code(char32_t c) { return static_cast<UChar32>(c); }

bool is_bidi_control(char32_t c) {
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

std::size_t width_of(char32_t c) {
  if (c < 0x20) return 0;
  if (c < 0x7F) return 1;
  const auto category = u_charType(icu_code(c));
  if (category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK ||
      category == U_CONTROL_CHAR || category == U_FORMAT_CHAR) {
    return 0;
  }
  if (c >= 0x1160 && c <= 0x11FF) return 0;  // Hangul vowels and finals join the syllable before
  const int width = u_getIntPropertyValue(icu_code(c), UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

}  // namespace

std::size_t find_invalid_utf8(std::string_view text) {
  for (std::size_t at = skip_ascii(text, 0); at < text.size(); at = skip_ascii(text, at)) {
    const Scanned scanned = scan(text, at);
    if (!scanned.ok) return at;
    at += scanned.length;
  }
  return std::string_view::npos;
}

std::string repair_utf8(std::string_view text) {
  if (find_invalid_utf8(text) == std::string_view::npos) return std::string(text);
  std::string repaired;
  repaired.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const Scanned scanned = scan(text, at);
    append_utf8(repaired, scanned.value);
    at += scanned.length;
  }
  return repaired;
}

CodePoint decode_at(std::string_view text, std::size_t at) {
  const Scanned scanned = scan(text, at);
  return {scanned.value, scanned.ok ? scanned.length : 1};
}

void append_utf8(std::string& out, char32_t code_point) {
  const auto tail = [&](unsigned shift) {
    out += static_cast<char>(0x80U | (code_point >> shift & 0x3FU));
  };
  if (code_point > 0x10FFFF || (code_point >= 0xD800 && code_point <= 0xDFFF)) {
    code_point = kReplacement;
  }
  if (code_point < 0x80) {
    out += static_cast<char>(code_point);
  } else if (code_point < 0x800) {
    out += static_cast<char>(0xC0U | code_point >> 6U);
    tail(0);
  } else if (code_point < 0x10000) {
    out += static_cast<char>(0xE0U | code_point >> 12U);
    tail(6);
    tail(0);
  } else {
    out += static_cast<char>(0xF0U | code_point >> 18U);
    tail(12);
    tail(6);
    tail(0);
  }
}

bool is_upper(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z';
  return u_isupper(icu_code(c)) || u_istitle(icu_code(c));
}

bool is_lower(char32_t c) {
  if (c < 0x80) return c >= 'a' && c <= 'z';
  return u_islower(icu_code(c));
}

bool is_letter(char32_t c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return u_isalpha(icu_code(c));
}

bool is_latin(char32_t c) {
  if (c < 0x80) return is_letter(c);
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getScript(icu_code(c), &status) == USCRIPT_LATIN;
}

bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }

bool is_space(char32_t c) {
  if (c < 0x80) return c == ' ' || (c >= '\t' && c <= '\r');
  return c == 0x200B || c == 0xFEFF || u_isUWhiteSpace(icu_code(c));
}

std::string lower(std::string_view text) {
  const std::size_t ascii = skip_ascii(text, 0);
  std::string lowered;
  if (ascii == text.size()) {
    lowered.resize(text.size());
    std::transform(text.begin(), text.end(), lowered.begin(), [](char c) {
      return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
    });
    return lowered;
  }
  UErrorCode status = U_ZERO_ERROR;
  icu::StringByteSink<std::string> sink(&lowered);
  icu::CaseMap::utf8ToLower("", 0, {text.data(), static_cast<std::int32_t>(text.size())}, sink,
                            nullptr, status);
  return U_SUCCESS(status) ? lowered : std::string(text);
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode_at(text, at);
    width += width_of(point.value);
    at += point.length;
  }
  return width;
}

std::string printable(std::string_view text) {
  std::string clean;
  clean.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const Scanned scanned = scan(text, at);
    const char32_t c = scanned.value;
    if ((c >= '\t' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029) {
      clean += ' ';
    } else if (c < 0x20 || (c >= 0x7F && c < 0xA0) || is_bidi_control(c)) {
      append_utf8(clean, kReplacement);
    } else {
      append_utf8(clean, c);
    }
    at += scanned.length;
  }
  return clean;
}

}  // namespace entente
