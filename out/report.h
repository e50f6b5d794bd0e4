#pragma once
// A report: one HTML page about a graph, or a part of it, for people who read and print. Diagram,
// timeline, a dossier of every entity, every connection with its sentences, the articles. All in
// one file: no script, nothing from elsewhere. The same graph and options give the same bytes.

#include <cstddef>
#include <optional>
#include <string>

#include "graph/ontology.h"
#include "out/style.h"
#include "query/filter.h"

namespace entente {

struct ReportOptions {
  Filter filter;
  std::string title;                 // empty = made from the content
  std::optional<std::string> about;  // Entity::id: only what is within `hops` of it
  std::size_t hops = 1;
  std::size_t top = 30;  // entities in the diagram, at most: the best connected. All else is told
  unsigned seed = 1;     // of the diagram's arrangement
  std::optional<Style> dark;  // of the diagram on dark screens; without it, it stays as on paper
};

struct Report {
  std::string page;  // HTML in UTF-8; empty where no fact passes
  std::size_t entities = 0;
  std::size_t facts = 0;
  std::size_t articles = 0;
};

// Throws Error{Fault::Usage} where `options.top` asks for more than a picture can hold.
Report make_report(const KnowledgeGraph& graph, const Ontology& ontology, const Style& style,
                   const ReportOptions& options);

}  // namespace entente
