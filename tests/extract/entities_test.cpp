#include "extract/entities.h"

#include "tests/catch.h"
#include "tests/extract/analysed.h"

using namespace entente;

namespace {

struct Row {
  const char* what;
  const char* text;
  const char* entities;
};

}  // namespace

TEST_CASE("short names, acronyms and other spellings lead to one entity") {
  const std::vector<Row> rows = {
      {"the family name", "President Anna Keller left. Keller smiled.", "person Anna Keller"},
      {"the given name, family first",
       "President Nguyen Van Tuan left. Tuan smiled. Chairman Tuan spoke.",
       "person Nguyen Van Tuan"},
      {"a middle initial", "President Anna B. Keller left. Anna Keller smiled.",
       "person Anna B. Keller"},
      {"an acronym in brackets", "The Nairobi Water Institute (NWI) agreed. The NWI was glad.",
       "organization Nairobi Water Institute"},
      {"an acronym in another language",
       "The Republican Labour Party (CHL) agreed. The CHL was glad.",
       "party Republican Labour Party"},
      {"letters of which no word begins with one",
       "The Nairobi Water Institute (BKX) agreed. The BKX was glad.",
       "organization Nairobi Water Institute; organization BKX"},
      {"letters that are known to be another body's",
       "The World School Council (OSCE) agreed. The OSCE was glad.",
       "organization World School Council; organization Organization for Security and "
       "Co-operation in Europe"},
      {"an acronym of what was no name",
       "Anna Keller joined World Zorbach Watching (WZW). WZW left.",
       "person Anna Keller; organization World Zorbach Watching"},
      {"an acronym inside a longer name",
       "The Kenya United Party (KUP) met. The KUP Central Committee spoke. The Kenya United Party "
       "Central Committee agreed.",
       "party Kenya United Party; country Kenya; organization Kenya United Party Central "
       "Committee"},
      {"a place that only a dateline names", "BAKU, May 3 (Wire) - President Anna Keller left.",
       "place Baku; person Anna Keller"},
      {"letters that only one body spells", "The Nairobi Water Institute agreed. NWI experts left.",
       "organization Nairobi Water Institute"},
      {"a known body within its name",
       "The African Union Peace Institute met. The AU Peace Institute agreed.",
       "organization African Union Peace Institute; organization African Union"},
      {"a title that stands before the whole name and before one of its words",
       "Sheikh Karim bin Yusuf came. Sheikh Karim left.", "person Karim bin Yusuf"},
      {"with and without its country",
       "The Kenyan National Assembly voted. Kenya's National Assembly was full. The National "
       "Assembly closed.",
       "organization Kenyan National Assembly; country Kenya"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what, row.text);
    CHECK(entities_of(analysed(row.text)) == row.entities);
  }
}

TEST_CASE("a city's name that somebody in the text bears and that acts is that person") {
  const std::string lancaster = entities_of(
      analysed("Senator Mary Lancaster spoke in Vienna. Lancaster said the river was low."));
  CHECK(lancaster == "person Mary Lancaster; place Vienna");
  CHECK(entities_of(analysed("Senator Mary Lancaster spoke. Lancaster also sang. They thanked "
                             "Lancaster for it.")) == "person Mary Lancaster");
  CHECK(entities_of(analysed("Senator Mary Lancaster spoke. She lives in Lancaster.")) ==
        "person Mary Lancaster; place Lancaster");
}

TEST_CASE("in doubt two people stay two") {
  const std::vector<Row> rows = {
      {"a couple", "President Anna Keller and Minister Paul Keller left.",
       "person Anna Keller; person Paul Keller"},
      {"a monarch is not the prince whose father's name he bears",
       "Crown Prince Karim bin Yusuf came. King Yusuf stayed.",
       "person Karim bin Yusuf; person King Yusuf"},
      {"two assemblies", "Kenya's National Assembly and Austria's National Assembly agreed.",
       "country Kenya; organization National Assembly; country Austria; organization National "
       "Assembly"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what, row.text);
    CHECK(entities_of(analysed(row.text)) == row.entities);
  }
}

TEST_CASE("letters that two bodies spell are short for neither") {
  CHECK(entities_of(analysed("The Nairobi Water Institute met the National Wool Institute. NWI "
                             "experts left.")) ==
        "organization Nairobi Water Institute; organization National Wool Institute; organization "
        "NWI");
}

TEST_CASE("of the parliaments of two countries one without its country is neither") {
  CHECK(entities_of(analysed("National Assembly Chairwoman Anna Keller came to Laos. She met the "
                             "National Assembly of Laos and the National Assembly of Kenya.")) ==
        "organization National Assembly; person Anna Keller; country Laos; organization National "
        "Assembly of Laos; organization National Assembly of Kenya; country Kenya");
  CHECK(entities_of(analysed("She met the National Assembly of Laos and the National Assembly of "
                             "Kenya. The National Assembly agreed.")) ==
        "organization National Assembly of Laos; country Laos; organization National Assembly of "
        "Kenya; country Kenya");
}

TEST_CASE("bodies that are counted are not one another") {
  CHECK(
      entities_of(analysed("The 42nd Kenyan Parliament met. The 43rd Kenyan Parliament voted.")) ==
      "organization 42nd Kenyan Parliament; country Kenya; organization 43rd Kenyan Parliament");
  CHECK(entities_of(analysed("The 43rd Kenyan Parliament met. The Kenyan Parliament voted.")) ==
        "organization 43rd Kenyan Parliament; country Kenya");
}

TEST_CASE("what is described rather than named is marked") {
  const Analysed read = analysed("Kenya and Austria signed a river water agreement.");
  REQUIRE(read.entities.size() == 3);
  CHECK(read.entities[2].name == "river water agreement");
  CHECK(read.entities[2].described);
  CHECK_FALSE(read.entities[0].described);
}
