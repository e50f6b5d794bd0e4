#include "extract/ceremonies.h"

#include "tests/catch.h"
#include "tests/extract/analysed.h"

using namespace entente;

TEST_CASE("a ceremony is named after the person for whom it is held") {
  CHECK(facts_of("Minister Anna Keller will attend the Inauguration of His Excellency Marcus Hale "
                 "in Nairobi.",
                 "attended") ==
        "Anna Keller | attended | Inauguration of His Excellency Marcus Hale | - | planned\n");
  CHECK(facts_of("Minister Anna Keller attended the Funeral of Queen Clara Stein.", "attended") ==
        "Anna Keller | attended | Funeral of Queen Clara Stein | - | happened\n");
}

TEST_CASE("what a person did or had is no ceremony") {
  CHECK(facts_of("Minister Anna Keller will attend the House of Marcus Hale.", "attended") == "");
  CHECK(facts_of("The inauguration of Marcus Hale was attended by Anna Keller.", "attended") == "");
}
