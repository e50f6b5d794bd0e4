#pragma once
// UTF-8 text: checking, folding names, measuring. Unicode knowledge comes from ICU.

#include <cstdint>
#include <string>
#include <string_view>

namespace entente {

// Offset of the first byte that is not well-formed UTF-8; npos when all is well.
std::size_t find_invalid_utf8(std::string_view text);

// `text` with every malformed sequence replaced by U+FFFD. Well-formed text comes back unchanged.
std::string repair_utf8(std::string_view text);

// Converts from `charset` (any name ICU knows, e.g. "windows-1252"); malformed input becomes
// U+FFFD. Empty charset: detected. A byte-order mark is dropped. Returns UTF-8.
std::string to_utf8(std::string_view bytes, std::string_view charset);

// The code point at byte `at`, and how many bytes it takes. Malformed: {U+FFFD, 1}. REQUIRES: at <
// text.size()
struct CodePoint {
  char32_t value;
  std::uint32_t length;
};
CodePoint decode_at(std::string_view text, std::size_t at);
void append_utf8(std::string& out, char32_t code_point);

bool is_upper(char32_t c);  // upper or title case letter
bool is_lower(char32_t c);
bool is_letter(char32_t c);
bool is_latin(char32_t c);  // a letter of the Latin script
bool is_digit(char32_t c);  // 0-9 only
bool is_space(char32_t c);  // Unicode white space, no-break space and zero-width space included

std::string lower(std::string_view text);  // full Unicode lower case

// For comparing names: lower case, no diacritics (đ ł ø ß æ œ ı ð þ included), every run of
// characters that are neither letters nor digits becomes one space, none at the ends. "Nguyễn Phú
// Trọng" -> "nguyen phu trong"; "Kim Jong-un" -> "kim jong un"; "People's" -> "people s".
std::string fold(std::string_view text);

// Columns that a terminal needs: wide East Asian characters 2, combining marks 0.
std::size_t display_width(std::string_view text);

// Safe to print on one terminal line: control characters (newlines and escapes too) and
// bidirectional overrides become U+FFFD or a space. Everything else unchanged.
std::string printable(std::string_view text);

}  // namespace entente
