#include "extract/cut_words.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace entente {
namespace {

// First parts that the treebanks leave on their word.
constexpr std::array<std::string_view, 25> kPrefixes = {
    "anti",  "arch",   "co",   "counter", "cross", "e",   "ex",   "inter", "intra",
    "micro", "mid",    "mini", "multi",   "neo",   "non", "over", "post",  "pre",
    "pro",   "psycho", "re",   "semi",    "socio", "sub", "un"};

bool word_character(std::string_view form, std::size_t at) {
  const char32_t c = decode_at(form, at).value;
  return is_letter(c) || is_digit(c);
}

}  // namespace

std::vector<std::uint32_t> hyphen_parts(std::string_view form) {
  const auto whole = static_cast<std::uint32_t>(form.size());
  const std::size_t first = form.find('-');
  if (first == std::string_view::npos || first == 0 ||
      form.find_first_of("@/:") != std::string_view::npos)
    return {whole};
  const std::string start = lower(form.substr(0, first));
  if (std::find(kPrefixes.begin(), kPrefixes.end(), start) != kPrefixes.end()) return {whole};
  std::vector<std::uint32_t> parts;
  std::size_t begin = 0;
  for (std::size_t at = first; at != std::string_view::npos; at = form.find('-', at + 1)) {
    if (at == begin || at + 1 >= form.size() || !word_character(form, at + 1)) return {whole};
    parts.push_back(static_cast<std::uint32_t>(at - begin));
    parts.push_back(1);
    begin = at + 1;
  }
  parts.push_back(static_cast<std::uint32_t>(form.size() - begin));
  return parts;
}

std::string word_form(const Document& document, const Word& word) {
  const std::string_view written = slice(document.article.text, word.span);
  if (std::all_of(written.begin(), written.end(),
                  [](char c) { return static_cast<unsigned char>(c) < 0x80; }))
    return std::string(written);
  std::string form;
  for (std::size_t at = 0; at < written.size();) {
    const CodePoint c = decode_at(written, at);
    at += c.length;
    switch (c.value) {
      case 0x2018:
      case 0x2019:
        form += '\'';
        break;
      case 0x201C:
      case 0x201D:
        form += '"';
        break;
      case 0x2010:
      case 0x2011:
      case 0x2013:
        form += '-';
        break;
      case 0x2026:
        form += "...";
        break;
      case 0xAD:
        break;
      default:
        append_utf8(form, c.value);
    }
  }
  return form.empty() ? std::string(written) : form;
}

void cut_words(Document& document) {
  document.words.clear();
  document.words.reserve(document.tokens.size());
  for (Sentence& sentence : document.sentences) {
    sentence.words.begin = static_cast<std::uint32_t>(document.words.size());
    for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
      std::uint32_t begin = document.tokens[i].span.begin;
      for (const std::uint32_t length : hyphen_parts(text_of(document, document.tokens[i]))) {
        Word word;
        word.span = {begin, begin + length};
        word.token = i;
        document.words.push_back(word);
        begin += length;
      }
    }
    sentence.words.end = static_cast<std::uint32_t>(document.words.size());
  }
}

}  // namespace entente
