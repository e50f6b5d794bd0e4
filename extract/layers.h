#pragma once
// What a stage found, as lines to read: `entente check --stage`. Tested by
// tests/extract/stage_test.cpp.

#include <string>
#include <string_view>

#include "extract/document.h"
#include "graph/extraction.h"

namespace entente {

// A line for each token, sentence, name ... of the layer that `stage` fills: begin and end in
// bytes, what it is, the text.
std::string layer_lines(const Document& document, const Extraction& extraction,
                        std::string_view stage);

// Every parsed sentence as an indented tree: a word below the word it hangs on, with its relation.
std::string drawn_trees(const Document& document);

}  // namespace entente
