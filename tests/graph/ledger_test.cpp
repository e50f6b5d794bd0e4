#include "graph/ledger.h"

#include "base/error.h"
#include "tests/catch.h"
#include "tests/support/error_text.h"

using namespace entente;

namespace {

Decision decision(Decision::Kind kind, EntityRef a, EntityRef b = {}) {
  Decision made;
  made.kind = kind;
  made.a = std::move(a);
  made.b = std::move(b);
  return made;
}

Decision parse_one(const std::string& line) {
  const Ledger ledger = parse_ledger("g.ledger", line);
  REQUIRE(ledger.decisions.size() == 1);
  return ledger.decisions.front();
}

// Written and read again.
void check_round_trip(Decision made) {
  const std::string line = to_line(made);
  CAPTURE(line);
  CHECK(line.find('\n') == std::string::npos);
  made.line = 1;
  CHECK(parse_one(line) == made);
}

}  // namespace

TEST_CASE("every kind of decision is one line, and reads back as it was") {
  const EntityRef ann{"Ann Lind", "person:ann-lind", ""};
  const EntityRef lind{"A. Lind", "person:a-lind-2", "https://example.org/a b?c=1#d"};
  Decision same = decision(Decision::Kind::Same, ann, lind);
  same.reason = "one woman: see 003.txt | page # 2";
  CHECK(to_line(decision(Decision::Kind::Same, ann, {"A. Lind", "person:a-lind", ""})) ==
        "same | Ann Lind <person:ann-lind> | A. Lind <person:a-lind>");
  check_round_trip(same);
  check_round_trip(decision(Decision::Kind::Differ, ann, lind));
  check_round_trip(decision(Decision::Kind::RejectEntity, {"", "event:gala", ""}));
  Decision rename = decision(Decision::Kind::Rename, ann);
  rename.name = R"(Ann "A|B" <Lind> C# \ @ home)";
  check_round_trip(rename);
  Decision fact = decision(Decision::Kind::RejectFact, ann, lind);
  fact.relation = "met-with";
  check_round_trip(fact);
  fact.any_date = false;
  check_round_trip(fact);
  fact.when = parse_iso("2024-08-19");
  fact.status = Status::Planned;
  fact.title = "";
  CHECK(to_line(fact).ends_with(" | 2024-08-19 | planned | untitled"));
  check_round_trip(fact);
  fact.title = "vice | president";
  fact.reason = "the photo is of 2019";
  check_round_trip(fact);
}

TEST_CASE("names of any kind keep to their line") {
  for (const std::string name : {"a|b", "a # b", "#", "<", ">", "a@b", "@ x", "\\", "a\\", "Nguyễn",
                                 "\xF0\x9F\x8E\x89 2024", "\"", " - ", "same"}) {
    CAPTURE(name);
    Decision made = decision(Decision::Kind::RejectEntity, {name, "group:x", name});
    const Decision read = parse_one(to_line(made));
    CHECK(read.a.id == "group:x");
    CHECK(read.a.article == (name == " - " ? "-" : name));
    CHECK(read.a.name == (name == " - " ? "-" : name));
  }
  const std::string hostile =
      to_line(decision(Decision::Kind::RejectEntity, {"Ann\nsame | x | y\x1b[31m", "", ""}));
  CHECK(hostile.find_first_of("\n\x1b") == std::string::npos);
  CHECK(parse_one(hostile).kind == Decision::Kind::RejectEntity);
}

TEST_CASE("a line written by hand needs no id, no date and no reason") {
  const Decision same = parse_one("  same|Ann Lind |person:a-lind\r\n");
  CHECK(same.a == EntityRef{"Ann Lind", "", ""});
  CHECK(same.b == EntityRef{"", "person:a-lind", ""});
  const Decision differ = parse_one("differ | Wu Li @ a.txt | Wu Li <person:wu-li-2>@b.txt # why");
  CHECK(differ.a == EntityRef{"Wu Li", "", "a.txt"});
  CHECK(differ.b == EntityRef{"Wu Li", "person:wu-li-2", "b.txt"});
  CHECK(differ.reason == "why");
  const Decision all = parse_one("reject | Ann Lind | met-with | Bo Tarn");
  CHECK(all.any_date);
  CHECK_FALSE(all.status);
  const Decision undated = parse_one("reject | Ann Lind | met-with | Bo Tarn | undated | any");
  CHECK_FALSE(undated.any_date);
  CHECK_FALSE(undated.when);
  CHECK_FALSE(undated.status);
}

TEST_CASE("comments and empty lines say nothing, and lines are counted with them") {
  const Ledger ledger = parse_ledger(
      "g.ledger", "\xEF\xBB\xBF# same | a | b\n\n  \t\nreject | Gala\n#x\n\nreject | Ball");
  REQUIRE(ledger.decisions.size() == 2);
  CHECK(ledger.decisions[0].line == 4);
  CHECK(ledger.decisions[1].line == 7);
  CHECK(parse_ledger("g.ledger", "").decisions.empty());
}

TEST_CASE("a broken line is refused with file and line, what was found and what was expected") {
  struct Case {
    std::string line, message;
  };
  const std::vector<Case> cases = {
      {"samee | a | b", "expected same, differ, rename or reject, found \"samee\""},
      {"same", "expected two entities after same or differ, found 0 of them"},
      {"same | a", "expected two entities after same or differ, found 1 of them"},
      {"same | a | b | c", "expected two entities after same or differ, found 3 of them"},
      {"differ | a | ", "expected an entity: NAME, ID or NAME <ID>, found \"\""},
      {"rename | a", "expected an entity and its new name after rename, found 1 of them"},
      {"rename | a | --", "expected a name with a letter or a digit, found \"--\""},
      {"reject", "expected reject | A | RELATION"},
      {"reject | a | met-with", "expected reject | A | RELATION"},
      {"reject | a | met-with | b | yesterday", "expected a date (2024-08-19"},
      {"reject | a | met-with | b | 2024 | maybe", "expected happened, planned"},
      {"reject | a | | b", "expected a relation, found \"\""},
      {"reject | a <person:a", "expected NAME <ID>, and nothing after >"},
      {"reject | a <person:a> b", "expected NAME <ID>, and nothing after >"},
      {"reject | a> b", "expected < before >"},
      {"reject | a @", "expected the name of an article after @"},
      {"reject | \xff\x1b", "expected UTF-8"},
  };
  for (const Case& each : cases) {
    CAPTURE(each.line);
    const std::string error =
        test::error_text([&] { parse_ledger("g.ledger", "# top\n" + each.line + "\n"); });
    CHECK(error.starts_with("g.ledger:2: "));
    CHECK(error.find(each.message) != std::string::npos);
    CHECK(error.find('\x1b') == std::string::npos);
  }
}

TEST_CASE("a new ledger explains itself, and a last line without its end is not written into") {
  const Decision gala = decision(Decision::Kind::RejectEntity, {"Gala", "", ""});
  const std::string fresh = with_line("", gala);
  CHECK(fresh.starts_with("# "));
  CHECK(fresh.ends_with("\nreject | Gala\n"));
  CHECK(parse_ledger("g.ledger", fresh).decisions.size() == 1);
  CHECK(with_line("reject | Ball", gala) == "reject | Ball\nreject | Gala\n");
}
