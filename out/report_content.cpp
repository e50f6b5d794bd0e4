// Chooses and numbers what a report tells: see report_content.h.

#include "out/report_content.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "base/utf8.h"
#include "graph/ledger.h"
#include "out/view.h"
#include "query/facts.h"

namespace entente {
namespace {

using Edge = KnowledgeGraph::Edge;
using Vertex = KnowledgeGraph::Vertex;

// Entities near the one that the report is about; nullopt = the report is not about one.
std::optional<std::set<std::string_view>> near_entities(const KnowledgeGraph& graph,
                                                        const Ontology& ontology,
                                                        const ReportOptions& options) {
  if (!options.about) return std::nullopt;
  ViewOptions near;
  near.filter = options.filter;
  near.about = options.about;
  near.hops = options.hops;
  std::set<std::string_view> ids;
  for (const View::Node& node : make_view(graph, ontology, near).nodes) {
    ids.insert(graph[*graph.find(node.id)].id);
  }
  return ids;
}

bool asks_for_all(const ReportOptions& options) {
  const Filter& filter = options.filter;
  return !options.about && filter.relations.empty() && filter.types.empty() && !filter.since &&
         !filter.until && filter.min_sources <= 1;
}

// People first: the order of the types in the ontology; unknown types last. Then by name.
void sort_entities(const KnowledgeGraph& graph, const Ontology& ontology,
                   std::vector<Vertex>& entities) {
  using Key = std::tuple<std::size_t, std::string, std::string, std::string>;
  std::map<std::string_view, std::size_t> rank;
  for (const EntityType& type : ontology.types) rank.emplace(type.name, rank.size());
  std::vector<std::pair<Key, Vertex>> keyed;
  for (const Vertex v : entities) {
    const Entity& entity = graph[v];
    const auto known = rank.find(entity.type);
    keyed.push_back({{known == rank.end() ? rank.size() : known->second, entity.type,
                      fold(entity.name), entity.id},
                     v});
  }
  std::ranges::sort(keyed);
  std::ranges::transform(keyed, entities.begin(), [](const auto& one) { return one.second; });
}

void sort_articles(std::vector<Article>& articles) {
  std::ranges::sort(articles, [](const Article& a, const Article& b) {
    return std::tuple(!a.published, a.published, std::string_view(a.id)) <
           std::tuple(!b.published, b.published, std::string_view(b.id));
  });
}

// Entities with a fact get their numbers; `unconnected` the others.
void add_entities(ReportContent& content, bool all) {
  const KnowledgeGraph& graph = content.graph;
  for (const Vertex v : graph.vertices_by_id()) {
    if (content.facts_of.contains(graph[v].id)) {
      content.entities.push_back(v);
    } else if (all) {
      content.unconnected.push_back(v);
    }
  }
  sort_entities(graph, content.ontology, content.entities);
  sort_entities(graph, content.ontology, content.unconnected);
  for (const Vertex v : content.entities) {
    content.entity_numbers.emplace(graph[v].id, content.entity_numbers.size() + 1);
  }
}

void add_pairs(ReportContent& content) {
  const KnowledgeGraph& graph = content.graph;
  std::map<std::pair<std::size_t, std::size_t>, std::vector<const Fact*>> facts;
  for (const Edge e : content.facts) {
    const std::size_t a = content.number_of_entity(graph[e].subject);
    const std::size_t b = content.number_of_entity(graph[e].object);
    facts[std::minmax(a, b)].push_back(&graph[e]);
  }
  for (auto& [key, between] : facts) {
    std::ranges::sort(between, [](const Fact* a, const Fact* b) { return earlier(*a, *b); });
    for (const Fact* fact : between) {
      content.fact_numbers.emplace(fact->id, content.fact_numbers.size() + 1);
      content.facts_at[fact->event].push_back(fact);
      std::string_view last;  // evidence is sorted by article
      for (const Evidence& said : fact->evidence) {
        if (said.article != last) content.facts_in[said.article].push_back(fact);
        last = said.article;
      }
    }
    content.pairs.push_back(
        {content.entities[key.first - 1], content.entities[key.second - 1], std::move(between)});
    content.pair_numbers.emplace(key, content.pairs.size());
  }
}

void add_articles(ReportContent& content, bool all) {
  for (Article& article : articles_behind(content.graph, content.facts)) {
    if (content.facts_in.contains(article.id)) {
      content.articles.push_back(std::move(article));
    } else if (all) {
      content.silent.push_back(std::move(article));
    }
  }
  sort_articles(content.articles);
  sort_articles(content.silent);
  for (const Article& article : content.articles) {
    content.article_numbers.emplace(article.id, content.article_numbers.size() + 1);
  }
}

void add_timeline(ReportContent& content, const Filter& filter) {
  const KnowledgeGraph& graph = content.graph;
  for (Occurrence& one : occurrences(graph, content.facts, filter)) {
    if (!one.when) continue;
    // An event may have facts of others than those that the report is about.
    std::erase_if(one.facts, [&](Edge e) { return content.number_of_fact(graph[e].id) == 0; });
    content.timeline.push_back(std::move(one));
  }
}

void count_sources(ReportContent& content) {
  std::set<std::pair<std::string_view, Span>> sentences, entries;
  for (const Edge e : content.facts) {
    for (const Evidence& said : content.graph[e].evidence) {
      (is_of_reader(said) ? entries : sentences).emplace(said.article, said.sentence);
    }
  }
  content.sentences = sentences.size();
  content.entries = entries.size();
  content.read =
      static_cast<std::size_t>(std::ranges::count_if(content.articles, [&](const Article& article) {
        return content.graph.article(article.id) != nullptr;
      }));
}

std::size_t find(const std::map<std::string_view, std::size_t>& numbers, std::string_view id) {
  const auto found = numbers.find(id);
  return found == numbers.end() ? 0 : found->second;
}

}  // namespace

std::size_t ReportContent::number_of_entity(std::string_view id) const {
  return find(entity_numbers, id);
}

std::size_t ReportContent::number_of_fact(std::string_view id) const {
  return find(fact_numbers, id);
}

std::size_t ReportContent::number_of_article(std::string_view id) const {
  return find(article_numbers, id);
}

std::size_t ReportContent::number_of_pair(std::string_view a, std::string_view b) const {
  const auto found = pair_numbers.find(std::minmax(number_of_entity(a), number_of_entity(b)));
  return found == pair_numbers.end() ? 0 : found->second;
}

ReportContent report_content(const KnowledgeGraph& graph, const Ontology& ontology,
                             const ReportOptions& options) {
  ReportContent content{.graph = graph, .ontology = ontology};
  const auto near = near_entities(graph, ontology, options);
  Filter any_status = options.filter;
  any_status.status.reset();
  for (const Edge e : selected_facts(graph, any_status)) {
    const Fact& fact = graph[e];
    if (near && !(near->contains(fact.subject) && near->contains(fact.object))) continue;
    if (passes(graph, e, options.filter)) {
      content.facts.push_back(e);
    } else {
      ++content.other_statuses;
    }
  }
  content.facts_of = facts_by_entity(graph, content.facts);
  const bool all = asks_for_all(options);
  add_entities(content, all);
  add_pairs(content);
  add_articles(content, all);
  add_timeline(content, options.filter);
  count_sources(content);
  return content;
}

}  // namespace entente
