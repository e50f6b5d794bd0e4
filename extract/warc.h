#pragma once
// Web archives: the pages in a WARC file, as crawlers and browsers' savers write it.
// https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/
// Tested by tests/extract/warc_test.cpp.

#include <cstdint>
#include <functional>
#include <string>

#include "base/error.h"
#include "extract/gunzip.h"
#include "extract/line_reader.h"

namespace entente {

struct WarcPage {
  std::uint32_t record = 0;  // its number in the file, from 1
  std::string url;
  std::string fetched;  // "2024-08-19T10:00:00Z", when the crawler was there
  std::string charset;  // as the server names it; empty = not
  std::string html;     // the page's bytes
};

// Calls `each` for the HTML pages of responses with status 200 and of resources; other records are
// passed over. `warn`, with the number of the record in place of a line, for what cannot be read:
// the next record is looked for behind it. `packed`: the stream behind `lines` where the file is
// packed record by record, so that damage costs one record; null where it is not.
void read_warc(LineReader& lines, GunzipStream* packed, const std::string& file,
               const std::function<void(WarcPage)>& each, const std::function<void(Warning)>& warn);

}  // namespace entente
