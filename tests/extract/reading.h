#pragma once
// Short ways to a tokenized document, and back to a line of text.

#include <string>
#include <string_view>

#include "extract/document.h"
#include "extract/times.h"
#include "extract/tokenize.h"

namespace entente {

inline const Abbreviations& abbreviations() {
  static const Abbreviations loaded = load_abbreviations(ENTENTE_DATA_DIR);
  return loaded;
}

// One Body block a paragraph (separated by empty lines), tokenized and split.
inline Document read_body(std::string_view text) {
  Document document;
  document.article.text = text;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = text.find("\n\n", at);
    if (end == std::string_view::npos) end = text.size();
    if (end > at) {
      document.blocks.push_back(
          {{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)}, BlockKind::Body, ""});
    }
    at = end + 2;
  }
  tokenize(document, abbreviations());
  split(document, abbreviations());
  return document;
}

// "Lam|'s|visit"
inline std::string tokens_of(const Document& document) {
  std::string line;
  for (const Token& token : document.tokens) {
    if (!line.empty()) line += '|';
    line += text_of(document, token);
  }
  return line;
}

// One sentence a piece, " / " between.
inline std::string sentences_of(const Document& document) {
  std::string line;
  for (const Sentence& sentence : document.sentences) {
    if (!line.empty()) line += " / ";
    line += slice(document.article.text, span_of(document, sentence.tokens));
  }
  return line;
}

}  // namespace entente
