#pragma once
// Markdown (CommonMark, and what Obsidian adds to it): the one escaper of dossier and vault, and
// the words that both share.

#include <string>
#include <string_view>

#include "graph/knowledge_graph.h"
#include "graph/ontology.h"

namespace entente {

// `text` on one line, that shows as it is: no list, heading, link, tag, comment, formula or HTML
// comes of it. Ends are trimmed. Control characters and overrides of direction: see printable().
std::string markdown_text(std::string_view text);

// "[text](<url>)"; the text alone where the address is not one that a browser should open.
std::string markdown_link(std::string_view text, std::string_view url);

// The relation's phrase with `subject` and `object`, which are Markdown already, and what else is
// known: "Ann Lind visited Borea (planned; place: Port Arden)".
std::string markdown_sentence(const KnowledgeGraph& graph, const Ontology& ontology,
                              const Fact& fact, const std::string& subject,
                              const std::string& object);

}  // namespace entente
