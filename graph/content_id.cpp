#include "graph/content_id.h"

#include <algorithm>

#include "base/hash.h"
#include "base/utf8.h"

namespace entente {

std::string content_hash(std::string_view bytes) { return to_hex(fnv1a(bytes)).substr(0, 12); }

std::string readable_id(std::string_view type, std::string_view name) {
  std::string words = fold(name);
  std::ranges::replace(words, ' ', '-');
  return std::string(type) + ':' + (words.empty() ? "unnamed" : words);
}

}  // namespace entente
