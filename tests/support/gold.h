#pragma once
// Facts and entities of a graph against what a careful reader found (tests/sample/README.md): the
// same measures as the gold's own scorer, so that a change of the rules shows what it costs.

#include <rapidjson/document.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/files.h"
#include "base/utf8.h"
#include "graph/knowledge_graph.h"

namespace entente {

struct GoldScore {
  std::size_t entities = 0;  // in the gold
  std::size_t entities_found = 0;
  std::size_t nodes = 0;  // in the graph
  std::size_t nodes_right = 0;
  std::size_t person_duplicates = 0;
  std::size_t person_merges = 0;
  std::size_t facts = 0;  // in the graph, of relations that the gold annotates
  std::size_t facts_right = 0;
  std::size_t core = 0;  // in the gold
  std::size_t core_found = 0;

  double fact_precision() const { return ratio(facts_right, facts); }
  double core_recall() const { return ratio(core_found, core); }
  double entity_f1() const {
    const double precision = ratio(nodes_right, nodes);
    const double recall = ratio(entities_found, entities);
    return precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0;
  }

 private:
  static double ratio(std::size_t part, std::size_t whole) {
    return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
  }
};

namespace gold {

inline const std::set<std::string>& annotated() {
  static const std::set<std::string> relations = {
      "met-with",  "spoke-with",        "visited",       "invited",     "attended",
      "signed",    "witnessed-signing", "agreed-with",   "awarded",     "holds-position",
      "member-of", "spouse-of",         "part-of",       "located-in",  "supports",
      "opposes",   "participates-in",   "partners-with", "trades-with", "invested-in"};
  return relations;
}

// Folded, without a leading title or "the".
inline std::string key(const std::string& name) {
  static const std::set<std::string> titles = {
      "president", "premier",   "chairman", "chairwoman", "minister", "prime",
      "general",   "secretary", "mr",       "mrs",        "ms",       "dr",
      "foreign",   "vice",      "leader",   "the",        "king",     "queen",
      "prince",    "crown",     "sheikh",   "chancellor"};
  std::string folded = fold(name);
  for (std::size_t space = folded.find(' ');
       space != std::string::npos && titles.contains(folded.substr(0, space));
       space = folded.find(' ')) {
    folded.erase(0, space + 1);
  }
  return folded;
}

inline bool compatible(const std::string& gold, const std::string& found) {
  const auto body = [](const std::string& type) {
    return type == "party" || type == "organization";
  };
  const auto spot = [](const std::string& type) { return type == "place" || type == "country"; };
  return gold == found || (body(gold) && body(found)) || (spot(gold) && spot(found));
}

// "seeds/001.txt" and "https://x/y/lula" by their last part, without ending.
inline std::string stem(const std::string& article) {
  const std::string last = article.substr(article.rfind('/') + 1);
  return last.substr(0, last.rfind('.'));
}

inline std::set<std::string> keys(const std::string& name,
                                  const std::vector<std::string>& aliases) {
  std::set<std::string> all = {key(name)};
  for (const std::string& alias : aliases) all.insert(key(alias));
  return all;
}

inline std::vector<std::string> strings(const rapidjson::Value& list) {
  std::vector<std::string> all;
  for (const auto& each : list.GetArray()) all.emplace_back(each.GetString());
  return all;
}

}  // namespace gold

// Adds one article's figures to `score`. `file`: its gold.
inline void score_article(GoldScore& score, const KnowledgeGraph& graph,
                          const std::filesystem::path& file) {
  rapidjson::Document json;
  json.Parse(read_file(file).c_str());
  const std::string article = gold::stem(json["article"].GetString());
  const auto here = [&](const std::string& id) { return gold::stem(id) == article; };

  std::map<std::string, std::set<std::string>> gold_of;  // node -> gold ids
  std::map<std::string, std::size_t> covered;            // gold id -> nodes
  std::map<std::string, std::string> gold_type;
  for (const auto& entity : json["entities"].GetArray()) {
    gold_type[entity["id"].GetString()] = entity["type"].GetString();
  }
  for (const KnowledgeGraph::Vertex v : graph.vertices_by_id()) {
    const Entity& node = graph[v];
    if (node.type == "group" || std::none_of(node.articles.begin(), node.articles.end(), here)) {
      continue;
    }
    ++score.nodes;
    for (const auto& entity : json["entities"].GetArray()) {
      if (!gold::compatible(entity["type"].GetString(), node.type)) continue;
      const std::vector<std::string> aliases = gold::strings(entity["aliases"]);
      const bool match =
          gold::keys(entity["name"].GetString(), aliases).contains(gold::key(node.name)) ||
          gold::keys(node.name, node.aliases).contains(gold::key(entity["name"].GetString()));
      if (!match) continue;
      gold_of[node.id].insert(entity["id"].GetString());
      ++covered[entity["id"].GetString()];
    }
  }
  score.entities += json["entities"].Size();
  score.entities_found += covered.size();
  score.nodes_right += gold_of.size();
  for (const auto& [id, nodes] : covered) {
    if (gold_type[id] == "person") score.person_duplicates += nodes - 1;
  }
  for (const auto& [id, all] : gold_of) {
    if (id.starts_with("person:")) score.person_merges += all.size() - 1;
  }

  using Triple = std::vector<std::string>;
  std::map<Triple, bool> wanted;  // -> core
  for (const auto& fact : json["facts"].GetArray()) {
    const bool core = !fact.HasMember("core") || fact["core"].GetBool();
    bool& is_core = wanted[{fact["s"].GetString(), fact["r"].GetString(), fact["o"].GetString()}];
    is_core = is_core || core;
  }
  std::set<Triple> seen;
  std::set<Triple> hit;
  for (const KnowledgeGraph::Edge e : graph.edges_by_id()) {
    const Fact& fact = graph[e];
    const bool said = std::any_of(fact.evidence.begin(), fact.evidence.end(),
                                  [&](const Evidence& each) { return here(each.article); });
    if (!said || !gold::annotated().contains(fact.relation)) continue;
    bool right = false;
    for (const std::string& s : gold_of[fact.subject]) {
      for (const std::string& o : gold_of[fact.object]) {
        for (const Triple& triple : {Triple{s, fact.relation, o}, Triple{o, fact.relation, s}}) {
          if (triple[0] != s && fact.relation != "met-with" && fact.relation != "spoke-with" &&
              fact.relation != "agreed-with" && fact.relation != "spouse-of" &&
              fact.relation != "partners-with" && fact.relation != "trades-with") {
            continue;
          }
          if (!wanted.contains(triple)) continue;
          right = true;
          hit.insert(triple);
        }
      }
    }
    if (!seen.insert({fact.subject, fact.relation, fact.object}).second) continue;
    ++score.facts;
    score.facts_right += right ? 1U : 0U;
  }
  for (const auto& [triple, core] : wanted) {
    score.core += core ? 1U : 0U;
    score.core_found += core && hit.contains(triple) ? 1U : 0U;
  }
}

inline GoldScore score_gold(const KnowledgeGraph& graph, const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".json") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  GoldScore score;
  for (const std::filesystem::path& file : files) score_article(score, graph, file);
  return score;
}

}  // namespace entente
