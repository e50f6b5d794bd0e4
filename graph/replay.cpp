// Decisions are resolved against the entities that the articles alone would give: their ids do not
// depend on the ledger, so that a line means the same whatever other lines come and go. Where
// `same` joins entities, the first keeps its id and name. Tested by replay_test.cpp.

#include "graph/replay.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "base/utf8.h"
#include "graph/entity_names.h"

namespace entente {
namespace {

void sort_unique(std::vector<std::string>& texts) {
  std::ranges::sort(texts);
  texts.erase(std::unique(texts.begin(), texts.end()), texts.end());
}

// The candidates that `ref` speaks of, before anything is joined.
class Seeds {
 public:
  Seeds(const std::vector<Candidate>& candidates, const std::vector<std::string>& article_ids)
      : candidates_(candidates), article_ids_(article_ids) {
    for (std::size_t i = 0; i < candidates.size(); ++i) {
      const LocalEntity& entity = *candidates[i].entity;
      if (!entity.known.empty()) by_id_[entity.known].push_back(i);
      by_name_[fold(entity.name)].push_back(i);
      for (const std::string& name : entity.names) by_alias_[fold(name)].push_back(i);
    }
  }

  std::set<std::size_t> of(const EntityRef& ref) const {
    std::string name = fold(ref.name);
    if (name.empty()) name = fold(ref.id.substr(std::min(ref.id.find(':'), ref.id.size())));
    for (const Index* index : {&by_id_, &by_name_, &by_alias_}) {
      const auto found = index->find(index == &by_id_ ? ref.id : name);
      if (found == index->end()) continue;
      std::vector<std::size_t> fitting = found->second;
      if (!ref.article.empty()) {
        std::erase_if(fitting, [&](std::size_t i) {
          return article_ids_[candidates_[i].article] != ref.article;
        });
      }
      if (fitting.empty()) continue;
      keep_preferred(fitting,
                     [&](std::size_t i) { return candidates_[i].entity->type == ref.type(); });
      return {fitting.begin(), fitting.end()};
    }
    return {};
  }

 private:
  using Index = std::map<std::string, std::vector<std::size_t>>;
  const std::vector<Candidate>& candidates_;
  const std::vector<std::string>& article_ids_;
  Index by_id_;
  Index by_name_;
  Index by_alias_;
};

bool says(const Decision& decision, const Fact& fact) {
  if (fact.relation != decision.relation) return false;
  if (!decision.any_date && fact.when != decision.when) return false;
  if (decision.status && fact.status != *decision.status) return false;
  if (!decision.title) return true;
  const auto title = fact.qualifiers.find("title");
  return fold(title == fact.qualifiers.end() ? "" : title->second) == fold(*decision.title);
}

// Facts of the entities `gone`, and what others say of them.
void forget(const std::set<std::string>& gone, std::vector<Fact>& facts) {
  std::erase_if(facts, [&](const Fact& fact) {
    return gone.contains(fact.subject) || gone.contains(fact.object);
  });
  for (Fact& fact : facts) {
    const auto place = fact.qualifiers.find("place");
    if (place != fact.qualifiers.end() && gone.contains(place->second)) {
      fact.qualifiers.erase(place);
    }
    for (Evidence& evidence : fact.evidence) {
      if (gone.contains(evidence.said_by)) evidence.said_by.clear();
    }
  }
}

}  // namespace

void Replay::keep_apart(std::vector<Candidate>& candidates,
                        const std::vector<std::string>& article_ids) const {
  std::optional<Seeds> seeds;
  std::size_t mark = 0;
  for (const Decision& decision : ledger_.decisions) {
    if (decision.kind != Decision::Kind::Differ) continue;
    if (!seeds) seeds.emplace(candidates, article_ids);
    const std::set<std::size_t> a = seeds->of(decision.a);
    const std::set<std::size_t> b = seeds->of(decision.b);
    // What both names speak of is on neither side.
    for (const std::size_t i : a) {
      if (!b.contains(i)) candidates[i].apart.push_back(mark);
    }
    for (const std::size_t i : b) {
      if (!a.contains(i)) candidates[i].apart.push_back(mark + 1);
    }
    mark += 2;
  }
}

void Replay::warn(const Decision& decision, const std::string& message) {
  warnings_.push_back({Place{ledger_.file, decision.line}, message});
}

std::size_t Replay::root(std::size_t entity) const {
  while (into_[entity] != entity) entity = into_[entity];
  return entity;
}

void Replay::resolve(const std::vector<Entity>& entities) {
  EntityNames names(entities);
  for (const Decision& decision : ledger_.decisions) {
    std::string problem;
    const auto a = names.find(decision.a, problem);
    const bool has_two = decision.kind == Decision::Kind::Same ||
                         decision.kind == Decision::Kind::Differ ||
                         decision.kind == Decision::Kind::RejectFact;
    const auto b = a && has_two ? names.find(decision.b, problem) : a;
    if (!a || !b) {
      warn(decision, problem);
      continue;
    }
    if (decision.kind == Decision::Kind::Differ && *a == *b) {
      warn(decision, "both are " + printable(entities[*a].id) +
                         "; say in which article each is named: NAME @ ARTICLE");
      continue;
    }
    if (decision.kind == Decision::Kind::Rename) names.add_name(*a, decision.name);
    resolved_.push_back({&decision, *a, *b});
  }
}

void Replay::join(const Resolved& same, std::vector<Entity>& entities) {
  const std::size_t a = root(same.a);
  const std::size_t b = root(same.b);
  if (a == b) return;
  for (const Resolved& differ : resolved_) {
    if (differ.decision->kind != Decision::Kind::Differ) continue;
    const std::pair ends(root(differ.a), root(differ.b));
    if (ends != std::pair(a, b) && ends != std::pair(b, a)) continue;
    throw Error(Fault::Input, Place{ledger_.file, same.decision->line},
                "\"same\" contradicts \"differ\" on line " + std::to_string(differ.decision->line) +
                    ": " + to_string(same.decision->a) + " and " + to_string(same.decision->b) +
                    "; delete one of the two lines");
  }
  into_[b] = a;
  Entity& kept = entities[a];
  Entity& gone = entities[b];
  kept.aliases.push_back(gone.name);
  kept.aliases.insert(kept.aliases.end(), gone.aliases.begin(), gone.aliases.end());
  kept.articles.insert(kept.articles.end(), gone.articles.begin(), gone.articles.end());
  sort_unique(kept.aliases);
  sort_unique(kept.articles);
  std::erase(kept.aliases, kept.name);
  kept.mentions += gone.mentions;
}

void Replay::unite(std::vector<Entity>& entities, std::vector<std::size_t>& of) {
  if (ledger_.decisions.empty()) return;
  for (std::size_t i = 0; i < entities.size(); ++i) into_.push_back(i);
  resolve(entities);
  for (const Resolved& each : resolved_) {
    if (each.decision->kind == Decision::Kind::Same) join(each, entities);
  }
  for (const Resolved& each : resolved_) {
    if (each.decision->kind != Decision::Kind::Rename) continue;
    Entity& entity = entities[root(each.a)];
    entity.aliases.push_back(entity.name);
    sort_unique(entity.aliases);
    entity.name = each.decision->name;
    std::erase(entity.aliases, entity.name);
  }
  for (std::size_t& entity : of) entity = root(entity);
}

void Replay::reject_facts(const std::vector<Entity>& entities, std::vector<Fact>& facts) {
  std::map<std::pair<std::string, std::string>, std::vector<std::size_t>> by_ends;
  for (std::size_t i = 0; i < resolved_.size(); ++i) {
    if (resolved_[i].decision->kind != Decision::Kind::RejectFact) continue;
    by_ends[{entities[root(resolved_[i].a)].id, entities[root(resolved_[i].b)].id}].push_back(i);
  }
  std::set<std::size_t> used;
  const auto is_rejected = [&](const Fact& fact, const std::string& a, const std::string& b) {
    const auto found = by_ends.find({a, b});
    if (found == by_ends.end()) return false;
    bool rejected = false;
    for (const std::size_t i : found->second) {
      if (!says(*resolved_[i].decision, fact)) continue;
      used.insert(i);
      rejected = true;
    }
    return rejected;
  };
  std::erase_if(facts, [&](const Fact& fact) {
    const Relation* relation = ontology_.relation(fact.relation);
    const bool either_way = relation != nullptr && relation->symmetric;
    const bool rejected = is_rejected(fact, fact.subject, fact.object);
    return (either_way && is_rejected(fact, fact.object, fact.subject)) || rejected;
  });
  for (const auto& [ends, lines] : by_ends) {
    for (const std::size_t i : lines) {
      if (!used.contains(i))
        warn(*resolved_[i].decision, "no article says this; nothing to reject");
    }
  }
}

void Replay::remove_rejected(std::vector<Entity>& entities, std::vector<Fact>& facts) {
  if (ledger_.decisions.empty()) return;
  reject_facts(entities, facts);
  std::set<std::string> gone;
  for (const Resolved& each : resolved_) {
    if (each.decision->kind == Decision::Kind::RejectEntity) gone.insert(entities[root(each.a)].id);
  }
  forget(gone, facts);
  std::vector<Entity> kept;
  for (std::size_t i = 0; i < entities.size(); ++i) {
    if (root(i) == i && !gone.contains(entities[i].id)) kept.push_back(std::move(entities[i]));
  }
  entities = std::move(kept);
  std::ranges::stable_sort(warnings_, {},
                           [](const Warning& warning) { return warning.place.line; });
}

}  // namespace entente
