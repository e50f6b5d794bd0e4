// What the tree of a sentence tells of its times, beyond what its words tell.

#include <string>

#include "base/date.h"
#include "tests/catch.h"
#include "tests/extract/analysed.h"
#include "tests/extract/times_rows.h"

namespace entente {
namespace {

std::string times_by_tree(const TimeRow& row) {
  return times_in(analysed(row.text, parse_iso(row.published)).document);
}

// 2023-12-13 is a Wednesday.
const TimeRow kByTree[] = {
    {"2023-12-13", "Anna Keller invited Marcus Hale to visit Austria in March.", "March=2024-03"},
    {"2023-12-13", "Anna Keller urged Marcus Hale to leave Kenya on Friday.", "Friday=2023-12-15"},
    {"2023-12-13", "Anna Keller agreed to visit Kenya in March.", "March=2024-03"},
    {"2023-12-13", "Anna Keller wants to meet Marcus Hale in Vienna in March.", "March=2024-03"},
    {"2023-12-13", "Anna Keller agreed with Marcus Hale in March.", "March=2023-03"},
    {"2023-12-13", "Anna Keller accepted an invitation to visit Kenya in March.", "March=2024-03"},
    {"2023-12-13", "Anna Keller went to Kenya to meet Marcus Hale in March.", "March=2023-03"},
    {"2023-12-13", "Anna Keller met Marcus Hale on Friday.", "Friday=2023-12-08"},
    {"2023-12-13", "Anna Keller will meet Marcus Hale on Friday.", "Friday=2023-12-15"},
    {"2023-12-13", "Anna Keller had met Marcus Hale on Friday.", "Friday=2023-12-08"},
    {"2023-12-13", "Anna Keller invited Marcus Hale to speak in Vienna on March 3.",
     "March 3=2024-03-03"},
    {"2023-12-13", "If Anna Keller visits Kenya in March, Marcus Hale resigns.", "March=2024-03"},
    {"2023-12-13",
     "Anna Keller invited Marcus Hale to take part in the conference in Vienna, due to be held in "
     "March.",
     "March=2024-03"},
    {"2023-12-13",
     "The meeting between Anna Keller and Marcus Hale scheduled for Tuesday was cancelled.",
     "Tuesday=2023-12-12"},
    {"2023-12-13",
     "Anna Keller on Tuesday met Marcus Hale, who is tipped to win the December 18 election in "
     "Kenya. A day earlier she had met Ivo Tarn.",
     "Tuesday=2023-12-12; December 18=2023-12-18; A day earlier=2023-12-11"},
    {"2023-12-13", "Marcus Hale, who met Anna Keller in Vienna, will visit Kenya on Friday.",
     "Friday=2023-12-15"},
};

TEST_CASE("an infinitive behind a plan lies ahead, and a clause has its own verb", "[times]") {
  for (const TimeRow& row : kByTree) {
    INFO(row.published << " | " << row.text);
    CHECK(times_by_tree(row) == row.times);
  }
}

}  // namespace
}  // namespace entente
