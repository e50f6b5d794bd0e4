#include "cli/article_hash.h"

#include <cstdint>
#include <string_view>

namespace entente {
namespace {

// FNV-1a, 64 bits. Each part is followed by a byte that no UTF-8 text holds, so that parts cannot
// run together.
class Hash {
 public:
  void add(std::string_view part) {
    for (const char c : part) step(static_cast<unsigned char>(c));
    step(0xff);
  }
  std::string hex() const {
    std::string digits(16, '0');
    for (std::size_t i = 0; i < 16; ++i)
      digits[i] = "0123456789abcdef"[(value_ >> (60 - 4 * i)) & 15];
    return digits;
  }

 private:
  void step(unsigned char byte) { value_ = (value_ ^ byte) * 0x100000001b3U; }
  std::uint64_t value_ = 0xcbf29ce484222325U;
};

}  // namespace

std::string hash_of(const RawArticle& raw) {
  const Article& article = raw.article;
  Hash hash;
  hash.add(raw.format == RawArticle::Format::Html ? "html" : "text");
  for (const std::string* part :
       {&article.id, &article.url, &article.title, &article.outlet, &article.author}) {
    hash.add(*part);
  }
  hash.add(article.published ? to_iso(*article.published) : "");
  hash.add(article.text);
  return hash.hex();
}

}  // namespace entente
