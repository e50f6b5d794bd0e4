#pragma once
// The tokens of a document as names are looked for in them. Tested by tests/extract/names_test.cpp.

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
};

// Needs times.
TokenForms token_forms(const Document& document);

}  // namespace entente
