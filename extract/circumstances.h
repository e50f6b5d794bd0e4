#pragma once
// When and where a deed took place: the dates and places that hang on its words. Tested by
// tests/extract/circumstances_test.cpp.

#include <cstdint>
#include <optional>
#include <vector>

#include "extract/document.h"
#include "extract/syntax.h"

namespace entente {

// The date of what `deed` tells: index of Document::times; nullopt = the sentence does not say.
// `deed`: the words that tell it, "hold" and "talks", the verb or noun that it hangs on first.
std::optional<std::uint32_t> time_of(const Document& document, const Syntax& syntax,
                                     const std::vector<std::uint32_t>& deed);

// Is the time that `time` heads that of a plan or paper, not of the deed: "signed a protocol for
// 2025"?
bool is_for(const Syntax& syntax, std::uint32_t time);

// The one time that the sentence tells; nullopt = none or several. What a caption shows took place
// then.
std::optional<std::uint32_t> only_time(const Document& document, TokenRange sentence);

// The word for an occasion that the reader knows already: "talks" of "agreed during the talks";
// nullopt = none.
std::optional<std::uint32_t> occasion_of(const Syntax& syntax,
                                         const std::vector<std::uint32_t>& deed);

// Does the phrase that `word` heads tell where: "in Beijing", "at the Great Hall in Beijing"? `at`:
// the words of the deed and those of who took part.
bool tells_where(const Syntax& syntax, std::uint32_t word, const std::vector<std::uint32_t>& at);

}  // namespace entente
