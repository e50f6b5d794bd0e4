// Strong grounds first: the same id in a gazetteer, the same full name. Weak grounds after them,
// each only where exactly one other cluster fits: an acronym that one article spells out, a full
// name that goes on after a shorter one, a single name ("Xi") of someone in the same office. What
// is against a join: another id in the gazetteer, countries that differ, an article that keeps the
// two apart. Every step goes through names in sorted order, so that the outcome does not depend on
// hashing. Tested by identity_test.cpp.

#include "graph/identity.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

#include "base/utf8.h"
#include "graph/clusters.h"

namespace entente {
namespace {

using Words = std::vector<std::string>;
using Groups = std::map<std::string, std::vector<std::size_t>>;  // name -> candidates, in order

// A candidate's names as they are compared.
struct Folded {
  std::string name;
  Words names;  // sorted, unique
};

Words split(std::string_view folded) {
  Words words;
  while (!folded.empty()) {
    const std::size_t end = std::min(folded.find(' '), folded.size());
    words.emplace_back(folded.substr(0, end));
    folded.remove_prefix(std::min(end + 1, folded.size()));
  }
  return words;
}

std::string join_words(const Words& words, std::size_t begin, std::size_t end) {
  std::string text;
  for (std::size_t i = begin; i < end; ++i) text += (i > begin ? " " : "") + words[i];
  return text;
}

bool has_words(std::string_view folded) { return folded.find(' ') != std::string_view::npos; }

Folded fold_names(const LocalEntity& entity) {
  Folded folded{fold(entity.name), {}};
  for (const std::string& name : entity.names) folded.names.push_back(fold(name));
  folded.names.push_back(folded.name);
  std::ranges::sort(folded.names);
  const auto rest = std::ranges::unique(folded.names);
  folded.names.erase(rest.begin(), rest.end());
  return folded;
}

bool is_person(const LocalEntity& entity) { return entity.type == "person"; }
bool is_country(const LocalEntity& entity) { return entity.type == "country"; }

// Things of which several countries have one of the same name.
bool is_body(const LocalEntity& entity) {
  return entity.type == "organization" || entity.type == "party" || entity.type == "group";
}

// Which types a name may be spread over: an article cannot always tell a party from an
// organization.
std::string family(const LocalEntity& entity) {
  return entity.type == "party" ? "organization" : entity.type;
}

bool may_have_acronym(const LocalEntity& entity) {
  return !is_person(entity) && !is_country(entity) && entity.type != "place" &&
         entity.type != "group";
}

// "rebels", "protesters": words, not a name, so those of two articles need not be the same.
bool is_common_noun(const LocalEntity& entity) {
  for (std::size_t at = 0; at < entity.name.size();) {
    const CodePoint point = decode_at(entity.name, at);
    if (is_upper(point.value)) return false;
    at += point.length;
  }
  return entity.known.empty();
}

// The family name and all that follows it: "kim jong un" and "kim jongun" are one name.
std::string person_key(const std::string& folded) {
  const std::size_t space = folded.find(' ');
  std::string key = folded.substr(0, space + 1);
  std::ranges::copy_if(folded.substr(space + 1), std::back_inserter(key),
                       [](char c) { return c != ' '; });
  return key;
}

// The country words in the name of a body: "vietnamese national assembly" -> "national assembly"
// and the country.
struct Core {
  std::string words;
  std::optional<std::size_t> country;
};

class Identity {
 public:
  explicit Identity(const std::vector<Candidate>& candidates)
      : candidates_(candidates), clusters_(candidates) {
    folded_.reserve(candidates.size());
    for (const Candidate& candidate : candidates) folded_.push_back(fold_names(*candidate.entity));
  }

  std::vector<std::size_t> run() {
    join_known();
    join_countries();
    join_people();
    join_bodies();
    join_rest();
    join_body_aliases();
    join_acronyms();
    join_longer_names();
    join_single_names();
    std::vector<std::size_t> roots;
    for (std::size_t i = 0; i < candidates_.size(); ++i) roots.push_back(clusters_.root(i));
    return roots;
  }

 private:
  const LocalEntity& entity(std::size_t i) const { return *candidates_[i].entity; }

  void join_known();
  void join_countries();
  void index_country_names();
  void join_people();
  void join_bodies();
  void join_rest();
  void join_body_aliases();
  void join_acronyms();
  void join_longer_names();
  void join_single_names();

  void add_person_countries(std::size_t i);
  void join_by_country(const std::vector<std::size_t>& members, const std::string& core);
  Core core_of(std::size_t i) const;
  std::optional<std::size_t> body_of_alias(std::size_t i, const std::vector<std::size_t>& found);
  std::optional<std::size_t> longer_name(std::size_t i, const std::vector<std::size_t>& found);
  std::optional<std::size_t> bearer(std::size_t i, const std::vector<std::size_t>& found);
  std::vector<std::size_t> roots_of(const std::vector<std::size_t>& members) const;

  const std::vector<Candidate>& candidates_;
  Clusters clusters_;
  Groups bodies_;               // family and name without country -> candidates
  std::vector<Folded> folded_;  // [candidate]
  std::map<std::string, std::size_t, std::less<>> country_of_;  // folded name or demonym -> root
  std::size_t longest_country_ = 0;                             // in words
};

std::vector<std::size_t> Identity::roots_of(const std::vector<std::size_t>& members) const {
  std::vector<std::size_t> roots;
  for (const std::size_t member : members) roots.push_back(clusters_.root(member));
  std::ranges::sort(roots);
  const auto rest = std::ranges::unique(roots);
  roots.erase(rest.begin(), rest.end());
  return roots;
}

void Identity::join_known() {
  Groups groups;
  for (std::size_t i = 0; i < candidates_.size(); ++i) {
    if (!entity(i).known.empty()) groups[entity(i).known].push_back(i);
  }
  for (const auto& [id, members] : groups) clusters_.join_all(members);
}

// A country that no gazetteer lists is one that shares any name with exactly one that is listed;
// else the one of equal name.
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

// Names that two countries share tell nothing and are left out.
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
    longest_country_ = std::max(longest_country_, split(name).size());
  }
}

void Identity::add_person_countries(std::size_t i) {
  for (const std::string& office : candidates_[i].offices) {
    const auto country = country_of_.find(office.substr(office.find('|') + 1));
    if (country != country_of_.end()) clusters_.add_country(i, country->second);
  }
}

// People of one full name are one person, unless they hold offices of different countries.
void Identity::join_people() {
  Groups groups;
  for (std::size_t i = 0; i < candidates_.size(); ++i) {
    if (!is_person(entity(i))) continue;
    add_person_countries(i);
    if (has_words(folded_[i].name)) groups[person_key(folded_[i].name)].push_back(i);
  }
  for (const auto& [name, members] : groups) join_by_country(members, {});
}

// Joins those of `members` whose countries meet. Those without a country join the only such
// cluster; where there are several, the one whose office or owner they share, else each other. A
// `core` that is not empty must be a name of the cluster that they join.
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

Core Identity::core_of(std::size_t i) const {
  const Words words = split(folded_[i].name);
  std::size_t begin = 0;
  std::size_t end = 0;
  std::optional<std::size_t> country;
  for (std::size_t at = 0; at < words.size(); ++at) {
    for (std::size_t length = std::min(longest_country_, words.size() - at); length > 0; --length) {
      const auto found = country_of_.find(join_words(words, at, at + length));
      if (found == country_of_.end()) continue;
      if (country && *country != found->second) return {folded_[i].name, std::nullopt};  // of two
      if (country) break;  // named twice: the first will do
      country = found->second;
      begin = at;
      end = at + length;
      break;
    }
    if (end > at + 1) at = std::max(at, end - 1);
  }
  if (!country) return {folded_[i].name, std::nullopt};
  if (begin > 0 && words[begin - 1] == "the") --begin;
  if (begin > 0 && words[begin - 1] == "of") --begin;
  if (end < words.size() && words[end] == "s") ++end;  // "china s ..."
  const std::string head = join_words(words, 0, begin);
  const std::string tail = join_words(words, end, words.size());
  std::string rest = head + (head.empty() || tail.empty() ? "" : " ") + tail;
  // One word is too little to go by: an airline is not a bank of the same country.
  return {has_words(rest) ? std::move(rest) : folded_[i].name, country};
}

void Identity::join_bodies() {
  for (std::size_t i = 0; i < candidates_.size(); ++i) {
    if (!is_body(entity(i)) || folded_[i].name.empty()) continue;
    const Core core = core_of(i);
    if (core.country) {
      clusters_.add_country(i, *core.country);
    } else {
      for (const std::string& owner : candidates_[i].owners) {
        const auto country = country_of_.find(owner);
        if (country != country_of_.end()) clusters_.add_country(i, country->second);
      }
    }
    if (clusters_.countries(i).empty() && is_common_noun(entity(i))) continue;
    bodies_[family(entity(i)) + '|' + core.words].push_back(i);
  }
  for (const auto& [key, members] : bodies_) {
    join_by_country(members, key.substr(key.find('|') + 1));
  }
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

// A body that one article calls by a name which another gives as one of several names of its own,
// when their countries agree, or the country of one is not known and there is no other to choose.
void Identity::join_body_aliases() {
  Groups by_alias;
  for (std::size_t i = 0; i < candidates_.size(); ++i) {
    if (!is_body(entity(i))) continue;
    Words acronyms;
    for (const std::string& acronym : entity(i).acronyms) acronyms.push_back(fold(acronym));
    for (const std::string& name : folded_[i].names) {
      if (!has_words(name) || name == folded_[i].name) continue;
      if (std::ranges::find(acronyms, name) != acronyms.end()) continue;
      by_alias[family(entity(i)) + '|' + name].push_back(i);
    }
  }
  for (std::size_t i = 0; i < candidates_.size(); ++i) {
    if (!is_body(entity(i))) continue;
    const auto found = by_alias.find(family(entity(i)) + '|' + folded_[i].name);
    if (found == by_alias.end()) continue;
    if (const auto body = body_of_alias(i, found->second)) clusters_.join(*body, i);
  }
}

std::optional<std::size_t> Identity::body_of_alias(std::size_t i,
                                                   const std::vector<std::size_t>& found) {
  std::vector<std::size_t> agreeing;
  std::vector<std::size_t> others;
  if (clusters_.countries(i).empty()) {
    // Those that would have the same name without their country fit as well.
    others = roots_of(bodies_[family(entity(i)) + '|' + folded_[i].name]);
    std::erase(others, clusters_.root(i));
  }
  for (const std::size_t root : roots_of(found)) {
    if (root == clusters_.root(i)) return std::nullopt;  // the name is its own
    (clusters_.share_country(root, i) ? agreeing : others).push_back(root);
  }
  others = roots_of(others);
  if (agreeing.size() == 1) return agreeing.front();
  if (!agreeing.empty() || others.size() != 1) return std::nullopt;
  const bool one_unknown = clusters_.countries(i).empty() != clusters_.countries(others[0]).empty();
  return one_unknown ? std::optional(others[0]) : std::nullopt;
}

// "CPC" joins the one that some article introduces as "... (CPC)".
void Identity::join_acronyms() {
  Groups spelled_out;
  for (std::size_t i = 0; i < candidates_.size(); ++i) {
    if (!may_have_acronym(entity(i)) || !has_words(folded_[i].name)) continue;
    for (const std::string& acronym : entity(i).acronyms) spelled_out[acronym].push_back(i);
  }
  for (std::size_t i = 0; i < candidates_.size(); ++i) {
    if (!may_have_acronym(entity(i)) || has_words(folded_[i].name)) continue;
    const auto found = spelled_out.find(entity(i).name);
    if (found == spelled_out.end()) continue;
    std::vector<std::size_t> roots = roots_of(found->second);
    std::erase_if(roots, [&](std::size_t root) { return clusters_.strangers(root, i); });
    if (roots.size() == 1) clusters_.join(roots.front(), i);
  }
}

// "Pedro Sánchez" and "Pedro Sánchez Pérez-Castejón".
void Identity::join_longer_names() {
  Groups by_name;
  for (std::size_t i = 0; i < candidates_.size(); ++i) {
    if (is_person(entity(i)) && has_words(folded_[i].name)) by_name[folded_[i].name].push_back(i);
  }
  Groups longer;  // short name -> those whose name goes on after it
  for (const auto& [name, members] : by_name) {
    for (std::size_t space = name.rfind(' '); name.find(' ') < space;
         space = name.rfind(' ', space - 1)) {
      const auto found = by_name.find(name.substr(0, space));
      if (found == by_name.end()) continue;
      std::vector<std::size_t>& list = longer[found->first];
      list.insert(list.end(), members.begin(), members.end());
    }
  }
  for (const auto& [name, members] : longer) {
    for (const std::size_t i : roots_of(by_name[name])) {
      if (const auto found = longer_name(i, members)) clusters_.join(*found, i);
    }
  }
}

std::optional<std::size_t> Identity::longer_name(std::size_t i,
                                                 const std::vector<std::size_t>& found) {
  std::vector<std::size_t> fitting;
  for (const std::size_t root : roots_of(found)) {
    if (root == clusters_.root(i)) return std::nullopt;
    if (clusters_.strangers(root, i) || clusters_.share_article(root, i)) continue;
    if (clusters_.share_office(root, i) || clusters_.share_owner(root, i)) fitting.push_back(root);
  }
  return fitting.size() == 1 ? std::optional(fitting.front()) : std::nullopt;
}

// Single names: those in the same office are one, and may be someone whom another article names in
// full.
void Identity::join_single_names() {
  Groups offices;  // "name|title|owner"
  Groups bearers;
  for (std::size_t i = 0; i < candidates_.size(); ++i) {
    if (!is_person(entity(i))) continue;
    if (has_words(folded_[i].name)) {
      for (const std::string& name : folded_[i].names) {
        if (!has_words(name)) bearers[name].push_back(i);
      }
    } else if (!folded_[i].name.empty()) {
      for (const std::string& office : candidates_[i].offices) {
        offices[folded_[i].name + '|' + office].push_back(i);
      }
    }
  }
  for (const auto& [key, members] : offices) clusters_.join_all(members);
  for (auto& [name, members] : bearers) members = roots_of(members);
  for (std::size_t i = 0; i < candidates_.size(); ++i) {
    if (!is_person(entity(i)) || has_words(folded_[i].name)) continue;
    const auto found = bearers.find(folded_[i].name);
    if (found == bearers.end()) continue;
    if (const auto person = bearer(i, found->second)) clusters_.join(*person, i);
  }
}

std::optional<std::size_t> Identity::bearer(std::size_t i, const std::vector<std::size_t>& found) {
  std::vector<std::size_t> all;
  std::vector<std::size_t> same_office;
  for (const std::size_t root : roots_of(found)) {
    if (root == clusters_.root(i)) return std::nullopt;  // found already
    if (clusters_.share_article(root, i)) continue;
    all.push_back(root);
    if (clusters_.share_office(root, i)) same_office.push_back(root);
  }
  if (same_office.size() == 1) return same_office.front();
  if (all.size() == 1 && clusters_.share_owner(all.front(), i)) return all.front();
  return std::nullopt;
}

}  // namespace

std::vector<std::size_t> same_entities(const std::vector<Candidate>& candidates) {
  return Identity(candidates).run();
}

}  // namespace entente
