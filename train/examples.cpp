#include "train/examples.h"

#include "extract/form_features.h"
#include "extract/glyph.h"

namespace entente {

Document document_of(const std::vector<std::string>& forms) {
  Document document;
  for (const std::string& form : forms) {
    if (!document.article.text.empty()) document.article.text += ' ';
    const auto begin = static_cast<std::uint32_t>(document.article.text.size());
    document.article.text += form;
    Token token;
    token.span = {begin, begin + static_cast<std::uint32_t>(form.size())};
    token.lower = lower_token(form);
    document.tokens.push_back(std::move(token));
  }
  const auto end = static_cast<std::uint32_t>(document.article.text.size());
  document.blocks.push_back({{0, end}, BlockKind::Body, ""});
  document.sentences.push_back({{0, static_cast<std::uint32_t>(document.tokens.size())}, 0, {}});
  return document;
}

void words_as_tokens(Document& document) {
  document.words.clear();
  for (std::uint32_t i = 0; i < document.tokens.size(); ++i) {
    Word word;
    word.span = document.tokens[i].span;
    word.token = i;
    document.words.push_back(word);
  }
  for (Sentence& sentence : document.sentences) sentence.words = sentence.tokens;
}

void Numbers::add(std::uint32_t value) {
  for (unsigned k = 0; k < 4; ++k) bytes_ += static_cast<char>((value >> (8 * k)) & 0xFF);
}

void Numbers::add_form(std::string_view form, TagLabel label) {
  const FormFeatures features = form_features(form);
  add(features.word);
  for (const std::uint16_t row : features.affixes) add(row);
  for (const std::uint16_t row : features.grams) add(row);
  add(label + 1U);
}

void Numbers::add_flags(const NameFlags& flags) {
  for (const std::uint8_t row : flags.rows) add(row);
}

}  // namespace entente
