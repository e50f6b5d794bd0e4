#include "cypher/names.h"

namespace entente::cypher {

std::optional<std::uint32_t> Names::find(std::string_view name) const {
  const auto it = ids_.find(name);
  if (it == ids_.end()) return std::nullopt;
  return it->second;
}

std::uint32_t Names::intern(std::string_view name) {
  if (const auto known = find(name)) return *known;
  const auto id = static_cast<std::uint32_t>(names_.size());
  names_.emplace_back(name);
  ids_.emplace(name, id);
  return id;
}

void Names::shrink(std::size_t size) {
  for (; names_.size() > size; names_.pop_back()) ids_.erase(names_.back());
}

}  // namespace entente::cypher
