#pragma once
// Where the article stands on an HTML page, and its paragraphs. Tested by
// tests/extract/html_test.cpp.

#include <string>
#include <vector>

#include "extract/html_tree.h"
#include "extract/page_words.h"

namespace entente {

struct HtmlParagraph {
  enum class Kind { Text, Heading, Caption, Item };
  Kind kind = Kind::Text;
  std::string text;             // one line, never empty
  std::size_t link_bytes = 0;   // of the text inside links
  std::uint32_t container = 0;  // the element around it and its neighbours: index of the tree
};

// How much is set aside before the article is looked for. Full: also what class names tell;
// Elements: only what elements such as nav and aside tell; None: scripts alone.
enum class Pruning { Full, Elements, None };

std::vector<HtmlParagraph> find_article_paragraphs(const HtmlTree& tree, Pruning pruning,
                                                   const PageWords& words);

// Bytes of the paragraphs that are not headings or captions.
std::size_t text_size(const std::vector<HtmlParagraph>& paragraphs);

}  // namespace entente
