#pragma once
// Small dense numbers for the names of labels, types and keys.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente::cypher {

// Names numbered in the order in which they come.
class Names {
 public:
  std::optional<std::uint32_t> find(std::string_view name) const;
  std::uint32_t intern(std::string_view name);
  std::string_view name(std::uint32_t id) const { return names_[id]; }
  std::size_t size() const { return names_.size(); }
  void shrink(std::size_t size);  // takes back the last names

 private:
  std::vector<std::string> names_;
  std::map<std::string, std::uint32_t, std::less<>> ids_;
};

}  // namespace entente::cypher
