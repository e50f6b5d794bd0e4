#include "extract/delegations.h"

#include <map>
#include <utility>
#include <vector>

#include "extract/match.h"
#include "extract/syntax.h"

namespace entente {

void find_delegations(Document& document, const std::vector<LocalEntity>& entities) {
  std::map<std::int32_t, std::vector<Member>> named;  // of a delegation's entity
  std::size_t p = 0;
  for (const Sentence& sentence : document.sentences) {
    const Syntax syntax(document, sentence);
    if (!syntax.parsed()) continue;
    std::vector<std::pair<std::int32_t, std::vector<Member>>> here;
    {
      const Matcher matcher(document, entities, syntax);
      for (std::size_t q = p;
           q < document.phrases.size() && document.phrases[q].tokens.begin < sentence.tokens.end;
           ++q) {
        const Phrase& phrase = document.phrases[q];
        if (phrase.tokens.begin < sentence.tokens.begin || phrase.members.size() != 1) continue;
        std::vector<Member> members = matcher.came_along(syntax.head_of(phrase.tokens));
        if (!members.empty()) here.emplace_back(phrase.members.front().entity, std::move(members));
      }
    }
    for (; p < document.phrases.size() && document.phrases[p].tokens.begin < sentence.tokens.end;
         ++p) {
      Phrase& phrase = document.phrases[p];
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
