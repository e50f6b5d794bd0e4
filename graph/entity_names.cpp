// Tested by replay_test.cpp.

#include "graph/entity_names.h"

#include <algorithm>

#include "base/utf8.h"

namespace entente {

EntityNames::EntityNames(const std::vector<Entity>& entities) : entities_(entities) {
  for (std::size_t i = 0; i < entities.size(); ++i) {
    by_id_.emplace(entities[i].id, i);
    add_name(i, entities[i].name);
    for (const std::string& alias : entities[i].aliases) add_name(i, alias);
  }
}

void EntityNames::add_name(std::size_t entity, const std::string& name) {
  std::vector<std::size_t>& bearers = by_name_[fold(name)];
  const auto place = std::ranges::lower_bound(bearers, entity);
  if (place == bearers.end() || *place != entity) bearers.insert(place, entity);
}

std::vector<std::size_t> EntityNames::called(const EntityRef& ref) const {
  const std::string name = fold(ref.name);
  const auto found = by_name_.find(name);
  if (name.empty() || found == by_name_.end()) return {};
  std::vector<std::size_t> bearers = found->second;
  if (!ref.article.empty()) {
    keep_preferred(bearers, [&](std::size_t i) {
      return std::ranges::binary_search(entities_[i].articles, ref.article);
    });
  }
  keep_preferred(bearers, [&](std::size_t i) { return fold(entities_[i].name) == name; });
  keep_preferred(bearers, [&](std::size_t i) { return entities_[i].type == ref.type(); });
  return bearers;
}

std::optional<std::size_t> EntityNames::find(const EntityRef& ref, std::string& problem) const {
  const std::vector<std::size_t> bearers = called(ref);
  if (bearers.size() == 1 && !ref.article.empty() &&
      std::ranges::binary_search(entities_[bearers.front()].articles, ref.article)) {
    return bearers.front();
  }
  const auto by_id = by_id_.find(ref.id);
  if (by_id != by_id_.end()) {
    const auto named = by_name_.find(fold(ref.name));
    const bool fits = ref.name.empty() || bearers.empty() ||
                      std::ranges::binary_search(named->second, by_id->second);
    if (fits) return by_id->second;
  }
  if (bearers.size() == 1) return bearers.front();
  if (bearers.empty()) {
    problem = "no entity is " + to_string(ref);
  } else {
    problem = to_string(ref) + " may be any of " + std::to_string(bearers.size()) + ": ";
    for (std::size_t i = 0; i < std::min<std::size_t>(bearers.size(), 3); ++i) {
      problem += (i > 0 ? ", " : "") + printable(entities_[bearers[i]].id);
    }
  }
  return std::nullopt;
}

EntityRef EntityNames::reference(std::size_t entity) const {
  const Entity& it = entities_[entity];
  EntityRef ref{it.name, it.id, {}};
  const auto bearers = by_name_.find(fold(it.name));
  const bool shared = bearers != by_name_.end() && bearers->second.size() > 1;
  if (shared && !it.articles.empty()) ref.article = it.articles.front();
  return ref;
}

}  // namespace entente
