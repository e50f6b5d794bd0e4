#pragma once
// What a report tells, in the order in which it tells it, and the numbers by which its parts refer
// to each other. Nothing of how it looks.

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "graph/ontology.h"
#include "out/report.h"
#include "out/select.h"
#include "query/occasions.h"

namespace entente {

struct ReportContent {
  using Vertex = KnowledgeGraph::Vertex;

  // All facts between two entities, in order of time; without a date last. `a` comes before `b` in
  // `entities`; they are one where a fact is of an entity and itself.
  struct Pair {
    Vertex a;
    Vertex b;
    std::vector<const Fact*> facts;
  };

  const KnowledgeGraph& graph;
  const Ontology& ontology;
  std::vector<KnowledgeGraph::Edge> facts = {};  // sorted by id
  std::vector<Vertex> entities = {};      // those with a fact; by type as in the ontology, by name
  std::vector<Pair> pairs = {};           // by the numbers of `a` and `b`
  FactsOf facts_of = {};                  // by Entity::id, in order of time
  std::vector<Occurrence> timeline = {};  // those with a date, in order of time
  std::vector<Article> articles = {};     // those that are quoted, in order of publication
  FactsOf facts_in = {};                  // by Article::id, in order of their numbers
  FactsOf facts_at = {};                  // by Event::id, in order of their numbers
  std::size_t sentences = 0;              // of articles
  std::size_t entries = 0;                // lines that the reader entered
  std::size_t read = 0;                   // of `articles`: without the ledger, which is none

  // Of a report on all of a graph: what was named, and what was read, without giving a fact.
  std::vector<Vertex> unconnected = {};
  std::vector<Article> silent = {};
  std::size_t other_statuses = 0;  // facts left out only for their status

  // From 1; 0 = not in the report.
  std::size_t number_of_entity(std::string_view id) const;
  std::size_t number_of_pair(std::string_view a, std::string_view b) const;
  std::size_t number_of_fact(std::string_view id) const;
  std::size_t number_of_article(std::string_view id) const;

  std::map<std::string_view, std::size_t> entity_numbers = {};
  std::map<std::pair<std::size_t, std::size_t>, std::size_t> pair_numbers = {};
  std::map<std::string_view, std::size_t> fact_numbers = {};  // in the order of `pairs`
  std::map<std::string_view, std::size_t> article_numbers = {};
};

// The result points into `graph`, `ontology` and itself: not to be copied.
ReportContent report_content(const KnowledgeGraph& graph, const Ontology& ontology,
                             const ReportOptions& options);

}  // namespace entente
