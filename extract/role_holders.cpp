#include "extract/role_holders.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>

namespace entente {
namespace {

using Strings = std::unordered_set<std::string_view>;

const Strings kRanks = {"military", "religious", "royal", "academic"};  // of data/words/roles.tsv
const Strings kPrivate = {"other", "academic", "media", "business"};    // likewise
const Strings kCounterparts = {"counterpart", "counterparts", "number", "numbers", "colleague"};

// "Foreign Minister" of "Foreign Minister Prince NAME, founder of the League"
bool is_office(const Document& document, const Role& role) {
  return role.person >= 0 && !kRanks.contains(role.kind) && !kPrivate.contains(role.kind) &&
         !is_counterpart(document, role);
}

// The one person, by his entity, whom `range` names; -1 = nobody, or several.
std::int32_t only_person(const Document& document, TokenRange range) {
  std::int32_t only = -1;
  for (std::uint32_t m = mention_from(document, range.begin);
       m < document.mentions.size() && document.mentions[m].tokens.begin < range.end; ++m) {
    const Mention& named = document.mentions[m];
    if (named.type != "person" || named.entity < 0 || named.entity == only) continue;
    if (only >= 0) return -1;
    only = named.entity;
  }
  return only;
}

// "NAIROBI, Feb 15: Foreign Minister NAME on Wednesday assured"
bool opens_clause(const Document& document, TokenRange sentence, std::uint32_t i) {
  static const Strings kOpeners = {":", "-", "--", "–", "—", "that"};
  return i == sentence.begin || kOpeners.contains(document.tokens[i - 1].lower);
}

bool verb_follows(const Document& document, TokenRange sentence, std::uint32_t i) {
  const auto passed_over = [&](std::uint32_t t) {
    return document.tokens[t].tag == Tag::Adv || document.tokens[t].lower == "on" ||
           std::ranges::any_of(document.times, [&](const TimeMention& time) {
             return time.tokens.begin <= t && t < time.tokens.end;
           });
  };
  while (i < sentence.end && passed_over(i)) ++i;
  return i < sentence.end && is_finite(document.tokens[i].tag);
}

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
  if (opens_clause(document, sentence, begin) && verb_follows(document, sentence, end)) return true;
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

bool is_counterpart(const Document& document, const Role& role) {
  return kCounterparts.contains(document.tokens[role.title.end - 1].lower);
}

std::optional<std::size_t> post_of(const Document& document, std::size_t r) {
  const Role& role = document.roles[r];
  if (!is_counterpart(document, role)) return r;
  const TokenRange sentence = document.sentences[sentence_of(document, role.tokens.begin)].tokens;
  for (std::size_t k = r; k-- > 0;) {
    const Role& before = document.roles[k];
    if (before.tokens.begin < sentence.begin) break;
    if (is_office(document, before) && before.person != role.person) return k;
  }
  const std::int32_t other = only_person(document, {sentence.begin, role.tokens.begin});
  if (other < 0) return std::nullopt;
  for (std::size_t k = r; k-- > 0;) {
    const Role& before = document.roles[k];
    if (is_office(document, before) && holder_of(document, before).entity == other) return k;
  }
  return std::nullopt;
}

}  // namespace entente
