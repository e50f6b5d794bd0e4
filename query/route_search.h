#pragma once
// Searches for the best routes between two entities, and the choice of several of them.
//
// Three kinds of search answer one question: the best route that begins with a given root. Without
// weights and times it is breadth-first from both ends (route_breadth.cpp); in order of time a
// search for the latest day on which each entity must be left (route_times.cpp); weighted, with or
// without times, Dijkstra's algorithm over (certainty, length, day) (route_weights.cpp).
// Tested against brute force by paths_test.cpp.

#include <memory>
#include <optional>
#include <vector>

#include "query/route_graph.h"
#include "query/route_root.h"

namespace entente {

class RouteSearch {
 public:
  virtual ~RouteSearch() = default;

  // Prepares the best routes that begin with `root` and do not come back to it. False when there is
  // none. REQUIRES: its entities may be entered, each is there once, the end is none of them, and
  // there is a chain of facts along them
  virtual bool prepare(const RouteRoot& root) = 0;
  // After that, at most `limit` (0 = all) of the best routes, all of one length, in order of ids.
  // A weighted search gives one.
  virtual std::vector<Nodes> read(std::size_t limit) = 0;
};

std::unique_ptr<RouteSearch> breadth_search(const RouteGraph& graph, cypher::NodeId to);
std::unique_ptr<RouteSearch> time_search(const RouteGraph& graph, cypher::NodeId to);
std::unique_ptr<RouteSearch> weight_search(const RouteGraph& graph, cypher::NodeId to);

// A way to use one fact for each step of a route.
struct Chain {
  std::int64_t cost = 0;
  std::int64_t time = kAnyTime;  // when it arrives
  std::vector<cypher::RelationshipId> facts;
};
// The chains along `route` that no other beats in both cost and time, cheapest first; of equals
// those whose facts tell more. Empty where no chain is allowed.
std::vector<Chain> chains_along(const RouteGraph& graph, const Nodes& route);

struct RouteChoice {
  std::size_t limit = 3;  // how many routes; 0 = all of the best length
  bool longer = false;    // go on to longer (less certain) ones until there are `limit`
};
// Best first: cheapest where the search is weighted, then shortest, then in order of ids. REQUIRES:
// from != to; where the search is weighted, longer
std::vector<Nodes> best_routes(const RouteGraph& graph, cypher::NodeId from, cypher::NodeId to,
                               const RouteChoice& choice);

// How many entities can be reached from `from`, itself included, in any order of time; whether `to`
// is one of them.
struct Reach {
  std::size_t entities = 0;
  bool connected = false;
};
Reach reach(const RouteGraph& graph, cypher::NodeId from, cypher::NodeId to);

}  // namespace entente
