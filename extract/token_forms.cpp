#include "extract/token_forms.h"

#include <unordered_set>

#include "base/utf8.h"

namespace entente {

bool TokenForms::capital(std::uint32_t i) const {
  const std::string_view form = written[i];
  if (const char32_t first = decode_at(form, 0).value; is_upper(first)) return is_latin(first);
  const std::size_t hyphen = form.find('-');  // "al-Masri"
  return hyphen != std::string_view::npos && hyphen <= 3 && hyphen + 1 < form.size() &&
         is_upper(decode_at(form, hyphen + 1).value) && !is_digit(decode_at(form, 0).value);
}

bool TokenForms::mark(std::uint32_t i) const {
  const char32_t first = decode_at(written[i], 0).value;
  return !is_letter(first) && !is_digit(first);
}

bool TokenForms::acronym(std::uint32_t i) const {
  const std::string_view form = written[i];
  std::size_t capitals = 0;
  for (const char c : form) {
    if (c >= 'A' && c <= 'Z') ++capitals;
    if (c >= 'a' && c <= 'z' && form.size() < 5) return false;
  }
  return capitals >= 2 && capitals * 2 > form.size();
}

bool TokenForms::participle(std::uint32_t i) const {
  static const std::unordered_set<std::string_view> kParticiples = {"based", "led",   "backed",
                                                                    "born",  "owned", "run"};
  const std::size_t hyphen = written[i].rfind('-');
  return hyphen != std::string_view::npos && kParticiples.contains(written[i].substr(hyphen + 1));
}

bool TokenForms::with_article(std::uint32_t i) const {
  return i < written.size() && capital(i) && is_lower(decode_at(written[i], 0).value);
}

bool TokenForms::year_word(std::uint32_t i) const {
  return written[i].size() == 4 && is_digit(static_cast<unsigned char>(written[i][0]));
}

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
