#include "cypher/calendar.h"
#include "cypher/duration.h"
#include "cypher/temporal_text.h"
#include "tests/catch.h"
#include "tests/cypher/graph_of.h"

using namespace entente::cypher;

TEST_CASE("every day of 800 years is counted and named back", "[cypher]") {
  std::int64_t last = from_civil({1600, 1, 1})->days - 1;
  for (std::int64_t year = 1600; year < 2400; ++year) {
    for (std::int64_t month = 1; month <= 12; ++month) {
      for (std::int64_t day = 1; day <= days_in_month(year, month); ++day) {
        const Date date = *from_civil({year, month, day});
        REQUIRE(date.days == ++last);
        const Civil back = civil(date);
        REQUIRE((back.year == year && back.month == month && back.day == day));
        const WeekDate week = week_date(date);
        REQUIRE(from_week(week) == date);
        REQUIRE(from_ordinal(year, ordinal_day(date)) == date);
        REQUIRE(from_quarter(year, quarter(date), day_of_quarter(date)) == date);
      }
    }
  }
}

TEST_CASE("a day that is not there is none", "[cypher]") {
  for (const char* text :
       {"2023-02-29", "2024-13-01", "2024-00-10", "2023-366", "2021-W53-1", "2024-1-1", "24-01-01",
        "2024-01-01x", "", "-", "+", "2024-W5", "99999999999999999999-01-01"}) {
    CHECK(parse_date(text) == std::nullopt);
  }
}

TEST_CASE("a time that is not there is none", "[cypher]") {
  for (const char* text : {"24:00", "12:60", "12:30:60", "1:30", "12:3", "12:30.",
                           "12:30:00.1234567890", "1230:15", "", "noon"}) {
    CHECK(parse_local_time(text) == std::nullopt);
  }
  for (const char* text : {"12:30+19:00", "12:30+1", "12:30[Europe/Paris]", "12:30+"}) {
    CHECK(parse_time(text) == std::nullopt);
  }
  for (const char* text : {"2024-01-01T12:00[Nowhere/City]", "2024-01-01T12:00[Europe/Paris",
                           "2024-01-01T12:00+01:00[]", "T12:00", "2024-01-01T"}) {
    CHECK(parse_date_time(text) == std::nullopt);
  }
}

TEST_CASE("a duration that cannot be read is none", "[cypher]") {
  for (const char* text :
       {"P", "PT", "P1", "1D", "P1H", "PT1Y", "P1DT", "PT1D", "P1X", "P--1D", "P1.2.3D"}) {
    CHECK(parse_duration(text) == std::nullopt);
  }
}

TEST_CASE("what is written is read back", "[cypher]") {
  for (const char* text : {"2024-08-19", "0001-01-01", "-0044-03-15", "+12024-01-01"}) {
    CHECK(to_string(*parse_date(text)) == text);
  }
  for (const char* text : {"2024-08-19T21:40:32.142+02:00[Europe/Stockholm]", "2024-08-19T21:40Z",
                           "2024-08-19T21:40:00.000000001-03:30"}) {
    CHECK(to_string(*parse_date_time(text)) == text);
  }
  for (const char* text : {"P1Y2M3DT4H5M6.7S", "PT-0.001S", "P-1M-2D", "PT0S", "PT-1M-0.001S"}) {
    CHECK(to_string(*parse_duration(text)) == text);
  }
}

TEST_CASE("the clock is moved at the hour that summer time takes and gives", "[cypher]") {
  const MemoryGraph graph;
  CHECK(rows("WITH datetime('2024-03-31T01:30[Europe/Paris]') AS t "
             "RETURN toString(t + duration('PT1H')) AS hour, toString(t + duration('P1D')) AS day",
             graph) ==
        std::vector<std::string>{
            "'2024-03-31T03:30+02:00[Europe/Paris]', '2024-04-01T01:30+02:00[Europe/Paris]'"});
  CHECK(rows("RETURN duration.between(datetime('2024-10-26T12:00[Europe/Paris]'), "
             "datetime('2024-10-27T12:00[Europe/Paris]')) AS d",
             graph) == std::vector<std::string>{"'P1DT1H'"});
}

TEST_CASE("the last day of a month stays the last day", "[cypher]") {
  const MemoryGraph graph;
  CHECK(rows("RETURN toString(date('2024-01-31') + duration('P1M')), "
             "toString(date('2024-02-29') - duration('P1Y'))",
             graph) == std::vector<std::string>{"'2024-02-29', '2023-02-28'"});
}

TEST_CASE("a duration that is too long is an error, not another duration", "[cypher]") {
  const MemoryGraph graph;
  for (const char* query :
       {"RETURN duration({days: 9223372036854775807}) + duration({days: 1})",
        "RETURN duration({years: 9000000000000000000})",
        "RETURN date('2024-01-01') + duration({months: 9000000000000000000})",
        "RETURN date('+999999999-12-31') + duration('P1D')", "RETURN duration('P1D') * 1e300",
        "RETURN duration('P1D') / 0",
        "RETURN localdatetime('2024-01-01T00:00') + duration({seconds: 9000000000000000000})",
        "RETURN -duration({seconds: -9223372036854775807}) + duration({seconds: 9})"}) {
    CHECK(error_detail(query, graph) != "");
  }
}

TEST_CASE("a map without a meaning is refused", "[cypher]") {
  const MemoryGraph graph;
  for (const char* query :
       {"RETURN date({month: 3})", "RETURN date({year: 2024, hour: 3})",
        "RETURN date({year: 2024, month: 13})", "RETURN date({year: 'x'})",
        "RETURN time({hour: 25})", "RETURN time({hour: 1, timezone: 'Nowhere/City'})",
        "RETURN duration({lightyears: 1})", "RETURN date.truncate('moment', date())",
        "RETURN localtime.truncate('year', localtime())", "RETURN date('yesterday')"}) {
    CHECK(error_detail(query, graph) == "InvalidArgumentValue");
  }
}
