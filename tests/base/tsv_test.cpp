#include "base/tsv.h"

#include "base/error.h"
#include "base/files.h"
#include "tests/catch.h"
#include "tests/support/scratch.h"

using namespace entente;

namespace {

// What reading `content` as a table of name and type says; "" when it is accepted.
std::string refusal(const std::string& content) {
  const Scratch scratch;
  write_file(scratch / "t.tsv", content);
  Tsv table;
  try {
    read_tsv(table, scratch / "t.tsv", {"name", "type"});
  } catch (const Error& error) {
    CHECK(error.fault() == Fault::Input);
    return std::string(error.what()).substr((scratch / "").string().size());
  }
  return {};
}

}  // namespace

TEST_CASE("a table's rows know their lines; comments and empty lines are passed over") {
  const Scratch scratch;
  const auto* end = GENERATE("\n", "\r\n");
  const auto* start = GENERATE("", "\xEF\xBB\xBF");
  std::string content = start;
  for (const char* line : {"# places", "name\ttype", "", "Hà Nội\tcity", "# more", "\t", "a\tb"}) {
    content += line;
    content += end;
  }
  write_file(scratch / "t.tsv", content);
  Tsv table;
  read_tsv(table, scratch / "t.tsv", {"name", "type"});
  REQUIRE(table.rows.size() == 3);
  CHECK(table.rows[0].line == 4);
  CHECK(table.rows[0].fields == std::vector<std::string_view>{"Hà Nội", "city"});
  CHECK(table.rows[1].fields == std::vector<std::string_view>{"", ""});
  CHECK(table.rows[2].line == 7);
  CHECK(table.rows[2].fields == std::vector<std::string_view>{"a", "b"});
}

TEST_CASE("the last line needs no line end") {
  const Scratch scratch;
  write_file(scratch / "t.tsv", "name\na");
  Tsv table;
  read_tsv(table, scratch / "t.tsv", {"name"});
  REQUIRE(table.rows.size() == 1);
  CHECK(table.rows[0].fields[0] == "a");
}

TEST_CASE("a wrong table is refused with its line") {
  CHECK(refusal("name\ttype\n").empty());
  CHECK(refusal("") == "t.tsv: no line that names the columns");
  CHECK(refusal("# only\n") == "t.tsv: no line that names the columns");
  CHECK(refusal("name\tkind\n") == "t.tsv:1: columns are name, kind; expected name, type");
  CHECK(refusal("\nname\n") == "t.tsv:2: columns are name; expected name, type");
  CHECK(refusal("name\ttype\na\n") == "t.tsv:2: 1 fields between tabs; expected 2: name, type");
  CHECK(refusal("name\ttype\na\tb\n#\nc\td\te\n") ==
        "t.tsv:4: 3 fields between tabs; expected 2: name, type");
  CHECK(refusal("name\ttype\na\tb\xFF\n") == "t.tsv:2: not UTF-8");
}
