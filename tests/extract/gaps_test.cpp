#include "extract/gaps.h"

#include <string>
#include <vector>

#include "base/date.h"
#include "tests/catch.h"
#include "tests/extract/analysed.h"

using namespace entente;

TEST_CASE("what a clause tells of once more without its verb has its own day") {
  struct Row {
    const char* text;
    const char* relation;
    const char* facts;
  };
  const std::vector<Row> rows = {
      {"Anna Keller visited Kenya on Monday and Chile on Tuesday.", "visited",
       "Anna Keller | visited | Kenya | 2024-05-06 | happened\n"
       "Anna Keller | visited | Chile | 2024-05-07 | happened\n"},
      {"Anna Keller will travel to Kenya from May 12 to 14 and to Chile from May 15 to 18.",
       "visited",
       "Anna Keller | visited | Kenya | 2024-05-12/2024-05-14 | planned\n"
       "Anna Keller | visited | Chile | 2024-05-15/2024-05-18 | planned\n"},
      {"Anna Keller met Marcus Hale in Vienna on Monday and Ivo Tarn in Nairobi on Tuesday.",
       "met-with",
       "Anna Keller | met-with | Marcus Hale | 2024-05-06 | happened\n"
       "Anna Keller | met-with | Ivo Tarn | 2024-05-07 | happened\n"},
      {"Anna Keller met Marcus Hale on Monday and Ivo Tarn on Tuesday said she left.", "met-with",
       "Anna Keller | met-with | Marcus Hale | 2024-05-06 | happened\n"},
      {"Anna Keller met Marcus Hale on Monday and Vienna on Tuesday was calm.", "met-with",
       "Anna Keller | met-with | Marcus Hale | 2024-05-06 | happened\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(facts_of(row.text, row.relation, parse_iso("2024-05-08")) == row.facts);
  }
}
