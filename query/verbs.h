#pragma once
// The verbs of the command line as Cypher: what each one asks of the graph, in the words in which
// the user could have asked. `--cypher` prints them.

#include <optional>
#include <string>
#include <vector>

#include "cypher/engine.h"
#include "graph/ontology.h"
#include "query/filter.h"
#include "query/news_graph.h"

namespace entente {

struct Question {
  std::string text;
  cypher::Map parameters;
};

// The text with the values of the parameters in their places: a query that can be run by itself.
std::string filled_in(const Question& question);

// Facts, in order of time (by first day, last day, id; without a date last). Their last column is
// the fact; the others are for people. Entities are given by id.
Question met_question(const std::string& a, const std::optional<std::string>& b,
                      const Filter& filter);
Question about_question(const std::string& entity, const Filter& filter);
Question between_question(const std::string& a, const std::string& b, const Filter& filter);
Question timeline_question(const std::optional<std::string>& entity, const Filter& filter);
// Between actors, whose relation has a code.
Question dyads_question(const std::optional<std::string>& a, const std::optional<std::string>& b,
                        const Ontology& ontology, const Filter& filter);

// Whom both have to do with, those of most facts first: other, and the facts on either side.
Question common_question(const std::string& a, const std::string& b, const Filter& filter);

enum class Rank { Degree, PageRank, Betweenness };
// Entities of these types (none = all), highest score first: node, score.
Question top_question(Rank rank, const std::set<std::string>& types, std::size_t limit,
                      const Filter& filter);

// Time, rows and memory of a verb: less than a query may take, since nobody asked for it to run
// long.
inline constexpr cypher::Budget kVerbBudget{std::chrono::milliseconds(20'000)};

// Runs it, with the procedures of this program. Throws NotFound where the budget is used up.
cypher::Result ask(const NewsGraph& graph, const Question& question,
                   const cypher::Budget& budget = kVerbBudget);

// The facts that a question asks for, in order.
std::vector<cypher::RelationshipId> ask_facts(const NewsGraph& graph, const Question& question);

// The same with all that belongs to them, to be told: see LazyGraph::excerpt.
struct AskedFacts {
  KnowledgeGraph graph;
  std::vector<KnowledgeGraph::Edge> facts;  // in order
};
// `entities`: ids of those that are told of in full.
AskedFacts ask_excerpt(const NewsGraph& graph, const Question& question,
                       const std::vector<std::string>& entities);

}  // namespace entente
