#pragma once
// A page dump as logical lines: hard-wrapped paragraphs joined, list marks and Markdown marks set
// aside, and what can be said of a line's form alone. Tested by tests/extract/blocks_test.cpp.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace entente {

struct PageLine {
  enum class Mark { None, Item, Heading, Rule };
  enum class Ending { None, Stop, Weak };  // Weak: ? ! … : or a closing quote without a stop

  Span span;                 // without surrounding white space and without its mark
  std::uint32_t number = 0;  // in the file, from 1
  Mark mark = Mark::None;
  Ending ending = Ending::None;
  bool after_gap = true;          // an empty line or the beginning stands before it
  std::uint32_t words = 0;        // ideographs count half
  std::uint32_t lower_words = 0;  // of these, beginning with a lower-case letter
  bool central = false;           // a paragraph of the element that holds much of the page's text
  std::string key;                // folded
};

// Lines of `text` from byte `from` on; empty lines are left out.
std::vector<PageLine> read_lines(std::string_view text, std::size_t from);

// One line of which the span is known, with everything else measured. REQUIRES: the span has a
// character that is not space.
PageLine measure_line(std::string_view text, Span span, std::uint32_t number);

// Without white space (Unicode) at either end.
Span trim(std::string_view text, Span span);

// True where a sentence ends inside `line`, with another one after it.
bool has_inner_stop(std::string_view line);

}  // namespace entente
