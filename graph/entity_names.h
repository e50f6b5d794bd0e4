#pragma once
// From what a line of the ledger calls an entity to the entity, and back.

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "graph/entity.h"
#include "graph/ledger.h"

namespace entente {

// Those of `found` that `fits`; all where none does.
template <typename Fits>
void keep_preferred(std::vector<std::size_t>& found, const Fits& fits) {
  std::vector<std::size_t> preferred;
  std::ranges::copy_if(found, std::back_inserter(preferred), fits);
  if (!preferred.empty()) found = std::move(preferred);
}

// Leads from what a line calls an entity to the entity. Points into `entities`.
class EntityNames {
 public:
  explicit EntityNames(const std::vector<Entity>& entities);

  // By article and name; else by id and name; else by a name that one alone has; else by id. None,
  // or several: nullopt, and `problem` says so.
  std::optional<std::size_t> find(const EntityRef& ref, std::string& problem) const;

  // The entity is now called `name` too.
  void add_name(std::size_t entity, const std::string& name);

  // How to name this entity in a line so that find() leads back to it: with an article where
  // another entity has the name as well.
  EntityRef reference(std::size_t entity) const;

 private:
  std::vector<std::size_t> called(const EntityRef& ref) const;

  const std::vector<Entity>& entities_;
  std::map<std::string, std::vector<std::size_t>> by_name_;  // folded -> entities, in order
  std::map<std::string, std::size_t, std::less<>> by_id_;
};

}  // namespace entente
