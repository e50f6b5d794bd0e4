#pragma once
// An HTML page as a flat list of nodes in document order, made by libxml2's parser. Walked by
// index: no recursion, however deep a page is nested. Tested by tests/extract/html_test.cpp.

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace entente {

struct HtmlNode {
  std::string tag;   // lower case; empty = a text node
  std::string text;  // of a text node, as it stands; of script elements too
  std::vector<std::pair<std::string, std::string>> attributes;
  std::uint32_t parent = 0;  // of node 0: 0
  std::uint32_t end = 0;     // one past the last node inside this one
};

using HtmlTree = std::vector<HtmlNode>;  // node 0 is the root; empty when nothing could be parsed

// `html` is UTF-8. Never throws. A page nested deeper than the parser allows ends where it becomes
// too deep.
HtmlTree parse_html(std::string_view html);

// The value of an attribute; empty when there is none.
std::string_view attribute(const HtmlNode& node, std::string_view name);

// The text inside node `at`, white space made single, without scripts and styles.
std::string text_inside(const HtmlTree& tree, std::uint32_t at);

// A fragment of HTML as plain text: entities and elements resolved, paragraphs on lines of their
// own.
std::string plain_text(std::string_view fragment);

}  // namespace entente
