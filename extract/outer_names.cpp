#include "extract/outer_names.h"

namespace entente {

std::optional<std::uint32_t> name_at(const Document& document, std::uint32_t token) {
  auto name =
      first_from(document.mentions, document.sentences[sentence_of(document, token)].tokens.begin);
  for (; name != document.mentions.end() && name->tokens.begin <= token; ++name) {
    if (!name->nested && name->entity >= 0 && token < name->tokens.end)
      return static_cast<std::uint32_t>(name - document.mentions.begin());
  }
  return std::nullopt;
}

const Mention* next_name(const Document& document, std::size_t m) {
  for (std::size_t k = m + 1; k < document.mentions.size(); ++k) {
    if (!document.mentions[k].nested) return &document.mentions[k];
  }
  return nullptr;
}

}  // namespace entente
