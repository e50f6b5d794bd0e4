// For libFuzzer: any bytes as an input of any kind: packed or not, records, archives, feeds, pages.
// Packed bytes are hard to come upon by chance, so that what begins with 'Z' is packed here, every
// 'Z' beginning another member. scripts/fuzz builds and runs it.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <sstream>

#include "base/utf8.h"
#include "tests/extract/packed.h"

using namespace entente;

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

std::string packed(std::string_view bytes) {
  std::string result;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t end = std::min(bytes.find('Z', at + 1), bytes.size());
    result += gzip(bytes.substr(at + 1, end - at - 1));
    at = end;
  }
  return result;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const StreamResult result = read_bytes(bytes.starts_with('Z') ? packed(bytes) : bytes);
  for (const RawArticle& raw : result.articles) {
    require(!raw.article.id.empty() && !raw.article.text.empty());
    require(raw.article.text.find('\0') == std::string::npos);
    for (const std::string* text :
         {&raw.article.id, &raw.article.text, &raw.article.title, &raw.article.url}) {
      require(find_invalid_utf8(*text) == std::string_view::npos);
    }
  }
  return 0;
}
