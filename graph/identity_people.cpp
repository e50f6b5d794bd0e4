// Which people are the same: by full name, by a full name that goes on, by a full name in another
// spelling and an office, by a single name and an office.

#include <algorithm>
#include <iterator>

#include "base/utf8.h"
#include "graph/identity_steps.h"

namespace entente {
namespace {

// The family name and all that follows it: "kim jong un" and "kim jongun" are one name.
std::string person_key(const std::string& folded) {
  const std::size_t space = folded.find(' ');
  std::string key = folded.substr(0, space + 1);
  std::ranges::copy_if(folded.substr(space + 1), std::back_inserter(key),
                       [](char c) { return c != ' '; });
  return key;
}

// A word as transliterations have it in common: "mohammed" and "muhamad" are "mhmd", "zelensky" and
// "zelenskiy" "zlnsk". Short words have too little in common and stay as they are.
std::string skeleton(std::string_view word) {
  constexpr std::string_view vowels = "aeiouyw";
  constexpr std::size_t enough = 3;
  std::string consonants;
  for (const char c : word) {
    const bool silent =
        vowels.find(c) != std::string_view::npos || (!consonants.empty() && consonants.back() == c);
    if (!silent || consonants.empty()) consonants += c;
  }
  return consonants.size() < enough ? std::string(word) : consonants;
}

// Of a full name: its words in any order ("Abe Shinzo"), without initials between them. Empty where
// too little is left to go by.
std::string spelling_key(const std::string& folded) {
  std::vector<std::string> words;
  for (const std::string& word : split_words(folded)) {
    if (word.size() > 1) words.push_back(skeleton(word));
  }
  if (words.size() < 2) return {};
  std::ranges::sort(words);
  std::string key;
  for (const std::string& word : words) key += word + ' ';
  return key;
}

bool share_word(const std::string& name, const std::string& other) {
  const std::vector<std::string> words = split_words(name);
  return std::ranges::any_of(split_words(other), [&words](const std::string& word) {
    return word.size() > 1 && std::ranges::find(words, word) != words.end();
  });
}

}  // namespace

void Identity::add_person_countries(std::size_t i) {
  for (const std::string& office : candidates_[i].offices) {
    const auto country = country_of_.find(office.substr(office.find('|') + 1));
    if (country != country_of_.end()) clusters_.add_country(i, country->second);
  }
}

void Identity::join_people() {
  Groups groups;
  for (std::size_t i = 0; i < candidates_.size(); ++i) {
    if (!is_person(entity(i))) continue;
    add_person_countries(i);
    if (has_words(folded_[i].name)) groups[person_key(folded_[i].name)].push_back(i);
  }
  for (const auto& [name, members] : groups) join_by_country(members, {});
}

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
  reduce(longer);
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

void Identity::join_spellings() {
  Groups groups;  // by spelling and office
  for (std::size_t i = 0; i < candidates_.size(); ++i) {
    if (!is_person(entity(i))) continue;
    const std::string key = spelling_key(folded_[i].name);
    if (key.empty()) continue;
    for (const std::string& office : candidates_[i].offices) {
      groups[key + '|' + office].push_back(i);
    }
  }
  reduce(groups);
  for (const auto& [key, members] : groups) {
    const std::vector<std::size_t> people = roots_of(members);
    for (std::size_t i = 1; i < people.size(); ++i) {
      const std::size_t one = people.front();
      if (clusters_.share_article(one, people[i]) || clusters_.strangers(one, people[i])) continue;
      if (!share_word(folded_[one].name, folded_[people[i]].name)) continue;
      clusters_.join(one, people[i]);
    }
  }
}

void Identity::join_single_names() {
  Groups singles;  // by name
  Groups offices;  // by "name|title|owner"
  Groups bearers;  // people named in full, by the single names they are called by
  for (std::size_t i = 0; i < candidates_.size(); ++i) {
    if (!is_person(entity(i))) continue;
    if (has_words(folded_[i].name)) {
      for (const std::string& name : folded_[i].names) {
        if (!has_words(name)) bearers[name].push_back(i);
      }
    } else if (!folded_[i].name.empty()) {
      singles[folded_[i].name].push_back(i);
      for (const std::string& office : candidates_[i].offices) {
        offices[folded_[i].name + '|' + office].push_back(i);
      }
    }
  }
  for (const auto& [key, members] : offices) clusters_.join_all(members);
  reduce(bearers);
  for (const auto& [name, members] : singles) {
    const auto found = bearers.find(name);
    if (found == bearers.end()) continue;
    for (const std::size_t i : roots_of(members)) {
      if (const auto person = bearer(i, found->second)) clusters_.join(*person, i);
    }
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

}  // namespace entente
