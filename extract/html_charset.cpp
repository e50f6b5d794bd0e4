// Well-formed UTF-8 with more than ASCII in it is UTF-8 whatever the page says: nothing else looks
// like that by chance.

#include "extract/html_charset.h"

#include "base/utf8.h"

namespace entente {
namespace {

constexpr std::size_t kHead = 4096;  // bytes in which a page names its charset

}  // namespace

std::string html_charset(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE")) return "UTF-16LE";
  if (bytes.starts_with("\xFE\xFF")) return "UTF-16BE";
  if (find_invalid_utf8(bytes) == bytes.npos) return "utf-8";
  const std::string head = lower(repair_utf8(bytes.substr(0, kHead)));
  const std::size_t at = head.find("charset");
  const std::size_t equals = at == head.npos ? at : head.find_first_not_of(" \t", at + 7);
  if (equals == head.npos || head[equals] != '=') return {};
  const std::size_t begin = head.find_first_not_of(" \t\"'", equals + 1);
  if (begin == head.npos) return {};
  const std::size_t end = head.find_first_of(" \t\"';/>", begin);
  const std::string charset = head.substr(begin, end - begin);
  // A page that can be read as bytes is not UTF-16, and one that says UTF-8 here is broken UTF-8.
  return charset.starts_with("utf-16") ? "utf-8" : charset;
}

}  // namespace entente
