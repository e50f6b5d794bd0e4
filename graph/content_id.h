#pragma once
// Ids that say the same in every graph: hashes of what a thing is, not of how it came.

#include <string>
#include <string_view>

namespace entente {

// Stands between the parts of what is hashed: it cannot be in an id or a folded name.
inline constexpr char kPartSeparator = '\x1f';

// The first 12 hexadecimal digits of the FNV-1a hash, 64 bits.
std::string content_hash(std::string_view bytes);

// "person", "Ann Lind" -> "person:ann-lind"; of several of one name only the first has it.
std::string readable_id(std::string_view type, std::string_view name);

}  // namespace entente
