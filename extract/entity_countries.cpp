#include "extract/entity_countries.h"

#include <algorithm>

namespace entente {

std::vector<std::int32_t> find_countries(const Document& document,
                                         const std::vector<LocalEntity>& entities) {
  std::vector<std::int32_t> country(entities.size(), -1);
  for (std::size_t e = 0; e < entities.size(); ++e) {
    if (entities[e].type == "country") country[e] = static_cast<std::int32_t>(e);
  }
  const std::vector<Mention>& mentions = document.mentions;
  for (const Mention& inner : mentions) {  // inside an organization's name, or in front of it
    if (inner.entity < 0 || entities[static_cast<std::size_t>(inner.entity)].type != "country")
      continue;
    constexpr std::uint32_t kLongestName = 60;  // tokens
    const std::uint32_t from = inner.tokens.begin - std::min(inner.tokens.begin, kLongestName);
    auto near = first_from(mentions, from);
    for (; near != mentions.end() && near->tokens.begin <= inner.tokens.end + 1; ++near) {
      const Mention& outer = *near;
      if (outer.entity < 0 || outer.nested || country[static_cast<std::size_t>(outer.entity)] >= 0)
        continue;
      const bool inside = inner.nested && outer.tokens.begin <= inner.tokens.begin &&
                          inner.tokens.end <= outer.tokens.end;
      const bool owner = !inner.nested && inner.tokens.end + 1 == outer.tokens.begin &&
                         document.tokens[inner.tokens.end].lower == "'s";
      if ((inside || owner) && outer.type != "event")
        country[static_cast<std::size_t>(outer.entity)] = inner.entity;
    }
  }
  for (const Role& role : document.roles) {
    if (role.person < 0) continue;
    const std::int32_t person = mentions[static_cast<std::size_t>(role.person)].entity;
    if (person < 0 || country[static_cast<std::size_t>(person)] >= 0) continue;
    for (const std::uint32_t owner : role.owners) {
      const std::int32_t entity = mentions[owner].entity;
      if (entity >= 0 && country[static_cast<std::size_t>(entity)] >= 0) {
        country[static_cast<std::size_t>(person)] = country[static_cast<std::size_t>(entity)];
        break;
      }
    }
  }
  return country;
}

}  // namespace entente
