#include "extract/home_owners.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>

#include "extract/role_holders.h"

namespace entente {
namespace {

using Strings = std::unordered_set<std::string_view>;

const Strings kMeets = {"meet", "receive", "welcome", "greet", "host", "thank", "join"};

constexpr std::uint32_t kEnough = 4;       // mentions of the country that an article is about
constexpr std::uint32_t kEnoughAlone = 2;  // where it names no other
constexpr std::uint32_t kNear = 5;         // tokens

}  // namespace

std::optional<std::uint32_t> HomeOwners::owner_at_home(const Role& role) const {
  std::optional<std::uint32_t> owner = owner_of_dateline(role);
  if (!owner) owner = home_of_dateline(role);
  if (!owner) owner = home_of_outlet(role);
  return owner ? owner : most_told(role);
}

// "VIENNA, 3 May - Kenyan President X met Chancellor Y."
std::optional<std::uint32_t> HomeOwners::owner_of_dateline(const Role& role) const {
  const auto country = countries_.dateline();
  const auto person = static_cast<std::uint32_t>(role.person);
  if (!country || countries_.weight(*country) < 2 || offices_.taken(*country, role))
    return std::nullopt;
  const Token& name = document_.tokens[document_.mentions[person].tokens.end - 1];
  if (name.head == kNotParsed || !kMeets.contains(document_.tokens[name.head].lemma))
    return std::nullopt;
  const TokenRange sentence = holders_sentence(document_, role);
  bool guest = false;  // a name or a pronoun, the pronoun's person being one of the report
  for (std::uint32_t m = mention_from(document_, sentence.begin);
       m < document_.mentions.size() && document_.mentions[m].tokens.begin < sentence.end; ++m) {
    const Mention& named = document_.mentions[m];
    if (named.entity < 0 || named.nested || m == person) continue;
    if (countries_.type_of(named.entity) == "country" && named.entity != *country)
      return std::nullopt;
    if (countries_.type_of(named.entity) != "person") continue;
    const auto from = offices_.country_of_person(named.entity);
    if (from == country) return std::nullopt;
    guest = guest || from.has_value();
  }
  for (std::uint32_t i = sentence.begin; i < sentence.end; ++i)
    guest =
        guest || (document_.tokens[i].tag == Tag::Pron && document_.tokens[i].head == name.head);
  return guest ? std::optional(countries_.first_mention(*country)) : std::nullopt;
}

// "NAIROBI, Nov 9 - Finance Minister X said": no other country is told of more often.
std::optional<std::uint32_t> HomeOwners::home_of_dateline(const Role& role) const {
  const auto country = countries_.dateline();
  if (!country || countries_.weight(*country) < kEnoughAlone || !holder_acts(document_, role) ||
      offices_.taken(*country, role) || abroad_before(role, *country))
    return std::nullopt;
  // A paper that writes from abroad may tell of its own country's guests there.
  if (countries_.outlets_id() != nullptr && countries_.id_of(*country) != *countries_.outlets_id())
    return std::nullopt;
  for (const auto& [other, m] : countries_.all()) {
    if (other != *country && !offices_.taken(other, role) &&
        countries_.weight(other) > countries_.weight(*country))
      return std::nullopt;
  }
  return countries_.first_mention(*country);
}

// A paper says "the foreign minister" of its own country's, unless it writes from another.
std::optional<std::uint32_t> HomeOwners::home_of_outlet(const Role& role) const {
  const auto country = countries_.outlets_country();
  if (!country || offices_.taken(*country, role) || abroad_before(role, *country) ||
      !countries_.writes_from(*country))
    return std::nullopt;
  return countries_.first_mention(*country);
}

std::optional<std::uint32_t> HomeOwners::most_told(const Role& role) const {
  if (countries_.outlets_id() != nullptr) return std::nullopt;
  std::optional<std::int32_t> first;
  std::uint32_t most = 0;
  std::uint32_t next = 0;
  std::uint32_t top = 0;  // of the countries that have no such post
  for (const auto& [country, m] : countries_.all()) {
    const std::uint32_t count = countries_.weight(country);
    if (posts_.of_state(role) && !offices_.has_post(country, role)) top = std::max(top, count);
    if (posts_.of_state(role) && offices_.taken(country, role)) continue;
    if (count > most) {
      next = most;
      most = count;
      first = country;
    } else {
      next = std::max(next, count);
    }
  }
  // Of "King NAME" few countries can be meant; one that is named in passing is not.
  if (!first || abroad_before(role, *first) || (next > 0 && most < top)) return std::nullopt;
  // "Kenya's parliament thanked President NAME" needs less of the rest of the article.
  const TokenRange sentence = holders_sentence(document_, role);
  const bool here = countries_.names({sentence.begin, role.tokens.begin}, *first) &&
                    !offices_.names_abroad(sentence, role, *first);
  const std::uint32_t enough = here || countries_.all().size() == 1 ? kEnoughAlone : kEnough;
  const bool clear = here ? most > next : most >= kByFar * next;
  return most >= enough && clear ? std::optional(countries_.first_mention(*first)) : std::nullopt;
}

bool HomeOwners::received_abroad(const Role& role) const {
  const std::uint32_t end = holder_of(document_, role).tokens.end;
  const Deprel does = document_.tokens[end - 1].deprel;
  if (document_.tokens[end - 1].head == kNotParsed || does == Deprel::Nsubj ||
      does == Deprel::NsubjPass)
    return false;
  const TokenRange sentence = holders_sentence(document_, role);
  for (std::uint32_t i = end; i + 1 < std::min(sentence.end, end + kNear); ++i) {
    if (is_verb(document_.tokens[i].tag)) return false;
    if (document_.tokens[i].lower != "in") continue;
    const std::uint32_t m = mention_from(document_, i + 1);
    if (m >= document_.mentions.size() || document_.mentions[m].tokens.begin != i + 1) return false;
    const auto country = countries_.country_at(m);
    if (!country) return false;
    const auto home = countries_.outlets_country();
    return home && document_.mentions[*country].entity != *home;
  }
  return false;
}

// "He opened Kenya's parliament with President NAME": the sentence is about another country,
// whose post may be meant.
bool HomeOwners::abroad_before(const Role& role, std::int32_t home) const {
  const TokenRange sentence = holders_sentence(document_, role);
  if (offices_.names_abroad({sentence.begin, role.tokens.begin}, role, home)) return true;
  if (holder_acts(document_, role)) return told_abroad(role, home);
  // "Kenya is glad. X met Foreign Minister NAME": whom somebody meets may be from there.
  if (offices_.names_abroad({role.tokens.end, sentence.end}, role, home)) return true;
  const std::uint32_t s = holder_of(document_, role).sentence;
  const bool here = countries_.dateline() == home &&
                    std::any_of(document_.tokens.begin() + sentence.begin,
                                document_.tokens.begin() + sentence.end,
                                [](const Token& token) { return token.lower == "here"; });
  return s > 0 && !here && !countries_.names(sentence, home) &&
         offices_.names_abroad(document_.sentences[s - 1].tokens, role, home);
}

// "Austria will follow. Minister NAME said", "Austrian President X agreed. Minister NAME said":
// the paragraph is about another country.
bool HomeOwners::told_abroad(const Role& role, std::int32_t home) const {
  const std::uint32_t s = holder_of(document_, role).sentence;
  if (s == 0 || document_.sentences[s - 1].block != document_.sentences[s].block ||
      role.tokens.begin != document_.sentences[s].tokens.begin)
    return false;
  const TokenRange before = document_.sentences[s - 1].tokens;
  const auto abroad = [&](std::int32_t country) {
    return country != home && !offices_.taken(country, role);
  };
  const auto state = states_.of_sentence(s - 1);
  if (state && abroad(document_.mentions[*state].entity)) return true;
  return std::any_of(first_from(document_.roles, before.begin),
                     first_from(document_.roles, before.end), [&](const Role& one) {
                       const auto country = offices_.country_of(one);
                       return one.person >= 0 && country && abroad(*country);
                     });
}

}  // namespace entente
