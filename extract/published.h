#pragma once
// The day an article was published, as lines around the article, metadata and addresses give it.
// Never from running text. Tested by tests/extract/published_test.cpp.

#include <optional>
#include <string_view>

#include "base/date.h"
#include "base/span.h"
#include "extract/page_words.h"

namespace entente {

struct DayFound {
  Span span;  // of the text that was searched
  DateRange when;
};

// The first full date at or after byte `from`: "2023-12-13T08:00Z", "Aug 19, 2024", "19. August
// 2024", "01-Nov-2022", "2024年8月19日", "ngày 19 tháng 8 năm 2024", "13/12/2023" (only when it
// cannot be read in two ways). Years 1800..2100.
std::optional<DayFound> find_day(std::string_view text, const PageWords& words,
                                 std::size_t from = 0);

struct DateLine {
  enum class Kind { Published, Plain, Updated };  // the best first
  Kind kind = Kind::Plain;
  DateRange when;
};

// A line that tells when the article was published: "Updated 23:21, 01-Nov-2022", "Friday, January
// 4, 2019".
std::optional<DateLine> read_date_line(std::string_view line, const PageWords& words);

// "HANOI, Dec 13, 2023 (Agency) - The two ...": what stands before the dash.
struct Dateline {
  std::optional<DateRange> when;  // only when it has a year
  std::string_view agency;        // in brackets; empty = none
};
std::optional<Dateline> read_dateline(std::string_view paragraph, const PageWords& words);

// The day in an address: /2024/08/19/, /2024-08-19-..., /20240819/, /2024/aug/19/.
std::optional<DateRange> day_of_url(std::string_view url, const PageWords& words);

}  // namespace entente
