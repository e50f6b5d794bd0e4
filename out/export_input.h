#pragma once
// What every exporter is given.

#include <functional>
#include <string>

#include "graph/ontology.h"
#include "out/style.h"
#include "query/filter.h"

namespace entente {

// Each format heeds some of these (ExportFormat::heeds).
struct ExportOptions {
  bool pairs = false;        // one edge a pair of entities, whatever the relations
  bool mixed = false;        // what has no direction is undirected
  bool strip_emoji = false;  // from names
  bool excel_safe = false;   // a cell that a spreadsheet would compute begins with '
};

// What a graph file holds of an article beyond what a KnowledgeGraph does.
struct StoredArticle {
  std::string text;
  std::string hash;        // ArticleStamp
  std::string reader;      // ArticleStamp
  std::string extraction;  // as to_json(Extraction) wrote it
};

struct ExportInput {
  const KnowledgeGraph& graph;
  const Ontology& ontology;
  const Style& style;
  const Filter& filter;
  ExportOptions options = {};
  // Article::id -> what is stored of it; empty where there is no graph file at hand.
  std::function<StoredArticle(const std::string&)> stored = {};
  std::string ledger = {};  // its bytes; empty = none
};

}  // namespace entente
