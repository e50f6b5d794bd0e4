#include "extract/name_runs.h"

#include <string_view>
#include <unordered_set>

#include "extract/headed_names.h"

namespace entente {
namespace {

using Where = HeadWord::Where;
using Strings = std::unordered_set<std::string_view>;

const Strings kKeepsOf = {"organization", "event", "agreement", "initiative",
                          "party",        "place", "award"};

// "Industry and Trade" in "Ministry of Industry and Trade", "Belt and Road Initiative"; not
// "China and Vietnam".
bool joins(const NameTokens& tokens, std::uint32_t begin, std::uint32_t at) {
  bool after_of = false;
  for (std::uint32_t i = begin; i < at; ++i)
    after_of =
        after_of || tokens[i].lower == "of" || tokens[i].lower == "for" || tokens[i].lower == "on";
  const std::uint32_t next = at + 1;
  if (tokens.known_at(at - 1) || tokens.known_at(next) || tokens.role(next, tokens.range.end) ||
      tokens.role(at - 1, at))
    return false;
  std::uint32_t end = next;
  while (end < tokens.range.end && tokens.word_of_name(end)) ++end;
  const HeadWord* right = tokens.head(end - 1, Where::Last);
  if (right == nullptr &&
      end < tokens.range.end) {  // "Two Corridors and One Economic Circle strategy"
    right = tokens.words.head(tokens[end].lower, Where::Last);
    if (right != nullptr && right->type != "initiative") right = nullptr;
  }
  // "Centers for Water and Forest Services"
  const HeadWord* first =
      tokens[begin + 1].lower == "for" ? tokens.head(begin, Where::First) : nullptr;
  if (first != nullptr && first->type == "organization" && right != nullptr &&
      right->type == "organization" && end - next >= 2 && at == begin + 3 &&
      tokens.head(at - 1, Where::Last) == nullptr)
    return true;
  if (after_of)
    return right == nullptr && tokens.words.is_common(tokens[at - 1].lower) &&
           tokens.words.is_common(tokens[next].lower) && end - next <= 3;
  const HeadWord* left = tokens.head(at - 1, Where::Last);
  if (right == nullptr || end - next < 2 || (left != nullptr && left->type != "initiative"))
    return false;
  for (std::uint32_t i = begin; i < at; ++i) {
    if (tokens.person_like(tokens[i].lower) && !tokens.words.is_common(tokens[i].lower))
      return false;
  }
  return true;
}

// Does a name go on after "of"? After a word such as "ministry", not after a post or a person.
bool keeps_of(const NameTokens& tokens, std::uint32_t begin, std::uint32_t of) {
  std::uint32_t last = of - 1;
  if (tokens[last].lower == ")" && last >= begin + 3) last -= 3;
  const HeadWord* found = tokens.head(last, Where::Last, tokens.numbered(begin));
  if (found == nullptr) found = tokens.head(last, Where::First);
  return found != nullptr && kKeepsOf.contains(found->type);
}

// Where the run goes on after the word or joint at `at`; 0 = it ends before `at`.
std::uint32_t after_joint(const NameTokens& tokens, std::uint32_t begin, std::uint32_t at,
                          bool quoted) {
  if (tokens.word_of_name(at)) return at + 1;
  if (tokens.forms.in_time[at]) return 0;
  const std::string& low = tokens[at].lower;
  const std::uint32_t next = at + 1;
  if (low == "'s") {  // "People's Congress", but not "Vietnam's National Assembly"
    const bool common =
        tokens.words.is_common(tokens[at - 1].lower) && tokens.known(at - 1).length != 1;
    return common && tokens.word_of_name(next) ? next + 1 : 0;
  }
  if (low == "'") {  // "Workers' Party"
    const std::string& owner = tokens[at - 1].lower;
    return owner.ends_with('s') && tokens.words.is_common(owner) && tokens.word_of_name(next)
               ? next + 1
               : 0;
  }
  const std::uint32_t skip =
      next < tokens.range.end && tokens[next].lower == "the" ? next + 1 : next;
  if (low == "of") {
    // "Secretary of State": a post of several words.
    const auto post = tokens.role(at - 1, tokens.range.end);
    if (post && post->length > 2) return at - 1 + post->length;
    // "Ministry of Industry and Trade of Kenya"
    const Gazetteer::Match country =
        skip < tokens.range.end ? tokens.known(skip) : Gazetteer::Match{};
    if (country.name != nullptr && country.name->type == "country" &&
        country.name->kind == KnownName::Kind::Name && last_head(tokens, begin, at) > begin)
      return skip + country.length;
  }
  if (low == "of")
    return skip < tokens.range.end &&
                   (tokens.word_of_name(skip) ||
                    (tokens.ordinal(skip) && tokens.word_of_name(skip + 1))) &&
                   keeps_of(tokens, begin, at)
               ? skip + 1
               : 0;
  if (low == "for" || low == "on" || low == "against") {
    const HeadWord* before = tokens.head(at - 1, Where::Last);
    if (before == nullptr) before = tokens.head(at - 1, Where::First);  // "Center for ..."
    return before != nullptr && at - begin >= 1 && tokens.word_of_name(skip) &&
                   (low == "for" ||
                    (before->type != "place" && before->type != "award" && !tokens.known_at(skip)))
               ? skip + 1
               : 0;
  }
  // "Institute for Research in Environmental Sciences", not "Institute in Nairobi".
  if (low == "in" && tokens.word_of_name(next) && !tokens.known_at(next) &&
      tokens.words.is_common(tokens[next].lower) && last_head(tokens, begin, at) > begin)
    return next + 1;
  if (low == "and" || low == "&")
    return tokens.word_of_name(next) && (quoted || joins(tokens, begin, at)) ? next + 1 : 0;
  if (low == "(" && at + 3 < tokens.range.end && tokens.forms.acronym(next) &&
      tokens[at + 2].lower == ")" && tokens.head(at + 3, Where::Last) != nullptr &&
      tokens.word_of_name(at + 3)) {
    return at + 4;
  }
  if (low == "(" && at + 4 < tokens.range.end && tokens.forms.acronym(next) &&
      tokens[at + 2].lower == ")" && tokens.word_of_name(at + 3) && tokens.word_of_name(at + 4) &&
      tokens.head(at + 4, Where::Last) != nullptr) {
    return at + 5;
  }
  const bool arabic = low == "bin" || low == "ibn" || low == "bint";
  if (tokens.particle(at) && tokens.word_of_name(next) && at > begin &&
      (arabic || tokens.person_like(tokens[at - 1].lower)))
    return next + 1;
  return 0;
}

}  // namespace

std::uint32_t run_end(const NameTokens& tokens, std::uint32_t begin) {
  const bool quoted = begin > tokens.range.begin && tokens.opening_quote(begin - 1);
  std::uint32_t end = begin + 1;
  if (const auto match = tokens.known(begin); match.name != nullptr) end = begin + match.length;
  while (end < tokens.range.end) {
    const std::uint32_t next = after_joint(tokens, begin, end, quoted);
    if (next == 0) break;
    end = next;
  }
  return end;
}

}  // namespace entente
