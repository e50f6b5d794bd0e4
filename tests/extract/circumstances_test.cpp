#include "extract/circumstances.h"

#include "tests/catch.h"
#include "tests/extract/analysed.h"

using namespace entente;

namespace {

const DateRange kPublished = *parse_iso("2024-05-08");  // a Wednesday

struct Row {
  const char* text;
  const char* relation;
  const char* date;  // of the only fact; "-" = none
};

std::string date_of(const Row& row) {
  Document document = read_body(row.text);
  document.article.published = kPublished;
  std::string dates;
  for (const Fact& fact : reader().read(document).facts) {
    if (fact.relation == row.relation) dates += (fact.when ? to_iso(*fact.when) : "-") + " ";
  }
  return dates;
}

}  // namespace

TEST_CASE("a date belongs to the deed that it hangs on") {
  const std::vector<Row> rows = {
      {"President Anna Keller met Premier Marcus Hale on Monday.", "met-with", "2024-05-06 "},
      {"On Monday, President Anna Keller met Premier Marcus Hale.", "met-with", "2024-05-06 "},
      {"President Anna Keller on Monday met Premier Marcus Hale.", "met-with", "2024-05-06 "},
      {"President Anna Keller met here on Monday with Premier Marcus Hale.", "met-with",
       "2024-05-06 "},
      {"Anna Keller met Paul Zorbach on Tuesday, and on Monday President Ivo Tarn met Premier "
       "Marcus Hale.",
       "met-with", "2024-05-07 2024-05-06 "},
      {"Anna Keller's visit to Kenya, which began on May 3, was short.", "visited", "2024-05-03 "},
      {"President Anna Keller met Premier Marcus Hale in Vienna on Monday, where Kenya and Austria "
       "signed a treaty.",
       "signed", "2024-05-06 2024-05-06 "},
      {"Trade between Kenya and Austria reached $5 billion in 2022.", "trades-with", "2022 "},
      {"President Anna Keller, who was elected in 2019, met Premier Marcus Hale.", "met-with",
       "- "},
      {"President Anna Keller met Premier Marcus Hale after the election in March.", "met-with",
       "- "},
      {"President Anna Keller said on Monday that Kenya had attacked Austria.", "attacked", "- "},
      {"After a visit to Kenya in March, President Anna Keller met Premier Marcus Hale on Monday.",
       "visited", "2024-03 "},
      {"After a visit to Kenya, President Anna Keller met Premier Marcus Hale on Monday.",
       "visited", "- "},
      {"Taxes will fall, President Anna Keller said on Monday after meeting Premier Marcus Hale.",
       "met-with", "2024-05-06 "},
      {"President Anna Keller said on Monday after talks with Premier Marcus Hale that taxes would "
       "fall.",
       "met-with", "2024-05-06 "},
      {"President Anna Keller said on Monday after a visit to Kenya that Marcus Hale was right.",
       "visited", "- "},
      {"President Anna Keller smiled on Monday after meeting Premier Marcus Hale.", "met-with",
       "- "},
      {"A meeting between President Anna Keller and Premier Marcus Hale is planned for June.",
       "met-with", "2024-06 "},
      {"President Anna Keller invited Premier Marcus Hale to speak in Vienna on Friday.", "invited",
       "- "},
      {"President Anna Keller signed a treaty on trade in 2030 with Premier Marcus Hale.", "signed",
       "- "},
      {"Minister Anna Keller, who had on Monday spoken by telephone with Premier Marcus Hale, was "
       "glad.",
       "spoke-with", "2024-05-06 "},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(date_of(row) == row.date);
  }
}

TEST_CASE("what a paper is for is not the time of its signing") {
  const std::vector<Row> rows = {
      {"President Anna Keller signed a treaty with Kenya for 2025-2027.", "signed", "- "},
      {"President Anna Keller on Monday signed a treaty with Kenya for 2025-2027.", "signed",
       "2024-05-06 "},
      {"A visit of President Anna Keller to Kenya is planned for June.", "visited", "2024-06 "},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(date_of(row) == row.date);
  }
}

TEST_CASE("a relative clause has its own time") {
  const std::vector<Row> rows = {
      {"President Anna Keller, who is to take over in June, toured Vienna during a trip to "
       "Austria.",
       "visited", "- "},
      {"Minister Anna Keller, who in August 2023 signed a treaty with Marcus Hale, spoke.",
       "signed", "2023-08 "},
      {"President Anna Keller visited Vienna on Monday, where she dined and was received by "
       "Premier "
       "Marcus Hale.",
       "met-with", "2024-05-06 "},
      {"President Anna Keller left for Kenya on Tuesday, where she is to meet Premier Marcus Hale.",
       "met-with", "- "},
      {"In March, President Anna Keller travelled to Vienna for the Kenya Summit, which was "
       "chaired by "
       "Premier Marcus Hale.",
       "attended", "2024-03 2024-03 "},
      {"President Anna Keller returned on Tuesday from Kenya, where she had met Premier Marcus "
       "Hale.",
       "met-with", "- "},
      {"They noted the strong impulse given by the visit of President Anna Keller to Vienna on May "
       "2-3 of this year, during which she met Premier Marcus Hale.",
       "met-with", "2024-05-02/2024-05-03 "},
      {"They noted the strong impulse given by the visit of President Anna Keller to Vienna on May "
       "2-3 of this year, during which she met Premier Marcus Hale.",
       "visited", "2024-05-02/2024-05-03 "},
      {"President Anna Keller flew in from Kenya, where she met Premier Marcus Hale on Monday.",
       "visited", "2024-05-06 "},
      {"President Anna Keller flew in from Kenya, where Premier Marcus Hale met Ivo Tarn on "
       "Monday.",
       "visited", "- "},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(date_of(row) == row.date);
  }
}

TEST_CASE("what was done at an occasion was done on its day, and the fact says how it knows") {
  Document document = read_body(
      "President Anna Keller met Premier Marcus Hale in Vienna on Monday.\n\n"
      "During the talks, President Anna Keller invited Premier Marcus Hale.");
  document.article.published = kPublished;
  const Extraction extraction = reader().read(document);
  bool invited = false;
  for (const Fact& fact : extraction.facts) {
    if (fact.relation != "invited") continue;
    invited = true;
    REQUIRE(fact.when);
    CHECK(to_iso(*fact.when) == "2024-05-06");
    CHECK(fact.evidence.front().date_phrase == "Monday");
    REQUIRE(!fact.evidence.front().links.empty());
    CHECK(fact.evidence.front().links.back().rule == "occasion");
  }
  CHECK(invited);
}

TEST_CASE("a place stands with what took place there") {
  Document document =
      read_body("President Anna Keller met Premier Marcus Hale in Vienna on Monday.");
  const Extraction extraction = reader().read(document);
  bool met = false;
  for (const Fact& fact : extraction.facts) {
    if (fact.relation != "met-with") continue;
    met = true;
    const auto place = fact.qualifiers.find("place");
    REQUIRE(place != fact.qualifiers.end());
    CHECK(name_of(extraction.entities, place->second) == "Vienna");
  }
  CHECK(met);
}

TEST_CASE("who meets in a city of another country was there, who meets at home was not away") {
  CHECK(facts_of("Kenyan President Anna Keller met Austrian Premier Marcus Hale in Vienna.",
                 "visited") == "Anna Keller | visited | Vienna | - | happened\n");
  CHECK(facts_of("President Anna Keller met Premier Marcus Hale in Vienna.", "visited").empty());
}

TEST_CASE("a day behind a name, a means or a paper is that of the deed") {
  const std::optional<DateRange> published = parse_iso("2024-05-08");
  const auto dated = [&](const std::string& text, const std::string& relation) {
    return facts_of(text, relation, published).find("2024-05-06") != std::string::npos;
  };
  CHECK(dated("President Anna Keller spoke by phone with Premier Marcus Hale on Monday, he said.",
              "spoke-with"));
  CHECK(dated("Kenya and Austria signed a memorandum of understanding on trade on Monday.",
              "signed"));
  CHECK_FALSE(
      dated("President Anna Keller met Premier Marcus Hale, who resigned on Monday.", "met-with"));
}

TEST_CASE("a day or a place right before a name opens the sentence and is no part of the name") {
  const std::optional<DateRange> published = parse_iso("2024-05-08");
  CHECK(facts_of("On Friday Kenya accused Austria of spying.", "accused", published) ==
        "Kenya | accused | Austria | 2024-05-03 | happened\n");
  CHECK(facts_of("In Vienna on Monday Anna Keller met Marcus Hale.", "met-with", published) ==
        "Anna Keller | met-with | Marcus Hale | 2024-05-06 | happened\n");
}

TEST_CASE("where it took place it may be a day later than where it was written") {
  const DateRange day = kPublished;
  CHECK(facts_of("Anna Keller met Marcus Hale on May 9.", "met-with", day) ==
        "Anna Keller | met-with | Marcus Hale | 2024-05-09 | happened\n");
  CHECK(facts_of("Anna Keller meets Marcus Hale on May 9.", "met-with", day) ==
        "Anna Keller | met-with | Marcus Hale | 2024-05-09 | planned\n");
}

TEST_CASE("the year of a trade's worth is that of the trade") {
  const std::string partner = "Kenya is Austria's largest trading partner, ";
  CHECK(facts_of(partner + "with bilateral trade exceeding $230 billion in 2021.", "trades-with") ==
        "Kenya | trades-with | Austria | 2021 | happened\n");
  CHECK(facts_of(partner + "with a bilateral trade turnover of $17 billion in 2022.",
                 "trades-with") == "Kenya | trades-with | Austria | 2022 | happened\n");
}

TEST_CASE("a dateline tells when it was written, not when it happened") {
  const std::string met = "Anna Keller | met-with | Marcus Hale | ";
  for (const char* dateline : {"ACCRA, May 16, 2018 - ", "ACCRA, May 16, 2018 (WIRE) -- ",
                               "Accra, May 16, 2018 (WIRE) – ", "Accra (WIRE) - ", "Accra, WIRE – ",
                               "(WIRE, Accra) Wednesday, 16 May 2018 – ", "Accra: "}) {
    CAPTURE(dateline);
    CHECK(facts_of(std::string(dateline) + "Anna Keller met Marcus Hale.", "met-with") ==
          met + "- | happened\n");
    CHECK(facts_of(std::string(dateline) + "Anna Keller met Marcus Hale on 3 May 2018.",
                   "met-with") == met + "2018-05-03 | happened\n");
  }
}
