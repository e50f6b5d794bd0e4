#pragma once
// Records of articles, one JSON object a line. Tested by tests/extract/load_test.cpp.

#include <functional>
#include <string>

#include "base/error.h"
#include "extract/line_reader.h"
#include "extract/load.h"

namespace entente {

// Keys: url, title, text or html, published, outlet, author (a text or a list of texts); others are
// passed over. Calls `each` for every record and `warn` for every line that is none.
void read_json_lines(LineReader& lines, const std::string& file,
                     const std::function<void(RawArticle)>& each,
                     const std::function<void(Warning)>& warn);

}  // namespace entente
