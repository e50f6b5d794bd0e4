#pragma once
// The tables of a graph file that are derived from its articles, and the schema of all. Described
// for users in doc/formats.md. Used within the room only.
//
// Entities and facts have numbers, from 0 in order of id, by which tables refer to them: they are
// short, and the snapshot's vertices are the same numbers.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "graph/knowledge_graph.h"
#include "graph/sqlite.h"

namespace entente {

constexpr std::int64_t kSchemaVersion = 3;
extern const char* const kSchemaSql;

// Replaces entity, alias, mention, fact, evidence, event, participant and conflict by what `graph`
// holds, and notes the fingerprint of that. REQUIRES: in a write transaction.
void write_tables(Connection& connection, const KnowledgeGraph& graph);

// Tells the tables from all others: a hash of what write_tables wrote. 0 = not known.
std::uint64_t fingerprint(Connection& connection);

// The graph as write_tables left it. Throws Error{Fault::Input} when the tables do not fit
// together.
KnowledgeGraph read_tables(Connection& connection);

// Adds the article or replaces its old self. REQUIRES: in a write transaction.
void write_article(Connection& connection, const Article& article, std::string_view hash,
                   std::string_view reader, std::string_view extraction);

// All articles without their texts, sorted by id.
std::vector<Article> read_articles(Connection& connection);

// A fact without the ids of its ends, which the table has as numbers.
struct NumberedFact {
  Fact fact;
  std::uint32_t subject = 0;
  std::uint32_t object = 0;
};

// Rows one by one, for who needs few of them. All throw Error{Fault::Input} when the row is not
// there or damaged.
class RowReader {
 public:
  explicit RowReader(const Connection& connection);  // which must outlive it

  std::vector<std::string> aliases(std::uint32_t entity);
  std::vector<std::string> articles(std::uint32_t entity);  // ids
  Article article(std::string_view id);                     // without its text
  NumberedFact fact(std::uint32_t number);
  std::string fact_id(std::uint32_t number);

  void rewind();  // lets go of rows that were not read to their end

 private:
  const Connection& connection_;
  Statement aliases_;
  Statement articles_;
  Statement article_;
  Statement fact_;
  Statement evidence_;
  Statement fact_id_;
};

// Rows that belong together: numbers of facts and of entities, ascending. Throws as RowReader does.
class GroupReader {
 public:
  explicit GroupReader(const Connection& connection);  // which must outlive it

  std::vector<std::uint32_t> facts_of_event(std::string_view event);
  std::vector<std::uint32_t> facts_of_article(std::string_view article);
  std::vector<std::uint32_t> entities_of_article(std::string_view article);
  Event event(std::string_view id);  // without facts and articles

 private:
  std::vector<std::uint32_t> numbers(Statement& rows, std::string_view of);

  const Connection& connection_;
  Statement event_facts_;
  Statement article_facts_;
  Statement article_entities_;
  Statement event_;
  Statement participants_;
  Statement conflicts_;
};

// A number of the row that fits 32 bits; anything else is Error{Fault::Input}.
std::uint32_t integer32(const Connection& connection, const Statement& row, int column);

}  // namespace entente
