#include <string>

#include "base/utf8.h"
#include "tests/catch.h"

using namespace entente;
using namespace std::string_literals;

TEST_CASE("bytes of a named charset become UTF-8") {
  struct Row {
    std::string bytes;
    std::string charset;
    std::string text;
  };
  const auto row = GENERATE(values<Row>({
      {"plain", "", "plain"},
      {"", "", ""},
      {"Phú", "utf-8", "Phú"},
      {"Phú", "", "Phú"},
      {"\xEF\xBB\xBFPhú", "", "Phú"},
      {"caf\xE9 \x93quoted\x94", "windows-1252", "café “quoted”"},
      {"caf\xE9 \x93quoted\x94", "ISO-8859-1", "café “quoted”"},
      {"\xCF\xF0\xE8\xE2\xE5\xF2", "windows-1251", "Привет"},
      {"\xCF\xF0\xE8\xE2\xE5\xF2", "Windows-1251", "Привет"},
      {"\xD6\xD0\xB9\xFA", "gb2312", "中国"},
      {"\x93\xFA\x96\x7B", "shift_jis", "日本"},
      {"\xFF\xFEH\0i\0"s, "", "Hi"},
      {"\xFE\xFF\0H\0i"s, "utf-8", "Hi"},  // the mark knows better than the label
      {"ab\xFFz", "utf-8", "ab\uFFFDz"},
      {"Phú", "no-such-charset", "Phú"},
  }));
  CAPTURE(row.bytes, row.charset);
  CHECK(to_utf8(row.bytes, row.charset) == row.text);
}

TEST_CASE("a charset that is not named is guessed from the text") {
  const std::string latin =
      "Le pr\xE9sident fran\xE7"
      "ais a re\xE7u son homologue \xE0 l'\xC9lys\xE9"
      "e, o\xF9 ils ont sign\xE9 un accord apr\xE8s "
      "une journ\xE9"
      "e de n\xE9gociations tr\xE8s anim\xE9"
      "es.";
  const std::string text = to_utf8(latin, "");
  CHECK(text.find("président français a reçu") != std::string::npos);
  CHECK(find_invalid_utf8(text) == std::string_view::npos);
}

TEST_CASE("whatever the bytes, UTF-8 comes out") {
  std::string bytes;
  for (int i = 0; i < 4096; ++i) bytes += static_cast<char>((i * 7919) >> 3);
  for (const char* charset : {"", "utf-8", "utf-16le", "shift_jis", "gb18030", "windows-1252",
                              "iso-2022-jp", "euc-kr", "koi8-r"}) {
    CAPTURE(charset);
    CHECK(find_invalid_utf8(to_utf8(bytes, charset)) == std::string_view::npos);
  }
}
