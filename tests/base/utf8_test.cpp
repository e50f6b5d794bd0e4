#include "base/utf8.h"

#include "tests/catch.h"

using namespace entente;
using namespace std::string_literals;

namespace {

struct Pair {
  std::string given;
  std::string expected;
};

constexpr auto kNone = std::string_view::npos;

}  // namespace

TEST_CASE("the first malformed byte is found wherever it stands") {
  struct Row {
    std::string text;
    std::size_t at;
  };
  const auto row = GENERATE(values<Row>({
      {"", kNone},
      {"plain", kNone},
      {"Nguyễn Phú Trọng 習近平 😀", kNone},
      {"\xF4\x8F\xBF\xBF", kNone},
      {"\x80", 0},
      {"abcdefgh\xFF", 8},
      {"ab\xC3", 2},
      {"\xC0\xAF", 0},              // overlong
      {"\xE0\x80\xAF", 0},          // overlong
      {"\xF0\x80\x80\xAF", 0},      // overlong
      {"\xED\xA0\x80", 0},          // surrogate
      {"\xF4\x90\x80\x80", 0},      // above U+10FFFF
      {"ễ\xE1\xBB", 3},             // cut off
      {"\xF8\x88\x80\x80\x80", 0},  // five bytes
      {"é\xC3(", 2},
  }));
  CAPTURE(row.text);
  CHECK(find_invalid_utf8(row.text) == row.at);
}

TEST_CASE("repairing replaces each malformed sequence once and leaves the rest") {
  CHECK(repair_utf8("Phú") == "Phú");
  CHECK(repair_utf8("a\xFFz") == "a\uFFFDz");
  CHECK(repair_utf8("a\xE1\xBBz") == "a\uFFFDz");
  CHECK(repair_utf8("\xC0\xAF") == "\uFFFD\uFFFD");
  CHECK(repair_utf8("\xF0\x9F\x98") == "\uFFFD");
  CHECK(repair_utf8("\xED\xA0\x80") == "\uFFFD\uFFFD\uFFFD");
}

TEST_CASE("every pair of bytes, repaired, is well-formed") {
  for (int first = 0x80; first < 0x100; ++first) {
    for (int second = 0; second < 0x100; ++second) {
      const std::string text = {'x', static_cast<char>(first), static_cast<char>(second)};
      const std::string repaired = repair_utf8(text);
      REQUIRE(find_invalid_utf8(repaired) == kNone);
      REQUIRE((repaired == text) == (find_invalid_utf8(text) == kNone));
    }
  }
}

TEST_CASE("every code point survives being written and read") {
  for (char32_t c = 0; c <= 0x10FFFF; c += c < 0x3000 ? 1 : 97) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string text;
    append_utf8(text, c);
    const CodePoint point = decode_at(text, 0);
    REQUIRE(point.value == c);
    REQUIRE(point.length == text.size());
  }
}

TEST_CASE("what is no code point is written and read as the replacement character") {
  std::string text;
  append_utf8(text, 0xD800);
  append_utf8(text, 0x110000);
  CHECK(text == "\uFFFD\uFFFD");
  CHECK(decode_at("\xE1\xBB", 0).value == 0xFFFD);
  CHECK(decode_at("\xE1\xBB", 0).length == 1);
}

TEST_CASE("letters, digits and spaces are told apart") {
  for (const char32_t c : {U'A', U'Ễ', U'Đ', U'Ж', U'Σ', U'ǅ'}) CHECK(is_upper(c));
  for (const char32_t c : {U'a', U'ễ', U'đ', U'ж', U'1', U' ', U'平'}) CHECK_FALSE(is_upper(c));
  for (const char32_t c : {U'a', U'ễ', U'ß', U'ж'}) CHECK(is_lower(c));
  for (const char32_t c : {U'A', U'Ễ', U'9', U'平'}) CHECK_FALSE(is_lower(c));
  for (const char32_t c : {U'a', U'Z', U'ễ', U'平', U'ب'}) CHECK(is_letter(c));
  for (const char32_t c : {U'a', U'Z', U'ễ', U'Đ'}) CHECK(is_latin(c));
  for (const char32_t c : {U'1', U'平', U'ب', U'Д', U'Ω', U'ह'}) CHECK_FALSE(is_latin(c));
  for (const char32_t c : {U'1', U'-', U' ', U'’', U'€', char32_t{0x301}})
    CHECK_FALSE(is_letter(c));
  CHECK(is_digit(U'0'));
  CHECK(is_digit(U'9'));
  CHECK_FALSE(is_digit(U'٣'));
  CHECK_FALSE(is_digit(U'½'));
  for (const char32_t c : {0x20, 0x09, 0x0A, 0x0D, 0xA0, 0x2009, 0x200B, 0x202F, 0x3000, 0xFEFF}) {
    CAPTURE(static_cast<unsigned>(c));
    CHECK(is_space(c));
  }
  for (const char32_t c : {U'a', U'_', char32_t{0x1F}, char32_t{0x200D}}) CHECK_FALSE(is_space(c));
}

TEST_CASE("lower case is Unicode's, not only ASCII's") {
  const auto row = GENERATE(values<Pair>({
      {"", ""},
      {"ASEAN Summit 2024", "asean summit 2024"},
      {"NGUYỄN PHÚ TRỌNG", "nguyễn phú trọng"},
      {"ΟΔΟΣ", "οδος"},
      {"Straße", "straße"},
      {"ЖУРНАЛ", "журнал"},
      {"習近平", "習近平"},
  }));
  CHECK(lower(row.given) == row.expected);
}

TEST_CASE("a terminal's columns are counted, not bytes") {
  CHECK(display_width("") == 0);
  CHECK(display_width("Hanoi") == 5);
  CHECK(display_width("Nguyễn") == 6);
  CHECK(display_width("Nguye\u0302\u0303n") == 6);
  CHECK(display_width("習近平") == 6);
  CHECK(display_width("ﾊﾝ") == 2);
  CHECK(display_width("한글") == 4);
  CHECK(display_width("😀") == 2);
  CHECK(display_width("a\u200Db\uFEFF") == 2);
  CHECK(display_width("\xFF") == 1);
}

TEST_CASE("what a terminal would obey is taken out of the text") {
  const auto row = GENERATE(values<Pair>({
      {"Tô Lâm “visited” Hà Nội — 習近平 😀", "Tô Lâm “visited” Hà Nội — 習近平 😀"},
      {"two\nlines\r\n\tend", "two lines  \u0020end"},
      {"\x1b[31mred", "\uFFFD[31mred"},
      {"a\x07\x7f", "a\uFFFD\uFFFD"},
      {"\0"s, "\uFFFD"},
      {"c1\u009b31m", "c1\uFFFD31m"},
      {"next\u0085line\u2028end", "next line end"},
      {"abc\u202Edef\u2066x\u2069", "abc\uFFFDdef\uFFFDx\uFFFD"},
      {"raw\x9b"
       "31m",
       "raw\uFFFD31m"},
  }));
  CHECK(printable(row.given) == row.expected);
}
