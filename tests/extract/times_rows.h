#pragma once
// Tables of texts and the times in them.

#include <cstddef>
#include <string>

#include "base/date.h"
#include "tests/catch.h"
#include "tests/extract/reading.h"

namespace entente {

struct TimeRow {
  const char* published;  // as parse_iso reads it; empty = not known
  const char* text;
  const char* times;  // "phrase=ISO; phrase=ISO"
};

inline std::string times_in(const Document& document) {
  std::string line;
  for (const TimeMention& time : document.times) {
    if (!line.empty()) line += "; ";
    line += slice(document.article.text, span_of(document, time.tokens));
    line += '=' + to_iso(time.when);
  }
  return line;
}

inline std::string times_of(const TimeRow& row) {
  Document document = read_body(row.text);
  document.article.published = parse_iso(row.published);
  find_times(document);
  return times_in(document);
}

template <std::size_t N>
void check(const TimeRow (&rows)[N]) {
  for (const TimeRow& row : rows) {
    INFO(row.published << " | " << row.text);
    CHECK(times_of(row) == row.times);
  }
}

}  // namespace entente
