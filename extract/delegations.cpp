#include "extract/delegations.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "extract/listed.h"
#include "extract/match.h"
#include "extract/syntax.h"

namespace entente {

namespace {

using Named = std::map<std::int32_t, std::vector<Member>>;  // by the delegation's entity

// Whom the phrases [first, last) of a sentence name as having come with their delegation.
Named named_in(const Document& document, const std::vector<LocalEntity>& entities,
               const Sentence& sentence, std::size_t first, std::size_t last) {
  const auto begin = document.tokens.begin();
  Named named;
  if (std::none_of(begin + sentence.tokens.begin, begin + sentence.tokens.end, names_delegation))
    return named;
  const Syntax syntax(document, sentence);
  if (!syntax.parsed()) return named;
  const Matcher matcher(document, entities, syntax);
  for (std::size_t p = first; p < last; ++p) {
    const Phrase& phrase = document.phrases[p];
    if (phrase.members.size() != 1) continue;
    std::vector<Member> members = matcher.came_along(syntax.head_of(phrase.tokens));
    if (!members.empty()) named[phrase.members.front().entity] = std::move(members);
  }
  return named;
}

void add_with_link(const Document& document, const Member& one, Phrase& phrase) {
  Member member = phrase.members.front();
  member.entity = one.entity;
  member.links.push_back(
      {span_of(document, member.head), span_of(document, one.head), "delegation"});
  phrase.members.push_back(std::move(member));
}

bool speaks_of_delegation(const Document& document, TokenRange range) {
  const auto begin = document.tokens.begin();
  return std::any_of(begin + range.begin, begin + range.end,
                     [](const Token& token) { return token.lemma == "delegation"; });
}

// The country of "the Kenyan delegation"; nullopt = not said.
std::optional<std::int32_t> country_of_delegation(const Document& document, TokenRange range) {
  for (const Mention& name : document.mentions) {
    if (name.entity < 0 || name.type != "country" || name.tokens.begin < range.begin ||
        name.tokens.end >= range.end)
      continue;
    if (document.tokens[name.tokens.end].lemma == "delegation") return name.entity;
  }
  return std::nullopt;
}

// "Members of the delegation:" above a list: whoever stands in it came with the delegation of which
// that line speaks, else the text before it.
void take_listed(Document& document, const std::vector<LocalEntity>& entities) {
  for (const ListOfPeople& list : find_lists(document)) {
    const TokenRange heading = document.sentences[list.heading].tokens;
    if (!speaks_of_delegation(document, heading)) continue;
    const std::optional<std::int32_t> country = country_of_delegation(document, heading);
    std::optional<std::int32_t> group;
    bool several = false;
    for (const Phrase& phrase : document.phrases) {
      if (phrase.members.size() != 1 || !speaks_of_delegation(document, phrase.tokens) ||
          (country && country_of_delegation(document, phrase.tokens) != country))
        continue;
      const std::int32_t entity = phrase.members.front().entity;
      if (phrase.tokens.begin >= heading.end) {
        several = several || (group && *group != entity);
        if (!group) group = entity;
        continue;
      }
      group = entity;
    }
    if (several && !country) continue;
    if (!group) continue;
    const std::vector<Member> members = listed_members(document, entities, list);
    for (Phrase& phrase : document.phrases) {
      if (phrase.members.size() != 1 || phrase.members.front().entity != *group ||
          !speaks_of_delegation(document, phrase.tokens))
        continue;
      for (const Member& one : members) add_with_link(document, one, phrase);
    }
  }
}

// "The delegation included X and Y": they came with it, whatever is told of it elsewhere.
void take_included(Document& document, const std::vector<LocalEntity>& entities) {
  std::map<std::int32_t, std::vector<Member>> included;
  for (const Sentence& sentence : document.sentences) {
    if (!speaks_of_delegation(document, sentence.tokens)) continue;
    const Syntax syntax(document, sentence);
    if (!syntax.parsed()) continue;
    const Matcher matcher(document, entities, syntax);
    for (std::uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
      const std::string& lemma = document.tokens[t].lemma;
      if ((lemma != "include" && lemma != "comprise") || !is_verb(document.tokens[t].tag)) continue;
      const auto subject = syntax.subject(t);
      if (!subject || document.tokens[*subject].lemma != "delegation") continue;
      const std::vector<Member> group = matcher.members_at(*subject);
      if (group.size() != 1) continue;
      for (const std::uint32_t object : syntax.objects(t)) {
        for (const Member& one : matcher.members_at(object)) {
          if (entities[static_cast<std::size_t>(one.entity)].type == "person")
            included[group.front().entity].push_back(one);
        }
      }
    }
  }
  for (Phrase& phrase : document.phrases) {
    if (phrase.members.size() != 1 || !speaks_of_delegation(document, phrase.tokens)) continue;
    const auto found = included.find(phrase.members.front().entity);
    if (found == included.end()) continue;
    for (const Member& one : found->second) add_with_link(document, one, phrase);
  }
}

}  // namespace

void find_delegations(Document& document, const std::vector<LocalEntity>& entities) {
  take_listed(document, entities);
  take_included(document, entities);
  Named named;
  std::size_t first = 0;
  for (const Sentence& sentence : document.sentences) {
    std::size_t last = first;
    while (last < document.phrases.size() &&
           document.phrases[last].tokens.begin < sentence.tokens.end)
      ++last;
    Named here = named_in(document, entities, sentence, first, last);
    for (; first < last; ++first) {
      Phrase& phrase = document.phrases[first];
      if (phrase.members.size() != 1) continue;
      const auto found = named.find(phrase.members.front().entity);
      if (found == named.end()) continue;
      for (const Member& one : found->second) add_with_link(document, one, phrase);
    }
    for (auto& [entity, members] : here) named[entity] = std::move(members);
  }
}

}  // namespace entente
