#pragma once
// Articles that print one text: a wire story in ten papers is one source, not ten. Texts are
// compared by sketches of a fixed size, made when an article is read, so that a fold needs no text.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

// Of the rows of five words in `body`, folded: how many there are, and for each of 126 orders the
// one that comes first in it (MinHash: Broder, On the resemblance and containment of documents,
// 1997). Hexadecimal digits; empty for a text too short to tell.
std::string sketch_of(std::string_view body);

// Is it empty, or digits as sketch_of() writes them?
bool is_sketch(std::string_view text);

// Do they share four in five of the rows of words of the shorter one, which is at least half as
// long? An estimate.
bool same_text(std::string_view sketch, std::string_view other);

// For each sketch the first one that has the same text, directly or by way of others between them;
// its own index where it is the first. Near linear in their number.
std::vector<std::size_t> find_copies(const std::vector<std::string_view>& sketches);

}  // namespace entente
