#include "extract/stays.h"

#include <string>
#include <vector>

#include "base/date.h"
#include "tests/catch.h"
#include "tests/extract/analysed.h"

using namespace entente;

TEST_CASE("a visit has the days on which its visitor was there") {
  struct Row {
    const char* what;
    const char* text;
    const char* date;  // of the visit to Austria
  };
  const std::vector<Row> rows = {
      {"a city of the country", "Hale met Paul Zorbach in Vienna on Monday.", "2024-05-06"},
      {"two days",
       "Hale met Paul Zorbach in Vienna on Sunday. Hale met Ivo Tarn in Vienna on Monday.",
       "2024-05-05/2024-05-06"},
      {"elsewhere", "Hale met Paul Zorbach in Nairobi on Monday.", "-"},
      {"somebody else", "Ivo Tarn met Paul Zorbach in Vienna on Monday.", "-"},
      {"years ago", "Hale met Paul Zorbach in Vienna on 3 May 1999.", "-"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    const std::string facts = facts_of(
        "Marcus Hale praised the wine during his visit to Austria. " + std::string(row.text),
        "visited", parse_iso("2024-05-08"));
    CHECK(facts.substr(0, facts.find('\n')) ==
          "Marcus Hale | visited | Austria | " + std::string(row.date) + " | happened");
  }
}

TEST_CASE("a visit that is told as an earlier one keeps its own time") {
  const std::string now = " Hale met Paul Zorbach in Vienna on Monday.";
  for (const std::string& text :
       {std::string("Marcus Hale had visited Austria."),
        std::string("Marcus Hale recalled his previous visit to Austria.")}) {
    CAPTURE(text);
    const std::string facts = facts_of(text + now, "visited", parse_iso("2024-05-08"));
    CHECK(facts.substr(0, facts.find('\n')) == "Marcus Hale | visited | Austria | - | happened");
  }
}
