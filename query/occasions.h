#pragma once
// Facts told occasion by occasion: one for each event, however many pairs were at it, and one for
// each fact that is of no event.

#include <string>
#include <vector>

#include "query/filter.h"

namespace entente {

// An event passes when it fits the filter's status, dates and sources itself and one of its facts
// fits relations and types.
bool passes(const KnowledgeGraph& graph, const Event& event, const Filter& filter);

// Those that pass, in order of time: by first day, then last day, then id; without a date last.
std::vector<const Event*> events_in_time(const KnowledgeGraph& graph, const Filter& filter);

struct Occurrence {
  const Event* event = nullptr;             // nullptr = the fact is of none
  KnowledgeGraph::Edge fact;                // the one to tell
  std::vector<KnowledgeGraph::Edge> facts;  // `fact`, and what else the event has of its relation
                                            // and status that passes the filter; in order of id
  std::optional<DateRange> when;            // the most exact that is known
  std::size_t sources = 0;
};

// `facts` in order of time, those of one event as one. Its other facts come with it.
std::vector<Occurrence> occurrences(const KnowledgeGraph& graph,
                                    const std::vector<KnowledgeGraph::Edge>& facts,
                                    const Filter& filter);

// Who is at each end: of a symmetric relation those who met each other stand on two sides, so that
// "A and B met C" is told of A with C and B with C. Entities in order of id.
struct Sides {
  std::vector<KnowledgeGraph::Vertex> subjects;
  std::vector<KnowledgeGraph::Vertex> objects;
};
Sides sides_of(const KnowledgeGraph& graph, const Occurrence& occurrence);

// "witness: Ann Lind": who was there in a role that the told relation does not have.
std::vector<std::string> other_roles(const KnowledgeGraph& graph, const Occurrence& occurrence);

// "A, B and C".
std::string in_a_row(const std::vector<std::string>& names);

// "20 Aug 2024 (002.txt)", "that it was not so (002.txt)": what contradicts `event`, a line each.
std::vector<std::string> other_words(const KnowledgeGraph& graph, const Event& event);

}  // namespace entente
