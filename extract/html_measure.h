#pragma once
// An HTML page with its text measured and its furniture set aside. For html_body.cpp and
// html_vote.cpp only.

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "extract/html_body.h"
#include "extract/html_tree.h"
#include "extract/page_words.h"

namespace entente {

struct Measure {
  std::size_t text = 0;   // bytes inside, white space aside
  std::size_t links = 0;  // of these, in links
  std::size_t commas = 0;
  std::size_t paragraphs = 0;  // bytes in p elements and in long stretches of text
  double points = 0;           // its own vote
  double score = 0;            // and what those inside gave it
  bool dropped = false;        // it and what is inside
};

struct MeasuredPage {
  const HtmlTree& tree;
  const PageWords& words;
  std::vector<Measure> of;  // for each node; all zero where it is dropped
};

MeasuredPage measure_page(const HtmlTree& tree, Pruning pruning, const PageWords& words);

double link_density(const Measure& measure);  // 0..1

bool one_of(std::string_view tag, std::initializer_list<std::string_view> tags);
bool is_block(std::string_view tag);            // begins a paragraph of its own
std::string class_names(const HtmlNode& node);  // class and id, lower case
// Does a word of `names` ("article-share" has two) stand in `phrases`?
bool has_word(std::string_view names, const Phrases& phrases);

// Calls `each` for every word of class names.
template <typename Each>
void each_word(std::string_view names, const Each& each) {
  for (std::size_t begin = 0; begin < names.size();) {
    const std::size_t end = std::min(names.find_first_of(" -_:", begin), names.size());
    if (end > begin) each(names.substr(begin, end - begin));
    begin = end + 1;
  }
}

}  // namespace entente
