// Folding names for comparison: "Nguyễn Phú Trọng" and "nguyen phu trong" are one key.
// Every token is folded, so there are three roads: ASCII by arithmetic; Latin with its diacritics
// and typographic punctuation by a table made once; all else by ICU (decompose, drop the marks,
// compose). The table is made with the third road, so the roads agree. Tested by fold_test.cpp.

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <array>
#include <cassert>

#include "base/utf8.h"

namespace entente {
namespace {

// Letters that Unicode does not take apart, or whose lower case is no good for comparing.
std::string_view spelled_out(char32_t c) {
  switch (c) {
    case U'đ':
    case U'ð':
    case U'ɖ':
    case U'ɗ':
      return "d";
    case U'ł':
      return "l";
    case U'ø':
      return "o";
    case U'ß':
      return "ss";
    case U'æ':
      return "ae";
    case U'œ':
      return "oe";
    case U'ı':
      return "i";
    case U'þ':
      return "th";
    case U'ħ':
      return "h";
    case U'ŧ':
      return "t";
    case U'ŋ':
      return "n";
    case U'ə':
      return "a";
    case U'ɓ':
      return "b";
    case U'ƙ':
      return "k";
    case U'ƴ':
      return "y";
    case U'ς':
      return "σ";
    default:
      return {};
  }
}

// A mark that a writer may leave out: Latin, Greek and Cyrillic diacritics, Hebrew and Arabic
// points. Vowel signs and the like of other scripts are part of the spelling and stay.
bool is_diacritic(UChar32 c) {
  const int type = u_charType(c);
  if (type != U_NON_SPACING_MARK && type != U_ENCLOSING_MARK) return false;
  const int combining = u_getCombiningClass(c);
  return combining == 1 || combining >= 200 || (combining >= 10 && combining <= 35) ||
         type == U_ENCLOSING_MARK;
}

// Letters by Unicode's book, apostrophes by their use.
bool is_apostrophe_letter(UChar32 c) { return c >= 0x02B9 && c <= 0x02BF; }

// Soft hyphens, joiners, variation selectors.
bool is_invisible(UChar32 c) {
  return u_charType(c) == U_FORMAT_CHAR ||
         u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

bool is_word_part(UChar32 c) {
  if (is_apostrophe_letter(c)) return false;
  const int type = u_charType(c);
  return u_isalnum(c) || type == U_NON_SPACING_MARK || type == U_COMBINING_SPACING_MARK;
}

// Appends one separating space, but never at the start or after another.
void separate(std::string& folded) {
  if (!folded.empty() && folded.back() != ' ') folded += ' ';
}

void append_folded(std::string& folded, UChar32 c) {
  if (is_diacritic(c)) return;
  if (is_space(static_cast<char32_t>(c))) return separate(folded);
  if (is_invisible(c)) return;
  if (!is_word_part(c)) return separate(folded);
  const auto lowered = static_cast<char32_t>(u_tolower(c));
  const std::string_view spelled = spelled_out(lowered);
  if (spelled.empty()) {
    append_utf8(folded, lowered);
  } else {
    folded += spelled;
  }
}

icu::UnicodeString normalized(const icu::Normalizer2* form, const icu::UnicodeString& text) {
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString result = form->normalize(text, status);
  return U_SUCCESS(status) ? result : text;
}

icu::UnicodeString from_utf8(std::string_view text) {
  return icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
}

// Without trimming the end, which fold() does.
std::string fold_by_icu(std::string_view text) {
  // Both are singletons of ICU and may be used by many threads at once.
  UErrorCode status = U_ZERO_ERROR;
  static const icu::Normalizer2* const decompose = icu::Normalizer2::getNFKDInstance(status);
  static const icu::Normalizer2* const compose = icu::Normalizer2::getNFCInstance(status);
  assert(decompose != nullptr && compose != nullptr);  // built into the library
  const icu::UnicodeString parts = normalized(decompose, from_utf8(text));
  std::string folded;
  for (std::int32_t at = 0; at < parts.length(); at = parts.moveIndex32(at, 1)) {
    append_folded(folded, parts.char32At(at));
  }
  std::string composed;
  normalized(compose, from_utf8(folded)).toUTF8String(composed);
  return composed;
}

// What one code point of the blocks below becomes: nothing, a separator, or up to three letters.
struct Folding {
  std::array<char, 4> bytes{};
  unsigned char size = 0;
  bool separator = false;
  bool known = false;
};

constexpr std::size_t kLatin = 0x370;            // U+0000..036F
constexpr std::size_t kLatinAdditional = 0x100;  // U+1E00..1EFF
constexpr std::size_t kPunctuation = 0x70;       // U+2000..206F
using FoldTable = std::array<Folding, kLatin + kLatinAdditional + kPunctuation>;

// Place of `c` in the table; its size when the table has no such block.
std::size_t index_of(char32_t c) {
  if (c < kLatin) return c;
  if (c >= 0x1E00 && c < 0x1F00) return kLatin + (c - 0x1E00);
  if (c >= 0x2000 && c < 0x2070) return kLatin + kLatinAdditional + (c - 0x2000);
  return std::tuple_size_v<FoldTable>;
}

Folding folding_of(char32_t c) {
  std::string between = "a";
  append_utf8(between, c);
  between += 'a';
  const std::string folded = fold_by_icu(between);
  const std::string middle = folded.substr(1, folded.size() - 2);
  Folding folding;
  folding.separator = middle == " ";
  // What carries a space inside ("a quarter") or is long goes by the slow road.
  folding.known = folding.separator ||
                  (middle.size() <= folding.bytes.size() && middle.find(' ') == std::string::npos);
  if (folding.known && !folding.separator) {
    folding.size = static_cast<unsigned char>(middle.size());
    middle.copy(folding.bytes.data(), middle.size());
  }
  return folding;
}

FoldTable make_table() {
  FoldTable table;
  for (char32_t c = 0; c < 0x2070; ++c) {
    const std::size_t index = index_of(c);
    if (index < table.size()) table.at(index) = folding_of(c);
  }
  return table;
}

// False when `text` has a character that the table does not know.
bool fold_by_table(std::string_view text, std::string& folded) {
  static const FoldTable table = make_table();
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode_at(text, at);
    const std::size_t index = index_of(point.value);
    if (index >= table.size() || !table[index].known) return false;
    const Folding& folding = table[index];
    if (folding.separator) {
      separate(folded);
    } else {
      folded.append(folding.bytes.data(), folding.size);
    }
    at += point.length;
  }
  return true;
}

// False at the first byte that is not ASCII.
bool fold_ascii(std::string_view text, std::string& folded) {
  for (const char c : text) {
    if (static_cast<unsigned char>(c) >= 0x80) return false;
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
      folded += c;
    } else if (c >= 'A' && c <= 'Z') {
      folded += static_cast<char>(c + ('a' - 'A'));
    } else {
      separate(folded);
    }
  }
  return true;
}

}  // namespace

std::string fold(std::string_view text) {
  std::string folded;
  folded.reserve(text.size());
  if (!fold_ascii(text, folded)) {
    folded.clear();
    if (!fold_by_table(text, folded)) folded = fold_by_icu(text);
  }
  if (folded.ends_with(' ')) folded.pop_back();
  return folded;
}

}  // namespace entente
