#include "extract/role_holders.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>

namespace entente {
namespace {

using Strings = std::unordered_set<std::string_view>;

const Strings kRanks = {"military", "religious", "royal", "academic"};  // of data/words/roles.tsv
const Strings kCounterparts = {"counterpart", "counterparts", "number", "numbers", "colleague"};

}  // namespace

const Mention& holder_of(const Document& document, const Role& role) {
  return document.mentions[static_cast<std::size_t>(role.person)];
}

TokenRange holders_sentence(const Document& document, const Role& role) {
  return document.sentences[holder_of(document, role).sentence].tokens;
}

bool holder_acts(const Document& document, const Role& role) {
  const Mention& person = holder_of(document, role);
  const TokenRange sentence = holders_sentence(document, role);
  const std::uint32_t begin = std::min(role.tokens.begin, person.tokens.begin);
  const std::uint32_t end = std::max(role.tokens.end, person.tokens.end);
  if (end < sentence.end && document.tokens[end].lower == "'s") return true;
  if (begin > sentence.begin && document.tokens[begin - 1].lower == "by") return true;
  for (std::uint32_t i = begin; i < end; ++i) {
    const Token& token = document.tokens[i];
    if (token.head == kNotParsed) return begin == sentence.begin;
    if (begin <= token.head && token.head < end && token.head != i) continue;
    // "X and Minister NAME met"
    const Token& first = token.deprel == Deprel::Conj ? document.tokens[token.head] : token;
    return first.deprel == Deprel::Nsubj || first.deprel == Deprel::NsubjPass;
  }
  return false;
}

std::optional<std::size_t> post_of(const Document& document, std::size_t r) {
  const auto counterpart = [&](const Role& role) {
    return kCounterparts.contains(document.tokens[role.title.end - 1].lower);
  };
  const Role& role = document.roles[r];
  if (!counterpart(role)) return r;
  const std::uint32_t sentence = sentence_of(document, role.tokens.begin);
  for (std::size_t k = r; k-- > 0;) {
    const Role& before = document.roles[k];
    if (before.tokens.begin < document.sentences[sentence].tokens.begin) break;
    // "Foreign Minister Prince NAME"
    const bool office = !kRanks.contains(before.kind) && !counterpart(before);
    if (office && before.person >= 0 && before.person != role.person) return k;
  }
  return std::nullopt;
}

}  // namespace entente
