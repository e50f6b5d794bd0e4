#pragma once
// What an HTML page says of its article: JSON-LD, meta elements, time elements. Tested by
// tests/extract/html_test.cpp.

#include <string>

#include "extract/html_tree.h"
#include "extract/page_words.h"
#include "graph/article.h"

namespace entente {

struct HtmlMetadata {
  Article article;   // all but id and text
  std::string body;  // JSON-LD articleBody as plain text, a paragraph a line; mostly empty
};

HtmlMetadata read_metadata(const HtmlTree& tree, const PageWords& words);

}  // namespace entente
