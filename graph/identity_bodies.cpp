// Which organizations, parties and groups are the same. Many countries have a national assembly,
// and call it that: the country comes from the name ("Alban National Assembly") or from what it is
// a part of.

#include <algorithm>

#include "base/utf8.h"
#include "graph/identity_steps.h"

namespace entente {
namespace {

std::string join_words(const std::vector<std::string>& words, std::size_t begin, std::size_t end) {
  std::string text;
  for (std::size_t i = begin; i < end; ++i) text += (i > begin ? " " : "") + words[i];
  return text;
}

// Which types a name may be spread over: an article cannot always tell a party from an
// organization.
std::string family(const LocalEntity& entity) {
  return entity.type == "party" ? "organization" : entity.type;
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

}  // namespace

Core Identity::core_of(std::size_t i) const {
  const std::vector<std::string> words = split_words(folded_[i].name);
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
  const std::string rest = head + (head.empty() || tail.empty() ? "" : " ") + tail;
  // One word is too little to go by: an airline is not a bank of the same country.
  return {has_words(rest) ? rest : folded_[i].name, country};
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

void Identity::join_body_aliases() {
  Groups by_name;
  Groups by_alias;
  for (std::size_t i = 0; i < candidates_.size(); ++i) {
    if (!is_body(entity(i))) continue;
    by_name[family(entity(i)) + '|' + folded_[i].name].push_back(i);
    std::vector<std::string> acronyms;
    for (const std::string& acronym : entity(i).acronyms) acronyms.push_back(fold(acronym));
    for (const std::string& name : folded_[i].names) {
      if (!has_words(name) || name == folded_[i].name) continue;
      if (std::ranges::find(acronyms, name) != acronyms.end()) continue;
      by_alias[family(entity(i)) + '|' + name].push_back(i);
    }
  }
  reduce(by_alias);
  reduce(bodies_);
  for (const auto& [key, found] : by_alias) {
    const auto named = by_name.find(key);
    if (named == by_name.end()) continue;
    for (const std::size_t i : roots_of(named->second)) {
      if (const auto body = body_of_alias(i, key, found)) clusters_.join(*body, i);
    }
  }
}

std::optional<std::size_t> Identity::body_of_alias(std::size_t i, const std::string& key,
                                                   const std::vector<std::size_t>& found) {
  std::vector<std::size_t> agreeing;
  std::vector<std::size_t> others;
  if (clusters_.countries(i).empty()) {
    // Those that would have the same name without their country fit as well.
    others = roots_of(bodies_[key]);
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

}  // namespace entente
