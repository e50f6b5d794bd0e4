#pragma once
// The entities of an article while mentions are still given to them: under which names each stands,
// and how often. Tested by tests/extract/entities_test.cpp.

#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "extract/document.h"
#include "extract/gazetteer.h"
#include "extract/name_keys.h"
#include "graph/extraction.h"

namespace entente {

struct EntityDraft {
  std::string type;
  std::string known;  // id in a gazetteer; empty = not listed
  NameKey key;        // of all but people, countries and places
  std::map<std::string, std::uint32_t> names;
  std::set<std::string> acronyms;
  // As it stands in the text, where that differs: "Party (CPV) Committee".
  std::set<std::string> surfaces;
  std::vector<std::string> words;  // of a person's fullest name, folded
  std::uint32_t mentions = 0;
  std::size_t first = SIZE_MAX;  // its first mention
  bool described = false;        // "a cooperation agreement": has no name
  bool firm = true;              // false: one weak sign that there is such a person
};

class EntityDrafts {
 public:
  explicit EntityDrafts(Document& document) : document_(document) {}

  std::size_t add(EntityDraft draft);  // its index, which stays
  std::size_t size() const { return drafts_.size(); }
  EntityDraft& operator[](std::size_t draft) { return drafts_[draft]; }
  const EntityDraft& operator[](std::size_t draft) const { return drafts_[draft]; }

  // Mention::entity is the index of a draft until `finish` makes it that of an entity.
  void assign(std::size_t m, std::size_t draft);
  void unassign(std::size_t m);

  // In order of appearance. Leaves out what only one weak sign tells.
  std::vector<LocalEntity> finish(const Gazetteer& gazetteer);

 private:
  Document& document_;
  std::vector<EntityDraft> drafts_;
};

}  // namespace entente
