#pragma once
// The bytes of a stream, by lines or by number, with limits, so that a hostile stream does not fill
// the memory. Tested by tests/extract/load_test.cpp and warc_test.cpp.

#include <cstddef>
#include <cstdint>
#include <istream>
#include <string>
#include <string_view>

namespace entente {

inline constexpr std::size_t kLargestArticle = 10u << 20;  // bytes
inline constexpr std::size_t kLongestLine =
    4 * kLargestArticle;  // escapes make a record longer than its text

class LineReader {
 public:
  explicit LineReader(std::istream& in) : in_(in) {}

  // The first byte that is neither white space nor a byte-order mark; '\0' when there is none.
  // Takes nothing away.
  char first();
  // The next line without its end; a line above `limit` bytes comes back cut. False at the end.
  bool next(std::string& line, bool& too_long, std::size_t limit = kLongestLine);
  // Everything that is left, at most `limit` + 1 bytes.
  std::string rest(std::size_t limit);

  // The next bytes, which stay: at most `size`, fewer where the stream ends. Good until the next
  // call.
  std::string_view peek(std::size_t size);
  // Takes the next bytes: at most `size`, fewer where the stream ends.
  std::string take(std::size_t size);
  // Takes them and forgets them. How many there were.
  std::uint64_t skip(std::uint64_t size);
  // Before the next byte comes `bytes`.
  void put_back(std::string_view bytes);
  // Whether the stream ended because it could not be read.
  bool failed() const { return in_.bad(); }

 private:
  bool fill();

  std::istream& in_;
  std::string buffer_;
  std::size_t at_ = 0;
};

}  // namespace entente
