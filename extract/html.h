#pragma once
// HTML page -> the article's text and metadata, by libxml2's parser. No network, no entities from
// outside.

#include <string>
#include <string_view>

#include "extract/document.h"
#include "extract/load.h"

namespace entente {

struct HtmlPage {
  Article article;  // title, url, outlet, author, published: from JSON-LD, meta, time, url
  std::vector<Block>
      blocks;  // of article.text: title, headings, paragraphs, captions; page furniture is left out
};

// `html` is UTF-8. Never throws; a page without a body gives no Body block.
HtmlPage read_html(std::string_view html, const PageWords& words);

}  // namespace entente
