// In order: the post before it in a list; "In Kenya, X met President Y"; the one country that the
// article is about and whose post of that name nobody else holds.

#include "extract/owners.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_set>
#include <utility>

namespace entente {
namespace {

using Strings = std::unordered_set<std::string_view>;

const Strings kStateKinds = {"head-of-state", "head-of-government", "minister"};
const Strings kStateTitles = {"president", "minister"};  // "vice president"
const Strings kJoints = {"and", ",", "&", "as", "well", "the"};

constexpr std::uint32_t kEnough = 3;  // mentions of the country that an article is about

class OwnerFinder {
 public:
  OwnerFinder(Document& document, const std::vector<LocalEntity>& entities, const Words& words)
      : document_(document), entities_(entities), words_(words) {
    for (std::size_t m = document.mentions.size(); m-- > 0;) {
      const std::int32_t entity = document.mentions[m].entity;
      if (entity >= 0 && type_of(entity) == "country")
        named_[entity] = static_cast<std::uint32_t>(m);
    }
    for (const Role& role : document.roles) {
      const std::optional<std::int32_t> country = country_of(role);
      if (!country || role.person < 0) continue;
      holders_[{*country, key_of(role)}].insert(entity_of(role.person));
      explicit_.emplace(entity_of(role.person), *country);
    }
  }

  void find() {
    for (std::size_t r = 0; r < document_.roles.size(); ++r) {
      Role& role = document_.roles[r];
      if (role.person < 0 || !role.owners.empty() || !of_state(role)) continue;
      if (explicit_.contains(entity_of(role.person))) continue;
      std::optional<std::uint32_t> owner = owner_in_list(r);
      if (!owner) owner = owner_in_place(role);
      if (!owner) owner = home(role);
      if (!owner) continue;
      role.owners.push_back(*owner);
      role.inferred = true;
    }
  }

 private:
  const std::string& type_of(std::int32_t entity) const {
    return entities_[static_cast<std::size_t>(entity)].type;
  }
  const Mention& mention(std::uint32_t m) const { return document_.mentions[m]; }
  std::int32_t entity_of(std::int32_t m) const {
    return mention(static_cast<std::uint32_t>(m)).entity;
  }

  bool of_state(const Role& role) const {
    for (std::uint32_t i = role.tokens.begin; i < role.title.end; ++i) {
      if (words_.former.contains(document_.tokens[i].lower)) return false;
    }
    return kStateKinds.contains(role.kind) ||
           kStateTitles.contains(document_.tokens[role.title.end - 1].lower);
  }

  std::optional<std::int32_t> country_of(const Role& role) const {
    if (role.owners.empty()) return std::nullopt;
    const std::int32_t entity = mention(role.owners.front()).entity;
    if (entity < 0 || type_of(entity) != "country") return std::nullopt;
    return entity;
  }

  // One post of a state has one holder: heads by their kind, others by their title.
  std::string key_of(const Role& role) const {
    if (role.kind == "head-of-state" || role.kind == "head-of-government") return role.kind;
    std::string key;
    for (std::uint32_t i = role.title.begin; i < role.title.end; ++i)
      key += document_.tokens[i].lower + ' ';
    return key;
  }

  bool taken(std::int32_t country, const Role& role) const {
    const auto found = holders_.find({country, key_of(role)});
    return found != holders_.end() && !found->second.contains(entity_of(role.person));
  }

  // "Kenyan Premier A and Foreign Minister B": Kenya's.
  std::optional<std::uint32_t> owner_in_list(std::size_t r) const {
    if (r == 0) return std::nullopt;
    const Role& role = document_.roles[r];
    const Role& before = document_.roles[r - 1];
    const auto country = country_of(before);
    if (!country || before.person < 0 || taken(*country, role)) return std::nullopt;
    const Mention& person = mention(static_cast<std::uint32_t>(before.person));
    if (person.sentence != mention(static_cast<std::uint32_t>(role.person)).sentence ||
        person.tokens.begin < before.tokens.begin)
      return std::nullopt;
    for (std::uint32_t i = person.tokens.end; i < role.tokens.begin; ++i) {
      if (!kJoints.contains(document_.tokens[i].lower)) return std::nullopt;
    }
    return before.owners.front();
  }

  // "In Kenya, X met President Y"
  std::optional<std::uint32_t> owner_in_place(const Role& role) const {
    const Sentence& sentence =
        document_.sentences[mention(static_cast<std::uint32_t>(role.person)).sentence];
    const std::uint32_t begin = sentence.tokens.begin;
    if (document_.tokens[begin].lower != "in") return std::nullopt;
    for (std::uint32_t m = 0; m < document_.mentions.size(); ++m) {
      const Mention& place = mention(m);
      if (place.tokens.begin != begin + 1 || place.entity < 0) continue;
      if (type_of(place.entity) != "country" || place.tokens.end >= sentence.tokens.end ||
          document_.tokens[place.tokens.end].lower != "," || taken(place.entity, role))
        continue;
      bool verb = false;  // who acts may come from elsewhere
      for (std::uint32_t i = place.tokens.end; i < role.tokens.begin; ++i)
        verb = verb || is_verb(document_.tokens[i].tag);
      if (verb) return m;
    }
    return std::nullopt;
  }

  std::optional<std::uint32_t> home(const Role& role) const {
    std::optional<std::int32_t> first;
    std::uint32_t most = 0;
    std::uint32_t next = 0;
    for (const auto& [country, m] : named_) {
      if (taken(country, role)) continue;
      const std::uint32_t count = entities_[static_cast<std::size_t>(country)].mentions;
      if (count > most) {
        next = most;
        most = count;
        first = country;
      } else {
        next = std::max(next, count);
      }
    }
    if (!first || most < kEnough || most < 2 * next) return std::nullopt;
    return named_.at(*first);
  }

  Document& document_;
  const std::vector<LocalEntity>& entities_;
  const Words& words_;
  std::map<std::int32_t, std::uint32_t> named_;  // countries: their first mention
  std::map<std::pair<std::int32_t, std::string>, std::set<std::int32_t>> holders_;
  std::map<std::int32_t, std::int32_t> explicit_;  // people whose country is said somewhere
};

}  // namespace

void find_owners(Document& document, const std::vector<LocalEntity>& entities, const Words& words) {
  OwnerFinder(document, entities, words).find();
}

}  // namespace entente
