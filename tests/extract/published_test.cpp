#include "extract/published.h"

#include "extract/load.h"
#include "tests/catch.h"

using namespace entente;

namespace {

const PageWords& words() {
  static const auto loaded = load_page_words(ENTENTE_DATA_DIR);
  return *loaded;
}

std::string iso(const std::optional<DayFound>& found) { return found ? to_iso(found->when) : ""; }

struct Row {
  std::string_view text;
  std::string_view when;  // empty = none
};

}  // namespace

TEST_CASE("a full date is found in the shapes that pages write it", "[published]") {
  const Row row = GENERATE(values<Row>({
      {"2023-12-13", "2023-12-13"},
      {"2023-12-13T08:15:00+07:00", "2023-12-13"},
      {"2023/12/13 08:15", "2023-12-13"},
      {"2023.12.13", "2023-12-13"},
      {"2024年8月19日", "2024-08-19"},
      {"Aug 19, 2024 11:56 PM", "2024-08-19"},
      {"August 19th, 2024", "2024-08-19"},
      {"Aug. 19 2024", "2024-08-19"},
      {"Sept. 3, 2019", "2019-09-03"},
      {"19 August 2024", "2024-08-19"},
      {"19. August 2024", "2024-08-19"},
      {"the 19th of August, 2024", "2024-08-19"},
      {"01-Nov-2022", "2022-11-01"},
      {"December 10, 2023 - 19:29", "2023-12-10"},
      {"Dec 13 2023 | 12:16 PM IST", "2023-12-13"},
      {"Mon, 19 Aug 2024 15:56:00 GMT", "2024-08-19"},
      {"Friday, January 4, 2019", "2019-01-04"},
      {"le 3 février 2021", "2021-02-03"},
      {"3. März 2021", "2021-03-03"},
      {"3 de mayo de 2022", "2022-05-03"},
      {"ngày 19 tháng 8 năm 2024", "2024-08-19"},
      {"13/12/2023", "2023-12-13"},
      {"12/13/2023", "2023-12-13"},
      {"07.07.2021", "2021-07-07"},
      {"24 Mei 2018", "2018-05-24"},
  }));
  CAPTURE(row.text);
  CHECK(iso(find_day(row.text, words())) == row.when);
}

TEST_CASE("what is no certain full date gives none", "[published]") {
  const std::string_view text =
      GENERATE(as<std::string_view>(), "", "12/11/2023", "01.02.2023", "August 2024", "in 2024",
               "Aug 19", "February 30, 2024", "2023-13-40", "19 May", "May 19, 24", "99999999",
               "2 hours ago", "1234-12-13", "100-2024-3");
  CAPTURE(text);
  CHECK_FALSE(find_day(text, words()));
}

TEST_CASE("the span of a date is the date alone", "[published]") {
  const std::string_view text = "Posted on August 19th, 2024 by the desk";
  const auto found = find_day(text, words());
  REQUIRE(found);
  CHECK(slice(text, found->span) == "August 19th, 2024");
  CHECK_FALSE(find_day(text, words(), found->span.end));
}

TEST_CASE("a line tells whether it gives the publication, a revision or a bare date",
          "[published]") {
  using Kind = DateLine::Kind;
  struct LineRow {
    std::string_view line;
    Kind kind;
    std::string_view when;
  };
  const LineRow row = GENERATE(values<LineRow>({
      {"Published: Aug 19, 2024 11:56 PM", Kind::Published, "2024-08-19"},
      {"First Published: Dec 13 2023 | 12:16 PM IST", Kind::Published, "2023-12-13"},
      {"Posted on Tuesday, 3 March 2020", Kind::Published, "2020-03-03"},
      {"Updated 23:21, 01-Nov-2022", Kind::Updated, "2022-11-01"},
      {"2 min read Last Updated : Dec 13 2023 | 12:16 PM IST", Kind::Updated, "2023-12-13"},
      {"Friday, January 4, 2019", Kind::Plain, "2019-01-04"},
      {"Source: The Wire | 2007-03-27 | Editor: Anna Keller of Vienna", Kind::Plain, "2007-03-27"},
      {"Council of the Union of Kenya   Press release   27 March 2007   13:10", Kind::Plain,
       "2007-03-27"},
      {"December 10, 2023 - 19:29", Kind::Plain, "2023-12-10"},
      {"date 2023-12-13 Home / World News / Two ministers meet", Kind::Published, "2023-12-13"},
      {"Updated Aug 20, 2024 Published Aug 19, 2024", Kind::Published, "2024-08-19"},
  }));
  CAPTURE(row.line);
  const auto found = read_date_line(row.line, words());
  REQUIRE(found);
  CHECK(found->kind == row.kind);
  CHECK(to_iso(found->when) == row.when);
}

TEST_CASE("a date amid many words tells nothing of the publication", "[published]") {
  CHECK_FALSE(read_date_line(
      "Diplomatic relations between the two kingdoms began on January 18, 1950 after long talks",
      words()));
  CHECK_FALSE(read_date_line("No date stands here", words()));
}

TEST_CASE("a dateline gives the agency, and the day when it has a year", "[published]") {
  const auto full = read_dateline("LIMA, Dec. 13, 2023 (Wire) - The ministers met.", words());
  REQUIRE(full);
  CHECK(full->agency == "Wire");
  REQUIRE(full->when);
  CHECK(to_iso(*full->when) == "2023-12-13");

  const auto short_one = read_dateline("NAIROBI, Kenya (ABC) — The president spoke.", words());
  REQUIRE(short_one);
  CHECK(short_one->agency == "ABC");
  CHECK_FALSE(short_one->when);

  CHECK(read_dateline("OSLO - The talks went on.", words()));
  const auto slashes = read_dateline(
      "LIMA, May 3, 2009. /WIRE correspondent Anna Keller/. The ministers met.", words());
  REQUIRE(slashes);
  REQUIRE(slashes->when);
  CHECK(to_iso(*slashes->when) == "2009-05-03");
  CHECK(slashes->agency == "WIRE");
  for (const char* text :
       {"LIMA, AUGUST 28, 2017, WIRE. The ministers met.",
        "LIMA, 28 August 2017 (Wire) The ministers met.",
        "LIMA (Wire News / Post - 28 August, 2017) The ministers met.",
        "LIMA (Wire) \u2014 August 28, 2017. The ministers met.",
        "Lima, August 28, 2017. The ministers met.", "New Delhi, Aug 28, 2017: The ministers met.",
        "Addis Ababa, August 28, 2017 (Wire) - The ministers met.",
        "(River Secretariat, Lima) Monday, 28 August 2017 \u2013 They met."}) {
    CAPTURE(text);
    const auto dateline = read_dateline(text, words());
    REQUIRE(dateline);
    REQUIRE(dateline->when);
    CHECK(to_iso(*dateline->when) == "2017-08-28");
  }
  CHECK_FALSE(read_dateline("LIMA hosted them on August 28, 2017, it is said. They met.", words()));
  CHECK_FALSE(read_dateline("On August 28, 2017, the ministers met. They left.", words()));
  CHECK_FALSE(read_dateline("Ministers met on August 28, 2017. They left.", words()));
  CHECK_FALSE(read_dateline("The talks - long awaited - went on.", words()));
  CHECK_FALSE(read_dateline("", words()));
}

TEST_CASE("an address gives a day only when all of it stands there", "[published]") {
  const Row row = GENERATE(values<Row>({
      {"https://news.example/2024/08/19/visit", "2024-08-19"},
      {"https://news.example/world/2024-08-19-visit.html", "2024-08-19"},
      {"https://news.example/a/20240819/visit", "2024-08-19"},
      {"https://news.example/world/2024/aug/19/visit", "2024-08-19"},
      {"https://news.example/2024/08/visit", ""},
      {"https://news.example/article/10203040", ""},
      {"https://news.example/a?date=2024-08-19", ""},
      {"https://2024-08-19.example/", ""},
      {"visit", ""},
      {"", ""},
  }));
  CAPTURE(row.text);
  const auto found = day_of_url(row.text, words());
  CHECK((found ? to_iso(*found) : "") == row.when);
}
