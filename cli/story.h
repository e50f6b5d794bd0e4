#pragma once
// Facts as people read them: a line that says what happened, and under it the sentence that says so
// with its article. Everything from a graph is untrusted and goes through printable().

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/terminal.h"
#include "graph/knowledge_graph.h"
#include "graph/ontology.h"
#include "query/look_up.h"
#include "query/occasions.h"

namespace entente {

struct Story {
  Terminal& terminal;
  LookUp known;
  const Ontology& ontology;

  // "Ann Lind visited Northland" by the relation's phrase, then what else is known: "(planned)",
  // "in Northport".
  std::string sentence(const Fact& fact) const;
  // The same of all who were there: "Ann Lind and Bo Tarn met Cy Moor · Northport".
  std::string sentence(const KnowledgeGraph& graph, const Occurrence& occurrence) const;
  // "met, 19 Aug 2024": the relation's short label and the date.
  std::string label(const Fact& fact) const;
  std::string name(const std::string& entity) const;  // by id; printable

  // A sentence from an article in quotes, then the article's title, outlet, date and id; each line
  // `indent` columns in. With colours, the ends and the words between that say it stand out.
  void quote(const Evidence& evidence, std::size_t indent) const;
  void quote_only(const Evidence& evidence, std::size_t indent) const;  // without the article

  // One fact a paragraph: date, sentence(), quote(). Dates stand in a column of their own.
  void facts(const std::vector<const Fact*>& facts) const;
  // The same, an occasion a paragraph.
  void occasions(const KnowledgeGraph& graph, const std::vector<Occurrence>& occurrences) const;

 private:
  std::string filled(const Fact& fact, const std::string& subject, const std::string& object) const;
  void tell(const std::optional<DateRange>& when, const std::string& sentence, std::size_t sources,
            const Evidence& evidence) const;
};

// "3 articles", "1 article".
std::string count(std::size_t number, std::string_view one, std::string_view many);

// `text` on one line, blanks run together, safe to print.
std::string one_line(std::string_view text);

// Writes `text`, `indent` columns in, broken at the terminal's width.
void write_wrapped(Terminal& terminal, std::string_view text, std::size_t indent);

}  // namespace entente
