#include "extract/between.h"

#include "tests/catch.h"
#include "tests/extract/analysed.h"

using namespace entente;

namespace {

struct Row {
  const char* text;
  const char* facts;
};

void check(const std::vector<Row>& rows, std::string_view relation) {
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(facts_of(row.text, relation) == row.facts);
  }
}

}  // namespace

TEST_CASE("where a settlement lies is told beside its name") {
  const char* const in_kenya = "Kisumu | located-in | Kenya | - | happened\n";
  check({{"They met in the Kenyan city of Kisumu.", in_kenya},
         {"They met in the western Kenyan town of Kisumu.", in_kenya},
         {"They met in Kisumu, a town in western Kenya.", in_kenya},
         {"They met in Kisumu, in western Kenya.", in_kenya},
         {"Kenya's capital, Nairobi, was full.", "Nairobi | located-in | Kenya | - | happened\n"},
         {"Nairobi, the capital of Kenya, was full.",
          "Nairobi | located-in | Kenya | - | happened\n"},
         {"A fire in Parkside, an area of the Kenyan capital, Nairobi, was out.",
          "Parkside | located-in | Nairobi | - | happened\n"
          "Nairobi | located-in | Kenya | - | happened\n"},
         {"They met in London, England, on Monday.",
          "London | located-in | England | - | happened\n"},
         {"They flew to London, Scotland, and Paris.", ""},
         {"It holds in New York, New Jersey, Connecticut, and Maine.", ""},
         {"A clown dressed as the Kisumu Giant in Nairobi left.", ""},
         {"They flew from Kisumu to Kenya.", ""},
         {"Kenya's talks with Kisumu ended.", ""}},
        "located-in");
}

TEST_CASE("kin is told between two names") {
  const char* const both = "Anna Keller | spouse-of | Marcus Hale | - | happened\n";
  const char* const other_way = "Marcus Hale | spouse-of | Anna Keller | - | happened\n";
  check({{"Marcus Hale and his wife, Anna Keller, left.", other_way},
         {"Marcus Hale arrived on Sunday with his wife, Anna Keller.", other_way},
         {"Marcus Hale and Ivo Tarn arrived with his wife, Anna Keller.", ""},
         {"Marcus Hale died on Sunday, and his widow, Anna Keller, left.", other_way},
         {"Marcus Hale died on Sunday. His widow, Anna Keller, left.", other_way},
         {"Marcus Hale met Ivo Tarn. His widow, Anna Keller, left.", ""},
         {"Marcus Hale, 61, and his wife, Anna Keller, left.", other_way},
         {"Marcus Hale, whose wife Anna Keller is a judge, left.", other_way},
         {"Anna Keller, the wife of President Marcus Hale, left.", both},
         {"President Marcus Hale and first lady Anna Keller left.", other_way},
         {"Anna Keller, the sister of Marcus Hale, left.", ""},
         {"Marcus Hale and the wife of Anna Keller's driver left.", ""}},
        "spouse-of");
}

TEST_CASE("members are told between two names") {
  check({{"NATO members Austria and Kenya agreed.",
          "Austria | member-of | North Atlantic Treaty Organization | - | happened\n"
          "Kenya | member-of | North Atlantic Treaty Organization | - | happened\n"},
         {"Austria is a NATO member.",
          "Austria | member-of | North Atlantic Treaty Organization | - | happened\n"},
         {"A member of the Kenyan Parliament, Anna Keller, left.",
          "Anna Keller | member-of | Kenyan Parliament | - | happened\n"},
         {"NATO talks with Austria ended.", ""}},
        "member-of");
}

TEST_CASE("allies are told beside the name") {
  check({{"Kenya's ally Austria left.", "Austria | partners-with | Kenya | - | happened\n"},
         {"Austria and its close ally Kenya left.",
          "Kenya | partners-with | Austria | - | happened\n"},
         {"Austria, a treaty ally of Kenya, left.",
          "Austria | partners-with | Kenya | - | happened\n"},
         {"Austria, Kenya's main ally, left.", "Austria | partners-with | Kenya | - | happened\n"},
         {"Austria and its former ally Kenya left.", ""},
         {"Austria left, an ally said, and Kenya stayed.", ""},
         {"Austria's ally", ""}},
        "partners-with");
}
