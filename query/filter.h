#pragma once
// Which facts a question is about. The same for every command; applied inside searches, not after
// them.

#include <chrono>
#include <optional>
#include <set>
#include <string>

#include "graph/fact.h"
#include "graph/knowledge_graph.h"

namespace entente {

struct Filter {
  std::set<std::string> relations;  // empty = all
  std::set<std::string> types;      // entity types; a fact passes when both ends do; empty = all
  std::optional<std::chrono::sys_days>
      since;  // a fact without a date does not pass when either is set
  std::optional<std::chrono::sys_days> until;       // inclusive
  std::optional<Status> status = Status::Happened;  // nullopt = all
  std::size_t min_sources = 1;
  std::optional<std::chrono::sys_days> as_of;  // only what stood on that day; see stands()
  std::set<std::string> states;                // relations that last, for `as_of`
};

bool in_period(const std::optional<DateRange>& when, const Filter& filter);

// The graph as it stood on the day `filter.as_of`. A fact had begun by then: the first day that its
// date allows, or without a date the day on which the first article that says so was published, is
// not later; of what has neither nobody knows. What is no state counts from then on. So does a
// state, unless the text gives it a beginning and an end (a date that is more than one day, month
// or year) and the end came before that day; a single date is when it was seen, or began.
bool stands(const std::optional<DateRange>& when,
            const std::optional<std::chrono::sys_days>& published, bool state,
            std::chrono::sys_days as_of);

// The day on which the first article that states `fact` was published.
std::optional<std::chrono::sys_days> first_published(const KnowledgeGraph& graph, const Fact& fact);

bool passes(const KnowledgeGraph& graph, KnowledgeGraph::Edge edge, const Filter& filter);

}  // namespace entente
