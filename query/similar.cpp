// Names that may be one have something in common that can be looked up: all words but their order,
// the first and the last word, the family name, the first letters, or all letters but one. Each of
// these is a key; entities that meet under a key are compared. Tested by similar_test.cpp.

#include "query/similar.h"

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <tuple>

#include "base/utf8.h"
#include "query/rows.h"
#include "query/suggest.h"

namespace entente {
namespace {

using Vertex = KnowledgeGraph::Vertex;

// Under a key that more entities share than this, sharing it says nothing.
constexpr std::size_t kCommonKey = 40;
constexpr std::size_t kShortWord = 6;  // letters; one letter more or less is another word

enum class Reason { SameName, WordOrder, Initial, MiddleName, Spelling, Acronym, FamilyName };

constexpr std::array<std::string_view, 7> kReasonNames = {
    "same name", "word order", "initial", "middle name", "spelling", "acronym", "family name"};

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

std::string join(const std::vector<std::string>& words, std::string_view between) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : std::string(between)) + word;
  return text;
}

// A name as it is compared.
struct Name {
  std::string folded;
  std::vector<std::string> words;  // without small ones
  bool is_acronym = false;         // three to six letters, all of them capitals
  bool is_shown = false;           // the entity's name, no alias
};

Name make_name(const std::string& text) {
  Name name{fold(text), {}, false, false};
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

// Words that are no name ("trade agreement") are of one article each.
bool is_described(const std::string& text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode_at(text, at);
    if (is_upper(point.value)) return false;
    at += point.length;
  }
  return true;
}

// An article cannot always tell a party from an organization, or a city from a country.
std::string_view family(std::string_view type) {
  if (type == "party") return "organization";
  if (type == "country") return "place";
  return type;
}

std::string digits(std::string_view text) {
  std::string found;
  std::ranges::copy_if(text, std::back_inserter(found), [](char c) { return is_digit(c); });
  return found;
}

// "a" and "ann", but not "ann" and "ann".
bool is_initial_of(const std::string& one, const std::string& other) {
  return one.size() == 1 && other.size() > 1 && other.front() == one.front();
}

bool initials_fit(const Name& a, const Name& b) {
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
bool middle_fits(const Name& a, const Name& b) {
  const auto& [few, many] =
      a.words.size() < b.words.size() ? std::tie(a.words, b.words) : std::tie(b.words, a.words);
  return few.size() == 2 && many.size() == 3 && few.front() == many.front() &&
         few.back() == many.back();
}

// One letter of one word differs, and the word is long enough for that to be a slip.
bool spelling_fits(const Name& a, const Name& b) {
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

bool is_acronym_of(const Name& one, const Name& other) {
  if (!one.is_acronym || other.words.size() < 2) return false;
  std::string initials;
  for (const std::string& word : other.words) initials += word.front();
  std::string with_small;
  for (const std::string& word : split(other.folded)) with_small += word.front();
  return one.folded == initials || one.folded == with_small;
}

std::vector<std::string> sorted(std::vector<std::string> words) {
  std::ranges::sort(words);
  return words;
}

// What speaks for two names being one; nullopt = nothing.
std::optional<Reason> compare(const Name& a, const Name& b, bool people) {
  if (a.folded == b.folded) return Reason::SameName;
  if (a.words.size() > 1 && sorted(a.words) == sorted(b.words)) return Reason::WordOrder;
  if (people && initials_fit(a, b)) return Reason::Initial;
  if (people && middle_fits(a, b)) return Reason::MiddleName;
  if (spelling_fits(a, b)) return Reason::Spelling;
  if (!people && (is_acronym_of(a, b) || is_acronym_of(b, a))) return Reason::Acronym;
  return std::nullopt;
}

class Finder {
 public:
  Finder(const KnowledgeGraph& graph, const Filter& filter) : graph_(graph) {
    for (const Vertex v : graph.vertices_by_id()) {
      const Entity& entity = graph[v];
      if (!filter.types.empty() && !filter.types.contains(entity.type)) continue;
      if (is_described(entity.name)) continue;
      add(v, entity);
    }
  }

  // Each pair with its strongest reason.
  std::map<std::pair<Vertex, Vertex>, Reason> pairs() {
    for (const auto& [key, members] : by_key_) {
      if (members.size() > kCommonKey) continue;
      for (std::size_t i = 0; i < members.size(); ++i) {
        for (std::size_t j = i + 1; j < members.size(); ++j) try_pair(members[i], members[j]);
      }
    }
    try_family_names();
    return std::move(found_);
  }

 private:
  using Member = std::pair<Vertex, const Name*>;

  void add(Vertex v, const Entity& entity) {
    std::vector<std::string> texts = entity.aliases;
    texts.push_back(entity.name);
    const bool person = entity.type == "person";
    for (const std::string& text : texts) {
      Name made = make_name(text);
      // A single name is a part of many people's, and tells little of what else it is.
      if (made.words.empty() || (person && made.words.size() < 2 && text != entity.name)) continue;
      made.is_shown = text == entity.name;
      names_.push_back(std::make_unique<Name>(std::move(made)));
      const Name& name = *names_.back();
      if (person && name.words.size() == 1) {
        singles_[name.folded].push_back(v);
        continue;
      }
      if (person) family_names_[name.words.back()].push_back(v);
      if (person) family_names_[name.words.front()].push_back(v);
      for (const std::string& key : keys(name, person)) {
        std::vector<Member>& members = by_key_[std::string(family(entity.type)) + '|' + key];
        if (members.size() <= kCommonKey) members.emplace_back(v, &name);
      }
    }
  }

  static std::set<std::string> keys(const Name& name, bool person) {
    std::set<std::string> all = {"words " + join(sorted(name.words), " ")};
    const std::string letters = join(name.words, "");
    all.insert("letters " + letters);
    for (std::size_t i = 0; i < letters.size(); ++i) {
      all.insert("letters " + letters.substr(0, i) + letters.substr(i + 1));
    }
    if (person) {
      all.insert("ends " + name.words.front().substr(0, 1) + ' ' + name.words.back());
    } else if (name.is_acronym) {
      all.insert("initials " + name.folded);
    } else if (name.words.size() > 1) {
      std::string initials, with_small;
      for (const std::string& word : name.words) initials += word.front();
      for (const std::string& word : split(name.folded)) with_small += word.front();
      all.insert("initials " + initials);
      all.insert("initials " + with_small);
    }
    return all;
  }

  void try_pair(const Member& a, const Member& b) {
    // Two parliaments may both be called Parliament for short.
    if (a.first == b.first || (!a.second->is_shown && !b.second->is_shown)) return;
    const bool people = graph_[a.first].type == "person";
    const auto reason = compare(*a.second, *b.second, people);
    if (!reason) return;
    // The gazetteer knows its countries, and how they are spelt.
    const bool country = graph_[a.first].type == "country" || graph_[b.first].type == "country";
    if (!country || *reason == Reason::SameName) keep(a.first, b.first, *reason);
  }

  void keep(Vertex a, Vertex b, Reason reason) {
    const auto [at, is_new] = found_.emplace(std::minmax(a, b), reason);
    if (!is_new) at->second = std::min(at->second, reason);
  }

  // What `v` holds a position in, belongs to or is of.
  std::set<std::string> owners(Vertex v) const {
    std::set<std::string> all;
    const auto out = boost::out_edges(v, graph_.bgl());
    std::for_each(out.first, out.second, [&](KnowledgeGraph::Edge edge) {
      const Fact& fact = graph_[edge];
      if (fact.relation == "holds-position" || fact.relation == "member-of")
        all.insert(fact.object);
    });
    return all;
  }

  // "Lind" who serves what Ann Lind serves, or who is the only one of the name.
  void try_family_names() {
    for (auto& [name, singles] : singles_) {
      const auto family_name = family_names_.find(name);
      if (family_name == family_names_.end()) continue;
      std::vector<Vertex>& bearers = family_name->second;
      std::ranges::sort(bearers);
      bearers.erase(std::unique(bearers.begin(), bearers.end()), bearers.end());
      if (bearers.size() > kCommonKey || singles.size() > kCommonKey) continue;
      for (const Vertex single : singles) {
        const std::set<std::string> served = owners(single);
        for (const Vertex bearer : bearers) {
          if (single == bearer) continue;
          const std::set<std::string> others = owners(bearer);
          const bool shared = std::ranges::any_of(
              served, [&](const std::string& owner) { return others.contains(owner); });
          if (shared || (bearers.size() == 1 && (served.empty() || others.empty()))) {
            keep(single, bearer, Reason::FamilyName);
          }
        }
      }
    }
  }

  const KnowledgeGraph& graph_;
  std::vector<std::unique_ptr<Name>> names_;  // their addresses stay
  std::map<std::string, std::vector<Member>> by_key_;
  std::map<std::string, std::vector<Vertex>> singles_;       // people known by one word only
  std::map<std::string, std::vector<Vertex>> family_names_;  // first or last word of full names
  std::map<std::pair<Vertex, Vertex>, Reason> found_;
};

std::size_t shared_articles(const Entity& a, const Entity& b) {
  std::vector<std::string> both;
  std::ranges::set_intersection(a.articles, b.articles, std::back_inserter(both));
  return both.size();
}

}  // namespace

std::vector<SimilarPair> similar_entities(const KnowledgeGraph& graph, std::optional<Vertex> entity,
                                          const Filter& filter, const IdPairs& decided) {
  std::vector<std::tuple<std::size_t, Reason, std::string, SimilarPair>> ranked;
  for (const auto& [ends, reason] : Finder(graph, filter).pairs()) {
    auto [a, b] = ends;
    if (entity && a != *entity && b != *entity) continue;
    if (decided.contains(std::minmax(graph[a].id, graph[b].id))) continue;
    const auto weight = [&](Vertex v) { return std::pair(graph[v].mentions, -double(v)); };
    if (weight(a) < weight(b)) std::swap(a, b);
    const std::size_t together = shared_articles(graph[a], graph[b]);
    ranked.emplace_back(
        std::min<std::size_t>(together, 1), reason, graph[a].id + ' ' + graph[b].id,
        SimilarPair{a, b, std::string(kReasonNames[static_cast<std::size_t>(reason)]), together});
  }
  std::ranges::sort(ranked, {}, [](const auto& each) {
    return std::tuple(std::get<0>(each), std::get<1>(each), std::get<2>(each));
  });
  std::vector<SimilarPair> pairs;
  pairs.reserve(ranked.size());
  for (auto& each : ranked) pairs.push_back(std::move(std::get<3>(each)));
  return pairs;
}

Table similar_table(const KnowledgeGraph& graph, const std::vector<SimilarPair>& pairs) {
  Table table{{"reason", "name", "other", "type", "together", "id", "other_id"}, {}};
  for (const SimilarPair& pair : pairs) {
    const Entity& a = graph[pair.a];
    const Entity& b = graph[pair.b];
    table.rows.push_back(
        {pair.reason, a.name, b.name, a.type, number_cell(pair.together), a.id, b.id});
  }
  return table;
}

}  // namespace entente
