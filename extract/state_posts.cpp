#include "extract/state_posts.h"

#include <string>
#include <string_view>
#include <unordered_set>

#include "extract/role_holders.h"

namespace entente {
namespace {

using Strings = std::unordered_set<std::string_view>;

const Strings kStateKinds = {"head-of-state", "head-of-government", "minister"};
const Strings kStateTitles = {"president", "minister"};  // "vice president"
constexpr std::uint32_t kKinWords = 8;                   // tokens from "son of" to a post

}  // namespace

bool StatePosts::of_state(const Role& role) const {
  for (std::uint32_t i = role.tokens.begin; i < role.title.end; ++i) {
    if (words_.former.contains(document_.tokens[i].lower)) return false;
  }
  if (regional(role)) return false;
  return kStateKinds.contains(role.kind) || justice(role) ||
         words_.offices.listed(document_.tokens, role.title) ||
         kStateTitles.contains(document_.tokens[role.title.end - 1].lower);
}

bool StatePosts::once_of_state(const Role& role) const {
  const bool head = role.kind == "head-of-government" || role.kind == "head-of-state";
  return !of_state(role) && head && !regional(role) && !another_s(role);
}

// "Chief Justice", not "Social Justice".
bool StatePosts::justice(const Role& role) const {
  const std::string& first = document_.tokens[role.title.begin].lower;
  return document_.tokens[role.title.end - 1].lower == "justice" &&
         (role.title.size() == 1 || first == "chief" || first == "associate");
}

// "King NAME", not "Prince NAME": of a state.
bool StatePosts::reigns(const Role& role) const {
  return role.kind == "royal" && words_.offices.listed(document_.tokens, role.title);
}

// "Chief Minister", "First Minister": of a part of a state.
bool StatePosts::regional(const Role& role) const {
  const std::uint32_t last = role.title.end - 1;
  return last > role.title.begin && document_.tokens[last].lower == "minister" &&
         (document_.tokens[last - 1].lower == "chief" ||
          document_.tokens[last - 1].lower == "first");
}

bool StatePosts::unique(const Role& role) const {
  if (role.kind == "head-of-state" || role.kind == "head-of-government" || reigns(role))
    return true;
  return role.title.size() > 1 &&
         (role.kind == "minister" || document_.tokens[role.title.end - 1].lower == "president");
}

bool StatePosts::another_s(const Role& role) const {
  const auto capital = [&](std::uint32_t i) {
    const Token& token = document_.tokens[i];
    return (token.tag == Tag::Adj || token.tag == Tag::Propn) && is_capital(document_, token);
  };
  const bool head = role.kind == "head-of-state" || role.kind == "head-of-government";
  const std::uint32_t word = role.title.begin;
  const bool inside = capital(word) &&
                      !words_.role_modifiers.contains(document_.tokens[word].lower) &&
                      !words_.roles.find(document_.tokens, word, role.title.end);
  if (head && inside) return true;
  if (role.tokens.begin == holders_sentence(document_, role).begin) return false;
  if (head && capital(role.tokens.begin - 1)) return true;
  const Token& before = document_.tokens[role.tokens.begin - 1];
  static const Strings kKin = {"son",    "daughter", "wife",   "husband", "widow", "brother",
                               "sister", "father",   "mother", "nephew",  "niece", "cousin"};
  const std::uint32_t first = holders_sentence(document_, role).begin;
  for (std::uint32_t t = role.tokens.begin;
       t-- > first + 1 && role.tokens.begin - t <= kKinWords;) {
    const Token& token = document_.tokens[t];
    if (token.tag == Tag::Punct || is_verb(token.tag)) break;
    if (token.lower == "of" && kKin.contains(document_.tokens[t - 1].lower))
      return true;  // "the son of President NAME and Vice President NAME"
  }
  static const Strings kHis = {"his", "her", "their"};
  return before.tag == Tag::Noun &&
         role.tokens.begin >= holders_sentence(document_, role).begin + 2 &&
         kHis.contains(document_.tokens[role.tokens.begin - 2].lower);
}

std::string StatePosts::key_of(const Role& role) const {
  const std::string& last = document_.tokens[role.title.end - 1].lower;
  const bool chosen = last.ends_with("elect") || last.ends_with("designate");
  if (!chosen && (role.kind == "head-of-state" || role.kind == "head-of-government"))
    return role.kind;
  std::string key;
  for (std::uint32_t i = role.title.begin; i < role.title.end; ++i)
    key += document_.tokens[i].lower + ' ';
  return key;
}

}  // namespace entente
