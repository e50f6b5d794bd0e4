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
