#include "extract/described_papers.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>

#include "extract/names.h"

namespace entente {
namespace {

using Strings = std::unordered_set<std::string_view>;

const Strings kSigning = {"sign", "signing", "ink", "initial", "ratify", "conclude"};
const Strings kCounts = {"several",  "many",     "multiple", "new",  "other", "various",
                         "numerous", "separate", "such",     "same", "first", "last"};

bool modifies(const NameTokens& tokens, std::uint32_t i) {
  return tokens[i].tag == Tag::Noun ||
         (tokens[i].tag == Tag::Adj && !kCounts.contains(tokens[i].lower));
}

// One past "of understanding", "on trade and culture"; not of a longer list.
std::uint32_t past_subject(const NameTokens& tokens, std::uint32_t end,
                           std::string_view preposition) {
  const auto noun = [&](std::uint32_t i) {
    return i < tokens.range.end && !tokens.forms.capital(i) && !tokens.forms.in_time[i] &&
           (tokens[i].tag == Tag::Noun || tokens[i].lower == "understanding");
  };
  if (end >= tokens.range.end || tokens[end].lower != preposition) return end;
  const bool adjective = end + 1 < tokens.range.end && tokens[end + 1].tag == Tag::Adj &&
                         !tokens.forms.capital(end + 1);  // "on strategic partnership"
  if (!noun(adjective ? end + 2 : end + 1)) return end;
  const std::uint32_t begin = end;
  end += adjective ? 2 : 1;
  while (noun(end) || (end < tokens.range.end && tokens[end].lower == "and" && noun(end + 1)))
    ++end;
  if (adjective && end < tokens.range.end && tokens[end].lower == ",") return begin;
  return end;
}

}  // namespace

void find_papers(const NameTokens& tokens, SentenceMentions& found) {
  const bool signing =
      std::any_of(tokens.all.begin() + tokens.range.begin, tokens.all.begin() + tokens.range.end,
                  [](const Token& token) {
                    return kSigning.contains(token.lemma) || kSigning.contains(token.lower);
                  });
  if (!signing) return;
  for (std::uint32_t i = tokens.range.begin; i < tokens.range.end; ++i) {
    const Token& token = tokens[i];
    if (token.tag != Tag::Noun || tokens.forms.capital(i)) continue;
    const HeadWord* word = tokens.head(i, HeadWord::Where::Last);
    if ((word == nullptr || word->type != "agreement") && token.lemma != "document") continue;
    std::uint32_t begin = i;
    while (begin > tokens.range.begin && !tokens.forms.capital(begin - 1) &&
           !tokens.forms.in_time[begin - 1] && modifies(tokens, begin - 1))
      --begin;
    const std::uint32_t end = past_subject(tokens, past_subject(tokens, i + 1, "of"), "on");
    // "11 agreements", "a contract": new ones, not those that were spoken of
    const bool counted =
        begin > tokens.range.begin &&
        (tokens[begin - 1].tag == Tag::Num || tokens[begin - 1].lower == "several" ||
         tokens[begin - 1].lower == "a" || tokens[begin - 1].lower == "an");
    if (end - begin > 1 || counted) found.add({begin, end}, "agreement", kDescribed);
    i = end - 1;
  }
}

}  // namespace entente
