#pragma once
// A page dump's lines -> blocks: what is the article and what stands around it, with the reason.
// Only whole sentences of the article are Body. Tested by tests/extract/blocks_test.cpp.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "extract/document.h"
#include "extract/lines.h"
#include "extract/page_words.h"

namespace entente {

struct PageReading {
  std::vector<Block> blocks;  // in order, disjoint
  std::string title;          // as found or as given
  std::string author;
  std::string
      outlet;  // from a dateline, a closing credit or the editors' mail address; mostly empty
  std::optional<DateRange> published;
  std::string published_from;  // "line 3", "dateline"
};

// What is known of a line before it is read: an HTML element tells headings and captions.
struct KnownLine {
  PageLine line;
  std::optional<BlockKind> kind;
};

// `lines` are of `text`, in order. `title`: as the metadata give it; empty = looked for among the
// lines.
PageReading read_page(std::string_view text, const std::vector<KnownLine>& lines,
                      std::string_view title, const PageWords& words);
// The same for a page dump, from byte `from` on.
PageReading read_page(std::string_view text, std::size_t from, std::string_view title,
                      const PageWords& words);

}  // namespace entente
