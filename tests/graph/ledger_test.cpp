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

TEST_CASE("what the reader adds and corrects is one line, and reads back as it was") {
  const EntityRef ann{"Anna Keller", "person:anna-keller", ""};
  const EntityRef marcus{"Marcus Hale", "person:marcus-hale", "7.txt"};
  Decision person = decision(Decision::Kind::AddEntity, ann);
  person.type = "person";
  person.reason = "met her at the door";
  CHECK(to_line(person) ==
        "add | Anna Keller <person:anna-keller> | person  # met her at the door");
  check_round_trip(person);
  Decision type = decision(Decision::Kind::Retype, ann);
  type.type = "organization";
  CHECK(to_line(type) == "retype | Anna Keller <person:anna-keller> | organization");
  check_round_trip(type);
  Decision met = decision(Decision::Kind::AddFact, ann, marcus);
  met.relation = "met-with";
  met.any_date = false;
  met.status = Status::Happened;
  check_round_trip(met);
  met.when = parse_iso("2024-08");
  met.values = {{"place", "Cape Town <place:cape-town>"}, {"topic", "trade | steel = # 1"}};
  CHECK(to_line(met) ==
        "add | Anna Keller <person:anna-keller> | met-with | Marcus Hale <person:marcus-hale> @ "
        "7.txt | 2024-08 | happened | place=Cape Town <place:cape-town> | "
        "topic=trade \\| steel = \\# 1");
  check_round_trip(met);
  Decision correct = met;
  correct.kind = Decision::Kind::CorrectFact;
  correct.values = {{"date", ""}, {"place", ""}, {"status", "denied"}, {"topic", ""}};
  CHECK(to_line(correct).ends_with(
      " | 2024-08 | happened | any | date=undated | place= | status=denied | topic="));
  check_round_trip(correct);
  correct.title = "";
  correct.values["date"] = "2024-08-19";
  check_round_trip(correct);
  correct.title = "vice | president";
  check_round_trip(correct);
  for (const std::string value : {"a|b", "a # b", "<x>", "y@z", "\\", "=", "Nguyễn", "\""}) {
    met.values = {{"topic", value}};
    check_round_trip(met);
  }
  const Decision brief = parse_one("add | Anna Keller | met-with | Marcus Hale");
  CHECK(brief.status == Status::Happened);
  CHECK_FALSE(brief.any_date);
  CHECK_FALSE(brief.when);
}

TEST_CASE("a decision knows where it stands, with its ends and its word") {
  const std::string bytes =
      "\xEF\xBB\xBF# top\n  add | Ann <person:ann> | met-with|Bo @ 1.txt | 2024 # x \r\n"
      "same | <person:a> | B\nreject | C";
  const Ledger ledger = parse_ledger("g.ledger", bytes);
  REQUIRE(ledger.texts.size() == 3);
  const auto words = [&](Span span) { return std::string(slice(bytes, span)); };
  const DecisionText& add = ledger.texts[0];
  CHECK(add.text == "add | Ann <person:ann> | met-with|Bo @ 1.txt | 2024 # x");
  CHECK(words(add.line) == add.text);
  CHECK(words(add.a) == "Ann");
  CHECK(words(add.word) == "met-with");
  CHECK(words(add.b) == "Bo");
  CHECK(words(ledger.texts[1].a) == "<person:a>");
  CHECK(words(ledger.texts[1].b) == "B");
  CHECK(words(ledger.texts[2].word) == "reject");
  CHECK(words(ledger.texts[2].b) == "C");
}

TEST_CASE("a line is taken out without a change to the others") {
  const std::string bytes = "# top\nreject | A\n\n  reject | B  \r\n# x\nreject | C";
  const Ledger ledger = parse_ledger("g.ledger", bytes);
  CHECK(without_line(ledger, bytes, 2) == "# top\n\n  reject | B  \r\n# x\nreject | C");
  CHECK(without_line(ledger, bytes, 4) == "# top\nreject | A\n\n# x\nreject | C");
  CHECK(without_line(ledger, bytes, 6) == "# top\nreject | A\n\n  reject | B  \r\n# x\n");
  for (const std::uint32_t line : {0U, 1U, 3U, 7U}) {
    CHECK(test::error_text([&] { without_line(ledger, bytes, line); }) ==
          to_string(Place{"g.ledger", line}) + ": no decision stands on this line");
  }
  Decision gala = decision(Decision::Kind::RejectEntity, {"Gala", "", ""});
  const std::string more = with_line("reject | A\n", gala);
  CHECK(without_line(parse_ledger("g", more), more, 2) == "reject | A\n");
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
      {"samee | a | b",
       "expected same, differ, rename, retype, reject, correct or add, found \"samee\""},
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
      {"retype | a", "expected an entity and its new type after retype, found 1 of them"},
      {"retype | a | ", "expected a type, found \"\""},
      {"add | a", "expected add | A | RELATION"},
      {"add | <person:a> | person", "expected the name of the new entity"},
      {"add | a | met-with | b | any day", "expected a date (2024-08-19"},
      {"add | a | met-with | b | 2024 | maybe", "expected happened, planned"},
      {"add | a | met-with | b | 2024 | happened | trade", "expected KEY=VALUE, found \"trade\""},
      {"add | a | met-with | b | 2024 | happened | T x=y", "expected KEY=VALUE"},
      {"add | a | met-with | b | 2024 | happened | topic=", "expected a qualifier with a value"},
      {"add | a | met-with | b | 2024 | happened | date=2023", "expected a qualifier"},
      {"add | a | met-with | b | 2024 | happened | place=@", "expected the name of an article"},
      {"correct | a | met-with | b | 2024 | happened | any", "expected correct | A | RELATION"},
      {"correct | a | met-with | b | 2024 | happened | any | date=x", "expected a date"},
      {"correct | a | met-with | b | 2024 | happened | any | status=", "expected status=happened"},
      {"correct | a | met-with | b | 2024 | happened | any | topic=a | topic=b",
       "expected each key once"},
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
