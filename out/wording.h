#pragma once
// The words of a picture: labels, captions, titles. All plain text in one line, escaped later by
// each format.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/knowledge_graph.h"
#include "graph/ontology.h"
#include "out/view.h"

namespace entente {

// http or https, without blanks or control characters: the only addresses that a picture may link
// to.
bool is_web_address(std::string_view url);

// `url` as it can stand between quotes in any notation: what could end an attribute, a tag or a
// link there, and what is not ASCII, as %XX.
std::string quoted_address(std::string_view url);

// The page of an article behind the facts, when it is one that a browser may open; else empty.
std::string page_of(const KnowledgeGraph& graph, const std::vector<const Fact*>& facts);

// From the first to the last dated one; nullopt when none has a date.
std::optional<DateRange> span_of_dates(const std::vector<const Fact*>& facts);

// The same no more exactly than a label has room for: whole months when it goes beyond one; whole
// years when it goes beyond two, or when one of the dates is a bare year.
std::optional<DateRange> coarse_span(const std::vector<const Fact*>& facts);

std::string type_label(const Ontology& ontology, const std::string& type);

// "met ×5 · Aug–Nov 2024", "signed (planned)". `facts`: those behind the edge.
std::string edge_label(const View::Edge& edge, const std::vector<const Fact*>& facts);

// "A met B 5 times, Aug–Nov 2024 (4 articles): “quote”". `relation` may be null: its name stands
// in. `facts`: those behind the edge, not empty.
std::string edge_hover(const View::Edge& edge, const Relation* relation, std::string_view source,
                       std::string_view target, const std::vector<const Fact*>& facts);

// "met · Hanoi" and "signed (planned)", where the date stands elsewhere. `place` may be empty.
std::string occasion_label(const View::Edge& edge, const std::string& place);

// "A, B and C: met, 19 Aug 2024 (2 articles): “quote”".
std::string occasion_hover(const View::Edge& edge, const std::string& members,
                           const std::vector<const Fact*>& facts);

// Second line of a node: the latest office of a person, else the type in capitals; with the day for
// what happens once (an event, an agreement). `facts`: those of the entity in the view.
std::string caption(const KnowledgeGraph& graph, const Ontology& ontology, const Entity& entity,
                    const std::vector<const Fact*>& facts);

std::string node_hover(const Entity& entity);

// "Anna Keller, Marcus Hale and 4 others"; names with most facts first.
std::string group_caption(const std::vector<std::string>& names);

std::string title_of(const View& view, const KnowledgeGraph& graph,
                     const std::optional<std::string>& about,
                     const std::vector<const Fact*>& facts);
// `undated`: facts that a timeline has no place for.
std::string subtitle_of(const View& view, const std::vector<const Fact*>& facts,
                        std::size_t undated);

}  // namespace entente
