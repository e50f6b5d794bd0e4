#include "extract/taken_offices.h"

#include "extract/role_holders.h"

namespace entente {

TakenOffices::TakenOffices(const Document& document, const NamedCountries& countries,
                           const StatePosts& posts)
    : document_(document), countries_(countries), posts_(posts) {
  for (std::size_t r = 0; r < document.roles.size(); ++r) {
    const Role& role = document.roles[r];
    const std::optional<std::int32_t> country = country_of(role);
    if (!country || role.person < 0) continue;
    const std::int32_t person = holder_of(document, role).entity;
    holders_[{*country, posts.key_of(document.roles[post_of(document, r).value_or(r)])}].insert(
        person);
    explicit_.emplace(person, *country);
  }
}

void TakenOffices::take(std::int32_t country, const Role& role) {
  holders_[{country, posts_.key_of(role)}].insert(holder_of(document_, role).entity);
}

std::optional<std::int32_t> TakenOffices::country_of(const Role& role) const {
  if (role.owners.empty()) return std::nullopt;
  const std::int32_t entity = document_.mentions[role.owners.front()].entity;
  if (entity < 0 || countries_.type_of(entity) != "country") return std::nullopt;
  return entity;
}

std::optional<std::int32_t> TakenOffices::country_of_person(std::int32_t person) const {
  const auto found = explicit_.find(person);
  return found == explicit_.end() ? std::nullopt : std::optional(found->second);
}

bool TakenOffices::has_post(std::int32_t country, const Role& role) const {
  return posts_.possible(role, countries_.id_of(country));
}

bool TakenOffices::taken(std::int32_t country, const Role& role) const {
  if (!has_post(country, role)) return true;
  const auto found = holders_.find({country, posts_.key_of(role)});
  return found != holders_.end() && !found->second.contains(holder_of(document_, role).entity);
}

bool TakenOffices::names_abroad(TokenRange range, const Role& role, std::int32_t home) const {
  for (std::uint32_t m = mention_from(document_, range.begin);
       m < document_.mentions.size() && document_.mentions[m].tokens.begin < range.end; ++m) {
    const Mention& named = document_.mentions[m];
    if (named.entity < 0) continue;
    if (countries_.type_of(named.entity) == "country") {
      if (named.entity != home && !taken(named.entity, role)) return true;
    } else if (countries_.type_of(named.entity) == "place") {
      const std::string* id = countries_.id_around(named);
      if (id == nullptr) continue;
      const auto country = countries_.with_id(*id);
      if (!country || (*country != home && !taken(*country, role))) return true;
    }
  }
  return false;
}

}  // namespace entente
