#include "extract/narrative.h"

#include "base/date.h"
#include "tests/catch.h"
#include "tests/extract/analysed.h"

using namespace entente;

namespace {

struct Row {
  const char* what;
  const char* text;
  const char* facts;
};

const std::optional<DateRange> kPublished = parse_iso("2024-05-08");

}  // namespace

TEST_CASE("what else happened on the day of a report has that day") {
  const std::string lead = "Anna Keller met Marcus Hale on Monday.";
  const std::string met = "Anna Keller | met-with | Marcus Hale | 2024-05-06 | happened\n";
  const std::vector<Row> rows = {
      {"the same person", " She also met Paul Zorbach.",
       "Anna Keller | met-with | Paul Zorbach | 2024-05-06 | happened\n"},
      {"over a sentence that tells nothing", " It rained. She also met Paul Zorbach.",
       "Anna Keller | met-with | Paul Zorbach | 2024-05-06 | happened\n"},
      {"nobody of that day", " Ivo Tarn met Paul Zorbach.",
       "Ivo Tarn | met-with | Paul Zorbach | - | happened\n"},
      {"not in the past of the day", " Anna Keller has met Paul Zorbach.",
       "Anna Keller | met-with | Paul Zorbach | - | happened\n"},
      {"over a time to come", " It will rain in July. She also met Paul Zorbach.",
       "Anna Keller | met-with | Paul Zorbach | 2024-05-06 | happened\n"},
      {"counted from another day", " It came a week after she met Paul Zorbach.",
       "Anna Keller | met-with | Paul Zorbach | - | happened\n"},
      {"another time since", " It rained in March. She also met Paul Zorbach.",
       "Anna Keller | met-with | Paul Zorbach | - | happened\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    CHECK(facts_of(lead + row.text, "met-with", kPublished) == met + row.facts);
  }
}

TEST_CASE("the day of a main clause that is no fact is the day of what follows") {
  const std::string lead = "President Anna Keller said in Vienna on Monday that taxes would fall. ";
  const std::vector<Row> rows = {
      {"a verb", "Keller also met Paul Zorbach.",
       "Anna Keller | met-with | Paul Zorbach | 2024-05-06 | happened\n"},
      {"a noun", "Keller spoke after talks with Paul Zorbach.",
       "Anna Keller | met-with | Paul Zorbach | 2024-05-06 | happened\n"},
      {"a clause of another time", "Keller smiled when she met Paul Zorbach.",
       "Anna Keller | met-with | Paul Zorbach | - | happened\n"},
      {"an old deal", "Keller met Paul Zorbach about a deal, which dates from 2008.",
       "Anna Keller | met-with | Paul Zorbach | 2024-05-06 | happened\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    CHECK(facts_of(lead + row.text, "met-with", kPublished) == row.facts);
  }
}

TEST_CASE("the day of what a report says that somebody told, and of whom") {
  const std::vector<Row> rows = {
      {"the clause that was reported",
       "President Anna Keller told Premier Marcus Hale on Monday that taxes would fall, a minister "
       "said. Hale also met Paul Zorbach.",
       "Marcus Hale | met-with | Paul Zorbach | 2024-05-06 | happened\n"},
      {"who came to a meeting",
       "President Anna Keller said in Vienna on Monday that taxes would fall. The promise came at "
       "a "
       "meeting with Marcus Hale, an envoy of President Ivo Tarn. Hale also met Paul Zorbach.",
       "Marcus Hale | met-with | Paul Zorbach | 2024-05-06 | happened\n"},
      {"who led a delegation",
       "The second meeting between Kenya and Austria took place in Vienna on Monday. The "
       "delegation "
       "was led by H.E. Marcus Hale of Kenya. Hale had talks with Paul Zorbach.",
       "Kenya | met-with | Austria | 2024-05-06 | happened\n"
       "Marcus Hale | met-with | Paul Zorbach | 2024-05-06 | happened\n"},
      {"who had come on another day",
       "President Anna Keller met Marcus Hale on Tuesday. Keller, who arrived on Monday, later met "
       "Paul Zorbach.",
       "Anna Keller | met-with | Marcus Hale | 2024-05-07 | happened\n"
       "Anna Keller | met-with | Paul Zorbach | 2024-05-07 | happened\n"},
      {"earlier that day",
       "President Anna Keller said in Vienna on Monday that taxes would fall. Keller had met "
       "earlier "
       "with Paul Zorbach.",
       "Anna Keller | met-with | Paul Zorbach | 2024-05-06 | happened\n"},
      {"not earlier than that day",
       "President Anna Keller said in Vienna on Monday that taxes would fall. Keller had met Paul "
       "Zorbach.",
       "Anna Keller | met-with | Paul Zorbach | - | happened\n"},
      {"a time to come in the sentence",
       "President Anna Keller said in Vienna on Monday that taxes would fall. Keller, who leaves "
       "for Kenya in June, met Paul Zorbach.",
       "Anna Keller | met-with | Paul Zorbach | 2024-05-06 | happened\n"},
      {"the end of a stay",
       "President Anna Keller ended a three-day visit to Kenya on Monday. During the visit, Keller "
       "met Paul Zorbach.",
       "Anna Keller | met-with | Paul Zorbach | - | happened\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    CHECK(facts_of(row.text, "met-with", kPublished) == row.facts);
  }
}

TEST_CASE("a visit of one day was on the day of the report") {
  const std::string lead = "President Anna Keller met Marcus Hale on Monday. ";
  const std::string call = "Keller paid a courtesy call on Paul Zorbach at Hale Palace during a ";
  CHECK(facts_of(lead + call + "one-day trip to Kenya.", "visited", kPublished) ==
        "Anna Keller | visited | Kenya | 2024-05-06 | happened\n");
  CHECK(facts_of(lead + call + "trip to Kenya.", "visited", kPublished) ==
        "Anna Keller | visited | Kenya | - | happened\n");
}

TEST_CASE("days are counted back from the main clause") {
  CHECK(facts_of("Anna Keller met Marcus Hale on Monday, two days after she signed the Vienna "
                 "Treaty in Kenya.",
                 "signed",
                 kPublished) == "Anna Keller | signed | Vienna Treaty | 2024-05-04 | happened\n");
  CHECK(facts_of("Anna Keller met Marcus Hale on Monday, hours after she signed the Vienna Treaty.",
                 "signed", kPublished) == "Anna Keller | signed | Vienna Treaty | - | happened\n");
}

TEST_CASE("what was done on a trip has the days of the trip") {
  CHECK(facts_of("Anna Keller travelled to Kenya and Chile from May 2 to 5. In Kenya, Keller met "
                 "Paul Zorbach.",
                 "met-with", kPublished) ==
        "Anna Keller | met-with | Paul Zorbach | 2024-05-02/2024-05-05 | happened\n");
  CHECK(facts_of("Anna Keller arrived in Kenya on May 2. Keller met Paul Zorbach.", "met-with",
                 kPublished) == "Anna Keller | met-with | Paul Zorbach | - | happened\n");
}

TEST_CASE("a day long past is not the day of a report") {
  CHECK(facts_of("Anna Keller met Marcus Hale on 3 May 1961. She also met Paul Zorbach.",
                 "met-with", kPublished) ==
        "Anna Keller | met-with | Marcus Hale | 1961-05-03 | happened\n"
        "Anna Keller | met-with | Paul Zorbach | - | happened\n");
}

TEST_CASE("an aside does not end the day that a report tells of") {
  const std::string lead = "Anna Keller met Marcus Hale on Monday. ";
  const std::string zorbach = "She also met Paul Zorbach.";
  const std::string met = "Anna Keller | met-with | Paul Zorbach | 2024-05-06 | happened\n";
  const std::string unknown = "Anna Keller | met-with | Paul Zorbach | - | happened\n";
  const std::vector<Row> rows = {
      {"what had been before", "Hale had moved to Kenya in July 2015. ", met.c_str()},
      {"a clause on somebody", "Hale, who lost his seat in 2015, smiled. ", met.c_str()},
      {"a time that only names what it was", "Hale condemned last week's raid in Kenya. ",
       met.c_str()},
      {"long ago, of others", "Ivo Tarn attacked Kenya in 2015. ", met.c_str()},
      {"another time of the main line", "Hale lost his seat in 2015. ", unknown.c_str()},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    const std::string facts = facts_of(lead + row.text + zorbach, "met-with", kPublished);
    CHECK(facts == "Anna Keller | met-with | Marcus Hale | 2024-05-06 | happened\n" +
                       std::string(row.facts));
  }
}

TEST_CASE("a life that is told after a death is not of its day") {
  CHECK(facts_of("Anna Keller died in Vienna on Monday. Keller met Paul Zorbach.", "met-with",
                 kPublished) == "Anna Keller | met-with | Paul Zorbach | - | happened\n");
}

TEST_CASE("what two agreed on is of the day on which they met") {
  const std::string agreed = "Anna Keller | agreed-with | Marcus Hale | 2024-05-06 | happened\n";
  const std::vector<Row> rows = {
      {"also after another day",
       "Anna Keller met Marcus Hale on Monday. She met Paul Zorbach on Tuesday. Keller and Hale "
       "agreed to cut tariffs.",
       agreed.c_str()},
      {"in the lead, before the day is told",
       "Anna Keller and Marcus Hale agreed to cut tariffs. Keller met Hale on Monday.",
       agreed.c_str()},
      {"nobody knows on which of two days",
       "Anna Keller met Marcus Hale on Monday. She met Hale again on Tuesday. Inflation rose in "
       "2015. Keller and Hale agreed to cut tariffs.",
       "Anna Keller | agreed-with | Marcus Hale | - | happened\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    CHECK(facts_of(row.text, "agreed-with", kPublished) == row.facts);
  }
}

TEST_CASE("what people did to each other is of the only day on which they met") {
  const std::string text =
      "Anna Keller met Marcus Hale on Monday. Inflation rose in 2015. Keller invited Hale.";
  CHECK(facts_of(text, "invited", kPublished) ==
        "Anna Keller | invited | Marcus Hale | 2024-05-06 | happened\n");
}

TEST_CASE("what somebody else says of one who was there may be of another day") {
  CHECK(facts_of("Anna Keller met Marcus Hale on Monday. Ivo Tarn accused Keller of lying.",
                 "accused", kPublished) == "Ivo Tarn | accused | Anna Keller | - | happened\n");
}

TEST_CASE("a long report of a meeting has its day to the end, another story has not") {
  std::string rain;
  for (int k = 0; k < 20; ++k) rain += " It rained.";
  CHECK(facts_of("Anna Keller met Marcus Hale on Monday." + rain + " Keller criticized Ivo Tarn.",
                 "criticized",
                 kPublished) == "Anna Keller | criticized | Ivo Tarn | 2024-05-06 | happened\n");
  CHECK(facts_of("Anna Keller spoke in Vienna on Monday." + rain + " Keller criticized Ivo Tarn.",
                 "criticized",
                 kPublished) == "Anna Keller | criticized | Ivo Tarn | - | happened\n");
}

TEST_CASE("what a government is doing today is of today") {
  const std::string lead = "Today, Kenya is employing new tools with Austria. ";
  CHECK(facts_of(lead + "Kenya is sanctioning Ivo Tarn.", "sanctioned", kPublished) ==
        "Kenya | sanctioned | Ivo Tarn | 2024-05-08 | happened\n");
  CHECK(facts_of("Kenya is sanctioning Ivo Tarn.", "sanctioned", kPublished) ==
        "Kenya | sanctioned | Ivo Tarn | - | happened\n");
}

TEST_CASE("what is declared is known of the day on which it was said") {
  const std::string lead = "President Anna Keller of Kenya met Marcus Hale on Monday. ";
  const std::vector<Row> rows = {
      {"said that day", "Keller stressed that Kenya supports Austria.",
       "Kenya | supports | Austria | 2024-05-06 | happened\n"},
      {"at the meeting that was told of before",
       "Inflation rose in 2015. During their talks, Keller stressed that Kenya supports Austria.",
       "Kenya | supports | Austria | 2024-05-06 | happened\n"},
      {"not said that day", "Kenya supports Austria.",
       "Kenya | supports | Austria | - | happened\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    CHECK(facts_of(lead + row.text, "supports", kPublished) == row.facts);
  }
}

TEST_CASE("of a text without a date, only the year is known") {
  const std::string year = " Trade grew by 28% this year, more than in the same period of 2023.";
  CHECK(facts_of("Anna Keller met Marcus Hale on the 8th. She also met Paul Zorbach." + year,
                 "met-with") ==
        "Anna Keller | met-with | Marcus Hale | 2024 | happened\n"
        "Anna Keller | met-with | Paul Zorbach | 2024 | happened\n");
  CHECK(facts_of("Anna Keller met Marcus Hale on the 8th.", "met-with") ==
        "Anna Keller | met-with | Marcus Hale | - | happened\n");
}
