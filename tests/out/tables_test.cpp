#include "out/tables.h"

#include <sstream>

#include "base/utf8.h"
#include "out/plain.h"
#include "out/text_table.h"
#include "tests/catch.h"

using namespace entente;

namespace {

std::string written(const Table& table, TableFormat format, const TextOptions& options = {}) {
  std::ostringstream out;
  write_table(out, table, format, options);
  return out.str();
}

Table small() {
  return {{"name", "times_met", "also"},
          {{std::string("Tô Mẫu"), std::int64_t{5}, std::vector<std::string>{"Mẫu", "A, B"}},
           {std::string("x"), std::int64_t{12}, std::monostate{}}}};
}

}  // namespace

TEST_CASE("a table has the names of the command line for its formats and no others") {
  CHECK(parse_table_format("table") == TableFormat::Text);
  CHECK(parse_table_format("md") == TableFormat::Markdown);
  CHECK_FALSE(parse_table_format("xml").has_value());
  CHECK_FALSE(parse_table_format("").has_value());
}

TEST_CASE(
    "a text table aligns by what is seen, numbers to the right, and leaves no blanks at line "
    "ends") {
  CHECK(written(small(), TableFormat::Text) ==
        "name    times met  also\n"
        "Tô Mẫu          5  Mẫu; A, B\n"
        "x              12\n");
}

TEST_CASE("a text table too wide for the terminal wraps its widest column at words") {
  const Table table{{"id", "quote"},
                    {{std::string("a"), std::string("one two three four five six")}}};
  CHECK(written(table, TableFormat::Text, {18, false}) ==
        "id  quote\n"
        "a   one two three\n"
        "    four five six\n");
  CHECK(written(table, TableFormat::Text, {0, false}) ==
        "id  quote\n"
        "a   one two three four five six\n");
}

TEST_CASE("wrapping breaks long words and never a letter from its mark") {
  CHECK(wrap("", 5) == std::vector<std::string>{""});
  CHECK(wrap("abcdefgh", 3) == std::vector<std::string>{"abc", "def", "gh"});
  CHECK(wrap("ab cd", 2) == std::vector<std::string>{"ab", "cd"});
  CHECK(wrap("e\xCC\x81"
             "e\xCC\x81",
             1) == std::vector<std::string>{"e\xCC\x81", "e\xCC\x81"});
  for (const std::string& line : wrap("The quick brown fox jumps over the lazy dog", 9)) {
    CHECK(display_width(line) <= 9);
  }
}

TEST_CASE("a text table lets nothing through that steers a terminal") {
  const Table table{{"name"},
                    {{std::string("a\x1b[31mb\nc\xE2\x80\xAE"
                                  "d")}}};
  const std::string text = written(table, TableFormat::Text);
  CHECK(text.find('\x1b') == std::string::npos);
  CHECK(text.find("\xE2\x80\xAE") == std::string::npos);
  CHECK(std::count(text.begin(), text.end(), '\n') == 2);
}

TEST_CASE("JSON tables keep types, and nothing is null") {
  CHECK(written(small(), TableFormat::Jsonl) ==
        "{\"name\":\"Tô Mẫu\",\"times_met\":5,\"also\":[\"Mẫu\",\"A, B\"]}\n"
        "{\"name\":\"x\",\"times_met\":12,\"also\":null}\n");
  CHECK(written({{"a"}, {}}, TableFormat::Json) == "[]\n");
  CHECK(written({{"a"}, {{0.97000000001}}}, TableFormat::Json) == "[\n{\"a\":0.97}\n]\n");
  CHECK(written({{"a"}, {{std::string("\"\\\n\x01")}}}, TableFormat::Jsonl) ==
        "{\"a\":\"\\\"\\\\\\n\\u0001\"}\n");
}

TEST_CASE("CSV quotes what needs it and doubles quotes") {
  CHECK(csv_field("plain") == "plain");
  CHECK(csv_field("a,b") == "\"a,b\"");
  CHECK(csv_field("say \"x\"") == "\"say \"\"x\"\"\"");
  CHECK(csv_field("two\nlines") == "\"two\nlines\"");
  CHECK(csv_field("\x1b[0m").find('\x1b') == std::string::npos);
  CHECK(written(small(), TableFormat::Csv) ==
        "name,times_met,also\n\"Tô Mẫu\",5,\"Mẫu; A, B\"\nx,12,\n");
}

TEST_CASE("TSV has one line a row and as many tabs as columns ask for") {
  const Table table{{"a", "b"}, {{std::string("x\ty\nz"), std::int64_t{1}}}};
  const std::string text = written(table, TableFormat::Tsv);
  CHECK(std::count(text.begin(), text.end(), '\n') == 2);
  CHECK(std::count(text.begin(), text.end(), '\t') == 2);
}

TEST_CASE("Markdown cells hold no markup of their own") {
  const Table table{{"a"}, {{std::string("<b>|*x*|</b> [y](z)\n`")}}};
  CHECK(written(table, TableFormat::Markdown) ==
        "| a |\n|---|\n| &lt;b&gt;\\|\\*x\\*\\|&lt;/b&gt; \\[y\\](z) \\` |\n");
}

TEST_CASE("numbers have no trailing zeros, no minus zero and no locale") {
  CHECK(shortest(1.5) == "1.5");
  CHECK(shortest(2.0) == "2");
  CHECK(shortest(0.0) == "0");
  CHECK(fixed(-0.001, 2) == "0.00");
  CHECK(fixed(1234.5678, 2) == "1234.57");
}
