#pragma once
// The tokens of a document as names are looked for in them: what the form of each one tells,
// whatever stands beside it. Tested by tests/extract/names_test.cpp.

#include <string>
#include <string_view>
#include <vector>

#include "extract/document.h"

namespace entente {

struct TokenForms {  // one entry a token each
  std::vector<std::string> folded;
  std::vector<std::string_view> written;  // in the article's text, which must outlive them
  std::vector<bool> in_time;              // part of words that tell a time

  bool initial(std::uint32_t token) const {  // "J."
    return written[token].size() == 2 && written[token][1] == '.';
  }
  // Begins with a capital, perhaps behind an article: "al-Masri".
  bool capital(std::uint32_t i) const;
  // "el-Masri", which ends a name; false behind the last token.
  bool with_article(std::uint32_t i) const;
  bool mark(std::uint32_t i) const;  // begins with neither letter nor digit
  bool acronym(std::uint32_t i) const;
  bool participle(std::uint32_t i) const;  // "UK-led": what somebody is, no part of his name
  bool year_word(std::uint32_t i) const;   // "2024"
};

// Needs times.
TokenForms token_forms(const Document& document);

}  // namespace entente
