#pragma once
// Who is named with a post, and what the sentence tells of him: "President NAME said", "his Kenyan
// counterpart NAME". Tested by tests/extract/owners_test.cpp.

#include <cstddef>
#include <optional>

#include "extract/document.h"

namespace entente {

// REQUIRES, here and below: somebody is named with the post.
const Mention& holder_of(const Document& document, const Role& role);

// The sentence that names him.
TokenRange holders_sentence(const Document& document, const Role& role);

// Is it he who acts or whose something is: "NAME said", "NAME's visit", "signed by NAME"?
bool holder_acts(const Document& document, const Role& role);

// "his Kenyan counterpart", "his opposite number"
bool is_counterpart(const Document& document, const Role& role);

// The role whose post role `r` stands for: itself; of "his Kenyan counterpart NAME" that of whose
// counterpart he is: in the same sentence, else wherever the only person whom it names before is
// named with an office; nullopt = that is not said.
std::optional<std::size_t> post_of(const Document& document, std::size_t r);

}  // namespace entente
