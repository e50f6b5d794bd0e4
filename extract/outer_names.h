#pragma once
// Names that lie in no longer one. Tested by tests/extract/facts_test.cpp.

#include <cstddef>
#include <cstdint>
#include <optional>

#include "extract/document.h"

namespace entente {

// Index of the mention that has the token and is of an entity; nullopt = none.
std::optional<std::uint32_t> name_at(const Document& document, std::uint32_t token);

// The next one behind mention `m`, in any sentence; nullptr = none.
const Mention* next_name(const Document& document, std::size_t m);

}  // namespace entente
