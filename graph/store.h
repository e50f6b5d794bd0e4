#pragma once
// The record: a GRAPH file is an SQLite database (WAL). It holds every article with its text and
// what was read from it; entities, facts and evidence are derived from these by build_graph and
// kept in tables of their own, so that any SQLite tool can look at them and reading commands need
// not fold again. doc/formats.md describes the tables.

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/article.h"
#include "graph/build.h"
#include "graph/extraction.h"
#include "graph/knowledge_graph.h"
#include "graph/lazy_graph.h"
#include "graph/ontology.h"
#include "graph/text_search.h"

namespace entente {

// What the graph holds of an article that may come again.
struct ArticleStamp {
  std::string id;
  std::string hash;    // of the article's raw bytes and what came with it, hex
  std::string reader;  // version of the program and of the data files that read it
};

// How much a fold made.
struct Totals {
  std::size_t entities = 0;
  std::size_t facts = 0;
};

class Store {
 public:
  enum class Mode { Read, Write };

  // Read: the file must exist and be a graph. Write: made if it is not there; one writer at a time.
  // Throws Error{Fault::Input} for a file that is something else ("g.ent: not an Entente graph:
  // ..."), Fault::System for one that cannot be opened, is locked by another writer, or for a full
  // disk.
  Store(const std::filesystem::path& file, Mode mode);
  ~Store();
  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;

  std::vector<ArticleStamp> stamps() const;  // sorted by id

  // Adds the article or replaces its old self, all of it or nothing: when this returns, it is kept,
  // whatever happens afterwards.
  void put(const Article& article, const ArticleStamp& stamp, const Extraction& extraction);
  // From hold() on, what put() does waits for keep(), which makes it last, all at once or nothing
  // of it: one wait for the disk instead of one an article. Other writers wait meanwhile. What is
  // not kept when the store goes away is as if it had not been. hold() twice is once; keep()
  // without it does nothing.
  void hold();
  void keep();
  // False when there is no such article. REQUIRES: nothing is held
  bool remove(std::string_view article_id);

  std::string text(std::string_view article_id) const;  // empty when there is no such article
  std::string ledger() const;                           // its bytes; empty when there is none
  // What the spans of `evidence` point into: an article's text, or the ledger.
  std::string text_behind(const Evidence& evidence) const;

  // What was read from the article, as to_json(Extraction) wrote it; empty when there is no such
  // article.
  std::string extraction(std::string_view article_id) const;

  // Sentences of all articles by their words, also of those that were not folded yet.
  std::vector<FoundSentence> search(const SentenceSearch& search) const;

  // Keeps what is held, and folds all articles into the derived tables, with what the reader
  // decided (graph/ledger.h). Call it once after a row of put() and remove(); a graph that was not
  // folded (a killed build), or whose ledger has changed since, is folded by the next load(). Lines
  // of the ledger that fit nothing come back; one that cannot be read throws Error{Fault::Input}.
  std::vector<Warning> fold(const Ontology& ontology);

  // Adds lines to the ledger and folds with them: all, or nothing. Kept when this returns, whatever
  // happens afterwards. Throws Error{Fault::Usage} for a line that would change nothing,
  // Fault::Input for one that contradicts another. Gives the number of the first line; `warnings`
  // get those of other lines. REQUIRES: at least one decision
  std::uint32_t decide(const std::vector<Decision>& decisions, const Ontology& ontology,
                       std::vector<Warning>& warnings);
  // The same without writing anything; also where the file is open to be read.
  std::uint32_t try_decide(const std::vector<Decision>& decisions, const Ontology& ontology,
                           std::vector<Warning>& warnings) const;
  // Takes out the line of that number, and folds without it: both, or neither. Throws
  // Error{Fault::Usage} where no decision stands there. Gives the line.
  std::string undo(std::uint32_t line, const Ontology& ontology, std::vector<Warning>& warnings);

  // Of the last fold().
  Totals totals() const;

  KnowledgeGraph load(const Ontology& ontology) const;

 private:
  struct Database;
  std::unique_ptr<Database> database_;
};

// The graph for questions that touch little of it, in milliseconds whatever its size, as it is now:
// what is written later is not seen. A snapshot that is not there or does not fit is made and kept
// beside the file. Throws what Store and load() throw.
LazyGraph open_lazily(const std::filesystem::path& file, const Ontology& ontology);

}  // namespace entente
