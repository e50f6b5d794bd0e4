// Temporal expressions -> days.

#include "extract/times.h"

#include <string>

#include "base/date.h"
#include "tests/catch.h"
#include "tests/extract/times_rows.h"

namespace entente {
namespace {

// Absolute times need no date of publication.
const TimeRow kAbsolute[] = {
    {"", "The accord was signed on August 19, 2024 in Lima.", "August 19, 2024=2024-08-19"},
    {"", "The accord was signed on 19 August 2024.", "19 August 2024=2024-08-19"},
    {"", "The accord was signed on Aug. 19, 2024.", "Aug. 19, 2024=2024-08-19"},
    {"", "Dec 13 2023 was the day of the vote.", "Dec 13 2023=2023-12-13"},
    {"", "Ghana's envoy left on March 3rd, 2019.", "March 3rd, 2019=2019-03-03"},
    {"", "Peru and Chile made peace on the 5th of May, 1931.", "the 5th of May, 1931=1931-05-05"},
    {"", "The filing is dated 2024-08-19.", "2024-08-19=2024-08-19"},
    {"", "The filing is dated 2024/8/9.", "2024/8/9=2024-08-09"},
    {"", "The filing is dated 19/08/2024.", "19/08/2024=2024-08-19"},
    {"", "The filing is dated 08/09/2024.", ""},
    {"", "The filing is dated 08.09.2024.", "08.09.2024=2024-09-08"},
    {"", "The filing is dated 31/02/2024.", ""},
    {"", "The bridge opened on February 30, 2021.", ""},
    {"", "The bridge opened on Feb. 29, 2020.", "Feb. 29, 2020=2020-02-29"},
    {"", "The bridge opened in August 2024.", "August 2024=2024-08"},
    {"", "The bridge opened in August, 2024.", "August, 2024=2024-08"},
    {"", "The bridge opened in Sept. 2014.", "Sept. 2014=2014-09"},
    {"", "The bridge opened in May of 1998.", "May of 1998=1998-05"},
    {"", "Kenya joined in 2023.", "2023=2023"},
    {"", "Since 1994 the post has been vacant.", "1994=1994"},
    {"", "Norway will phase it out by 2030.", "2030=2030"},
    {"", "The war of 1870 was short.", "1870=1870"},
    {"", "After 2011, Tunisia changed its law.", "2011=2011"},
    {"", "In early 2015 and late 2016 Mali voted.", "early 2015=2015; late 2016=2016"},
    {"", "By mid-2022 the plant was ready.", "mid-2022=2022"},
    {"", "In mid-June 2022 the plant was ready.", "mid-June 2022=2022-06"},
    {"", "It was built in the summer of 2019.", "the summer of 2019=2019"},
    {"", "In the year 1707 the two crowns were one.", "1707=1707"},
    {"", "The talks ran from June 12 to 14, 2023.", "June 12 to 14, 2023=2023-06-12/2023-06-14"},
    {"", "The talks ran June 12-14, 2023.", "June 12-14, 2023=2023-06-12/2023-06-14"},
    {"", "The talks ran June 12\u201314, 2023.", "June 12\u201314, 2023=2023-06-12/2023-06-14"},
    {"", "The talks ran on 12-14 June 2023.", "12-14 June 2023=2023-06-12/2023-06-14"},
    {"", "The talks ran from 12 to 14 June 2023.", "12 to 14 June 2023=2023-06-12/2023-06-14"},
    {"", "The talks of June 12 and 13, 2023 failed.", "June 12 and 13, 2023=2023-06-12/2023-06-13"},
    {"", "The talks of 12 and 13 June 2023 failed.", "12 and 13 June 2023=2023-06-12/2023-06-13"},
    {"", "They met between June 12 and 19, 2023.", "June 12 and 19, 2023=2023-06-12/2023-06-19"},
    {"", "They toured from June 28 to July 2, 2023.",
     "June 28 to July 2, 2023=2023-06-28/2023-07-02"},
    {"", "They toured June 28-July 2, 2023.", "June 28-July 2, 2023=2023-06-28/2023-07-02"},
    {"", "They toured from 28 June-2 July 2023.", "28 June-2 July 2023=2023-06-28/2023-07-02"},
    {"", "It ran from August 3 to September 1, 2020.",
     "August 3 to September 1, 2020=2020-08-03/2020-09-01"},
    {"", "It ran from December 30 to January 2, 2020.",
     "December 30 to January 2, 2020=2019-12-30/2020-01-02"},
    {"", "It ran from August 3, 2019 to September 1, 2020.",
     "August 3, 2019 to September 1, 2020=2019-08-03/2020-09-01"},
    {"", "It ran from November 2022 to March 2023.",
     "November 2022 to March 2023=2022-11-01/2023-03-31"},
    {"", "It ran from November to March 2023.", "November to March 2023=2022-11-01/2023-03-31"},
    {"", "Sales for January-September 2023 rose.", "January-September 2023=2023-01-01/2023-09-30"},
    {"", "Between June and August 2023 it rained.", "June and August 2023=2023-06-01/2023-08-31"},
    {"", "He led Bolivia from 2006 to 2019.", "2006 to 2019=2006-01-01/2019-12-31"},
    {"", "He led Bolivia between 2006 and 2019.", "2006 and 2019=2006-01-01/2019-12-31"},
    {"", "In 2022-23 the harvest failed.", "2022-23=2022-01-01/2023-12-31"},
    {"", "In 2019, 2020 and 2021 the harvest failed.", "2019=2019; 2020=2020; 2021=2021"},
    {"", "In the first seven months of 2024 trade grew.",
     "the first seven months of 2024=2024-01-01/2024-07-31"},
    {"", "In the last three months of 2023 trade grew.",
     "the last three months of 2023=2023-10-01/2023-12-31"},
    {"", "In the first 10 months of 2024 trade grew.",
     "the first 10 months of 2024=2024-01-01/2024-10-31"},
    {"", "In the third quarter of 2023 trade grew.",
     "the third quarter of 2023=2023-07-01/2023-09-30"},
    {"", "In Q1 2022 trade grew.", "Q1 2022=2022-01-01/2022-03-31"},
    {"", "In the second half of 2021 trade grew.", "the second half of 2021=2021-07-01/2021-12-31"},
    {"", "Cinema bloomed in the 1990s.", "the 1990s=1990-01-01/1999-12-31"},
    {"", "Cinema bloomed in the late 1970s.", "late 1970s=1970-01-01/1979-12-31"},
    {"", "Cinema bloomed in the '80s.", "the '80s=1980-01-01/1989-12-31"},
    {"", "Cinema bloomed in the 1950's.", "the 1950's=1950-01-01/1959-12-31"},
    {"", "Railways came in the 1800s.", "the 1800s=1800-01-01/1899-12-31"},
    {"", "On Friday, March 3, 2017, Togo voted.", "Friday, March 3, 2017=2017-03-03"},
    {"", "He was received on May 3 and again on June 4, 2019.",
     "May 3=2019-05-03; June 4, 2019=2019-06-04"},
    {"", "In June and July 2023 the two met.", "June=2023-06; July 2023=2023-07"},
    {"", "A treaty dating back to 1648 ended it.", "1648=1648"},
};

TEST_CASE("absolute times need no date of publication", "[times]") { check(kAbsolute); }

const TimeRow kUnknown[] = {
    {"", "They met on Tuesday.", ""},
    {"", "They met on the 8th.", ""},
    {"", "In July the two countries agreed.", ""},
    {"", "On July 5 the two countries agreed.", ""},
    {"", "They met yesterday, last week and two years ago.", ""},
    {"", "In the first two months of this year trade grew.", ""},
    {"", "Exports to Oman rose in November last year.", ""},
    {"2023", "Exports to Oman rose this year.", "this year=2023"},
    {"2023", "Exports to Oman rose this month.", ""},
    {"2023-08", "Exports to Oman rose last month.", "last month=2023-07"},
    {"2023-08", "Exports to Oman rose in March.", "March=2023-03"},
    {"2023-08", "They met on Tuesday.", ""},
    {"2023", "Exports to Oman rose in March.", ""},
};

TEST_CASE("without a publication, or with a vague one, nothing is guessed", "[times]") {
  check(kUnknown);
}

// 2023-12-13 and 2022-06-15 are Wednesdays, 2022-11-01 a Tuesday, 2021-03-07 a Sunday.
const TimeRow kRelative[] = {
    {"2023-12-13", "They met on Tuesday.", "Tuesday=2023-12-12"},
    {"2023-12-13", "They met on Wednesday.", "Wednesday=2023-12-13"},
    {"2023-12-13", "They met Thursday.", "Thursday=2023-12-07"},
    {"2022-11-01", "During their talks on Monday, the two agreed.", "Monday=2022-10-31"},
    {"2022-11-01", "At Monday's briefing she said so.", "Monday=2022-10-31"},
    {"2023-12-13", "They met last Friday.", "last Friday=2023-12-08"},
    {"2023-12-13", "They met last Wednesday.", "last Wednesday=2023-12-06"},
    {"2023-12-13", "They meet next Monday.", "next Monday=2023-12-18"},
    {"2023-12-13", "They met this past Sunday.", "this past Sunday=2023-12-10"},
    {"2023-12-13", "They gather this Friday.", "this Friday=2023-12-15"},
    {"2023-12-13", "They met on Tuesday last week.", "Tuesday last week=2023-12-05"},
    {"2023-12-13", "They met on Tuesday of last week.", "Tuesday of last week=2023-12-05"},
    {"2023-12-13", "They met last week on Friday.", "last week on Friday=2023-12-08"},
    {"2023-12-13", "He is in Cairo from Monday to Wednesday.",
     "Monday to Wednesday=2023-12-11/2023-12-13"},
    {"2023-12-13", "They met Monday and Tuesday.", "Monday=2023-12-11; Tuesday=2023-12-12"},
    {"2023-12-13", "They met on Tuesday, December 12.", "Tuesday, December 12=2023-12-12"},
    {"2023-12-13", "The vote is on Friday, March 1.", "Friday, March 1=2024-03-01"},
    {"2023-12-13", "They met today, yesterday and tomorrow.",
     "today=2023-12-13; yesterday=2023-12-12; tomorrow=2023-12-14"},
    {"2023-12-13", "They met late on Monday night.", "late on Monday night=2023-12-11"},
    {"2023-12-13", "They met last night and this morning.",
     "last night=2023-12-12; this morning=2023-12-13"},
    {"2023-12-13", "They met the day before yesterday.", "the day before yesterday=2023-12-11"},
    {"2023-12-13", "They met last week.", "last week=2023-12-04/2023-12-10"},
    {"2023-12-13", "They met earlier this week.", "earlier this week=2023-12-11/2023-12-13"},
    {"2023-12-13", "They meet next week.", "next week=2023-12-18/2023-12-24"},
    {"2023-12-13", "They met over the weekend.", "the weekend=2023-12-09/2023-12-10"},
    {"2021-03-07", "They met over the weekend.", "the weekend=2021-03-06/2021-03-07"},
    {"2023-12-13", "They met last month.", "last month=2023-11"},
    {"2023-01-13", "They met last month.", "last month=2022-12"},
    {"2023-12-13", "They meet next month.", "next month=2024-01"},
    {"2023-12-13", "They met earlier this month.", "earlier this month=2023-12"},
    {"2023-12-13", "They met early last year.", "early last year=2022"},
    {"2023-12-13", "They met this year and meet next year.", "this year=2023; next year=2024"},
    {"2023-12-13", "Profits fell last quarter.", "last quarter=2023-07-01/2023-09-30"},
    {"2023-12-13", "They met in June.", "June=2023-06"},
    {"2022-11-01", "In July, Laos and Nepal agreed.", "July=2022-07"},
    {"2022-03-01", "In July, Laos and Nepal agreed.", "July=2021-07"},
    {"2022-06-15", "In June, Laos and Nepal agreed.", "June=2022-06"},
    {"2023-12-13", "They met last June.", "last June=2023-06"},
    {"2023-12-13", "They met last December.", "last December=2022-12"},
    {"2023-12-13", "They meet next March.", "next March=2024-03"},
    {"2023-12-13", "They met this June.", "this June=2023-06"},
    {"2023-12-13", "They met on June 12.", "June 12=2023-06-12"},
    {"2023-12-13", "They met on December 20.", "December 20=2022-12-20"},
    {"2022-11-01", "Her tour began on October 30.", "October 30=2022-10-30"},
    {"2022-11-01", "Since October 30 he has been in Oslo.", "October 30=2022-10-30"},
    {"2023-12-13", "They toured June 28 to July 2.", "June 28 to July 2=2023-06-28/2023-07-02"},
    {"2023-01-13", "They toured from December 30 to January 2.",
     "December 30 to January 2=2022-12-30/2023-01-02"},
    {"2023-12-13", "They met on June 12 last year.", "June 12 last year=2022-06-12"},
    {"2023-12-13", "They met in November of last year.", "November of last year=2022-11"},
    {"2023-12-13", "They met last year in May.", "last year in May=2022-05"},
    {"2022-04-09", "They met on the 8th.", "the 8th=2022-04-08"},
    {"2022-04-07", "They met on the 8th.", "the 8th=2022-03-08"},
    {"2022-03-30", "They met on the 31st.", "the 31st=2022-01-31"},
    {"2022-04-12", "They met from the 8th to the 10th.",
     "the 8th to the 10th=2022-04-08/2022-04-10"},
    {"2022-04-12", "They met on the 15th of last month.", "the 15th of last month=2022-03-15"},
    {"2023-12-13", "They met two days ago.", "two days ago=2023-12-11"},
    {"2023-12-13", "They met a week ago.", "a week ago=2023-12-04/2023-12-10"},
    {"2023-12-13", "They met two weeks ago on Friday.", "two weeks ago on Friday=2023-12-01"},
    {"2023-12-13", "They met 3 months ago.", "3 months ago=2023-09"},
    {"2023-12-13", "They met a year ago.", "a year ago=2022"},
    {"2022-11-01", "Five years ago in November, Fiji chose Tonga.",
     "Five years ago in November=2017-11"},
    {"2022-11-01", "Five years ago, in November, Fiji chose Tonga.",
     "Five years ago, in November=2017-11"},
    {"2022-11-01", "In November five years ago Fiji chose Tonga.",
     "November five years ago=2017-11"},
    {"2022-11-01", "Ten years ago this month they met.", "Ten years ago this month=2012-11"},
    {"2024-05-16", "In the first two months of this year trade grew.",
     "the first two months of this year=2024-01-01/2024-02-29"},
    {"2023-05-16", "In the first quarter of the year trade grew.",
     "the first quarter of the year=2023-01-01/2023-03-31"},
    {"2023-12-10", "In the first nine months of this year trade grew.",
     "the first nine months of this year=2023-01-01/2023-09-30"},
    {"2023-12-13", "From January to March this year trade grew.",
     "January to March this year=2023-01-01/2023-03-31"},
    {"2023-12-13", "Trade grew in June, July and August.",
     "June=2023-06; July=2023-07; August=2023-08"},
    {"2023-12-13", "Trade grew in early June and in late-July.",
     "early June=2023-06; late-July=2023-07"},
    {"2023-12-13", "The June summit and its October sequel failed.",
     "June=2023-06; October=2023-10"},
    {"2020-02-29", "It came into force on February 29.", "February 29=2020-02-29"},
    {"2023-12-13", "It came into force on February 29.", "February 29=2020-02-29"},
};

TEST_CASE("relative times are counted from the publication", "[times]") { check(kRelative); }

const TimeRow kFuture[] = {
    {"2023-12-13", "They will meet on Friday.", "Friday=2023-12-15"},
    {"2023-12-13", "They will meet on Tuesday.", "Tuesday=2023-12-19"},
    {"2023-12-13", "She will end her trip on Wednesday after a dinner.", "Wednesday=2023-12-13"},
    {"2023-12-13", "On Friday, the leaders will meet.", "Friday=2023-12-15"},
    {"2023-12-13", "The summit on Friday will be short.", "Friday=2023-12-15"},
    {"2023-12-13", "He said on Monday that he would resign on Friday.",
     "Monday=2023-12-11; Friday=2023-12-15"},
    {"2023-12-13", "The vote is scheduled for Sunday, officials said on Tuesday.",
     "Sunday=2023-12-17; Tuesday=2023-12-12"},
    {"2023-12-13", "The vote is expected in March.", "March=2024-03"},
    {"2023-12-13", "The vote is set for January 14.", "January 14=2024-01-14"},
    {"2023-12-13", "They are to meet on December 20.", "December 20=2023-12-20"},
    {"2023-12-13", "Italy will host it from June 13 to 15.", "June 13 to 15=2024-06-13/2024-06-15"},
    {"2023-12-13", "She met him on Monday and will leave on Friday.",
     "Monday=2023-12-11; Friday=2023-12-15"},
    {"2023-12-13", "Forecasters predict snow on Friday.", "Friday=2023-12-15"},
    {"2020-04-05", "The mayor extended the order until May 1.", "May 1=2020-05-01"},
    {"2020-04-05", "The court date is May 16.", "May 16=2020-05-16"},
    {"2020-04-05", "The court date was May 16.", "May 16=2019-05-16"},
    {"2020-05-31", "The craft may be ready by late August.", "late August=2020-08"},
    {"2020-04-05", "They celebrate from the 1st of May to the 10th of June.",
     "the 1st of May to the 10th of June=2020-05-01/2020-06-10"},
    {"2020-04-05", "They celebrated from 1st of May to 10th of June.",
     "1st of May to 10th of June=2019-05-01/2019-06-10"},
    {"2022-04-07", "They will meet on the 8th.", "the 8th=2022-04-08"},
    {"2023-12-13", "He will be in Accra on Thursday and in Lagos on Friday.",
     "Thursday=2023-12-14; Friday=2023-12-15"},
    {"2023-12-13", "The court ruled on Friday that the law will stand.", "Friday=2023-12-08"},
};

TEST_CASE("a clause that speaks of the future looks ahead", "[times]") { check(kFuture); }

const TimeRow kNone[] = {
    {"2023-12-13", "They talked for two days.", ""},
    {"2023-12-13", "It may rain; the soldiers march on.", ""},
    {"2023-12-13", "April Roe met June Doe and May Poe.", ""},
    {"2023-12-13", "He was led by April Roe.", ""},
    {"2023-12-13", "The 2,024 workers and 1950 sheep left.", ""},
    {"2023-12-13", "A total of 2023 houses burned.", ""},
    {"2023-12-13", "It grew from 1500 to 2000 tonnes.", ""},
    {"2023-12-13", "The ship left at 1800 and turned by 2000 GMT.", ""},
    {"2023-12-13", "The 20th National Congress met on the 8th floor.", ""},
    {"2023-12-13", "He came on the 3rd attempt.", ""},
    {"2023-12-13", "They meet every Monday and each June.", ""},
    {"2023-12-13", "They met every following Monday.", ""},
    {"2023-12-13", "They met on the Monday before the vote.", ""},
    {"2023-12-13", "Shops open on Black Friday.", ""},
    {"2023-12-13", "She writes for the Sunday Ledger.", ""},
    {"2023-12-13", "It took nearly 20 years and happened about two years ago.", ""},
    {"2023-12-13", "Trade grew for five years and over a decade.", ""},
    {"2023-12-13", "The girl, 19, has 12 sheep.", ""},
    {"2023-12-13", "In today's world that is rare.", ""},
    {"2023-12-13", "The Sept. 11 attacks changed it.", ""},
    {"2023-12-13", "Temperatures stay in the 20s.", ""},
    {"2023-12-13", "He sat down and the sun rose.", ""},
    {"2023-12-13", "It is the year of the horse.", ""},
};

TEST_CASE("durations, names, amounts and habits are not times", "[times]") { check(kNone); }

const TimeRow kMore[] = {
    {"2023-12-13", "In June 12 people died.", "June=2023-06"},
    {"2023-12-13", "On June 12 officials met.", "June 12=2023-06-12"},
    {"2023-12-13", "In 2023 exports rose.", "2023=2023"},
    {"2024-08-19", "They signed it on Monday, June 5, 2017 and met on Monday.",
     "Monday, June 5, 2017=2017-06-05; Monday=2024-08-19"},
    {"2024-08-19", "The 19 August summit drew ten states.", "19 August=2024-08-19"},
    {"2024-08-19", "On 19 Aug, ten states met.", "19 Aug=2024-08-19"},
    {"2024-08-19", "Since last year, ten states left.", "last year=2023"},
    {"2024-08-19", "By the end of next year it closes.", "the end of next year=2025"},
    {"2024-08-19", "Inflation was 4% in the same period last year.", "last year=2023"},
    {"2024-08-19", "By the end of June it closes.", "the end of June=2025-06"},
    {"2019-01-07", "It began on December 22, last year.", "December 22, last year=2018-12-22"},
    {"2019-05-03", "It was built 900 years ago.", ""},
    {"2024-08-19", "July's figure beat that of May 2023.", "July=2024-07; May 2023=2023-05"},
};

TEST_CASE("what stands beside a time does not hide it", "[times]") { check(kMore); }

TEST_CASE("a megabyte of times is read in one go, in order", "[times]") {
  const std::string unit =
      GENERATE(values<std::string>({"May 1 ", "in 2023 and ", "on Monday ", "the ", "1990s-",
                                    "mid-June-", "first ", "a week ago "}));
  std::string text;
  while (text.size() < 1'000'000) text += unit;
  Document document = read_body(text);
  document.article.published = parse_iso("2023-12-13");
  find_times(document);
  std::uint32_t last = 0;
  bool ordered = true;
  for (const TimeMention& time : document.times) {
    ordered = ordered && time.tokens.begin >= last && time.tokens.size() > 0;
    last = time.tokens.end;
  }
  CHECK(ordered);
  CHECK(last <= document.tokens.size());
}

}  // namespace
}  // namespace entente
