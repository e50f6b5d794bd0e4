// Tested by sentences_test.cpp.

#include "query/sentences.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/utf8.h"
#include "query/names.h"
#include "query/rows.h"

namespace entente {
namespace {

using Edge = KnowledgeGraph::Edge;
using Vertex = KnowledgeGraph::Vertex;

bool overlaps(Span a, Span b) { return a.begin < b.end && b.begin < a.end; }

// Whole words, with the blanks of fold() around them.
bool names(const std::string& sentence, const std::string& name) {
  const std::string folded = fold(name);
  return !folded.empty() && sentence.find(' ' + folded + ' ') != std::string::npos;
}

bool is_named(const std::string& sentence, const Entity& entity) {
  return names(sentence, entity.name) ||
         std::ranges::any_of(entity.aliases,
                             [&](const std::string& alias) { return names(sentence, alias); });
}

// What the articles that were found say and name.
struct Contents {
  std::map<std::string, std::vector<Edge>> facts;       // by article, in order of id
  std::map<std::string, std::vector<Vertex>> entities;  // likewise
};

Contents contents_of(const KnowledgeGraph& graph, const std::vector<FoundSentence>& found) {
  Contents contents;
  for (const FoundSentence& one : found) {
    contents.facts[one.article];
    contents.entities[one.article];
  }
  for (const Edge edge : graph.edges_by_id()) {
    for (const Evidence& evidence : graph[edge].evidence) {
      const auto it = contents.facts.find(evidence.article);
      if (it == contents.facts.end()) continue;
      if (it->second.empty() || it->second.back() != edge) it->second.push_back(edge);
    }
  }
  for (const Vertex vertex : graph.vertices_by_id()) {
    for (const std::string& article : graph[vertex].articles) {
      const auto it = contents.entities.find(article);
      if (it != contents.entities.end()) it->second.push_back(vertex);
    }
  }
  return contents;
}

bool states(const Fact& fact, const FoundSentence& sentence) {
  return std::ranges::any_of(fact.evidence, [&](const Evidence& evidence) {
    return evidence.article == sentence.article && overlaps(evidence.sentence, sentence.span);
  });
}

std::vector<Vertex> entities_in(const KnowledgeGraph& graph, const KnownSentence& sentence,
                                const std::vector<Vertex>& candidates) {
  const std::string folded = ' ' + fold(sentence.found.text) + ' ';
  std::set<std::string_view> ids;
  for (const Edge edge : sentence.facts) {
    ids.insert(graph[edge].subject);
    ids.insert(graph[edge].object);
  }
  for (const Vertex vertex : candidates) {
    if (is_named(folded, graph[vertex])) ids.insert(graph[vertex].id);
  }
  std::vector<Vertex> entities;
  for (const std::string_view id : ids) entities.push_back(*graph.find(id));
  return entities;
}

}  // namespace

std::vector<KnownSentence> know_sentences(const KnowledgeGraph& graph,
                                          std::vector<FoundSentence> found) {
  const Contents contents = contents_of(graph, found);
  std::vector<KnownSentence> sentences;
  for (FoundSentence& one : found) {
    KnownSentence& sentence = sentences.emplace_back();
    sentence.article = graph.article(one.article);
    for (const Edge edge : contents.facts.at(one.article)) {
      if (states(graph[edge], one)) sentence.facts.push_back(edge);
    }
    const std::vector<Vertex>& candidates = contents.entities.at(one.article);
    sentence.found = std::move(one);
    sentence.entities = entities_in(graph, sentence, candidates);
  }
  return sentences;
}

Table sentence_table(const KnowledgeGraph& graph, const std::vector<KnownSentence>& sentences) {
  Table table{{"sentence", "title", "published", "outlet", "article", "start", "end", "score",
               "entities", "facts"},
              {}};
  for (const KnownSentence& one : sentences) {
    std::vector<std::string> entities, facts;
    for (const Vertex vertex : one.entities) entities.push_back(graph[vertex].id);
    for (const Edge edge : one.facts) facts.push_back(graph[edge].id);
    const Article none;
    const Article& article = one.article != nullptr ? *one.article : none;
    table.rows.push_back({one.found.text, article.title, date_cell(article.published),
                          article.outlet, one.found.article, std::int64_t{one.found.span.begin},
                          std::int64_t{one.found.span.end}, one.found.score, entities, facts});
  }
  return table;
}

}  // namespace entente
