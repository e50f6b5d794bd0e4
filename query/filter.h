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
};

bool in_period(const std::optional<DateRange>& when, const Filter& filter);

bool passes(const KnowledgeGraph& graph, KnowledgeGraph::Edge edge, const Filter& filter);

}  // namespace entente
