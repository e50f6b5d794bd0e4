#include "extract/person_names.h"

#include <algorithm>
#include <unordered_set>

#include "extract/name_posts.h"

namespace entente {
namespace {

using Strings = std::unordered_set<std::string_view>;

const Strings kSaying = {"say",       "tell",      "add",     "note",     "warn",      "argue",
                         "stress",    "announce",  "explain", "claim",    "believe",   "tweet",
                         "write",     "reply",     "insist",  "comment",  "reiterate", "affirm",
                         "emphasize", "emphasise", "urge",    "describe", "state",     "recall",
                         "admit",     "deny"};

}  // namespace

bool all_words(const NameTokens& tokens, TokenRange range) {
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    if (tokens.forms.acronym(i) || tokens.ordinal(i) || tokens[i].lower == "of" ||
        tokens[i].lower == "and")
      return false;
  }
  return true;
}

bool speaks(const NameTokens& tokens, TokenRange range) {
  for (std::uint32_t i = range.end; i < std::min(range.end + 3, tokens.range.end); ++i) {
    if (is_verb(tokens[i].tag)) return kSaying.contains(tokens[i].lemma);
    if (tokens[i].tag != Tag::Adv && tokens[i].tag != Tag::Aux) break;
  }
  return range.begin > tokens.range.begin && is_verb(tokens[range.begin - 1].tag) &&
         kSaying.contains(tokens[range.begin - 1].lemma) && range.end < tokens.range.end &&
         tokens[range.end].tag == Tag::Punct;
}

bool acts_like_person(const NameTokens& tokens, TokenRange range) {
  if (speaks(tokens, range)) return true;
  if (range.end + 1 >= tokens.range.end || tokens[range.end].lower != ",") return false;
  std::uint32_t i = range.end + 1;
  if (tokens[i].tag == Tag::Num && i + 1 < tokens.range.end && tokens[i + 1].lower == ",")
    return true;
  for (std::uint32_t k = 0; k < 6 && i < tokens.range.end; ++k, ++i) {
    if (const auto role = tokens.role(i, tokens.range.end)) return true;
    if (tokens[i].tag == Tag::Punct || is_verb(tokens[i].tag) || tokens[i].tag == Tag::Adp)
      return false;
  }
  return false;
}

bool looks_like_person(const NameTokens& tokens, TokenRange range) {
  if (range.size() < 2 || range.size() > 6 || !all_words(tokens, range)) return false;
  if (range.begin > tokens.range.begin && tokens[range.begin - 1].lower == "the") return false;
  const std::string& first = tokens.forms.folded[range.begin];
  const std::string& last = tokens.forms.folded[range.end - 1];
  if (tokens.words.family_first.contains(first) && range.size() <= 4) {
    return !tokens.words.is_common(tokens[range.begin + 1].lower) ||
           tokens.words.forenames.contains(last) || acts_like_person(tokens, range);
  }
  if (tokens.words.forenames.contains(first))
    return !tokens.words.is_common(tokens[range.end - 1].lower) ||
           tokens.words.surnames.contains(last);
  if (tokens.words.surnames.contains(last) && !tokens.words.is_common(tokens[range.begin].lower))
    return true;
  return tokens.forms.initial(range.begin) && !tokens.words.is_common(tokens[range.end - 1].lower);
}

bool called_like_person(const NameTokens& tokens, TokenRange range) {
  if (range.size() < 2 || range.size() > 4 ||
      !tokens.words.forenames.contains(tokens.forms.folded[range.begin]) ||
      tokens.plain_words(range.begin, range.end) < range.size())
    return false;
  return acts_like_person(tokens, range) || owned_post_before(tokens, range.begin);
}

bool surname_of_person(const NameTokens& tokens, TokenRange range) {
  return range.size() == 2 && tokens.words.forenames.contains(tokens.forms.folded[range.begin]) &&
         tokens.head(range.end - 1, HeadWord::Where::Last)->type == "place" &&
         (acts_like_person(tokens, range) || owned_post_before(tokens, range.begin));
}

bool known_is_person(const NameTokens& tokens, std::uint32_t begin, const Gazetteer::Match& match,
                     std::uint32_t stop) {
  const std::uint32_t next = begin + match.length;
  if (match.length > 1 || next >= stop || match.name->kind == KnownName::Kind::Demonym ||
      !tokens.word_of_name(next))
    return false;
  if (next + 2 <= stop && post_before(tokens, begin)) return false;  // "Mayor of Nairobi NAME NAME"
  if (match.name->kind == KnownName::Kind::City &&
      (match.name->weak || tokens.person_like(tokens[begin].lower)))
    return !tokens.known_at(next) || match.name->weak;
  if (!tokens.words.forenames.contains(tokens.forms.folded[begin]) &&
      !tokens.words.family_first.contains(tokens.forms.folded[begin]))
    return false;
  return !tokens.known_at(next) && !tokens.words.is_common(tokens[next].lower);
}

}  // namespace entente
