// Tested by snapshot_test.cpp.

#include "graph/excerpt.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/error.h"

namespace entente {
namespace {

class Excerpt {
 public:
  Excerpt(const Connection& connection, RowReader& rows, const Snapshot& snapshot)
      : connection_(connection), rows_(rows), groups_(connection), snapshot_(snapshot) {}

  KnowledgeGraph read(const ExcerptWish& wish) {
    entities_.insert(wish.entities.begin(), wish.entities.end());
    in_full_ = entities_;
    for (const std::uint32_t edge : wish.facts) add_fact(snapshot_.fact[edge]);
    for (const std::string& article : wish.articles) {
      if (!snapshot_.article(article)) continue;
      articles_.insert(article);
      for (const std::uint32_t entity : groups_.entities_of_article(article)) {
        add_entity(entity);
        in_full_.insert(entity);
      }
      for (const std::uint32_t fact : groups_.facts_of_article(article)) add_fact(fact);
    }
    return made();
  }

 private:
  void add_entity(std::uint32_t number) {
    if (number >= snapshot_.entities) {
      throw Error(Fault::Input, Place{connection_.name()},
                  "damaged graph: a row is of an entity that is not there");
    }
    entities_.insert(number);
  }

  void add_named(std::string_view id) {
    if (const auto entity = snapshot_.entity(id)) entities_.insert(*entity);
  }

  // With all that is of the same event.
  void add_fact(std::uint32_t number) {
    if (facts_.contains(number)) return;
    NumberedFact read = rows_.fact(number);
    Fact& fact = read.fact;
    add_entity(read.subject);
    add_entity(read.object);
    fact.subject = snapshot_.ids[read.subject];
    fact.object = snapshot_.ids[read.object];
    for (const auto& [key, value] : fact.qualifiers) add_named(value);
    for (const Evidence& evidence : fact.evidence) {
      add_named(evidence.said_by);
      articles_.insert(evidence.article);
    }
    const std::string event = fact.event;
    facts_.emplace(number, std::move(fact));
    if (!event.empty()) add_event(event);
  }

  void add_event(const std::string& id) {
    const auto [found, is_new] = events_.try_emplace(id);
    if (!is_new) return;
    found->second = groups_.event(id);
    for (const Participant& one : found->second.participants) add_named(one.entity);
    add_named(found->second.place);
    for (const std::uint32_t fact : groups_.facts_of_event(id)) add_fact(fact);
  }

  KnowledgeGraph made() {
    KnowledgeGraph graph;
    for (const std::uint32_t number : entities_) {
      Entity entity;
      entity.id = snapshot_.ids[number];
      entity.type = snapshot_.types[snapshot_.type[number]];
      entity.name = snapshot_.names[number];
      entity.mentions = snapshot_.mentions[number];
      if (in_full_.contains(number)) {
        entity.aliases = rows_.aliases(number);
        entity.articles = rows_.articles(number);
      }
      graph.add_entity(entity);
    }
    for (const auto& [number, fact] : facts_) {
      graph.add_fact(fact);
      if (fact.event.empty()) continue;
      Event& event = events_.at(fact.event);
      event.facts.push_back(fact.id);
      for (const Evidence& evidence : fact.evidence) event.articles.push_back(evidence.article);
    }
    for (auto& [id, event] : events_) {
      std::ranges::sort(event.articles);
      const auto repeated = std::ranges::unique(event.articles);
      event.articles.erase(repeated.begin(), repeated.end());
      graph.events.push_back(std::move(event));
    }
    for (const std::string& article : articles_) {
      if (snapshot_.article(article)) graph.articles.push_back(rows_.article(article));
    }
    return graph;
  }

  const Connection& connection_;
  RowReader& rows_;
  GroupReader groups_;
  const Snapshot& snapshot_;
  std::map<std::uint32_t, Fact> facts_;  // by number, which is in order of id
  std::set<std::uint32_t> entities_;     // likewise
  std::set<std::uint32_t> in_full_;      // some of them
  std::map<std::string, Event> events_;
  std::set<std::string> articles_;  // ids, also of what is no article
};

}  // namespace

KnowledgeGraph read_excerpt(const Connection& connection, RowReader& rows, const Snapshot& snapshot,
                            const ExcerptWish& wish) {
  return Excerpt(connection, rows, snapshot).read(wish);
}

}  // namespace entente
