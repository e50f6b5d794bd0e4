#pragma once
// A thing the news speaks of: one node.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"

namespace entente {

struct Entity {
  std::string id;                     // stable, readable: "person:xi-jinping"
  std::string type;                   // EntityType::name
  std::string name;                   // the name to show
  std::vector<std::string> aliases;   // other names seen, without `name`; sorted, unique
  std::vector<std::string> articles;  // Article::id of those that mention it; sorted, unique
  std::uint32_t mentions = 0;         // by name, in all articles

  friend bool operator==(const Entity&, const Entity&) = default;
};

}  // namespace entente
