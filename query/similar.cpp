// Names that may be one have something in common that can be looked up: all words but their order,
// the first and the last word, the family name, the first letters, or all letters but one. Each of
// these is a key; entities that meet under a key are compared. Tested by similar_test.cpp.

#include "query/similar.h"

#include <algorithm>
#include <map>
#include <memory>
#include <tuple>

#include "query/name_match.h"
#include "query/rows.h"

namespace entente {
namespace {

using Vertex = KnowledgeGraph::Vertex;

// Under a key that more entities share than this, sharing it says nothing.
constexpr std::size_t kCommonKey = 40;

// An article cannot always tell a party from an organization, or a city from a country.
std::string_view family(std::string_view type) {
  if (type == "party") return "organization";
  if (type == "country") return "place";
  return type;
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
  std::map<std::pair<Vertex, Vertex>, NameMatch> pairs() {
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
  struct Member {
    Vertex entity;
    const ComparedName* name;
    bool is_shown;  // no alias
  };

  void add(Vertex v, const Entity& entity) {
    std::vector<std::string> texts = entity.aliases;
    texts.push_back(entity.name);
    const bool person = entity.type == "person";
    for (const std::string& text : texts) {
      ComparedName made = compared_name(text);
      // A single name is a part of many people's, and tells little of what else it is.
      if (made.words.empty() || (person && made.words.size() < 2 && text != entity.name)) continue;
      names_.push_back(std::make_unique<ComparedName>(std::move(made)));
      const ComparedName& name = *names_.back();
      if (person && name.words.size() == 1) {
        singles_[name.folded].push_back(v);
        continue;
      }
      if (person) family_names_[name.words.back()].push_back(v);
      if (person) family_names_[name.words.front()].push_back(v);
      for (const std::string& key : match_keys(name, person)) {
        std::vector<Member>& members = by_key_[std::string(family(entity.type)) + '|' + key];
        if (members.size() <= kCommonKey) members.push_back({v, &name, text == entity.name});
      }
    }
  }

  void try_pair(const Member& a, const Member& b) {
    // Two parliaments may both be called Parliament for short.
    if (a.entity == b.entity || (!a.is_shown && !b.is_shown)) return;
    const bool people = graph_[a.entity].type == "person";
    const auto reason = match_names(*a.name, *b.name, people);
    if (!reason) return;
    // The gazetteer knows its countries, and how they are spelt.
    const bool country = graph_[a.entity].type == "country" || graph_[b.entity].type == "country";
    if (!country || *reason == NameMatch::SameName) keep(a.entity, b.entity, *reason);
  }

  void keep(Vertex a, Vertex b, NameMatch reason) {
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
            keep(single, bearer, NameMatch::FamilyName);
          }
        }
      }
    }
  }

  const KnowledgeGraph& graph_;
  std::vector<std::unique_ptr<ComparedName>> names_;  // their addresses stay
  std::map<std::string, std::vector<Member>> by_key_;
  std::map<std::string, std::vector<Vertex>> singles_;       // people known by one word only
  std::map<std::string, std::vector<Vertex>> family_names_;  // first or last word of full names
  std::map<std::pair<Vertex, Vertex>, NameMatch> found_;
};

std::size_t shared_articles(const Entity& a, const Entity& b) {
  std::vector<std::string> both;
  std::ranges::set_intersection(a.articles, b.articles, std::back_inserter(both));
  return both.size();
}

}  // namespace

std::vector<SimilarPair> similar_entities(const KnowledgeGraph& graph, std::optional<Vertex> entity,
                                          const Filter& filter, const IdPairs& decided) {
  std::vector<std::tuple<std::size_t, NameMatch, std::string, SimilarPair>> ranked;
  for (const auto& [ends, reason] : Finder(graph, filter).pairs()) {
    auto [a, b] = ends;
    if (entity && a != *entity && b != *entity) continue;
    if (decided.contains(std::minmax(graph[a].id, graph[b].id))) continue;
    const auto weight = [&](Vertex v) { return std::pair(graph[v].mentions, -double(v)); };
    if (weight(a) < weight(b)) std::swap(a, b);
    const std::size_t together = shared_articles(graph[a], graph[b]);
    ranked.emplace_back(std::min<std::size_t>(together, 1), reason, graph[a].id + ' ' + graph[b].id,
                        SimilarPair{a, b, std::string(to_string(reason)), together});
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
