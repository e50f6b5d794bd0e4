#include "extract/acting_states.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>

namespace entente {
namespace {

using Strings = std::unordered_set<std::string_view>;

// What acts for a state where its name or adjective stands before.
const Strings kOrgans = {"government", "authority", "cabinet",  "parliament", "ministry",
                         "army",       "military",  "senate",   "congress",   "foreign",
                         "regime",     "navy",      "official", "side",       "delegation"};
const Strings kSays = {"say", "announce", "declare", "state", "confirm", "tell"};
// Who does so speaks for the state that will do it.
const Strings kCommits = {"pledge", "promise", "vow", "announce", "commit"};
const Strings kHeads = {"head-of-state", "head-of-government", "minister"};  // of roles.tsv
const Strings kOwn = {"its", "their"};

// The words between a noun and the verb that it hangs on, none of which opens a clause.
bool nominal(Deprel deprel) {
  static const std::unordered_set<std::string_view> kNominal = {
      "obj", "obl", "nmod", "iobj", "conj", "appos", "compound", "amod", "flat", "nummod"};
  return kNominal.contains(universal(deprel));
}

}  // namespace

std::optional<std::int32_t> ActingStates::country_of(const Mention& mention) const {
  if (mention.entity < 0) return std::nullopt;
  const std::string& type = entities_[static_cast<std::size_t>(mention.entity)].type;
  return type == "country" ? std::optional(mention.entity) : std::nullopt;
}

// The state whose name or organ `head` heads: "Kenya", "government" of "Kenya's government".
std::optional<std::uint32_t> ActingStates::state_at(const Syntax& syntax,
                                                    std::uint32_t head) const {
  const bool organ = kOrgans.contains(syntax.token(head).lemma);
  for (std::uint32_t m = mention_from(document_, syntax.range().begin);
       m < document_.mentions.size(); ++m) {
    const Mention& name = document_.mentions[m];
    if (name.tokens.begin > head) break;
    if (!country_of(name)) continue;
    const std::uint32_t word = syntax.head_of(name.tokens);
    if (!name.demonym && !name.nested && word == head) return m;
    if (!organ || word >= head) continue;
    // Inside the noun phrase: "Kenyan", "Kenya's", "the government of Kenya" stands behind.
    std::uint32_t up = word;
    for (int steps = 0; up != head && steps < 4; ++steps) {
      const Deprel deprel = syntax.deprel(up);
      if (deprel != Deprel::Amod && deprel != Deprel::NmodPoss && deprel != Deprel::Compound &&
          universal(deprel) != "flat")
        break;
      const auto above = syntax.head(up);
      if (!above) break;
      up = *above;
    }
    if (up == head) return m;
  }
  return state_of_person(syntax, head);
}

// "Kenyan President NAME": who speaks for the state.
std::optional<std::uint32_t> ActingStates::state_of_person(const Syntax& syntax,
                                                           std::uint32_t head) const {
  const TokenRange range = syntax.range();
  auto role = first_from(document_.roles, range.begin);
  for (; role != document_.roles.end() && role->tokens.begin <= head; ++role) {
    if (role->person < 0 || role->owners.empty() || role->inferred || !kHeads.contains(role->kind))
      continue;
    const TokenRange name = document_.mentions[static_cast<std::size_t>(role->person)].tokens;
    if (head < std::min(name.begin, role->tokens.begin) || head >= name.end) continue;
    if (country_of(document_.mentions[role->owners.front()])) return role->owners.front();
  }
  return std::nullopt;
}

std::optional<std::uint32_t> ActingStates::subject_of(const Syntax& syntax,
                                                      std::uint32_t verb) const {
  const auto subject = syntax.child(verb, "nsubj");
  if (!subject) return std::nullopt;
  // "Kenya and Austria agreed"
  for (const std::uint32_t child : syntax.children(*subject)) {
    if (syntax.is(child, "conj")) return std::nullopt;
  }
  return state_at(syntax, *subject);
}

bool ActingStates::acts_on_another(const Syntax& syntax, std::uint32_t verb,
                                   std::int32_t state) const {
  const TokenRange range = syntax.range();
  for (std::uint32_t m = mention_from(document_, range.begin); m < document_.mentions.size(); ++m) {
    const Mention& other = document_.mentions[m];
    if (other.tokens.begin >= range.end) break;
    const auto country = country_of(other);
    if (!country || *country == state) continue;
    std::uint32_t up = syntax.head_of(other.tokens);
    bool own = false;  // "its ambassador to Kenya"
    for (std::uint32_t steps = 0; steps < range.size() && up != verb; ++steps) {
      if (!nominal(syntax.deprel(up))) break;
      const auto above = syntax.head(up);
      if (!above) break;
      up = *above;
      const auto owner = up == verb ? std::nullopt : syntax.child(up, "nmod");
      own = own || (owner && kOwn.contains(syntax.token(*owner).lower));
    }
    if (up == verb && !own) return true;
  }
  return false;
}

bool ActingStates::names_another(std::uint32_t sentence, std::int32_t state) const {
  const TokenRange range = document_.sentences[sentence].tokens;
  for (std::uint32_t m = mention_from(document_, range.begin); m < document_.mentions.size(); ++m) {
    const Mention& other = document_.mentions[m];
    if (other.tokens.begin >= range.end) break;
    const auto country = country_of(other);
    if (country && *country != state) return true;
  }
  return false;
}

std::optional<std::uint32_t> ActingStates::of_sentence(std::uint32_t sentence) const {
  const Syntax syntax(document_, document_.sentences[sentence]);
  const TokenRange range = syntax.range();
  if (!syntax.parsed()) {
    for (std::uint32_t m = mention_from(document_, range.begin); m < document_.mentions.size();
         ++m) {
      const Mention& name = document_.mentions[m];
      if (name.tokens.begin > range.begin + 1) break;
      const auto country = country_of(name);
      std::uint32_t next = name.tokens.end;
      const bool organ = next < range.end && kOrgans.contains(document_.tokens[next].lemma);
      if (name.demonym && organ) ++next;
      const bool verb = next < range.end && (is_verb(document_.tokens[next].tag) ||
                                             document_.tokens[next].tag == Tag::Aux);
      if (country && verb && name.demonym == organ && !name.nested &&
          !names_another(sentence, *country))
        return m;
    }
    return std::nullopt;
  }
  for (std::uint32_t verb = range.begin; verb < range.end; ++verb) {
    if (syntax.head(verb)) continue;
    if (const auto state = subject_of(syntax, verb)) {
      const std::int32_t entity = document_.mentions[*state].entity;
      return acts_on_another(syntax, verb, entity) ? std::nullopt : state;
    }
    // "Kenya has dropped its demand, a source said."
    if (!kSays.contains(syntax.token(verb).lemma)) return std::nullopt;
    for (const std::uint32_t said : syntax.children(verb)) {
      if (!syntax.is(said, "ccomp") && !syntax.is(said, "parataxis")) continue;
      if (said > verb) continue;
      const auto state = subject_of(syntax, said);
      if (state && !acts_on_another(syntax, said, document_.mentions[*state].entity)) return state;
    }
    return std::nullopt;
  }
  return std::nullopt;
}

std::optional<std::uint32_t> ActingStates::served_by(const Role& role) const {
  const Mention& person = document_.mentions[static_cast<std::size_t>(role.person)];
  const Syntax syntax(document_, document_.sentences[person.sentence]);
  if (!syntax.parsed()) return std::nullopt;
  const std::uint32_t begin = std::min(role.tokens.begin, person.tokens.begin);
  const std::uint32_t end = std::max(role.tokens.end, person.tokens.end);
  const std::uint32_t name = syntax.head_of({begin, end});
  if (!syntax.is(name, "nsubj")) return std::nullopt;
  const auto verb = syntax.head(name);
  if (!verb) return std::nullopt;
  const auto above = syntax.head(*verb);
  // "Kenya signed after NAME spoke"
  if (above && syntax.is(*verb, "advcl") && syntax.child(*verb, "mark")) {
    const auto state = subject_of(syntax, *above);
    if (state && !acts_on_another(syntax, *above, document_.mentions[*state].entity)) return state;
    return std::nullopt;
  }
  // "Kenya had doubts, but NAME agreed"
  if (above && syntax.is(*verb, "conj")) {
    const auto state = subject_of(syntax, *above);
    const bool alone = state && !names_another(person.sentence, document_.mentions[*state].entity);
    return alone ? state : std::nullopt;
  }
  // "Kenya will sign, NAME pledged": the clause is what he says, or he stands beside it.
  const std::string& says = syntax.token(*verb).lemma;
  const bool commits = kCommits.contains(says);
  if (!commits && !kSays.contains(says)) return std::nullopt;
  std::optional<std::uint32_t> said;
  if (above && syntax.is(*verb, "parataxis")) said = *above;
  for (const std::uint32_t child : syntax.children(*verb)) {
    if (!said && (syntax.is(child, "ccomp") || syntax.is(child, "parataxis"))) said = child;
  }
  if (!said) return std::nullopt;
  const auto state = subject_of(syntax, *said);
  if (!state) return std::nullopt;
  const bool alone = !names_another(person.sentence, document_.mentions[*state].entity);
  return commits || alone ? state : std::nullopt;
}

}  // namespace entente
