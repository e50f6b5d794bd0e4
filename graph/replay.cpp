// Decisions are resolved against the entities that the articles alone would give, and the reader's
// own: their ids do not depend on other lines, so that a line means the same whatever others come
// and go. Where `same` joins entities, the first keeps its id and name. What is said of facts is
// done line by line, so that what was corrected can be corrected again. Tested by replay_test.cpp.

#include "graph/replay.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "base/utf8.h"
#include "graph/content_id.h"
#include "graph/fold_facts.h"

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

bool is_of_fact(const Decision& decision) {
  return decision.kind == Decision::Kind::RejectFact ||
         decision.kind == Decision::Kind::CorrectFact || decision.kind == Decision::Kind::AddFact;
}

// Whether the line may speak of the fact, its date aside.
bool says_undated(const Decision& decision, const Fact& fact) {
  if (fact.relation != decision.relation) return false;
  if (decision.status && fact.status != *decision.status) return false;
  if (!decision.title) return true;
  const auto title = fact.qualifiers.find("title");
  return fold(title == fact.qualifiers.end() ? "" : title->second) == fold(*decision.title);
}

bool says(const Decision& decision, const Fact& fact) {
  return says_undated(decision, fact) && (decision.any_date || fact.when == decision.when);
}

// Whether both may be the date of one thing, told more or less exactly.
bool may_be_one(const std::optional<DateRange>& a, const std::optional<DateRange>& b) {
  return !a || !b || contains(*a, *b) || contains(*b, *a);
}

bool is_called(const Entity& entity, std::string_view name) {
  const std::string folded = fold(name);
  return fold(entity.name) == folded ||
         std::ranges::any_of(entity.aliases,
                             [&](const std::string& alias) { return fold(alias) == folded; });
}

// Facts of the entities `gone`, and what others say of them.
void forget(const std::map<std::string, const Decision*>& gone, std::vector<Fact>& facts) {
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

// An own entity is the one that articles came to give under its id and name, where there is one.
void Replay::add_entities(std::vector<Entity>& entities) {
  std::map<std::string, std::size_t, std::less<>> by_id;
  std::map<std::size_t, const Decision*> added_by;
  for (const Decision& decision : ledger_.decisions) {
    if (decision.kind != Decision::Kind::AddEntity) continue;
    if (by_id.empty()) {
      for (std::size_t i = 0; i < entities.size(); ++i) by_id.emplace(entities[i].id, i);
    }
    if (ontology_.type(decision.type) == nullptr) {
      warn(decision, "no type is called \"" + printable(decision.type) + '"');
      continue;
    }
    const EntityRef& ref = decision.a;
    const std::string wanted = ref.id.empty() ? readable_id(decision.type, ref.name) : ref.id;
    const auto known = by_id.find(wanted);
    if (known != by_id.end() && is_called(entities[known->second], ref.name)) {
      const auto [earlier, is_first] = added_by.emplace(known->second, &decision);
      if (!is_first) {
        warn(decision, "line " + std::to_string(earlier->second->line) + " adds it already");
        continue;
      }
      own_entities_.emplace(&decision, known->second);
      continue;
    }
    Entity entity;
    entity.id = wanted;
    for (unsigned number = 2; by_id.contains(entity.id); ++number) {
      entity.id = wanted + '-' + std::to_string(number);
    }
    entity.type = decision.type;
    entity.name = ref.name;
    by_id.emplace(entity.id, entities.size());
    added_by.emplace(entities.size(), &decision);
    own_entities_.emplace(&decision, entities.size());
    entities.push_back(std::move(entity));
  }
}

std::optional<Replay::Resolved> Replay::resolved(const Decision& decision, const EntityNames& names,
                                                 std::string& problem) const {
  Resolved result{&decision, 0, 0, 0};
  if (decision.kind == Decision::Kind::AddEntity) {
    const auto own = own_entities_.find(&decision);
    if (own == own_entities_.end()) return std::nullopt;  // told already
    result.a = own->second;
    return result;
  }
  const auto a = names.find(decision.a, problem);
  if (!a) return std::nullopt;
  result.a = *a;
  const bool has_two = decision.kind == Decision::Kind::Same ||
                       decision.kind == Decision::Kind::Differ || is_of_fact(decision);
  if (has_two) {
    const auto b = names.find(decision.b, problem);
    if (!b) return std::nullopt;
    result.b = *b;
  }
  const auto place = decision.values.find("place");
  if (place != decision.values.end() && !place->second.empty()) {
    const auto where = names.find(parse_entity_ref(place->second), problem);
    if (!where) return std::nullopt;
    result.place = *where;
  }
  return result;
}

void Replay::resolve(const std::vector<Entity>& entities) {
  EntityNames names(entities);
  for (const Decision& decision : ledger_.decisions) {
    std::string problem;
    const auto found = resolved(decision, names, problem);
    if (!found) {
      if (!problem.empty()) warn(decision, problem);
      continue;
    }
    if (decision.kind == Decision::Kind::Differ && found->a == found->b) {
      warn(decision, "both are " + printable(entities[found->a].id) +
                         "; say in which article each is named: NAME @ ARTICLE");
      continue;
    }
    if (decision.kind == Decision::Kind::Retype && ontology_.type(decision.type) == nullptr) {
      warn(decision, "no type is called \"" + printable(decision.type) + '"');
      continue;
    }
    if (decision.kind == Decision::Kind::Rename) names.add_name(found->a, decision.name);
    resolved_.push_back(*found);
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
  add_entities(entities);
  for (std::size_t i = 0; i < entities.size(); ++i) into_.push_back(i);
  resolve(entities);
  for (const Resolved& each : resolved_) {
    if (each.decision->kind == Decision::Kind::Same) join(each, entities);
  }
  for (const Resolved& each : resolved_) {
    Entity& entity = entities[root(each.a)];
    if (each.decision->kind == Decision::Kind::Retype) entity.type = each.decision->type;
    if (each.decision->kind != Decision::Kind::Rename) continue;
    entity.aliases.push_back(entity.name);
    sort_unique(entity.aliases);
    entity.name = each.decision->name;
    std::erase(entity.aliases, entity.name);
  }
  for (std::size_t& entity : of) entity = root(entity);
}

const DecisionText& Replay::text_of(const Decision& decision) const {
  return ledger_.texts[static_cast<std::size_t>(&decision - ledger_.decisions.data())];
}

Evidence Replay::evidence_of(const Decision& decision) const {
  const DecisionText& text = text_of(decision);
  Evidence evidence;
  evidence.article = ledger_name(ledger_.file);
  evidence.sentence = text.line;
  evidence.trigger = text.word;
  evidence.subject = text.a;
  evidence.object = text.b;
  evidence.quote = text.text;
  evidence.rule = kLedgerRule;
  evidence.confidence = 1.0;
  return evidence;
}

// An empty value takes away what is there.
void Replay::set_value(const Resolved& line, const std::string& key, const std::string& value,
                       const std::vector<Entity>& entities, Fact& fact) const {
  if (key == "date") {
    fact.when = parse_iso(value);
  } else if (key == "status") {
    fact.status = *parse_status(value);
  } else if (value.empty()) {
    fact.qualifiers.erase(key);
  } else {
    fact.qualifiers[key] = key == "place" ? entities[root(line.place)].id : value;
  }
}

void Replay::add_facts(const std::vector<Entity>& entities, std::vector<Fact>& said) {
  std::map<std::string, std::uint32_t> lines;  // what is said -> the first line that says it
  for (const Resolved& each : resolved_) {
    const Decision& decision = *each.decision;
    if (decision.kind != Decision::Kind::AddFact) continue;
    Fact fact;
    fact.subject = entities[root(each.a)].id;
    fact.relation = decision.relation;
    fact.object = entities[root(each.b)].id;
    if (ontology_.relation(decision.relation) == nullptr) {
      warn(decision, "no relation is called \"" + printable(decision.relation) + '"');
      continue;
    }
    if (fact.subject == fact.object) {
      warn(decision, "both ends are " + printable(fact.subject));
      continue;
    }
    Decision words = decision;
    words.reason.clear();
    const auto [earlier, is_first] = lines.emplace(to_line(words), decision.line);
    if (!is_first) {
      warn(decision, "line " + std::to_string(earlier->second) + " says it already");
      continue;
    }
    fact.status = *decision.status;
    fact.when = decision.when;
    for (const auto& [key, value] : decision.values) set_value(each, key, value, entities, fact);
    fact.evidence.push_back(evidence_of(decision));
    said.push_back(std::move(fact));
  }
}

// What the reader added after the line that rejects it.
void Replay::tell_lost(const Decision& reject, const Fact& fact) {
  for (const Evidence& evidence : fact.evidence) {
    if (!is_of_reader(evidence)) continue;
    for (const Decision& decision : ledger_.decisions) {
      if (decision.line <= reject.line || text_of(decision).line != evidence.sentence) continue;
      warn(decision, "line " + std::to_string(reject.line) + " rejects it; delete that line");
    }
  }
}

// Of each pair of ends that a line speaks of: the facts between them.
Replay::FactsBetween Replay::facts_between(const std::vector<Entity>& entities,
                                           const std::vector<Fact>& facts) const {
  FactsBetween between;
  for (const Resolved& line : resolved_) {
    if (is_of_fact(*line.decision)) between[ends_of(line, entities)];
  }
  for (std::size_t i = 0; i < facts.size(); ++i) {
    const auto add = [&](const std::string& a, const std::string& b) {
      const auto found = between.find({a, b});
      if (found != between.end()) found->second.push_back(i);
    };
    add(facts[i].subject, facts[i].object);
    const Relation* relation = ontology_.relation(facts[i].relation);
    if (relation != nullptr && relation->symmetric) add(facts[i].object, facts[i].subject);
  }
  return between;
}

Replay::Ends Replay::ends_of(const Resolved& line, const std::vector<Entity>& entities) const {
  return {entities[root(line.a)].id, entities[root(line.b)].id};
}

void Replay::reject(const Decision& decision, const std::vector<std::size_t>& between,
                    const std::vector<Fact>& facts, std::vector<bool>& rejected) {
  bool is_used = false;
  for (const std::size_t i : between) {
    if (!says(decision, facts[i])) continue;
    is_used = true;
    if (!rejected[i]) tell_lost(decision, facts[i]);
    rejected[i] = true;
  }
  if (!is_used) warn(decision, "no article says this; nothing to reject");
}

// Those that the line says; else the one of which an article that came since may tell the date more
// exactly, or less.
std::vector<std::size_t> Replay::meant_by(const Decision& decision,
                                          const std::vector<std::size_t>& living,
                                          const std::vector<Fact>& facts) {
  std::vector<std::size_t> meant;
  std::ranges::copy_if(living, std::back_inserter(meant),
                       [&](std::size_t i) { return says(decision, facts[i]); });
  if (!meant.empty()) return meant;
  std::ranges::copy_if(living, std::back_inserter(meant), [&](std::size_t i) {
    return says_undated(decision, facts[i]) && may_be_one(decision.when, facts[i].when);
  });
  if (meant.size() > 1) meant.clear();
  if (meant.empty()) warn(decision, "no article says this; nothing to correct");
  return meant;
}

void Replay::change_facts(const std::vector<Entity>& entities, std::vector<Fact>& facts) {
  const FactsBetween between = facts_between(entities, facts);
  std::vector<bool> rejected(facts.size());
  bool is_corrected = false;
  for (const Resolved& line : resolved_) {
    const Decision& decision = *line.decision;
    if (!is_of_fact(decision) || decision.kind == Decision::Kind::AddFact) continue;
    std::vector<std::size_t> those = between.at(ends_of(line, entities));
    if (decision.kind == Decision::Kind::RejectFact) {
      reject(decision, those, facts, rejected);
      continue;
    }
    std::erase_if(those, [&](std::size_t i) { return rejected[i]; });
    for (const std::size_t i : meant_by(decision, those, facts)) {
      for (const auto& [key, value] : decision.values) {
        set_value(line, key, value, entities, facts[i]);
      }
      facts[i].evidence.push_back(evidence_of(decision));
      is_corrected = true;
    }
  }
  std::vector<Fact> kept;
  for (std::size_t i = 0; i < facts.size(); ++i) {
    if (!rejected[i]) kept.push_back(std::move(facts[i]));
  }
  facts = std::move(kept);
  if (is_corrected) fold_corrected(facts);
}

void Replay::correct(std::vector<Entity>& entities, std::vector<Fact>& facts) {
  if (ledger_.decisions.empty()) return;
  change_facts(entities, facts);
  std::map<std::string, const Decision*> gone;
  for (const Resolved& each : resolved_) {
    const std::string& id = entities[root(each.a)].id;
    if (each.decision->kind == Decision::Kind::RejectEntity) {
      gone.emplace(id, each.decision);
    } else if (each.decision->kind == Decision::Kind::AddEntity && gone.contains(id)) {
      warn(*each.decision,
           "line " + std::to_string(gone.at(id)->line) + " rejects it; delete that line");
    }
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
