// Tested by similar_test.cpp.

#include "query/name_match.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <tuple>

#include "base/utf8.h"
#include "query/suggest.h"

namespace entente {
namespace {

constexpr std::size_t kShortWord = 6;  // letters; one letter more or less is another word

// Folded words that a name may have or lack.
bool is_small(std::string_view word) {
  constexpr std::array<std::string_view, 6> small = {"of", "the", "and", "for", "in", "s"};
  return std::ranges::find(small, word) != small.end();
}

std::vector<std::string> split(std::string_view folded) {
  std::vector<std::string> words;
  while (!folded.empty()) {
    const std::size_t end = std::min(folded.find(' '), folded.size());
    words.emplace_back(folded.substr(0, end));
    folded.remove_prefix(std::min(end + 1, folded.size()));
  }
  return words;
}

std::string initials(const std::vector<std::string>& words) {
  std::string letters;
  for (const std::string& word : words) letters += word.front();
  return letters;
}

std::string join(const std::vector<std::string>& words, std::string_view between) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : std::string(between)) + word;
  return text;
}

std::string digits(std::string_view text) {
  std::string found;
  std::ranges::copy_if(text, std::back_inserter(found),
                       [](char c) { return c >= '0' && c <= '9'; });
  return found;
}

// "a" and "ann", but not "ann" and "ann".
bool is_initial_of(const std::string& one, const std::string& other) {
  return one.size() == 1 && other.size() > 1 && other.front() == one.front();
}

bool initials_fit(const ComparedName& a, const ComparedName& b) {
  if (a.words.size() != b.words.size() || a.words.size() < 2 || a.words.back() != b.words.back()) {
    return false;
  }
  bool has_initial = false;
  for (std::size_t i = 0; i + 1 < a.words.size(); ++i) {
    if (a.words[i] == b.words[i]) continue;
    if (!is_initial_of(a.words[i], b.words[i]) && !is_initial_of(b.words[i], a.words[i])) {
      return false;
    }
    has_initial = true;
  }
  return has_initial;
}

// One goes without words that the other has between its first and its last.
bool middle_fits(const ComparedName& a, const ComparedName& b) {
  const auto& [few, many] =
      a.words.size() < b.words.size() ? std::tie(a.words, b.words) : std::tie(b.words, a.words);
  return few.size() == 2 && many.size() == 3 && few.front() == many.front() &&
         few.back() == many.back();
}

// One letter of one word differs, and the word is long enough for that to be a slip.
bool spelling_fits(const ComparedName& a, const ComparedName& b) {
  if (digits(a.folded) != digits(b.folded)) return false;
  const std::string one = join(a.words, "");
  const std::string other = join(b.words, "");
  if (one == other) return true;
  if (edit_distance(one, other) > 1) return false;
  if (a.words.size() != b.words.size()) return false;
  for (std::size_t i = 0; i < a.words.size(); ++i) {
    if (a.words[i] == b.words[i]) continue;
    return std::min(a.words[i].size(), b.words[i].size()) >= kShortWord;
  }
  return false;
}

bool is_acronym_of(const ComparedName& one, const ComparedName& other) {
  if (!one.is_acronym || other.words.size() < 2) return false;
  return one.folded == initials(other.words) || one.folded == initials(split(other.folded));
}

std::vector<std::string> sorted(std::vector<std::string> words) {
  std::ranges::sort(words);
  return words;
}

}  // namespace

std::string_view to_string(NameMatch match) {
  constexpr std::array<std::string_view, 7> names = {
      "same name", "word order", "initial", "middle name", "spelling", "acronym", "family name"};
  return names[static_cast<std::size_t>(match)];
}

ComparedName compared_name(std::string_view text) {
  ComparedName name{fold(text), {}, false};
  name.words = split(name.folded);
  std::erase_if(name.words, is_small);
  std::size_t capitals = 0;
  bool only_capitals = true;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode_at(text, at);
    at += point.length;
    if (is_upper(point.value)) {
      ++capitals;
    } else {
      only_capitals = false;
    }
  }
  name.is_acronym = only_capitals && capitals >= 3 && capitals <= 6;
  return name;
}

std::set<std::string> match_keys(const ComparedName& name, bool is_person) {
  std::set<std::string> keys = {"words " + join(sorted(name.words), " ")};
  const std::string letters = join(name.words, "");
  keys.insert("letters " + letters);
  for (std::size_t i = 0; i < letters.size(); ++i) {
    keys.insert("letters " + letters.substr(0, i) + letters.substr(i + 1));
  }
  if (is_person) {
    keys.insert("ends " + name.words.front().substr(0, 1) + ' ' + name.words.back());
  } else if (name.is_acronym) {
    keys.insert("initials " + name.folded);
  } else if (name.words.size() > 1) {
    keys.insert("initials " + initials(name.words));
    keys.insert("initials " + initials(split(name.folded)));
  }
  return keys;
}

std::optional<NameMatch> match_names(const ComparedName& a, const ComparedName& b,
                                     bool are_people) {
  if (a.folded == b.folded) return NameMatch::SameName;
  if (a.words.size() > 1 && sorted(a.words) == sorted(b.words)) return NameMatch::WordOrder;
  if (are_people && initials_fit(a, b)) return NameMatch::Initial;
  if (are_people && middle_fits(a, b)) return NameMatch::MiddleName;
  if (spelling_fits(a, b)) return NameMatch::Spelling;
  if (!are_people && (is_acronym_of(a, b) || is_acronym_of(b, a))) return NameMatch::Acronym;
  return std::nullopt;
}

bool is_described(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode_at(text, at);
    if (is_upper(point.value)) return false;
    at += point.length;
  }
  return true;
}

}  // namespace entente
