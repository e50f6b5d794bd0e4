#pragma once
// The door of this room: an article in, what it says out.

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "extract/document.h"
#include "extract/load.h"
#include "graph/extraction.h"
#include "graph/ontology.h"

namespace entente {

// Stages run in the order of this table. Each needs layers that loading or stages before it fill.
struct Stage {
  std::string_view name;   // "parse"
  std::string_view needs;  // layers, separated by blanks
  std::string_view fills;
};
const std::vector<Stage>& stages();

// Everything that reading needs: the ontology with compiled patterns, word lists, gazetteers.
// Immutable once loaded, so that articles can be read in parallel.
class Reader {
 public:
  struct Knowledge;
  // Reads the folder `data`. Throws Error naming file and line.
  explicit Reader(const std::filesystem::path& data);
  ~Reader();
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;

  const Ontology& ontology() const;
  const std::string& version()
      const;  // of the program and the data files: changes when an article may be read differently

  Document load(const RawArticle& raw) const;
  Extraction read(const Document& document) const;  // a pure function of the document and the data

  // The document after a stage, "" = the last. `parse_all`: also sentences that cannot state a
  // fact.
  Document run(const Document& document, std::string_view last, bool parse_all) const;

  // What the document says after a stage, for `entente check --stage`: a line for each thing, bytes
  // of the text first; trees in CoNLL-U, or drawn in lines when `drawn`. Every sentence is parsed.
  // Throws Error{Fault::Usage} when there is no such stage.
  std::string stage_result(const Document& document, std::string_view stage, bool drawn) const;

  // How the article is read, for `entente check`: one line a block, name, date, fact and sentence
  // without one.
  struct Check {
    struct Name {
      Span span;
      std::string type;
      std::string entity;  // LocalEntity::id; empty = no entity
      std::string how;     // "gazetteer", "title", "organization word", "pronoun" ...
    };
    struct Time {
      Span span;
      DateRange when;
    };
    std::vector<Name> names;          // in order of the text
    std::vector<Time> times;          // in order of the text
    std::vector<Span> without_facts;  // sentences with two actors and a verb that gave no fact
    Extraction extraction;
  };
  Check check(const Document& document) const;

 private:
  std::unique_ptr<const Knowledge> knowledge_;
};

}  // namespace entente
