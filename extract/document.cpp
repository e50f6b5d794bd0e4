// The layers' shared vocabulary: names of block kinds, and bytes under tokens.

#include "extract/document.h"

namespace entente {

std::string_view to_string(BlockKind kind) {
  switch (kind) {
    case BlockKind::Title:
      return "title";
    case BlockKind::Body:
      return "body";
    case BlockKind::Item:
      return "item";
    case BlockKind::Heading:
      return "heading";
    case BlockKind::Caption:
      return "caption";
    case BlockKind::Byline:
      return "byline";
    case BlockKind::Boilerplate:
      return "boilerplate";
  }
  return "";
}

Span span_of(const Document& document, TokenRange range) {
  return {document.tokens[range.begin].span.begin, document.tokens[range.end - 1].span.end};
}

std::string_view text_of(const Document& document, const Token& token) {
  return slice(document.article.text, token.span);
}

}  // namespace entente
