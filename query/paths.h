#pragma once
// How two entities are connected: the shortest (or most certain) chains of facts. Facts may be
// walked either way. A path runs through facts only, never through an article or mere co-mention,
// and never twice through the same entity; parallel facts are one step. Everything that restricts
// it is applied inside the search, so the answer is that of a graph that has nothing else.

#include <optional>
#include <vector>

#include "query/filter.h"
#include "query/verbs.h"

namespace entente {

struct FoundPath {
  std::vector<cypher::NodeId> entities;       // one more than facts
  std::vector<cypher::RelationshipId> facts;  // for each step the one to tell
  std::vector<std::size_t> parallel;          // how many facts each step has, with that one
  double confidence = 1.0;                    // product of that of the facts
};

struct PathOptions {
  Filter filter;
  std::vector<std::string> banned;  // ids of entities that no path may touch
  std::size_t max_hops = 6;
  std::size_t limit = 3;       // how many of the shortest paths; 0 = all of the shortest length
  bool longer = false;         // when fewer than `limit` have that length, go on to longer ones
  bool weighted = false;       // the most certain instead of the shortest; `limit` is not 0
  bool in_time_order = false;  // each fact can have been on a day not before that of the last
};

struct PathAnswer {
  std::vector<FoundPath> paths;  // best first; among equals in order of entity ids
  // Where there is none: entities that can be reached from the start by facts that pass, itself
  // included, in any order of time and number of steps; nullopt = that, too, took too long.
  std::optional<std::size_t> reachable;
  bool connected = false;  // and the other end is one of them
};

// The question behind find_paths: path, confidence, parallel.
Question path_question(const std::string& from, const std::string& to, const PathOptions& options);

// Ends by id. Throws NotFound where the budget of a verb is used up.
PathAnswer find_paths(const NewsGraph& graph, const std::string& from, const std::string& to,
                      const PathOptions& options);

}  // namespace entente
