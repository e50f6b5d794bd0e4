#include "extract/near_owners.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_set>

#include "extract/role_holders.h"

namespace entente {
namespace {

using Strings = std::unordered_set<std::string_view>;

const Strings kCompanions = {"accompanied", "escorted", "flanked"};

// Posts of a state, too, behind one of which the state is said.
const Strings kInList = {"security", "military", "judge", "spokesperson"};
const Strings kPrivate = {"business", "media", "academic", "other"};
const Strings kJoints = {"and", ",", "&", "as", "well", "the", "including", "with"};
const Strings kStays = {"visit", "trip", "arrive", "arrival", "travel", "fly", "stay"};

bool verb_between(const Document& document, std::uint32_t begin, std::uint32_t end) {
  for (std::uint32_t i = begin; i < end; ++i) {
    if (is_verb(document.tokens[i].tag)) return true;
  }
  return false;
}

// "a visit to Kenya in 2022; a meeting with President NAME"
bool another_thing(const Document& document, TokenRange range) {
  return std::any_of(document.tokens.begin() + range.begin, document.tokens.begin() + range.end,
                     [](const Token& token) { return token.lower == ";"; });
}

}  // namespace

std::optional<std::uint32_t> NearOwners::owner_near(std::size_t r) const {
  const Role& role = document_.roles[r];
  if (const auto by = companion_of(role)) return owner_of_traveller(*by, role);
  const bool its = document_.tokens[role.tokens.begin].lower == "its";
  std::optional<std::uint32_t> owner = owner_in_list(r);
  if (!owner && its && !kPrivate.contains(role.kind)) owner = owner_before(role);
  if (owner || !posts_.of_state(role)) return owner;
  owner = owner_where(role);
  if (!owner) owner = owner_in_place(role);
  if (!owner) owner = owner_visited(role);
  if (!owner) owner = owner_of_pronoun(role);
  if (!owner && !posts_.another_s(role)) owner = owner_by_title(role);
  if (!owner && !posts_.another_s(role)) owner = owner_served(role);
  return owner;
}

std::optional<std::uint32_t> NearOwners::owner_in_list(std::size_t r) const {
  if (r == 0) return std::nullopt;
  const Role& role = document_.roles[r];
  if (!posts_.of_state(role) && !kInList.contains(role.kind)) return std::nullopt;
  const Role& before = document_.roles[r - 1];
  const auto country = offices_.country_of(before);
  if (!country || before.person < 0 || offices_.taken(*country, role)) return std::nullopt;
  const Mention& person = holder_of(document_, before);
  if (person.sentence != holder_of(document_, role).sentence ||
      person.tokens.begin < before.tokens.begin)
    return std::nullopt;
  for (std::uint32_t i = person.tokens.end; i < role.tokens.begin; ++i) {
    if (!kJoints.contains(document_.tokens[i].lower)) return std::nullopt;
  }
  return before.owners.front();
}

std::optional<std::uint32_t> NearOwners::companion_of(const Role& role) const {
  const std::uint32_t begin = holders_sentence(document_, role).begin;
  for (std::uint32_t i = role.tokens.begin; i > begin + 1; --i) {
    if (document_.tokens[i - 1].lower == "by" &&
        kCompanions.contains(document_.tokens[i - 2].lower))
      return i - 2;
    if (is_verb(document_.tokens[i - 1].tag)) return std::nullopt;
  }
  return std::nullopt;
}

// Who comes with a visitor is of the visitor's country, not of the host's.
std::optional<std::uint32_t> NearOwners::owner_of_traveller(std::uint32_t by,
                                                            const Role& role) const {
  const std::uint32_t begin = holders_sentence(document_, role).begin;
  std::optional<std::uint32_t> owner;
  for (const Mention& name : document_.mentions) {
    if (name.tokens.begin >= by) break;
    if (name.tokens.begin < begin || name.type != "person") continue;
    const auto country = offices_.country_of_person(name.entity);
    owner = country ? std::optional(countries_.first_mention(*country)) : std::nullopt;
  }
  return owner;
}

// "Kenya rejected the plan. Its envoy, NAME, said": whoever acted in the sentence before, if that
// names no other body.
std::optional<std::uint32_t> NearOwners::owner_before(const Role& role) const {
  const std::uint32_t s = holder_of(document_, role).sentence;
  const TokenRange here = document_.sentences[s].tokens;
  if (s == 0 || role.tokens.begin != here.begin) return std::nullopt;
  const TokenRange before = document_.sentences[s - 1].tokens;
  std::optional<std::uint32_t> actor;
  for (std::uint32_t m = mention_from(document_, before.begin);
       m < document_.mentions.size() && document_.mentions[m].tokens.begin < before.end; ++m) {
    const Mention& named = document_.mentions[m];
    if (named.nested || named.demonym || named.entity < 0) continue;
    const std::string& type = countries_.type_of(named.entity);
    const bool body = type == "organization" || type == "party";
    const Token& last = document_.tokens[named.tokens.end - 1];
    const Deprel does = last.deprel;
    // A sentence that names one actor only has no tree.
    const bool opens = last.head == kNotParsed && named.tokens.begin <= before.begin + 1;
    if (actor) {
      if (body && named.entity != document_.mentions[*actor].entity) return std::nullopt;
    } else if (opens || does == Deprel::Nsubj || does == Deprel::NsubjPass) {
      if (!body && type != "country") return std::nullopt;
      actor = m;
    } else if (body) {
      return std::nullopt;
    }
  }
  return actor;
}

// "in Kenya, where X met President Y"
std::optional<std::uint32_t> NearOwners::owner_where(const Role& role) const {
  const std::uint32_t floor = holders_sentence(document_, role).begin;
  for (std::uint32_t i = role.tokens.begin; i-- > floor + 1;) {
    const std::string& low = document_.tokens[i].lower;
    if (low == ";") return std::nullopt;
    if (low != "where" || document_.tokens[i - 1].lower != ",") continue;
    for (std::uint32_t m = mention_from(document_, floor);
         m < document_.mentions.size() && document_.mentions[m].tokens.begin < i; ++m) {
      if (document_.mentions[m].tokens.end != i - 1) continue;
      const auto country = countries_.country_at(m);
      if (country && !offices_.taken(document_.mentions[*country].entity, role)) return country;
    }
    return std::nullopt;
  }
  return std::nullopt;
}

// "In Kenya, X met President Y": who acts may come from elsewhere.
std::optional<std::uint32_t> NearOwners::owner_in_place(const Role& role) const {
  const TokenRange sentence = holders_sentence(document_, role);
  const std::uint32_t in =
      document_.tokens[sentence.begin].lower == "while" ? sentence.begin + 1 : sentence.begin;
  if (in + 1 >= sentence.end || document_.tokens[in].lower != "in") return std::nullopt;
  const std::uint32_t m = mention_from(document_, in + 1);
  if (m >= document_.mentions.size() || document_.mentions[m].tokens.begin != in + 1)
    return std::nullopt;
  const std::uint32_t end = document_.mentions[m].tokens.end;
  if (end >= sentence.end || document_.tokens[end].lower != ",") return std::nullopt;
  const auto country = countries_.country_at(m);
  if (!country || offices_.taken(document_.mentions[*country].entity, role) ||
      !verb_between(document_, end, role.tokens.begin))
    return std::nullopt;
  return country;
}

// "During his visit to Kenya, X met President Y", "X arrived in Nairobi and met President Y"
std::optional<std::uint32_t> NearOwners::owner_visited(const Role& role) const {
  const TokenRange sentence = holders_sentence(document_, role);
  for (std::uint32_t m = mention_from(document_, sentence.begin);
       m < document_.mentions.size() && document_.mentions[m].tokens.begin < role.tokens.begin;
       ++m) {
    const std::uint32_t begin = document_.mentions[m].tokens.begin;
    if (begin < sentence.begin + 2) continue;
    const std::string& to = document_.tokens[begin - 1].lower;
    const Token& stay = document_.tokens[begin - 2];
    if ((to != "to" && to != "in") || !kStays.contains(stay.lemma)) continue;
    const auto country = countries_.country_at(m);
    const TokenRange between{document_.mentions[m].tokens.end, role.tokens.begin};
    if (country && !offices_.taken(document_.mentions[*country].entity, role) &&
        verb_between(document_, between.begin, between.end) && !another_thing(document_, between))
      return country;
  }
  return std::nullopt;
}

// "Kenya sent its foreign minister, NAME", "Kenyan President X sent his foreign minister, NAME"
std::optional<std::uint32_t> NearOwners::owner_of_pronoun(const Role& role) const {
  const std::string& whose = document_.tokens[role.tokens.begin].lower;
  const bool its = whose == "its";
  if (!its && whose != "his" && whose != "her") return std::nullopt;
  const TokenRange sentence = holders_sentence(document_, role);
  for (std::uint32_t m = mention_from(document_, role.tokens.begin);
       m-- > 0 && document_.mentions[m].tokens.begin >= sentence.begin;) {
    const Mention& named = document_.mentions[m];
    if (named.nested || named.entity < 0) continue;
    const std::string& type = countries_.type_of(named.entity);
    if (its) {
      if (named.demonym || type == "person" || type == "place") continue;
      return type == "country" && !offices_.taken(named.entity, role) ? std::optional(m)
                                                                      : std::nullopt;
    }
    if (type != "person") continue;
    const auto country = offices_.country_of_person(named.entity);
    if (!country || offices_.taken(*country, role)) return std::nullopt;
    return countries_.first_mention(*country);
  }
  return std::nullopt;
}

// "Taoiseach NAME", "Secretary of State NAME": one state only of the article calls it so.
std::optional<std::uint32_t> NearOwners::owner_by_title(const Role& role) const {
  const auto* few = posts_.of_few(role);
  const bool title = is_capital(document_, document_.tokens[role.title.begin]);
  if (few == nullptr || !title) return std::nullopt;
  std::optional<std::int32_t> only;
  for (const auto& [country, m] : countries_.all()) {
    if (!few->contains(countries_.id_of(country))) continue;
    if (only) return std::nullopt;
    only = country;
  }
  if (!only || offices_.taken(*only, role)) return std::nullopt;
  return countries_.first_mention(*only);
}

// "Kenya signed after Premier NAME spoke", "Kenya will sign. Premier NAME said"
std::optional<std::uint32_t> NearOwners::owner_served(const Role& role) const {
  if (const auto state = states_.served_by(role))
    return offices_.taken(document_.mentions[*state].entity, role) ? std::nullopt : state;
  const std::uint32_t s = holder_of(document_, role).sentence;
  if (s == 0 || !is_body(s) || !is_body(s - 1) ||
      role.tokens.begin != document_.sentences[s].tokens.begin || !holder_acts(document_, role))
    return std::nullopt;
  const auto state = states_.of_sentence(s - 1);
  if (!state || offices_.taken(document_.mentions[*state].entity, role)) return std::nullopt;
  // A paper's own minister needs no country, whoever acted before, nor does one of where it is.
  const std::int32_t country = document_.mentions[*state].entity;
  const bool alone = !offices_.names_abroad(document_.sentences[s - 1].tokens, role, country);
  // A new paragraph goes on with the country of a person only where it names it.
  const std::uint32_t before = document_.sentences[s - 1].tokens.begin;
  const std::uint32_t after = document_.sentences[s].tokens.begin;
  const bool of_person =
      std::any_of(first_from(document_.roles, before), first_from(document_.roles, after),
                  [&](const Role& one) {
                    return one.person >= 0 && !one.owners.empty() && one.owners.front() == *state;
                  });
  if (of_person && document_.sentences[s - 1].block != document_.sentences[s].block &&
      !countries_.names_land(document_.sentences[s].tokens, country))
    return std::nullopt;
  const std::optional<std::int32_t> place = countries_.dateline();
  const TokenRange here = document_.sentences[s].tokens;
  for (const auto& [other, m] : countries_.all()) {
    if (other == country || offices_.taken(other, role)) continue;
    if (place == other && !countries_.names(here, country)) return std::nullopt;
    if (countries_.id_of(other) ==
        (countries_.outlets_id() == nullptr ? std::string() : *countries_.outlets_id()))
      return std::nullopt;
    if (countries_.outlets_id() == nullptr && !alone &&
        countries_.weight(other) >= kByFar * countries_.weight(country))
      return std::nullopt;
  }
  return state;
}

bool NearOwners::is_body(std::uint32_t sentence) const {
  return document_.blocks[document_.sentences[sentence].block].kind == BlockKind::Body;
}

bool NearOwners::guest_of(const Role& role, std::int32_t country) const {
  const TokenRange sentence = holders_sentence(document_, role);
  const TokenRange name = holder_of(document_, role).tokens;
  const std::uint32_t verb = std::max(role.tokens.end, name.end);
  if (verb + 1 >= sentence.end || !holder_acts(document_, role)) return false;
  const std::string& does = document_.tokens[verb].lemma;
  if (does == "meet" || does == "receive" || does == "host") {
    const auto other = first_from(document_.roles, verb + 1);
    return other != document_.roles.cend() && other->tokens.begin <= verb + 2 &&
           other->person >= 0 && other->person != role.person && !other->inferred &&
           offices_.country_of(*other) == country &&
           document_.mentions[other->owners.front()].tokens.begin <= verb + 2;
  }
  for (auto other = first_from(document_.roles, verb + 1);
       other != document_.roles.cend() && other->tokens.begin < sentence.end; ++other) {
    // "co-chaired talks with Kenyan Foreign Minister Y"
    if (document_.tokens[other->tokens.begin - 1].lower == "with" && other->person >= 0 &&
        other->person != role.person && !other->inferred && offices_.country_of(*other) == country)
      return true;
  }
  const bool to = document_.tokens[verb + 1].tag == Tag::Adp;
  if (does != "visit" && !(to && kStays.contains(does))) return false;
  const std::uint32_t m = mention_from(document_, verb + 1);
  if (m >= document_.mentions.size() || document_.mentions[m].tokens.begin > verb + (to ? 2 : 1))
    return false;
  return countries_.land_or_capital(document_.mentions[m], country);
}

}  // namespace entente
