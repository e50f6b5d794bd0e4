#include "extract/name_posts.h"

#include <algorithm>

#include "extract/headed_names.h"

namespace entente {
namespace {

using Where = HeadWord::Where;

constexpr std::uint32_t kLongestOwned = 10;  // words from a post to the comma before its holder
constexpr std::uint32_t kLongestPost = 6;    // words, "Minister for Foreign Affairs and Trade"

// Does "bin" at `at` make a name of the word before it?
bool given_name(const NameTokens& tokens, std::uint32_t at) {
  return at < tokens.range.end && (tokens[at].lower == "bin" || tokens[at].lower == "bint");
}

}  // namespace

bool told_title(const NameTokens& tokens, std::uint32_t i, std::uint32_t length,
                const Guess* guess) {
  const std::uint32_t past = i + length;
  if (const Gazetteer::Match match = tokens.known(i);
      match.name != nullptr && match.length > length)
    return match.name->type == "person";
  if (given_name(tokens, past)) return false;
  return guess == nullptr || guess->type == "person" || guess->tokens.end <= past + 1 ||
         tokens[past].lower != "and" ||
         last_head(tokens, guess->tokens.begin, guess->tokens.end) != guess->tokens.end;
}

std::uint32_t post_length(const NameTokens& tokens, std::uint32_t i, std::uint32_t end) {
  if (given_name(tokens, i + 1)) return 0;
  const auto role = tokens.role(i, tokens.range.end);
  if (!role) {
    const bool modifier = tokens.words.role_modifiers.contains(tokens[i].lower) && i + 1 < end;
    if (!modifier || (tokens.word_of_name(i + 1) && tokens.head(i + 1, Where::Last) != nullptr))
      return 0;  // "Communist Party"
    const std::uint32_t rest = post_length(tokens, i + 1, end);
    return rest == 0 ? 0 : rest + 1;
  }
  const std::uint32_t after = i + role->length;
  // "New Champions" of a name, but "Presidents NAME and NAME".
  if (role->value->back() == Words::kPlural && (after >= end || !tokens.word_of_name(after)))
    return 0;
  // "Foreign Ministry spokesperson", but "Chief Cabinet Secretary", "Chief of Army Staff"
  const bool office =
      role->length > 1 && (*role->value == "minister" || tokens[i + 1].lower == "of");
  for (std::uint32_t k = i + 1; !office && k + 1 < after; ++k) {
    if (tokens.head(k, Where::Last) != nullptr && tokens.word_of_name(k)) return 0;
  }
  if (role->length == 1 && after < end && tokens.head(after, Where::Last) != nullptr &&
      tokens.word_of_name(after))
    return 0;
  return std::min(role->length, end - i);
}

std::uint32_t portfolio_begin(const NameTokens& tokens, std::uint32_t begin, std::uint32_t end) {
  const auto post = tokens.role(end, tokens.range.end);
  if (!post || *post->value != "minister" || tokens.forms.capital(end)) return end;
  std::uint32_t first = end;
  for (std::uint32_t i = end; i-- > begin;) {
    const std::string& low = tokens[i].lower;
    if (tokens.words.portfolios.contains(low))
      first = i;
    else if (low != "and" && low != "," && low != "&")
      break;
  }
  return first;
}

std::uint32_t next_post(const NameTokens& tokens, std::uint32_t begin, std::uint32_t end) {
  for (std::uint32_t i = begin + 1; i < end; ++i) {
    const HeadWord* word = tokens.head(i, Where::Last);
    const bool body = word != nullptr && word->type == "organization" && !tokens.known_at(begin);
    if (const auto role = tokens.role(i, end); role && role->length > 1 && !body)
      return i;  // "Manhattan District Attorney", but not "Shura Council Chairman"
    // "Communist Party General Secretary": the post begins behind the organization word.
    if (tokens.head(i, Where::Last) != nullptr && tokens.word_of_name(i)) continue;
    if (post_length(tokens, i, end) > 0 ||
        (tokens.title(i, end) && !tokens.person_like(tokens[i].lower)))
      return i;
  }
  return end;
}

bool post_before(const NameTokens& tokens, std::uint32_t i) {
  if (i < tokens.range.begin + 2 || tokens[i - 1].lower != "of") return false;
  for (std::uint32_t begin = i - 1; begin > tokens.range.begin && i - begin < 5;) {
    --begin;
    const auto role = tokens.role(begin, i - 1);
    if (role && begin + role->length == i - 1) return true;
  }
  return false;
}

bool owned_post_before(const NameTokens& tokens, std::uint32_t at) {
  if (at < tokens.range.begin + 3 || tokens[at - 1].lower != ",") return false;
  for (std::uint32_t i = at - 2; i > tokens.range.begin && at - i <= kLongestOwned; --i) {
    if (tokens[i].tag == Tag::Punct || is_verb(tokens[i].tag)) return false;
    if (tokens[i].lower != "of") continue;
    for (std::uint32_t k = i; k-- > tokens.range.begin && i - k <= kLongestPost;) {
      const auto role = tokens.role(k, i);
      if (role && k + role->length == i) return role->value->back() != Words::kPlural;
    }
  }
  return false;
}

bool holder_behind(const NameTokens& tokens, std::uint32_t owner, std::uint32_t at,
                   std::uint32_t end) {
  std::uint32_t of = owner;
  if (of > tokens.range.begin && tokens[of - 1].lower == "the") --of;
  if (of < tokens.range.begin + 2 || tokens[of - 1].lower != "of") return false;
  --of;
  bool post = false;
  for (std::uint32_t k = of; k-- > tokens.range.begin && of - k <= kLongestPost;) {
    const auto role = tokens.role(k, of);
    post = post || (role && k + role->length == of && role->value->back() != Words::kPlural);
  }
  return post && tokens.plain_words(at, end) >= 2;
}

}  // namespace entente
