// Strong grounds first: the same id in a gazetteer, the same full name. Weak grounds after them,
// each only where exactly one other cluster fits: an acronym that one article spells out, a full
// name that goes on after a shorter one, another spelling of one in the same office, a single name
// ("Xi") of someone in the same office. What is against a join: another id in the gazetteer,
// countries that differ, an article that keeps the two apart. Every step goes through names in
// sorted order, so that the outcome does not depend on hashing. Tested by identity_test.cpp.

#include "graph/identity.h"

#include <algorithm>

#include "base/utf8.h"
#include "graph/identity_steps.h"

namespace entente {
namespace {

FoldedNames fold_names(const LocalEntity& entity) {
  FoldedNames folded{fold(entity.name), {}};
  for (const std::string& name : entity.names) folded.names.push_back(fold(name));
  folded.names.push_back(folded.name);
  std::ranges::sort(folded.names);
  folded.names.erase(std::unique(folded.names.begin(), folded.names.end()), folded.names.end());
  return folded;
}

bool may_have_acronym(const LocalEntity& entity) {
  return !is_person(entity) && !is_country(entity) && entity.type != "place" &&
         entity.type != "group";
}

}  // namespace

std::vector<std::string> split_words(std::string_view folded) {
  std::vector<std::string> words;
  while (!folded.empty()) {
    const std::size_t end = std::min(folded.find(' '), folded.size());
    words.emplace_back(folded.substr(0, end));
    folded.remove_prefix(std::min(end + 1, folded.size()));
  }
  return words;
}

Identity::Identity(const std::vector<Candidate>& candidates)
    : candidates_(candidates), clusters_(candidates) {
  folded_.reserve(candidates.size());
  for (const Candidate& candidate : candidates) folded_.push_back(fold_names(*candidate.entity));
}

std::vector<std::size_t> Identity::run() {
  join_known();
  join_countries();
  join_people();
  join_bodies();
  join_rest();
  join_body_aliases();
  join_acronyms();
  join_longer_names();
  join_spellings();
  join_single_names();
  std::vector<std::size_t> roots;
  for (std::size_t i = 0; i < candidates_.size(); ++i) roots.push_back(clusters_.root(i));
  return roots;
}

std::vector<std::size_t> Identity::roots_of(const std::vector<std::size_t>& members) const {
  std::vector<std::size_t> roots;
  roots.reserve(members.size());
  for (const std::size_t member : members) roots.push_back(clusters_.root(member));
  std::ranges::sort(roots);
  roots.erase(std::unique(roots.begin(), roots.end()), roots.end());
  return roots;
}

void Identity::reduce(Groups& groups) const {
  for (auto& [name, members] : groups) members = roots_of(members);
}

void Identity::join_known() {
  Groups groups;
  for (std::size_t i = 0; i < candidates_.size(); ++i) {
    if (!entity(i).known.empty()) groups[entity(i).known].push_back(i);
  }
  for (const auto& [id, members] : groups) clusters_.join_all(members);
}

void Identity::join_countries() {
  Groups listed;
  Groups others;
  for (std::size_t i = 0; i < candidates_.size(); ++i) {
    if (!is_country(entity(i))) continue;
    if (entity(i).known.empty()) {
      if (!folded_[i].name.empty()) others[folded_[i].name].push_back(i);
    } else if (clusters_.root(i) == i || folded_[i].names != folded_[clusters_.root(i)].names) {
      for (const std::string& name : folded_[i].names) listed[name].push_back(i);
    }
  }
  reduce(listed);
  for (const auto& [name, members] : others) {
    clusters_.join_all(members);
    for (const std::size_t member : members) {
      std::vector<std::size_t> found;
      for (const std::string& other : folded_[member].names) {
        if (const auto at = listed.find(other); at != listed.end()) {
          found.insert(found.end(), at->second.begin(), at->second.end());
        }
      }
      const std::vector<std::size_t> roots = roots_of(found);
      if (roots.size() == 1) clusters_.join(roots.front(), member);
    }
  }
  index_country_names();
}

void Identity::index_country_names() {
  Groups bearers;
  for (std::size_t i = 0; i < candidates_.size(); ++i) {
    if (!is_country(entity(i))) continue;
    for (const std::string& name : folded_[i].names) {
      std::vector<std::size_t>& roots = bearers[name];
      const std::size_t root = clusters_.root(i);
      if (std::ranges::find(roots, root) == roots.end()) roots.push_back(root);
    }
  }
  for (const auto& [name, roots] : bearers) {
    if (roots.size() > 1 || name.empty()) continue;
    country_of_.emplace(name, roots.front());
    longest_country_ = std::max(longest_country_, split_words(name).size());
  }
}

void Identity::join_by_country(const std::vector<std::size_t>& members, const std::string& core) {
  std::map<std::size_t, std::size_t> first_of;  // country -> member
  std::vector<std::size_t> settled;
  std::vector<std::size_t> open;
  bool core_is_name = core.empty();
  for (const std::size_t member : members) {
    const std::set<std::size_t> countries = clusters_.countries(member);
    if (countries.empty()) {
      open.push_back(member);
      continue;
    }
    settled.push_back(member);
    core_is_name = core_is_name || std::ranges::binary_search(folded_[member].names, core);
    for (const std::size_t country : countries) {
      clusters_.join(first_of.emplace(country, member).first->second, member);
    }
  }
  const std::vector<std::size_t> owned = roots_of(settled);
  if (owned.size() == 1 && core_is_name) {
    open.push_back(owned.front());
  } else if (owned.size() > 1) {
    std::erase_if(open, [&](std::size_t member) {
      std::vector<std::size_t> fitting;
      for (const std::size_t other : owned) {
        if (clusters_.share_office(other, member) || clusters_.share_owner(other, member)) {
          fitting.push_back(other);
        }
      }
      if (fitting.size() == 1) clusters_.join(fitting.front(), member);
      return fitting.size() == 1;
    });
  }
  clusters_.join_all(open);
}

void Identity::join_rest() {
  Groups groups;
  for (std::size_t i = 0; i < candidates_.size(); ++i) {
    const LocalEntity& each = entity(i);
    if (is_person(each) || is_country(each) || is_body(each) || folded_[i].name.empty()) continue;
    groups[each.type + '|' + folded_[i].name].push_back(i);
  }
  for (const auto& [key, members] : groups) clusters_.join_all(members);
}

void Identity::join_acronyms() {
  Groups spelled_out;
  Groups alone;
  for (std::size_t i = 0; i < candidates_.size(); ++i) {
    if (!may_have_acronym(entity(i))) continue;
    if (!has_words(folded_[i].name)) {
      alone[entity(i).name].push_back(i);
      continue;
    }
    for (const std::string& acronym : entity(i).acronyms) spelled_out[acronym].push_back(i);
  }
  reduce(spelled_out);
  for (const auto& [acronym, members] : alone) {
    const auto found = spelled_out.find(acronym);
    if (found == spelled_out.end()) continue;
    for (const std::size_t i : roots_of(members)) {
      std::vector<std::size_t> roots = roots_of(found->second);
      std::erase_if(roots, [&](std::size_t root) { return clusters_.strangers(root, i); });
      if (roots.size() == 1) clusters_.join(roots.front(), i);
    }
  }
}

std::vector<std::size_t> same_entities(const std::vector<Candidate>& candidates) {
  // What is described rather than named is never the same as anything, and tells nothing of others.
  std::vector<std::size_t> named;
  std::vector<std::size_t> first(candidates.size());
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    first[i] = i;
    if (!candidates[i].entity->described) named.push_back(i);
  }
  std::vector<Candidate> known_by_name;
  known_by_name.reserve(named.size());
  for (const std::size_t i : named) known_by_name.push_back(candidates[i]);
  const std::vector<std::size_t> roots = Identity(known_by_name).run();
  for (std::size_t i = 0; i < named.size(); ++i) first[named[i]] = named[roots[i]];
  return first;
}

}  // namespace entente
