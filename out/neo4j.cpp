// openCypher and neo4j-admin's CSV: see neo4j.h.

#include "out/neo4j.h"

#include <algorithm>
#include <map>
#include <ostream>
#include <set>

#include "base/utf8.h"
#include "out/plain.h"
#include "out/select.h"
#include "query/facts.h"
#include "query/news_graph.h"

namespace entente {
namespace {

constexpr std::size_t kBatch = 500;  // rows of one statement: Neo4j keeps them all in memory

std::string literal(std::string_view text) { return quoted_text(text, '\''); }

// A name of a label, type or property where it is no plain word.
std::string name(std::string_view text) {
  const bool plain = !text.empty() && !is_digit(static_cast<unsigned char>(text.front())) &&
                     std::ranges::all_of(text, [](char c) {
                       return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') ||
                              ('0' <= c && c <= '9') || c == '_';
                     });
  if (plain) return std::string(text);
  std::string quoted = "`";
  for (const char c : printable(text)) quoted += c == '`' ? "``" : std::string(1, c);
  return quoted + "`";
}

std::string list(const std::vector<std::string>& texts) {
  std::string items;
  for (const std::string& text : texts) items += (items.empty() ? "" : ", ") + literal(text);
  return "[" + items + "]";
}

std::string date(std::chrono::sys_days day) { return "date('" + to_iso(day) + "')"; }

// {a: 'b', c: 1}, in order of what is added. What is not known is left out, as null would be.
class MapText {
 public:
  MapText& put(std::string_view key, const std::string& value) {
    text_ += (text_.empty() ? "" : ", ") + name(key) + ": " + value;
    return *this;
  }
  MapText& text(std::string_view key, const std::string& value) {
    return value.empty() ? *this : put(key, literal(value));
  }
  std::string str() const { return "{" + text_ + "}"; }

 private:
  std::string text_;
};

std::string entity_row(const Entity& entity) {
  MapText properties;
  properties.text("name", entity.name).text("type", entity.type);
  properties.put("aliases", list(entity.aliases)).put("articles", list(entity.articles));
  properties.put("mentions", std::to_string(entity.mentions));
  return MapText().put("id", literal(entity.id)).put("p", properties.str()).str();
}

std::string article_row(const Article& article) {
  MapText properties;
  properties.text("name", article.title).text("url", article.url).text("outlet", article.outlet);
  properties.text("author", article.author);
  if (article.published) properties.put("published", date(article.published->first));
  return MapText().put("id", literal(article.id)).put("p", properties.str()).str();
}

std::vector<std::string> articles_of(const Fact& fact) {
  std::vector<std::string> articles;  // evidence is sorted by article
  for (const Evidence& said : fact.evidence) {
    if (articles.empty() || articles.back() != said.article) articles.push_back(said.article);
  }
  return articles;
}

std::string fact_row(const Fact& fact) {
  MapText properties;
  properties.text("relation", fact.relation).text("status", std::string(to_string(fact.status)));
  if (fact.when) {
    properties.put("date", date(fact.when->first)).put("until", date(fact.when->last));
    properties.text("when", to_iso(*fact.when));
  }
  properties.put("sources", std::to_string(sources(fact)));
  properties.put("confidence", fixed(confidence(fact), 4));
  properties.text("quote", best_evidence(fact).quote);
  std::vector<std::string> quotes;
  for (const Evidence& said : fact.evidence) quotes.push_back(said.quote);
  properties.put("quotes", list(quotes)).put("articles", list(articles_of(fact)));
  for (const auto& [key, value] : fact.qualifiers) properties.text(key, value);
  return MapText()
      .put("s", literal(fact.subject))
      .put("t", literal(fact.object))
      .put("id", literal(fact.id))
      .put("p", properties.str())
      .str();
}

// Statements that do `clauses` with each of `rows`.
void write_batches(std::ostream& out, const std::vector<std::string>& rows,
                   const std::string& clauses) {
  for (std::size_t begin = 0; begin < rows.size(); begin += kBatch) {
    out << "UNWIND [\n";
    const std::size_t end = std::min(begin + kBatch, rows.size());
    for (std::size_t i = begin; i < end; ++i)
      out << "  " << rows[i] << (i + 1 < end ? ",\n" : "\n");
    out << "] AS r\n" << clauses << ";\n";
  }
}

// Labels and types cannot be values: a group of statements for each.
using Groups = std::map<std::string, std::vector<std::string>>;

Groups entities_by_label(const ExportInput& input) {
  Groups groups;
  for (const KnowledgeGraph::Vertex v : selected_entities(input.graph, input.filter)) {
    const Entity& entity = input.graph[v];
    groups[label_of_type(entity.type)].push_back(entity_row(entity));
  }
  return groups;
}

}  // namespace

void write_cypher(std::ostream& out, const ExportInput& input) {
  const std::vector<KnowledgeGraph::Edge> facts = selected_facts(input.graph, input.filter);
  out << "// Written by Entente. Neo4j: cypher-shell -f FILE\n"
      << "CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;\n"
      << "CREATE CONSTRAINT article_id IF NOT EXISTS FOR (n:Article) REQUIRE n.id IS UNIQUE;\n";
  for (const auto& [label, rows] : entities_by_label(input)) {
    write_batches(out, rows, "MERGE (n:Entity {id: r.id}) SET n:" + name(label) + " SET n += r.p");
  }
  std::vector<std::string> articles;
  for (const Article& article : articles_behind(input.graph, facts)) {
    articles.push_back(article_row(article));
  }
  write_batches(out, articles, "MERGE (n:Article {id: r.id}) SET n += r.p");
  Groups by_type;
  for (const KnowledgeGraph::Edge e : facts) {
    const Fact& fact = input.graph[e];
    by_type[type_of_relation(fact.relation)].push_back(fact_row(fact));
  }
  for (const auto& [type, rows] : by_type) {
    write_batches(out, rows,
                  "MATCH (a:Entity {id: r.s}) MATCH (b:Entity {id: r.t}) MERGE (a)-[e:" +
                      name(type) + " {id: r.id}]->(b) SET e += r.p");
  }
}

namespace {

// On one line: neo4j-admin takes line breaks within quotes only where it is told to.
std::string line(const std::string& text) { return printable(text); }

std::string array(const std::vector<std::string>& texts) {
  std::string joined;
  for (const std::string& text : texts) {
    if (!joined.empty()) joined += ';';
    for (const char c : line(text)) joined += c == ';' ? "\xEF\xBC\x9B" : std::string(1, c);
  }
  return joined;
}

std::string day(const std::optional<DateRange>& when, bool last) {
  return when ? to_iso(last ? when->last : when->first) : std::string();
}

}  // namespace

void write_neo4j_csv(std::ostream& entities, std::ostream& articles, std::ostream& facts,
                     const ExportInput& input) {
  const bool safe = input.options.excel_safe;
  write_csv_row(entities, {"id:ID(Entity)", "name", "type", "aliases:string[]", "articles:string[]",
                           "mentions:int", ":LABEL"});
  for (const KnowledgeGraph::Vertex v : selected_entities(input.graph, input.filter)) {
    const Entity& entity = input.graph[v];
    write_csv_row(entities,
                  {line(entity.id), line(entity.name), entity.type, array(entity.aliases),
                   array(entity.articles), std::to_string(entity.mentions),
                   "Entity;" + label_of_type(entity.type)},
                  safe);
  }
  const std::vector<KnowledgeGraph::Edge> selected = selected_facts(input.graph, input.filter);
  write_csv_row(articles,
                {"id:ID(Article)", "name", "url", "outlet", "author", "published:date", ":LABEL"});
  for (const Article& article : articles_behind(input.graph, selected)) {
    write_csv_row(articles,
                  {line(article.id), line(article.title), line(article.url), line(article.outlet),
                   line(article.author), day(article.published, false), "Article"},
                  safe);
  }
  std::set<std::string> keys;
  for (const KnowledgeGraph::Edge e : selected) {
    for (const auto& [key, value] : input.graph[e].qualifiers) keys.insert(key);
  }
  std::vector<std::string> heading = {
      ":START_ID(Entity)", ":END_ID(Entity)", ":TYPE", "id",          "relation",          "status",
      "date:date",         "until:date",      "when",  "sources:int", "confidence:double", "quote",
      "articles:string[]"};
  for (const std::string& key : keys) heading.push_back(line(key));
  write_csv_row(facts, heading);
  for (const KnowledgeGraph::Edge e : selected) {
    const Fact& fact = input.graph[e];
    std::vector<std::string> row = {line(fact.subject),
                                    line(fact.object),
                                    type_of_relation(fact.relation),
                                    line(fact.id),
                                    fact.relation,
                                    std::string(to_string(fact.status)),
                                    day(fact.when, false),
                                    day(fact.when, true),
                                    fact.when ? to_iso(*fact.when) : std::string(),
                                    std::to_string(sources(fact)),
                                    fixed(confidence(fact), 4),
                                    line(best_evidence(fact).quote),
                                    array(articles_of(fact))};
    for (const std::string& key : keys) {
      const auto found = fact.qualifiers.find(key);
      row.push_back(found == fact.qualifiers.end() ? std::string() : line(found->second));
    }
    write_csv_row(facts, row, safe);
  }
}

}  // namespace entente
