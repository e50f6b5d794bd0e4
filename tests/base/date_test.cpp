#include "base/date.h"

#include "tests/catch.h"

using namespace entente;

namespace {

struct Reading {
  const char* iso;
  Precision precision;
  const char* words;
};

}  // namespace

TEST_CASE("a date that is read and written again is the same, and is said in words") {
  const auto row = GENERATE(values<Reading>({
      {"2024-08-19", Precision::Day, "19 Aug 2024"},
      {"2024-02-29", Precision::Day, "29 Feb 2024"},
      {"0001-01-01", Precision::Day, "1 Jan 1"},
      {"9999-12-31", Precision::Day, "31 Dec 9999"},
      {"2024-08", Precision::Month, "Aug 2024"},
      {"2023-02", Precision::Month, "Feb 2023"},
      {"2024", Precision::Year, "2024"},
      {"2023-12-12/2023-12-13", Precision::Interval, "12–13 Dec 2023"},
      {"2023-11-28/2023-12-03", Precision::Interval, "28 Nov – 3 Dec 2023"},
      {"2023-12-28/2024-01-03", Precision::Interval, "28 Dec 2023 – 3 Jan 2024"},
      {"2024-08-01/2024-11-30", Precision::Interval, "Aug–Nov 2024"},
      {"2023-11-01/2024-02-29", Precision::Interval, "Nov 2023 – Feb 2024"},
      {"2022-01-01/2024-12-31", Precision::Interval, "2022–24"},
      {"1998-01-01/2003-12-31", Precision::Interval, "1998–2003"},
      {"2000-01-01/2009-12-31", Precision::Interval, "2000–09"},
      {"2024-02-01/2024-02-28", Precision::Interval, "1–28 Feb 2024"},
  }));
  DYNAMIC_SECTION(row.iso) {
    const auto range = parse_iso(row.iso);
    REQUIRE(range);
    CHECK(precision(*range) == row.precision);
    CHECK(to_iso(*range) == row.iso);
    CHECK(to_words(*range) == row.words);
  }
}

TEST_CASE("the halves of an interval may be of any precision") {
  CHECK(to_iso(*parse_iso("2023/2024-08")) == "2023-01-01/2024-08-31");
  CHECK(to_iso(*parse_iso("2024-08-19/2024-08")) == "2024-08-19/2024-08-31");
  CHECK(to_iso(*parse_iso("2024/2024")) == "2024");
  CHECK(to_iso(*parse_iso("2024-08-19/2024-08-19")) == "2024-08-19");
}

TEST_CASE("what is no date is not read as one") {
  const auto* text =
      GENERATE("", "24", "20240819", "2024-", "2024-8", "2024-13", "2024-00", "2024-08-",
               "2024-08-1", "2024-08-32", "2023-02-29", "2024-08-19T10", "2024-08-19 ", " 2024",
               "0000", "-001", "+024", "2024/08/19", "2024-08-19/", "/2024", "2025/2024",
               "2024/2025/2026", "20a4", "2024–08", "2024.08.19");
  CAPTURE(text);
  CHECK_FALSE(parse_iso(text));
}

TEST_CASE("numbers outside the calendar make no range") {
  CHECK_FALSE(year(0));
  CHECK_FALSE(year(10000));
  CHECK_FALSE(month(2024, 0));
  CHECK_FALSE(month(2024, 13));
  CHECK_FALSE(month(0, 5));
  CHECK_FALSE(day(2024, 2, 30));
  CHECK_FALSE(day(2024, 1, 0));
  CHECK_FALSE(day(-1, 1, 1));
  CHECK_FALSE(day(2024, 257, 1));
  CHECK_FALSE(day(2024, 1, 257));
  CHECK_FALSE(month(2024, 257));
}

TEST_CASE("a range knows what lies in it") {
  const DateRange august = *parse_iso("2024-08");
  CHECK(contains(*parse_iso("2024"), august));
  CHECK_FALSE(contains(august, *parse_iso("2024")));
  CHECK(overlaps(august, *parse_iso("2024-08-31/2024-09-02")));
  CHECK_FALSE(overlaps(august, *parse_iso("2024-09")));
}

TEST_CASE("each precision has a name") {
  CHECK(to_string(Precision::Day) == "day");
  CHECK(to_string(Precision::Month) == "month");
  CHECK(to_string(Precision::Year) == "year");
  CHECK(to_string(Precision::Interval) == "interval");
}
