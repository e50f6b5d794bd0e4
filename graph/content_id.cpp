#include "graph/content_id.h"

#include "base/hash.h"

namespace entente {

std::string content_hash(std::string_view bytes) { return to_hex(fnv1a(bytes)).substr(0, 12); }

}  // namespace entente
