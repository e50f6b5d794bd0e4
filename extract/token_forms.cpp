#include "extract/token_forms.h"

#include "base/utf8.h"

namespace entente {

TokenForms token_forms(const Document& document) {
  TokenForms forms;
  forms.folded.reserve(document.tokens.size());
  forms.written.reserve(document.tokens.size());
  for (const Token& token : document.tokens) {
    forms.folded.push_back(fold(token.lower));
    forms.written.push_back(text_of(document, token));
  }
  forms.in_time.assign(document.tokens.size(), false);
  for (const TimeMention& time : document.times) {
    for (std::uint32_t i = time.tokens.begin; i < time.tokens.end; ++i) forms.in_time[i] = true;
  }
  return forms;
}

}  // namespace entente
