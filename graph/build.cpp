// Articles in order of id -> candidates -> same_entities -> one Entity a cluster -> facts between
// them -> fold_facts -> find_events. Nothing here depends on the order in which the articles came.

#include "graph/build.h"

#include <algorithm>
#include <cassert>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "base/utf8.h"
#include "graph/content_id.h"
#include "graph/copies.h"
#include "graph/events.h"
#include "graph/fold_facts.h"
#include "graph/identity.h"
#include "graph/replay.h"

namespace entente {
namespace {

// The relations that tell who someone is. "part-of" does so for what is no person.
constexpr std::string_view kHoldsPosition = "holds-position";
constexpr std::string_view kMemberOf = "member-of";
constexpr std::string_view kPartOf = "part-of";

using LocalIds = std::unordered_map<std::string_view, std::size_t>;  // LocalEntity::id -> candidate

struct Corpus {
  std::vector<ReadArticle> articles;  // sorted by id
  std::vector<Candidate> candidates;
  std::vector<LocalIds> ids;  // [article]
};

void sort_unique(std::vector<std::string>& texts) {
  std::ranges::sort(texts);
  texts.erase(std::unique(texts.begin(), texts.end()), texts.end());
}

// What `fact` tells of its subject's identity.
void note_owner(const Fact& fact, Candidate& subject, const LocalEntity& owner) {
  if (fact.status != Status::Happened) return;
  if (fact.relation == kHoldsPosition) {
    const auto title = fact.qualifiers.find("title");
    if (title != fact.qualifiers.end()) {
      subject.offices.push_back(fold(title->second) + '|' + fold(owner.name));
    }
  } else if (fact.relation != kMemberOf && fact.relation != kPartOf) {
    return;
  }
  subject.owners.push_back(fold(owner.name));
}

void add_candidates(Corpus& corpus, std::size_t article) {
  const Extraction& extraction = corpus.articles[article].extraction;
  LocalIds& ids = corpus.ids.emplace_back();
  const std::size_t first = corpus.candidates.size();
  for (const LocalEntity& entity : extraction.entities) {
    ids.emplace(entity.id, corpus.candidates.size());
    corpus.candidates.push_back({&entity, article, {}, {}, {}});
  }
  for (const Fact& fact : extraction.facts) {
    note_owner(fact, corpus.candidates[ids.at(fact.subject)],
               *corpus.candidates[ids.at(fact.object)].entity);
  }
  for (std::size_t i = first; i < corpus.candidates.size(); ++i) {
    sort_unique(corpus.candidates[i].offices);
    sort_unique(corpus.candidates[i].owners);
  }
}

Corpus gather(std::vector<ReadArticle> articles) {
  Corpus corpus;
  corpus.articles = std::move(articles);
  std::ranges::sort(corpus.articles, {},
                    [](const ReadArticle& read) -> const std::string& { return read.article.id; });
  for (std::size_t i = 0; i < corpus.articles.size(); ++i) add_candidates(corpus, i);
  return corpus;
}

std::vector<std::string> article_ids(const Corpus& corpus) {
  std::vector<std::string> ids;
  ids.reserve(corpus.articles.size());
  for (const ReadArticle& read : corpus.articles) ids.push_back(read.article.id);
  return ids;
}

bool has_diacritics(std::string_view name) {
  for (std::size_t at = 0; at < name.size();) {
    const CodePoint point = decode_at(name, at);
    if (point.value > 127 && is_letter(point.value)) return true;
    at += point.length;
  }
  return false;
}

// A name in full: not one word where others have more, and not an acronym.
bool is_full(const LocalEntity& entity) {
  return entity.name.find_first_of(" -") != std::string::npos &&
         std::ranges::find(entity.acronyms, entity.name) == entity.acronyms.end();
}

using Members = std::vector<const LocalEntity*>;

// Those whose word counts when name and type are chosen: the gazetteer's, else those named in full,
// else all.
Members speakers(const Members& members) {
  Members chosen;
  std::ranges::copy_if(members, std::back_inserter(chosen),
                       [](const LocalEntity* entity) { return !entity->known.empty(); });
  if (chosen.empty()) {
    std::ranges::copy_if(members, std::back_inserter(chosen),
                         [](const LocalEntity* entity) { return is_full(*entity); });
  }
  return chosen.empty() ? members : chosen;
}

// The value of `field` that most mentions have; of equals the one that `rank` puts last, then by
// bytes.
template <typename Rank>
std::string most_said(const Members& members, std::string LocalEntity::*field, Rank rank) {
  std::map<std::string, std::uint32_t> counts;
  for (const LocalEntity* entity : members) counts[entity->*field] += entity->mentions;
  const auto best = std::ranges::max_element(counts, {}, [&rank](const auto& entry) {
    return std::tuple(entry.second, rank(entry.first));
  });
  return best->first;
}

// Of the spellings of `name` that differ in diacritics only, the one that has them: it says more.
std::string full_spelling(const Members& members, const std::string& name) {
  Members same;
  std::ranges::copy_if(members, std::back_inserter(same), [&](const LocalEntity* entity) {
    return fold(entity->name) == fold(name) && has_diacritics(entity->name);
  });
  return same.empty() ? name
                      : most_said(same, &LocalEntity::name, [](const std::string&) { return 0; });
}

Entity make_entity(const Members& members) {
  const Members chosen = speakers(members);
  Entity entity;
  entity.id = chosen.front()->known;
  entity.type = most_said(chosen, &LocalEntity::type, [](const std::string&) { return 0; });
  entity.name = most_said(chosen, &LocalEntity::name, [](const std::string& name) {
    return std::pair(has_diacritics(name), name.size());
  });
  if (entity.id.empty()) entity.name = full_spelling(chosen, entity.name);
  std::set<std::string_view> aliases;
  for (const LocalEntity* member : members) {
    aliases.insert(member->names.begin(), member->names.end());
    aliases.insert(member->name);
    entity.mentions += member->mentions;
  }
  aliases.erase(entity.name);
  entity.aliases.assign(aliases.begin(), aliases.end());
  return entity;
}

// Gazetteer ids first; the others by name, of one name the first in the corpus first, "-2" for the
// second.
void give_ids(std::vector<Entity>& entities) {
  std::set<std::string> taken;
  std::vector<std::pair<std::string, Entity*>> open;
  for (Entity& entity : entities) {
    if (entity.id.empty()) {
      open.emplace_back(readable_id(entity.type, entity.name), &entity);
    } else {
      // The reader may have parted what the gazetteer takes for one.
      if (!taken.insert(entity.id).second) open.emplace_back(entity.id, &entity);
    }
  }
  std::ranges::stable_sort(open, {}, &std::pair<std::string, Entity*>::first);
  std::map<std::string, unsigned> next;  // so that a thousand of one name do not all count from 2
  for (auto& [id, entity] : open) {
    entity->id = id;
    unsigned& number = next.emplace(id, 2).first->second;
    while (!taken.insert(entity->id).second) entity->id = id + '-' + std::to_string(number++);
  }
}

// One entity a cluster, and for each candidate the index of its entity.
struct Entities {
  std::vector<Entity> entities;
  std::vector<std::size_t> of;  // [candidate]
};

Entities make_entities(const Corpus& corpus) {
  const std::vector<std::size_t> first = same_entities(corpus.candidates);
  Entities made;
  std::vector<Members> members;
  std::vector<std::vector<std::string>> articles;
  for (std::size_t i = 0; i < first.size(); ++i) {
    if (first[i] == i) {
      made.of.push_back(members.size());
      members.emplace_back();
      articles.emplace_back();
    } else {
      made.of.push_back(made.of[first[i]]);
    }
    members[made.of[i]].push_back(corpus.candidates[i].entity);
    articles[made.of[i]].push_back(corpus.articles[corpus.candidates[i].article].article.id);
  }
  for (std::size_t i = 0; i < members.size(); ++i) {
    made.entities.push_back(make_entity(members[i]));
    sort_unique(articles[i]);
    made.entities.back().articles = std::move(articles[i]);
  }
  give_ids(made.entities);
  return made;
}

// The article's fact with the graph's ids instead of the article's.
Fact lift(Fact fact, const LocalIds& ids, const Entities& entities) {
  const auto lifted = [&](const std::string& id) {
    return entities.entities[entities.of[ids.at(id)]].id;
  };
  fact.subject = lifted(fact.subject);
  fact.object = lifted(fact.object);
  if (const auto place = fact.qualifiers.find("place"); place != fact.qualifiers.end()) {
    place->second = lifted(place->second);
  }
  for (Evidence& evidence : fact.evidence) {
    if (!evidence.said_by.empty()) evidence.said_by = lifted(evidence.said_by);
  }
  return fact;
}

// Facts of all articles; of an article that is a copy, with the one that it is a copy of.
std::vector<Fact> lift_all(Corpus& corpus, const Entities& entities) {
  std::vector<std::string_view> sketches;
  for (const ReadArticle& read : corpus.articles) sketches.push_back(read.extraction.sketch);
  const std::vector<std::size_t> first = find_copies(sketches);
  std::vector<Fact> said;
  for (std::size_t i = 0; i < corpus.articles.size(); ++i) {
    for (Fact& fact : corpus.articles[i].extraction.facts) {
      said.push_back(lift(std::move(fact), corpus.ids[i], entities));
      if (first[i] == i) continue;
      for (Evidence& evidence : said.back().evidence) {
        evidence.copy_of = corpus.articles[first[i]].article.id;
      }
    }
  }
  return said;
}

}  // namespace

KnowledgeGraph build_graph(std::vector<ReadArticle> articles, const Ontology& ontology,
                           const Ledger& ledger, std::vector<Warning>* warnings) {
  Corpus corpus = gather(std::move(articles));
  Replay replay(ledger, ontology);
  replay.keep_apart(corpus.candidates, article_ids(corpus));
  Entities made = make_entities(corpus);
  replay.unite(made.entities, made.of);
  std::vector<Fact> said = lift_all(corpus, made);
  replay.add_facts(made.entities, said);
  std::vector<Fact> facts = fold_facts(std::move(said), ontology);
  replay.correct(made.entities, facts);
  if (warnings != nullptr) *warnings = replay.warnings();
  KnowledgeGraph graph;
  std::ranges::sort(made.entities, {}, &Entity::id);
  for (const Entity& entity : made.entities) graph.add_entity(entity);
  graph.events = find_events(facts, ontology);
  drop_repeats(facts);
  for (const Fact& fact : facts) graph.add_fact(fact);
  for (ReadArticle& read : corpus.articles) {
    read.article.text.clear();
    graph.articles.push_back(std::move(read.article));
  }
  return graph;
}

}  // namespace entente
