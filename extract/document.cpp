// The layers' shared vocabulary: names of block kinds, bytes under tokens, what stands where.

#include "extract/document.h"

#include "base/utf8.h"

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

bool is_capital(const Document& document, const Token& token) {
  return is_upper(decode_at(text_of(document, token), 0).value);
}

std::uint32_t sentence_of(const Document& document, std::uint32_t token) {
  const auto found = std::ranges::upper_bound(
      document.sentences, token, {}, [](const Sentence& sentence) { return sentence.tokens.end; });
  return static_cast<std::uint32_t>(found - document.sentences.begin());
}

std::uint32_t token_from(const Document& document, std::uint32_t byte) {
  const auto found = std::ranges::lower_bound(document.tokens, byte, {},
                                              [](const Token& token) { return token.span.begin; });
  return static_cast<std::uint32_t>(found - document.tokens.begin());
}

std::uint32_t mention_from(const Document& document, std::uint32_t token) {
  return static_cast<std::uint32_t>(first_from(document.mentions, token) -
                                    document.mentions.begin());
}

}  // namespace entente
