#pragma once
// The knowledge graph without loading it: the snapshot for what lies between entities, and the
// tables, row by row as they are asked for, for the sentences behind it. For one thread.
//
// Both are of one state of the file, whoever writes to it: opened while a build is at work, it
// stays as it was. A file without a log would be locked against writers by a reader that keeps its
// state, so there the state is looked at again whenever a row is read, and kept from when a build
// begins; should a build have ended in between, reading a row throws Error{Fault::System}.

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "graph/article.h"
#include "graph/entity.h"
#include "graph/fact.h"
#include "graph/knowledge_graph.h"
#include "graph/snapshot.h"

namespace entente {

// What an excerpt is to hold, by the snapshot's numbers. With a fact come its event and all facts
// of that, the articles that say so, and all entities that are named by them; with an article all
// that it says and names. Aliases and articles of an entity are there where it is wished for, or
// named by an article that is.
struct ExcerptWish {
  std::vector<std::uint32_t> facts = {};
  std::vector<std::uint32_t> entities = {};
  std::vector<std::string> articles = {};  // ids; those that are not there are left out
};

class LazyGraph {
  struct Tables;

 public:
  // While it lives, all rows are of one state, and reading them is fast; a build that wants to end
  // may have to wait. Throws as reading a row does.
  class Hold {
   public:
    explicit Hold(const LazyGraph& graph);  // which must outlive it
    ~Hold();
    Hold(const Hold&) = delete;
    Hold& operator=(const Hold&) = delete;

   private:
    Tables& tables_;
  };

  // A copy of `graph`, kept in memory.
  explicit LazyGraph(const KnowledgeGraph& graph);
  // REQUIRES: the connection is in a transaction, in which the snapshot is of its tables.
  LazyGraph(Connection connection, Snapshot snapshot);
  ~LazyGraph();
  LazyGraph(LazyGraph&& other) noexcept;
  LazyGraph& operator=(LazyGraph&& other) noexcept;

  const Snapshot& snapshot() const { return snapshot_; }

  // With all that the tables have. The numbers are the snapshot's: of entities (vertices), articles
  // (from 0), facts (edges). All throw Error{Fault::Input} where the tables are damaged.
  Entity entity(std::uint32_t vertex) const;
  Article article(std::uint32_t article) const;  // without its text
  Fact fact(std::uint32_t edge) const;
  std::string fact_id(std::uint32_t edge) const;

  // Part of the graph as `load` would give it, for who needs facts together with what belongs to
  // them. It holds at least what is wished; where that is much, everything.
  KnowledgeGraph excerpt(const ExcerptWish& wish) const;

 private:
  Snapshot snapshot_;
  std::unique_ptr<Tables> tables_;
};

}  // namespace entente
