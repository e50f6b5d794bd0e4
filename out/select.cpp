// The part of a graph that a filter lets through: see select.h.

#include "out/select.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <set>
#include <string_view>
#include <tuple>

#include "base/hash.h"

namespace entente {
namespace {

std::string hash(std::initializer_list<std::string_view> parts) {
  std::uint64_t value = kFnvBasis;
  for (const std::string_view part : parts) value = fnv1a("\x1f", fnv1a(part, value));
  return to_hex(value);
}

}  // namespace

std::vector<KnowledgeGraph::Edge> selected_facts(const KnowledgeGraph& graph,
                                                 const Filter& filter) {
  std::vector<KnowledgeGraph::Edge> facts;
  for (const KnowledgeGraph::Edge e : graph.edges_by_id()) {
    if (passes(graph, e, filter)) facts.push_back(e);
  }
  return facts;
}

std::vector<KnowledgeGraph::Vertex> selected_entities(const KnowledgeGraph& graph,
                                                      const Filter& filter) {
  const bool by_fact =
      !filter.relations.empty() || filter.since || filter.until || filter.min_sources > 1;
  Filter of_fact = filter;
  of_fact.types.clear();
  const auto takes_part = [&](KnowledgeGraph::Vertex v) {
    const auto passing = [&](KnowledgeGraph::Edge e) { return passes(graph, e, of_fact); };
    const auto [out_begin, out_end] = boost::out_edges(v, graph.bgl());
    const auto [in_begin, in_end] = boost::in_edges(v, graph.bgl());
    return std::any_of(out_begin, out_end, passing) || std::any_of(in_begin, in_end, passing);
  };
  std::vector<KnowledgeGraph::Vertex> entities;
  for (const KnowledgeGraph::Vertex v : graph.vertices_by_id()) {
    if (!filter.types.empty() && !filter.types.contains(graph[v].type)) continue;
    if (!by_fact || takes_part(v)) entities.push_back(v);
  }
  return entities;
}

std::vector<Article> articles_behind(const KnowledgeGraph& graph,
                                     const std::vector<KnowledgeGraph::Edge>& facts) {
  std::set<std::string> unknown;
  for (const KnowledgeGraph::Edge e : facts) {
    for (const Evidence& said : graph[e].evidence) {
      if (graph.article(said.article) == nullptr) unknown.insert(said.article);
    }
  }
  std::vector<Article> articles = graph.articles;
  for (const std::string& id : unknown) articles.emplace_back().id = id;
  std::ranges::sort(articles, {}, &Article::id);
  return articles;
}

FactsOf facts_by_entity(const KnowledgeGraph& graph,
                        const std::vector<KnowledgeGraph::Edge>& facts) {
  FactsOf of;
  for (const KnowledgeGraph::Edge e : facts) {
    const Fact& fact = graph[e];
    of[fact.subject].push_back(&fact);
    if (fact.object != fact.subject) of[fact.object].push_back(&fact);
  }
  const auto earlier = [](const Fact* a, const Fact* b) {
    if (a->when.has_value() != b->when.has_value()) return a->when.has_value();
    return a->when != b->when ? *a->when < *b->when : a->id < b->id;
  };
  for (auto& [id, said] : of) std::ranges::sort(said, earlier);
  return of;
}

std::vector<Bundle> bundled(const KnowledgeGraph& graph, const Ontology& ontology,
                            const std::vector<KnowledgeGraph::Edge>& facts) {
  using Key = std::tuple<std::string_view, std::string_view, std::string_view, Status>;
  std::map<Key, Bundle> bundles;
  for (const KnowledgeGraph::Edge e : facts) {
    const Fact& fact = graph[e];
    const Relation* relation = ontology.relation(fact.relation);
    const bool symmetric = relation != nullptr && relation->symmetric;
    KnowledgeGraph::Vertex from = boost::source(e, graph.bgl());
    KnowledgeGraph::Vertex to = boost::target(e, graph.bgl());
    if (symmetric && graph[to].id < graph[from].id) std::swap(from, to);
    Bundle& bundle = bundles[{graph[from].id, graph[to].id, fact.relation, fact.status}];
    if (bundle.facts.empty()) {
      bundle = {hash({graph[from].id, fact.relation, graph[to].id, to_string(fact.status)}),
                from,
                to,
                fact.relation,
                symmetric,
                fact.status,
                {}};
    }
    bundle.facts.push_back(&fact);
  }
  std::vector<Bundle> result;
  for (auto& [key, bundle] : bundles) {
    std::ranges::sort(bundle.facts, {}, &Fact::id);
    result.push_back(std::move(bundle));
  }
  return result;
}

BundleCounts count(const std::vector<const Fact*>& facts) {
  BundleCounts counts;
  std::set<std::string_view> articles;
  std::set<std::string_view> texts;
  for (const Fact* fact : facts) {
    counts.evidence += fact->evidence.size();
    for (const Evidence& evidence : fact->evidence) {
      articles.insert(evidence.article);
      texts.insert(source_of(evidence));
    }
    counts.confidence = std::max(counts.confidence, confidence(*fact));
  }
  counts.articles = articles.size();
  counts.sources = texts.size();
  return counts;
}

}  // namespace entente
