#include "extract/delegations.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "extract/fillers.h"
#include "extract/groups.h"
#include "extract/listed.h"
#include "extract/syntax.h"

namespace entente {

namespace {

// More than articles have; a hostile text stays bounded.
constexpr std::size_t kMostPhrases = 50;
constexpr std::size_t kMostMembers = 100;
constexpr std::size_t kMostDelegations = 50;

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
  auto name = first_from(document.mentions, range.begin);
  for (; name != document.mentions.end() && name->tokens.begin < range.end; ++name) {
    if (name->entity >= 0 && name->type == "country" && name->tokens.end < range.end &&
        document.tokens[name->tokens.end].lemma == "delegation")
      return name->entity;
  }
  return std::nullopt;
}

// The phrases that stand for a delegation and nobody else yet.
std::vector<std::size_t> delegations_of(const Document& document) {
  std::vector<std::size_t> found;
  for (std::size_t p = 0; p < document.phrases.size(); ++p) {
    const Phrase& phrase = document.phrases[p];
    if (phrase.members.size() == 1 && speaks_of_delegation(document, phrase.tokens))
      found.push_back(p);
  }
  return found;
}

// Adds `members` wherever the delegation is spoken of, so often as articles do.
void add_everywhere(Document& document, std::int32_t delegation,
                    const std::vector<Member>& members) {
  std::size_t count = 0;
  for (const std::size_t p : delegations_of(document)) {
    Phrase& phrase = document.phrases[p];
    if (phrase.members.front().entity != delegation) continue;
    for (const Member& one : members) add_with_link(document, one, phrase);
    if (++count == kMostPhrases) return;
  }
}

// The delegation of which the words above a list speak: one of that country where it is said; else
// the last one before, or the only one of the text.
std::optional<std::int32_t> delegation_of(const Document& document, TokenRange heading) {
  const std::optional<std::int32_t> country = country_of_delegation(document, heading);
  std::optional<std::int32_t> before;
  std::optional<std::int32_t> behind;
  for (const std::size_t p : delegations_of(document)) {
    const Phrase& phrase = document.phrases[p];
    if (country && country_of_delegation(document, phrase.tokens) != country) continue;
    const std::int32_t entity = phrase.members.front().entity;
    if (phrase.tokens.begin < heading.end) {
      before = entity;
    } else if (behind && *behind != entity) {
      return before;
    } else {
      behind = entity;
    }
  }
  return before ? before : behind;
}

using Groups = std::map<std::int32_t, std::vector<Member>>;  // by the delegation's entity

std::vector<Member> people_of(std::vector<Member> members,
                              const std::vector<LocalEntity>& entities) {
  std::erase_if(members, [&](const Member& one) {
    return entities[static_cast<std::size_t>(one.entity)].type != "person";
  });
  return members;
}

// Who came with the delegation, each once.
void note(const std::vector<Member>& people, std::int32_t delegation, Groups& groups) {
  for (const Member& one : people) {
    std::vector<Member>& members = groups[delegation];
    const bool known = std::ranges::any_of(
        members, [&](const Member& other) { return other.entity == one.entity; });
    if (!known && members.size() < kMostMembers && groups.size() < kMostDelegations)
      members.push_back(one);
  }
}

// "Members of the delegation:" above a list: who stands in it came with the delegation.
void take_listed(const Document& document, const std::vector<LocalEntity>& entities,
                 Groups& groups) {
  for (const ListOfPeople& list : find_lists(document)) {
    const TokenRange heading = document.sentences[list.heading].tokens;
    if (!speaks_of_delegation(document, heading)) continue;
    if (const auto delegation = delegation_of(document, heading))
      note(listed_members(document, entities, list), *delegation, groups);
  }
}

// "The delegation" of a sentence is the only one that was named before it; else nullopt.
std::optional<std::int32_t> only_before(const Document& document, std::uint32_t token) {
  std::optional<std::int32_t> found;
  for (const std::size_t p : delegations_of(document)) {
    const Phrase& phrase = document.phrases[p];
    if (phrase.tokens.begin >= token) break;
    const std::int32_t entity = phrase.members.front().entity;
    if (found && *found != entity) return std::nullopt;
    found = entity;
  }
  return found;
}

// "X will lead the delegation": he comes with it.
void take_leaders(const Document& document, const std::vector<LocalEntity>& entities,
                  Groups& groups) {
  std::size_t count = 0;
  for (const Sentence& sentence : document.sentences) {
    if (!speaks_of_delegation(document, sentence.tokens)) continue;
    if (++count > kMostDelegations) return;
    const Syntax syntax(document, sentence);
    if (!syntax.parsed()) continue;
    const Fillers fillers(document, syntax);
    for (std::uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
      const std::string& lemma = document.tokens[t].lemma;
      if ((lemma != "lead" && lemma != "head") || !is_verb(document.tokens[t].tag) ||
          syntax.passive(t))
        continue;
      const auto subject = syntax.subject(t);
      for (const std::uint32_t object : syntax.objects(t)) {
        if (!subject || document.tokens[object].lemma != "delegation" ||
            object == sentence.tokens.begin || document.tokens[object - 1].lower != "the")
          continue;
        if (const auto delegation = only_before(document, sentence.tokens.begin))
          note(people_of(fillers.members_at(*subject), entities), *delegation, groups);
      }
    }
  }
}

// "The delegation included X and Y": they came with it, whatever is told of it elsewhere.
void take_included(const Document& document, const std::vector<LocalEntity>& entities,
                   Groups& groups) {
  for (const Sentence& sentence : document.sentences) {
    if (!speaks_of_delegation(document, sentence.tokens)) continue;
    const Syntax syntax(document, sentence);
    if (!syntax.parsed()) continue;
    const Fillers fillers(document, syntax);
    for (std::uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
      const std::string& lemma = document.tokens[t].lemma;
      if ((lemma != "include" && lemma != "comprise") || !is_verb(document.tokens[t].tag)) continue;
      const auto subject = syntax.subject(t);
      if (!subject || document.tokens[*subject].lemma != "delegation") continue;
      const std::vector<Member> group = fillers.members_at(*subject);
      if (group.size() != 1) continue;
      for (const std::uint32_t object : syntax.objects(t))
        note(people_of(fillers.members_at(object), entities), group.front().entity, groups);
    }
  }
}

// The phrase right behind "of" or "from" and this one; nullptr = there is none.
const Phrase* sender_behind(const Document& document, std::size_t phrase) {
  const std::vector<Token>& tokens = document.tokens;
  std::uint32_t at = document.phrases[phrase].tokens.end;
  if (at + 1 >= tokens.size() || (tokens[at].lower != "of" && tokens[at].lower != "from") ||
      phrase + 1 >= document.phrases.size())
    return nullptr;
  at += tokens[at + 1].lower == "the" ? 2 : 1;
  const Phrase& sender = document.phrases[phrase + 1];
  return sender.tokens.begin == at && !sender.members.empty() && !sender.possessive ? &sender
                                                                                    : nullptr;
}

// "a delegation from the Green Party": the party, which has a name.
void name_senders(Document& document, const std::vector<LocalEntity>& entities) {
  const auto type_of = [&](const Member& member) -> const std::string& {
    return entities[static_cast<std::size_t>(member.entity)].type;
  };
  for (std::size_t p = 0; p < document.phrases.size(); ++p) {
    Phrase& phrase = document.phrases[p];
    if (phrase.members.empty() || type_of(phrase.members.front()) != kGroupType ||
        !speaks_of_delegation(document, phrase.tokens))
      continue;
    const Phrase* sender = sender_behind(document, p);
    if (sender == nullptr) continue;
    const Member& named = sender->members.front();
    const std::string& type = type_of(named);
    if (type != "organization" && type != "party" && type != "country") continue;
    add_with_link(document, named, phrase);
    phrase.members.front() = std::move(phrase.members.back());
    phrase.members.pop_back();
    // "a delegation from the Green Party and President NAME"
    const std::uint32_t joint = sender->tokens.end;
    if (p + 2 >= document.phrases.size() || document.tokens[joint].lower != "and") continue;
    const Phrase& beside = document.phrases[p + 2];
    const Tag next = beside.tokens.end < document.tokens.size()
                         ? document.tokens[beside.tokens.end].tag
                         : Tag::Punct;
    if (beside.tokens.begin != joint + 1 || beside.members.empty() || beside.possessive ||
        type_of(beside.members.front()) != "person" || is_verb(next) || next == Tag::Aux)
      continue;
    phrase.members.insert(phrase.members.end(), beside.members.begin(), beside.members.end());
  }
}

}  // namespace

void find_delegations(Document& document, const std::vector<LocalEntity>& entities) {
  Groups came;
  take_leaders(document, entities, came);
  take_listed(document, entities, came);
  take_included(document, entities, came);
  for (const auto& [delegation, members] : came) add_everywhere(document, delegation, members);
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
      for (const Member& one : found->second) add_with_link(document, one, phrase);
    }
    for (auto& [entity, members] : here) named[entity] = std::move(members);
  }
  name_senders(document, entities);
}

}  // namespace entente
