#pragma once
// The graph as a search for routes sees it: facts may be walked either way, and only those that
// pass the filter are there, between entities that may be entered. A route is a row of entities,
// each joined with the next by a fact, none twice; parallel facts make one step.

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "cypher/execution.h"
#include "cypher/mark_tests.h"
#include "cypher/property_graph.h"
#include "query/filter.h"

namespace entente {

using Nodes = std::vector<cypher::NodeId>;

struct RouteRules {
  Filter filter;
  Nodes banned;                // never entered
  std::size_t max_hops = 6;    // facts of a route, at most
  bool weighted = false;       // the most certain route is the best, not the shortest
  bool in_time_order = false;  // each fact not before the last; those without a date are not there
};

// Days since 1970 between which a fact happened.
struct Days {
  std::int64_t first = 0;
  std::int64_t last = 0;
};

inline constexpr std::int64_t kAnyTime = std::numeric_limits<std::int64_t>::min();

class RouteGraph {
 public:
  // All must outlive it.
  RouteGraph(const cypher::PropertyGraph& graph, const RouteRules& rules, cypher::Meter& meter);

  const RouteRules& rules() const { return rules_; }
  cypher::Meter& meter() const { return meter_; }
  std::uint32_t node_bound() const { return graph_.node_bound(); }

  // Calls visit(const cypher::Neighbour&) for each fact at `node` that leads elsewhere, from either
  // end of it.
  template <typename Visit>
  void each_step(cypher::NodeId node, const Visit& visit) const {
    for (const cypher::NeighbourView& steps : {graph_.outgoing(node), graph_.incoming(node)}) {
      for (std::uint32_t i = 0; i < steps.size(); ++i) {
        meter_.step();
        if (!may_have(steps.type(i))) {
          i = steps.end_of_type(i) - 1;
          continue;
        }
        if (!marks_.hold(steps, i)) continue;
        const cypher::Neighbour step = steps[i];
        if (step.node != node && may_enter(step.node) && usable(steps, i)) visit(step);
      }
    }
  }
  std::size_t degree(cypher::NodeId node) const;  // whether they pass or not
  bool may_enter(cypher::NodeId node) const;
  std::vector<cypher::RelationshipId> facts_between(cypher::NodeId a, cypher::NodeId b) const;

  std::optional<Days> days(cypher::RelationshipId fact) const;
  double confidence(cypher::RelationshipId fact) const;
  // The price of using the fact: -log of its confidence in units of 1e-9, so that sums are exact
  // and the cheapest route is the most certain. 0 where the search is not weighted.
  std::int64_t cost(cypher::RelationshipId fact) const;
  // The day on which a traveller who comes on day `time` has used the fact; nullopt = too late.
  // Days do not matter, and kAnyTime stays, where the search is not in order of time.
  std::optional<std::int64_t> arrival(cypher::RelationshipId fact, std::int64_t time) const;
  // Which of parallel facts is shown: that with more sources, then the earlier, then by id.
  bool tells_more(cypher::RelationshipId a, cypher::RelationshipId b) const;

  const std::string& id(cypher::NodeId node) const;
  bool comes_first(cypher::NodeId a, cypher::NodeId b) const;  // in order of their ids
  // Shorter first, then in order of the entities' ids.
  bool comes_first(const Nodes& a, const Nodes& b) const;

 private:
  bool read_marks();
  bool may_have(cypher::TypeId type) const {
    return rules_.filter.relations.empty() || std::ranges::binary_search(types_, type);
  }
  // What neither its type nor its mark tells.
  bool usable(const cypher::NeighbourView& steps, std::uint32_t i) const;
  bool fits(cypher::RelationshipId fact) const;
  bool stands_on_day(const cypher::Neighbour& step) const;
  cypher::Value property(cypher::RelationshipId fact, std::optional<cypher::KeyId> key) const;

  const cypher::PropertyGraph& graph_;
  const RouteRules& rules_;
  cypher::Meter& meter_;
  bool marked_ = false;                 // marks tell of status and first day
  cypher::MarkTests marks_;             // status and first day pass
  cypher::MarkTests since_;             // the first day is not before filter.since
  std::vector<cypher::TypeId> types_;   // ascending; that pass, where not all do
  std::vector<cypher::TypeId> states_;  // ascending; relations that last
  std::vector<cypher::LabelId> labels_;
  std::optional<cypher::KeyId> id_, date_, until_, status_, sources_, confidence_, published_;
  mutable std::unordered_map<std::uint32_t, std::string> ids_;
};

}  // namespace entente
