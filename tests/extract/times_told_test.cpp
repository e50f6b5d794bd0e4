// Times that are counted from other times, and the table of what news English says of time.

#include <string>

#include "base/date.h"
#include "tests/catch.h"
#include "tests/extract/times_rows.h"

namespace entente {
namespace {

// 2024-08-21 is a Wednesday, 2024-07-08 a Monday.
const TimeRow kTold[] = {
    {"2024-08-21", "They met on July 8. On the following day they signed.",
     "July 8=2024-07-08; the following day=2024-07-09"},
    {"2024-08-21", "They met on July 8 and signed the next day.",
     "July 8=2024-07-08; the next day=2024-07-09"},
    {"2024-08-21", "They met on July 8. The very next day she left.",
     "July 8=2024-07-08; The very next day=2024-07-09"},
    {"2024-08-21", "They met on July 8. The next morning she left.",
     "July 8=2024-07-08; The next morning=2024-07-09"},
    {"2024-08-21", "They met on July 8. That evening she left.",
     "July 8=2024-07-08; That evening=2024-07-08"},
    {"2024-08-21", "They met on July 8. Later that day she left.",
     "July 8=2024-07-08; Later that day=2024-07-08"},
    {"2024-08-21", "They met on July 8. Later the same day she left.",
     "July 8=2024-07-08; Later the same day=2024-07-08"},
    {"2024-08-21", "They met on July 8. That same day she left.",
     "July 8=2024-07-08; That same day=2024-07-08"},
    {"2024-08-21", "They met on July 8. Earlier in the day she spoke.",
     "July 8=2024-07-08; Earlier in the day=2024-07-08"},
    {"2024-08-21", "They met on July 8. She had come the day before.",
     "July 8=2024-07-08; the day before=2024-07-07"},
    {"2024-08-21", "They met on July 8. She had come the night before with two aides.",
     "July 8=2024-07-08; the night before=2024-07-07"},
    {"2024-08-21", "They met on July 8. She had come a day earlier.",
     "July 8=2024-07-08; a day earlier=2024-07-07"},
    {"2024-08-21", "They met on July 8. Two days later she left, and three days before he had.",
     "July 8=2024-07-08; Two days later=2024-07-10"},
    {"2024-08-21", "They met on July 8. Two days earlier, she had spoken.",
     "July 8=2024-07-08; Two days earlier=2024-07-06"},
    {"2024-08-21", "They met on July 8. Just three days before, she had spoken.",
     "July 8=2024-07-08; three days before=2024-07-05"},
    {"2024-08-21", "They met on July 8. She left the day after.",
     "July 8=2024-07-08; the day after=2024-07-09"},
    {"2024-08-21", "They met on July 8. She left the following Friday.",
     "July 8=2024-07-08; the following Friday=2024-07-12"},
    {"2024-08-21", "They met on July 8. She left the following Monday.",
     "July 8=2024-07-08; the following Monday=2024-07-15"},
    {"2024-08-21", "They met on July 8. She had come the previous Monday.",
     "July 8=2024-07-08; the previous Monday=2024-07-01"},
    {"2024-08-21", "They met on July 8. She left the following week.",
     "July 8=2024-07-08; the following week=2024-07-15/2024-07-21"},
    {"2024-08-21", "They met on July 8. She left a week later.",
     "July 8=2024-07-08; a week later=2024-07-12/2024-07-18"},
    {"2024-08-21", "They met on July 8. She left a week after.",
     "July 8=2024-07-08; a week after=2024-07-12/2024-07-18"},
    {"2024-08-21", "They met on July 8. She left later that month.",
     "July 8=2024-07-08; later that month=2024-07"},
    {"2024-08-21", "They met on July 8. She left the following month.",
     "July 8=2024-07-08; the following month=2024-08"},
    {"2024-08-21", "They met in July 2019. Three months later she left.",
     "July 2019=2019-07; Three months later=2019-10"},
    {"2024-08-21", "They met in July 2019. She left the following May.",
     "July 2019=2019-07; the following May=2020-05"},
    {"2024-08-21", "They met in July 2019. She had come the previous October.",
     "July 2019=2019-07; the previous October=2018-10"},
    {"2024-08-21", "They met on July 8, 2019. She resigned the following year.",
     "July 8, 2019=2019-07-08; the following year=2020"},
    {"2024-08-21", "They met in 2019. She resigned that year.", "2019=2019; that year=2019"},
    {"2024-08-21", "They met in 2019. She resigned two years later.",
     "2019=2019; two years later=2021"},
    {"2024-08-21", "Sales fell in 2023 from the previous year.",
     "2023=2023; the previous year=2022"},
    {"2024-08-21", "Sales rose 4% in the first quarter of 2023 from a year earlier.",
     "the first quarter of 2023=2023-01-01/2023-03-31; a year earlier=2022"},
    {"2024-08-21", "They met on Tuesday. He had called the previous evening.",
     "Tuesday=2024-08-20; the previous evening=2024-08-19"},
    {"2024-08-21", "They met on July 8. The firm, founded in 1990, closed the next day.",
     "July 8=2024-07-08; 1990=1990; the next day=2024-07-09"},
    {"2024-08-21", "They met on July 8. Two days later she left. The next day he did.",
     "July 8=2024-07-08; Two days later=2024-07-10; The next day=2024-07-11"},
    {"2024-08-21", "In 2019 he ran, and by the end of the year he had won.",
     "2019=2019; the end of the year=2019"},
    {"", "They met on July 8, 2019.\n\nThe next day they signed.",
     "July 8, 2019=2019-07-08; The next day=2019-07-09"},
};

TEST_CASE("what follows or precedes is counted from the date told last", "[times]") {
  check(kTold);
}

const TimeRow kNotTold[] = {
    {"2024-08-21", "On the following day they signed.", ""},
    {"2024-08-21", "The day before, she had come.", ""},
    {"2024-08-21", "Two days later she left; a year earlier she had won.", ""},
    {"2024-08-21", "They met the same day.", ""},
    {"2024-08-21", "They met in July. The next day they signed.", "July=2024-07"},
    {"2024-08-21", "They met from July 8 to 10. The next day they signed.",
     "July 8 to 10=2024-07-08/2024-07-10"},
    {"2024-08-21", "They met in 2019. The next day they signed.", "2019=2019"},
    {"2024-08-21",
     "They met on July 8. It rained. It snowed. It hailed. It thawed. The next day they signed.",
     "July 8=2024-07-08"},
    {"2024-08-21", "They met on July 8. She came the day before the vote.", "July 8=2024-07-08"},
    {"2024-08-21", "They met on July 8. She left two days after the vote.", "July 8=2024-07-08"},
    {"2024-08-21", "They met on July 8, the same day as the vote.", "July 8=2024-07-08"},
    {"2024-08-21", "They met on July 8. She left some three days later.", "July 8=2024-07-08"},
    {"2024-08-21", "They met on July 8. She left hours later.", "July 8=2024-07-08"},
    {"2024-08-21", "They met on July 8 and talked over the next day.", "July 8=2024-07-08"},
    {"2024-08-21", "They met on July 8 on the eve of the vote.", "July 8=2024-07-08"},
    {"9999-12-31", "They met today. Two days later she left. They met on the following day.",
     "today=9999-12-31"},
};

TEST_CASE("without a date told close by, or with a vague one, nothing is counted", "[times]") {
  check(kNotTold);
}

// What the issue and readers of news ask for, a row an expression.
const TimeRow kNews[] = {
    {"2024-08-21", "They met at Tuesday's summit.", "Tuesday=2024-08-20"},
    {"2024-08-21", "They met Tuesday evening.", "Tuesday evening=2024-08-20"},
    {"2024-08-21", "They met on Tuesday, Aug. 20.", "Tuesday, Aug. 20=2024-08-20"},
    {"2024-08-21", "They met on Tuesday the 20th of August.",
     "Tuesday the 20th of August=2024-08-20"},
    {"2024-08-21", "They met at 5 pm on Friday.", "Friday=2024-08-16"},
    {"2024-08-21", "They met on the 8th of this month.", "the 8th of this month=2024-08-08"},
    {"2024-08-21", "They met on the first of May.", "the first of May=2024-05-01"},
    {"2024-08-21", "They met August 19-21.", "August 19-21=2024-08-19/2024-08-21"},
    {"2024-08-21", "They met between May 3 and May 7.", "May 3 and May 7=2024-05-03/2024-05-07"},
    {"2024-08-21", "They met on Aug 19 '23.", "Aug 19 '23=2023-08-19"},
    {"2024-08-21", "They met on Aug. 19 \u201998.", "Aug. 19 \u201998=1998-08-19"},
    {"2024-08-21", "The filing is dated 09/09/2024.", "09/09/2024=2024-09-09"},
    {"2024-08-21", "The filing is dated 08/19/2024.", "08/19/2024=2024-08-19"},
    {"2024-08-21", "They will meet later this year.", "later this year=2024"},
    {"2024-08-21", "It rained in the past week.", "the past week=2024-08-14/2024-08-21"},
    {"2024-08-21", "It rained in the last 24 hours.", "the last 24 hours=2024-08-20/2024-08-21"},
    {"2024-08-21", "It rained in the last 48 hours.", "the last 48 hours=2024-08-19/2024-08-21"},
    {"2024-08-28", "It rained on August 29.", "August 29=2024-08-29"},
    {"2024-08-26", "It rained on August 29.", "August 29=2023-08-29"},
    {"2024-08-21", "It rained in recent weeks.", "recent weeks=2024-06-26/2024-08-21"},
    {"2024-08-21", "It rained in recent months.", "recent months=2024-02-21/2024-08-21"},
    {"2024-08-21", "It was a recent month.", ""},
    {"2024-05-31", "It rained over the past three months.",
     "the past three months=2024-02-29/2024-05-31"},
    {"2024-08-21", "It rained over the last two decades.",
     "the last two decades=2004-08-21/2024-08-21"},
    {"2024-08-21", "They will meet in the next two weeks.",
     "the next two weeks=2024-08-21/2024-09-04"},
    {"2024-08-21", "They will meet in the coming week.", "the coming week=2024-08-21/2024-08-28"},
    {"2024-08-21", "They toured over the next two weeks.", ""},
    {"2024-08-21", "It rained in the last two days of the visit.", ""},
    {"2024-08-21", "Trade grew in the first half of 2023.",
     "the first half of 2023=2023-01-01/2023-06-30"},
    {"2024-08-21", "Trade grew in the second quarter.", "the second quarter=2024-04-01/2024-06-30"},
    {"2024-02-21", "Trade grew in the second quarter.", "the second quarter=2023-04-01/2023-06-30"},
    {"2024-08-21", "The team scored twice in the second quarter.", ""},
    {"2024-08-21", "Trade grew in Q3 2023.", "Q3 2023=2023-07-01/2023-09-30"},
    {"2024-08-21", "Trade grew in the second half.", ""},
    {"2024-08-21", "They left at the end of March.", "the end of March=2024-03"},
    {"2024-08-21", "They left by the end of the year.", "the end of the year=2024"},
    {"2024-08-21", "It lasts until next May.", "next May=2025-05"},
    {"2024-08-21", "They met late last year.", "late last year=2023"},
    {"2024-08-21", "They met fifteen years ago.", "fifteen years ago=2009"},
    {"2024-08-21", "They met the day after tomorrow.", "the day after tomorrow=2024-08-23"},
    {"2024-08-21", "They met in the summer of 1961.", "the summer of 1961=1961"},
    {"2024-08-21", "They met in the winter of 2019-20.",
     "the winter of 2019-20=2019-01-01/2020-12-31"},
    {"2024-08-21", "They met in spring 2019.", "spring 2019=2019"},
    {"2024-08-21", "They met on Christmas Day 1991.", "Christmas Day 1991=1991-12-25"},
    {"2024-08-21", "They met on New Year's Eve.", "New Year's Eve=2023-12-31"},
    {"2024-08-21", "They met on New Year\u2019s Day.", "New Year\u2019s Day=2024-01-01"},
    {"2024-08-21", "They met on May Day.", "May Day=2024-05-01"},
    {"2024-08-21", "Printing spread in the 20th century.",
     "the 20th century=1901-01-01/2000-12-31"},
    {"2024-08-21", "Printing spread in the early nineteenth century.",
     "early nineteenth century=1801-01-01/1900-12-31"},
    {"2024-08-21", "Printing spread in the mid-19th century.",
     "mid-19th century=1801-01-01/1900-12-31"},
    {"2024-08-21", "The office closes this fall; leaves fall.", ""},
    {"2024-08-21", "In autumn, decades ago, in fiscal 2024 and fiscal year 2024, it rained.", ""},
    {"2024-08-21", "The filing is dated 08/09/2024.", ""},
    {"2024-08-21", "They met on the eve of the 2016 election, after World War II.", ""},
    {"2024-08-21", "In May 2020 she may march; Sun and Sat papers sat in the sun.",
     "May 2020=2020-05"},
    {"2024-08-21", "Flight 1998, version 2.10 and Resolution 1701 won 3-2 on points.", ""},
    {"2024-08-21", "The woman, 45, paid 2,019 dollars for two years.", ""},
    {"2024-08-21", "The September 11 attacks changed it.", ""},
    {"2024-08-21", "It was built around 1990.", ""},
};

TEST_CASE("expressions of time that news articles have", "[times]") { check(kNews); }

// 2024-08-21 is a Wednesday.
const TimeRow kTense[] = {
    {"2024-08-21", "She crossed it this Sunday.", "this Sunday=2024-08-18"},
    {"2024-08-21", "She crosses it this Sunday.", "this Sunday=2024-08-25"},
    {"2024-08-21", "He said on Monday that he would leave on Tuesday.",
     "Monday=2024-08-19; Tuesday=2024-08-20"},
    {"2024-08-21", "He said on Wednesday that he would leave on Tuesday.",
     "Wednesday=2024-08-21; Tuesday=2024-08-27"},
    {"2024-08-21", "He would leave on Friday.", "Friday=2024-08-23"},
    {"2024-08-23", "The port was to open on Wednesday.", "Wednesday=2024-08-21"},
    {"2024-08-23", "The port was to open on Monday.", "Monday=2024-08-26"},
    {"2024-01-05", "It was expected to end on December 15.", "December 15=2023-12-15"},
    {"2024-03-20", "They were originally planned for April 28.", "April 28=2024-04-28"},
    {"2024-12-21", "A trial is anticipated in January.", "January=2025-01"},
    {"2024-05-03", "Other shows have been planned until December.", "December=2024-12"},
    {"2024-03-20", "Kenya rescheduled the vote to June 2.", "June 2=2024-06-02"},
    {"2024-10-12", "It is due on October 15. They spoke of the talks of October 15.",
     "October 15=2024-10-15; October 15=2024-10-15"},
    {"2024-10-12", "It began on May 3, 1947. They danced on May 3.",
     "May 3, 1947=1947-05-03; May 3=2024-05-03"},
    {"2020-04-15", "In the 2016 election, Hale led until June.", "June=2016-06"},
    {"2024-08-21", "\"We sign today,\" she said on Monday. \"I slept last night.\" She left today.",
     "Monday=2024-08-19; today=2024-08-21"},
    {"2024-08-21", "\"This year was good.\"", "This year=2024"},
    {"2024-08-21", "\"We won.\n\nThey left yesterday.", "yesterday=2024-08-20"},
    {"2024-08-21", "It was said to be done within two years before.", ""},
    {"2023-12-13", "They spoke of the week of June 5.", "the week of June 5=2023-06-05/2023-06-11"},
    {"2023-12-13", "They met in the week of June 4, 2023.",
     "the week of June 4, 2023=2023-06-04/2023-06-10"},
    {"2024-08-21", "He resigned to May's cabinet.", ""},
    {"2024-08-21", "The budget for 2026 grew.", "2026=2026"},
    {"2024-08-21", "Room for 2026 guests.", ""},
    {"2024-08-21", "A Fourth of July speech.", "Fourth of July=2024-07-04"},
    {"2024-08-21", "As the race entered June, it rained.", "June=2024-06"},
    {"2024-08-21", "He was tried on May 3 for a theft of June 4, 2019.",
     "May 3=2024-05-03; June 4, 2019=2019-06-04"},
    {"2024-08-21", "She came between May and June in 1981 after he died in March the same year.",
     "May and June in 1981=1981-05-01/1981-06-30; March the same year=1981-03"},
    {"2024-08-21", "She won in 2012 and on May 3 of that year she resigned.",
     "2012=2012; May 3 of that year=2012-05-03"},
    {"2024-08-21", "On May 3 of that year she resigned, and in December of 384 she died.", ""},
    {"2024-08-21", "It is still in use today, known today as the bridge of today.", ""},
    {"2024-08-21", "It was what is today the library, from 1928 onwards.", "1928=1928"},
    {"2024-08-21", "They meet every Wednesday/Thursday.", ""},
    {"2024-08-21", "As of today it is open.", "today=2024-08-21"},
    {"2024-08-21", "He announced on Friday the second debate.", "Friday=2024-08-16"},
    {"",
     "In the first two months of this year trade grew 8% over the same period in 2023. It fell "
     "last year.",
     "the first two months of this year=2024-01-01/2024-02-29; 2023=2023; last year=2023"},
    {"", "This year it rained. Trade grew over the same period in 2023.", "2023=2023"},
    {"2024-08-21", "They met this weekend.", "this weekend=2024-08-17/2024-08-18"},
    {"2024-08-21", "They will meet this weekend.", "this weekend=2024-08-24/2024-08-25"},
    {"2024-08-24", "They met this weekend.", "this weekend=2024-08-24/2024-08-25"},
    {"2024-08-21", "It closed for the last 9 years and 10 months.", ""},
    {"2024-08-21", "She fears Friday the 13th and a survey of 1709 schoolchildren.", ""},
    {"2024-08-21", "He was tried on May 3 and on June 4, 2019.",
     "May 3=2019-05-03; June 4, 2019=2019-06-04"},
    {"", "He was tried on May 3 for a theft of June 4, 2019.", "June 4, 2019=2019-06-04"},
    {"2024-08-21", "He was tried on June 4, 2019, and on July 5 he left.",
     "June 4, 2019=2019-06-04; July 5=2019-07-05"},
    {"2024-08-21", "The law of May 3, 2019, will end on September 5.",
     "May 3, 2019=2019-05-03; September 5=2024-09-05"},
};

TEST_CASE("what the clause and what was said before tell of a time", "[times]") { check(kTense); }

struct SideRow {
  const char* text;
  TimeSide side;
};

const SideRow kSides[] = {
    {"They met on May 3.", TimeSide::At},
    {"They met from May 3 to 7.", TimeSide::At},
    {"She led it since 2012.", TimeSide::Since},
    {"She led it, starting in 2012.", TimeSide::Since},
    {"It lasts until next May.", TimeSide::Until},
    {"It ends by 2030.", TimeSide::Until},
    {"They met before the 1990s.", TimeSide::Before},
    {"They met ahead of June 4.", TimeSide::Before},
    {"They met prior to June 4.", TimeSide::Before},
    {"They met after May 3.", TimeSide::After},
};

TEST_CASE("the preposition says on which side of a time something lies", "[times]") {
  for (const SideRow& row : kSides) {
    INFO(row.text);
    Document document = read_body(row.text);
    document.article.published = parse_iso("2024-08-21");
    find_times(document);
    REQUIRE(document.times.size() == 1);
    CHECK(document.times[0].side == row.side);
  }
}

}  // namespace
}  // namespace entente
