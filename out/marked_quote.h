#pragma once
// A quoted sentence cut where its ends and the words that state the relation begin and stop, so
// that each format marks them in its own way.

#include <string_view>
#include <vector>

#include "graph/fact.h"

namespace entente {

enum class QuoteMark { None, End, Trigger };

struct QuotePart {
  std::string_view text;  // of Evidence::quote
  QuoteMark mark = QuoteMark::None;
};

// Put together, the parts are the quote, byte for byte. Of two spans that overlap only the first is
// marked; one that does not lie in the sentence is not.
std::vector<QuotePart> quote_parts(const Evidence& evidence);

}  // namespace entente
