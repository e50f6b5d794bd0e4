#pragma once
// What a clause tells of once more without its verb: "visited Kenya on Monday and Austria on
// Friday". Parsers take such an object for one with the time before it. Tested by
// tests/extract/gaps_test.cpp.

#include <cstdint>
#include <optional>
#include <vector>

#include "extract/document.h"

namespace entente {

struct Gap {
  const Phrase* object;  // "Austria"
  std::uint32_t time;    // index of Document::times: "Friday"
  const Phrase* place;   // "in Vienna"; nullptr = not said
};

// The objects with their own times that follow token `from` of `sentence`, where a time of the
// first object stands between, in order.
std::vector<Gap> gaps_behind(const Document& document, const Sentence& sentence,
                             std::uint32_t from);

}  // namespace entente
