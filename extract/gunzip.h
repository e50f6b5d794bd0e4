#pragma once
// Packed bytes, unpacked by zlib as they are read. What is damaged ends the stream with a reason,
// never with an exception. Tested by tests/extract/gunzip_test.cpp.

#include <istream>
#include <memory>
#include <string>
#include <string_view>

namespace entente {

// The bytes of a gzip file, of all its members one after the other.
class GunzipStream : public std::istream {
 public:
  explicit GunzipStream(std::istream& packed);
  ~GunzipStream() override;

  // Why the bytes ended: "broken gzip data behind byte 120", "gzip data that ends too early",
  // "gzip data that grows more than 200-fold"; empty at the end of the file, and before.
  const std::string& problem() const;
  // Goes on with the next member behind the problem, which is then forgotten; false where there is
  // none, and for what grows too much.
  bool resume();

 private:
  class Buffer;
  std::unique_ptr<Buffer> buffer_;
};

// Does a stream begin as gzip does? No text begins with that byte.
bool is_gzip(std::istream& in);

// A whole message in gzip, zlib or raw deflate, as HTTP sends it: at most `limit` + 1 bytes of it.
// `problem` says why there are no more; empty when all is well.
std::string unpack(std::string_view packed, std::size_t limit, std::string& problem);

}  // namespace entente
