#pragma once
// What a line of a page looks like by itself, before its neighbours are asked.

#include <optional>
#include <string>
#include <string_view>

#include "extract/captions.h"
#include "extract/document.h"
#include "extract/lines.h"
#include "extract/page_words.h"
#include "extract/published.h"

namespace entente {

enum class Look {
  Sentence,   // ends as a sentence does, or is as long as a paragraph
  Weak,       // ends in ? ! : or a quote: a sentence only among sentences
  Headline,   // none of the others
  End,        // a section's title: nothing below belongs to the article
  Terminal,   // mostly the page's end
  Inline,     // a few headlines within the article
  Furniture,  // menus, buttons, promotion, credits of the staff
  Byline,
  Caption,
  Rule,
};

struct LineLook {
  Look look = Look::Headline;
  std::string reason;                   // for what is no Sentence, Weak or Headline
  bool promotion = false;               // Furniture that asks the reader to do something
  std::optional<DateLine> date;         // of a Byline
  std::optional<CaptionParts> caption;  // spans count from the begin of the line
  std::size_t credit =
      std::string_view::npos;  // byte of the line where an agency's letters close it
};

// `known`: what an HTML element tells of the line.
LineLook look_at(std::string_view text, const PageLine& line, std::optional<BlockKind> known,
                 const PageWords& words);

// "Source: The Daily" -> "The Daily"; empty when the line is no such line.
std::string_view named_outlet(std::string_view line, const PageWords& words);

// The mail address in `line`; empty = none.
std::string_view mail_address(std::string_view line);

}  // namespace entente
