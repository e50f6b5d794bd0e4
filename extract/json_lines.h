#pragma once
// Records of articles, one JSON object a line. Tested by tests/extract/load_test.cpp.

#include <functional>
#include <istream>
#include <optional>
#include <string>

#include "base/error.h"
#include "extract/load.h"

namespace entente {

inline constexpr std::size_t kLargestArticle = 10u << 20;  // bytes

// Lines of a stream with a limit, so that a hostile one does not fill the memory.
class LineReader {
 public:
  explicit LineReader(std::istream& in) : in_(in) {}

  // The first byte that is neither white space nor a byte-order mark; '\0' when there is none.
  // Takes nothing away.
  char first();
  // The next line without its end; a line above the limit comes back cut. False at the end.
  bool next(std::string& line, bool& too_long);
  // Everything that is left, at most `limit` + 1 bytes.
  std::string rest(std::size_t limit);

 private:
  bool fill();

  std::istream& in_;
  std::string buffer_;
  std::size_t at_ = 0;
};

// Keys: url, title, text or html, published, outlet, author (a text or a list of texts); others are
// passed over. Calls `each` for every record and `warn` for every line that is none.
void read_json_lines(LineReader& lines, const std::string& file,
                     const std::function<void(RawArticle)>& each,
                     const std::function<void(Warning)>& warn);

}  // namespace entente
