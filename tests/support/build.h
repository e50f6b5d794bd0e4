#pragma once
// Short builders for tests: a graph in two lines, an article with its spans found for you.

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.h"
#include "graph/build.h"
#include "graph/knowledge_graph.h"

namespace entente::test {

// "person:to-lam" -> type "person", name "to lam"; a bare "a" is a person called "a".
inline Entity entity(const std::string& id, std::vector<std::string> aliases = {}) {
  const std::size_t colon = id.find(':');
  Entity made;
  made.id = id;
  made.type = colon == std::string::npos ? "person" : id.substr(0, colon);
  made.name = colon == std::string::npos ? id : id.substr(colon + 1);
  for (char& c : made.name) c = c == '-' ? ' ' : c;
  made.aliases = std::move(aliases);
  made.articles = {"a.txt"};
  made.mentions = 1;
  return made;
}

// Evidence whose quote is `text` from byte `begin` of `article`; ends and trigger cover the whole
// quote.
inline Evidence evidence(const std::string& article, const std::string& text,
                         std::uint32_t begin = 0) {
  const Span all{begin, begin + static_cast<std::uint32_t>(text.size())};
  return Evidence{article, all, all, all, all, text, "test/1", "", {}, "", 0.9, ""};
}

// One fact of entities' ids, said once by a.txt. `when`: as parse_iso reads it; empty = not known.
inline Fact fact(const std::string& subject, const std::string& relation, const std::string& object,
                 std::string_view when = "", Status status = Status::Happened) {
  Fact made;
  made.id = "f:" + subject + ":" + relation + ":" + object + ":" + std::string(when);
  made.subject = subject;
  made.relation = relation;
  made.object = object;
  made.status = status;
  if (!when.empty()) made.when = parse_iso(when);
  made.evidence = {evidence("a.txt", subject + " " + relation + " " + object + ".")};
  return made;
}

// The graph of `facts`, with `entities` and one made by entity() for each end that is not among
// them. Its articles are those that the evidence names.
inline KnowledgeGraph graph_of(const std::vector<Fact>& facts, std::vector<Entity> entities = {}) {
  KnowledgeGraph graph;
  for (const Entity& each : entities) graph.add_entity(each);
  for (const Fact& each : facts) {
    for (const std::string& end : {each.subject, each.object}) {
      if (!graph.find(end)) graph.add_entity(entity(end));
    }
    graph.add_fact(each);
    for (const Evidence& said : each.evidence) {
      if (graph.article(said.article) != nullptr) continue;
      Article article;
      article.id = said.article;
      const auto at =
          std::lower_bound(graph.articles.begin(), graph.articles.end(), article.id,
                           [](const Article& a, const std::string& id) { return a.id < id; });
      graph.articles.insert(at, article);
    }
  }
  return graph;
}

// What one article says. Names are looked up in the text, so spans are right by construction.
class Reading {
 public:
  Reading(const std::string& id, const std::string& text) {
    read_.article.id = id;
    read_.article.text = text;
  }

  // The first of `names` is the one to show.
  Reading& entity(const std::string& type, std::vector<std::string> names,
                  const std::string& known = "") {
    LocalEntity local;
    local.id = "e" + std::to_string(read_.extraction.entities.size());
    local.type = type;
    local.name = names.front();
    local.known = known;
    local.names = std::move(names);
    std::sort(local.names.begin(), local.names.end());
    local.mentions = static_cast<std::uint32_t>(local.names.size());
    read_.extraction.entities.push_back(local);
    return *this;
  }
  // Of the entity added last.
  Reading& acronym(const std::string& name) {
    read_.extraction.entities.back().acronyms.push_back(name);
    return *this;
  }
  Reading& mentions(std::uint32_t count) {
    read_.extraction.entities.back().mentions = count;
    return *this;
  }

  // A fact between two entities given by any of their names. Its sentence is the first of the text
  // that holds `quote` (empty: the whole text); the ends are where these names stand in it, or the
  // whole of it.
  Reading& fact(const std::string& subject, const std::string& relation, const std::string& object,
                std::string_view when = "", const std::string& quote = "") {
    Fact said;
    said.subject = local(subject).id;
    said.relation = relation;
    said.object = local(object).id;
    if (!when.empty()) said.when = parse_iso(when);
    Evidence evidence;
    evidence.article = read_.article.id;
    evidence.quote = quote.empty() ? read_.article.text : quote;
    evidence.sentence = find(evidence.quote, {0, size()});
    evidence.trigger = evidence.sentence;
    evidence.subject = find(subject, evidence.sentence);
    evidence.object = find(object, evidence.sentence);
    evidence.rule = relation + "/1";
    evidence.confidence = 0.9;
    said.evidence = {evidence};
    read_.extraction.facts.push_back(said);
    add_sentence(evidence.sentence);
    return *this;
  }
  // Of the fact added last.
  Reading& qualifier(const std::string& key, const std::string& value) {
    read_.extraction.facts.back().qualifiers[key] = value;
    return *this;
  }
  Reading& status(Status status) {
    read_.extraction.facts.back().status = status;
    return *this;
  }

  operator ReadArticle() const { return read_; }  // NOLINT(google-explicit-constructor): a builder
  ReadArticle& get() { return read_; }

 private:
  std::uint32_t size() const { return static_cast<std::uint32_t>(read_.article.text.size()); }

  const LocalEntity& local(const std::string& name) const {
    for (const LocalEntity& each : read_.extraction.entities) {
      for (const std::string& other : each.names) {
        if (other == name) return each;
      }
    }
    throw std::logic_error("no entity called " + name);
  }

  // Sentences are in order and apart: one that overlaps another is left out.
  void add_sentence(Span sentence) {
    std::vector<Span>& all = read_.extraction.sentences;
    const auto at = std::lower_bound(all.begin(), all.end(), sentence);
    if (at != all.end() && at->begin < sentence.end) return;
    if (at != all.begin() && std::prev(at)->end > sentence.begin) return;
    all.insert(at, sentence);
  }

  Span find(const std::string& words, Span within) const {
    const std::size_t at = read_.article.text.find(words, within.begin);
    if (at == std::string::npos || at + words.size() > within.end) return within;
    const auto begin = static_cast<std::uint32_t>(at);
    return {begin, begin + static_cast<std::uint32_t>(words.size())};
  }

  ReadArticle read_;
};

}  // namespace entente::test
