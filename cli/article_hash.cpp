#include "cli/article_hash.h"

#include <cstdint>
#include <string_view>

#include "base/hash.h"

namespace entente {
namespace {

class Hash {
 public:
  // Each part is followed by a byte that no UTF-8 text holds, so that parts cannot run together.
  void add(std::string_view part) { value_ = fnv1a("\xff", fnv1a(part, value_)); }
  std::string hex() const { return to_hex(value_); }

 private:
  std::uint64_t value_ = kFnvBasis;
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
  hash.add(raw.published);
  hash.add(article.text);
  return hash.hex();
}

}  // namespace entente
