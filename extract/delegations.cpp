#include "extract/delegations.h"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include "extract/fillers.h"
#include "extract/syntax.h"

namespace entente {

namespace {

using Named = std::map<std::int32_t, std::vector<Member>>;  // by the delegation's entity

// Whom the phrases [first, last) of a sentence name as having come with their delegation.
Named named_in(const Document& document, const Sentence& sentence, std::size_t first,
               std::size_t last) {
  const auto begin = document.tokens.begin();
  Named named;
  if (std::none_of(begin + sentence.tokens.begin, begin + sentence.tokens.end, names_delegation))
    return named;
  const Syntax syntax(document, sentence);
  if (!syntax.parsed()) return named;
  const Fillers fillers(document, syntax);
  for (std::size_t p = first; p < last; ++p) {
    const Phrase& phrase = document.phrases[p];
    if (phrase.members.size() != 1) continue;
    std::vector<Member> members = fillers.came_along(syntax.head_of(phrase.tokens));
    if (!members.empty()) named[phrase.members.front().entity] = std::move(members);
  }
  return named;
}

}  // namespace

void find_delegations(Document& document) {
  Named named;
  std::size_t first = 0;
  for (const Sentence& sentence : document.sentences) {
    std::size_t last = first;
    while (last < document.phrases.size() &&
           document.phrases[last].tokens.begin < sentence.tokens.end)
      ++last;
    Named here = named_in(document, sentence, first, last);
    for (; first < last; ++first) {
      Phrase& phrase = document.phrases[first];
      if (phrase.members.size() != 1) continue;
      const auto found = named.find(phrase.members.front().entity);
      if (found == named.end()) continue;
      const Member group = phrase.members.front();
      for (const Member& one : found->second) {
        Member member = group;
        member.entity = one.entity;
        member.links.push_back(
            {span_of(document, group.head), span_of(document, one.head), "delegation"});
        phrase.members.push_back(std::move(member));
      }
    }
    for (auto& [entity, members] : here) named[entity] = std::move(members);
  }
}

}  // namespace entente
