#pragma once
// Captions of pictures: "(Cover: ... /Agency)", "... Photo: Agency", "... | Representative image".
// Tested by tests/extract/blocks_test.cpp.

#include <optional>
#include <string_view>

#include "base/span.h"
#include "extract/page_words.h"

namespace entente {

struct CaptionParts {
  Span said;  // what the picture shows, without label and credit; empty = the line is nothing but a
              // credit
  bool certain = true;  // false: an agency's name in brackets or behind a slash, which may also
                        // close an article
};

// `line` as a caption; nullopt when nothing marks it as one. Spans count from the begin of `line`.
std::optional<CaptionParts> read_caption(std::string_view line, const PageWords& words);

// "Jane Example for The Daily": only of a line that is known to be a caption.
bool is_bare_credit(std::string_view line, const PageWords& words);

}  // namespace entente
