// Latin letters without diacritics: fold() knows what each becomes, here case is kept.

#include "out/letters.h"

#include "base/utf8.h"

namespace entente {
namespace {

// Of those blocks whose letters fold() knows.
bool folds(char32_t c) {
  return is_letter(c) && (c < 0x250 || (c >= 0x1E00 && c < 0x1F00)) && c != 0xAA && c != 0xBA;
}

bool is_mark(char32_t c) { return c >= 0x300 && c < 0x370; }

}  // namespace

std::string plain_letters(std::string_view text) {
  std::string plain;
  bool after_latin = false;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode_at(text, at);
    const std::string_view bytes = text.substr(at, c.length);
    at += c.length;
    if (after_latin && is_mark(c.value)) continue;
    after_latin = folds(c.value);
    if (!after_latin || c.value < 0x80) {
      plain += bytes;
      continue;
    }
    std::string letters = fold(bytes);
    if (is_upper(c.value) && letters[0] >= 'a' && letters[0] <= 'z') {
      letters[0] = static_cast<char>(letters[0] - 'a' + 'A');
    }
    plain += letters;
  }
  return plain;
}

}  // namespace entente
