#include "query/route_search.h"

#include <algorithm>
#include <tuple>

namespace entente {
namespace {

using cypher::Neighbour;
using cypher::NodeId;
using cypher::RelationshipId;

std::unique_ptr<RouteSearch> search_for(const RouteGraph& graph, NodeId to) {
  if (graph.rules().weighted) return weight_search(graph, to);
  return graph.rules().in_time_order ? time_search(graph, to) : breadth_search(graph, to);
}

// A whole route with its price.
struct Priced {
  std::int64_t cost = 0;
  Nodes route;
};

class BestFirst {
 public:
  explicit BestFirst(const RouteGraph& graph) : graph_(&graph) {}
  bool operator()(const Priced& a, const Priced& b) const {
    return a.cost == b.cost ? graph_->comes_first(a.route, b.route) : a.cost < b.cost;
  }

 private:
  const RouteGraph* graph_;
};

Priced priced(const RouteGraph& graph, Nodes route) {
  const std::int64_t cost = graph.rules().weighted ? chains_along(graph, route).front().cost : 0;
  return {cost, std::move(route)};
}

// Where the routes found so far go on from `root`.
std::set<NodeId> taken(const std::vector<Nodes>& routes, const Nodes& root) {
  std::set<NodeId> next;
  for (const Nodes& route : routes) {
    if (route.size() > root.size() && std::equal(root.begin(), root.end(), route.begin())) {
      next.insert(route[root.size()]);
    }
  }
  return next;
}

// Adds the next best routes to `routes`. Method: J. Y. Yen, Finding the K shortest loopless paths
// in a network, Management Science 17 (1971): each next route leaves one of those before it
// somewhere.
void add_longer(const RouteGraph& graph, RouteSearch& search, std::size_t limit,
                std::vector<Nodes>& routes) {
  std::set<Priced, BestFirst> candidates{BestFirst(graph)};
  for (std::size_t left = 0; routes.size() < limit;) {
    for (; left < routes.size(); ++left) {
      const Nodes base = routes[left];
      for (std::size_t length = 1; length < base.size(); ++length) {
        const Nodes root(base.begin(), base.begin() + static_cast<std::ptrdiff_t>(length));
        if (!search.prepare({root, taken(routes, root)})) continue;
        graph.meter().keep(sizeof(Priced) + graph.rules().max_hops * sizeof(NodeId));
        candidates.insert(priced(graph, search.read(1).front()));
      }
    }
    if (candidates.empty()) return;
    routes.push_back(candidates.begin()->route);
    candidates.erase(candidates.begin());
  }
}

// Of the same cost and time, the chain whose last fact tells more stays.
void keep_best(const RouteGraph& graph, std::vector<Chain>& chains) {
  std::ranges::sort(chains, [&](const Chain& a, const Chain& b) {
    if (std::tie(a.cost, a.time) != std::tie(b.cost, b.time)) {
      return std::tie(a.cost, a.time) < std::tie(b.cost, b.time);
    }
    return a.facts.back() != b.facts.back() && graph.tells_more(a.facts.back(), b.facts.back());
  });
  std::vector<Chain> best;
  for (Chain& chain : chains) {
    if (best.empty() || chain.time < best.back().time) best.push_back(std::move(chain));
  }
  chains = std::move(best);
}

}  // namespace

std::vector<Chain> chains_along(const RouteGraph& graph, const Nodes& route) {
  std::vector<Chain> chains = {{}};
  for (std::size_t i = 1; i < route.size() && !chains.empty(); ++i) {
    const std::vector<RelationshipId> facts = graph.facts_between(route[i - 1], route[i]);
    std::vector<Chain> longer;
    for (const Chain& chain : chains) {
      for (const RelationshipId fact : facts) {
        const auto time = graph.arrival(fact, chain.time);
        if (!time) continue;
        Chain& next = longer.emplace_back(chain);
        next.cost += graph.cost(fact);
        next.time = *time;
        next.facts.push_back(fact);
      }
    }
    keep_best(graph, longer);
    chains = std::move(longer);
  }
  return chains;
}

std::vector<Nodes> best_routes(const RouteGraph& graph, NodeId from, NodeId to,
                               const RouteChoice& choice) {
  if (!graph.may_enter(from) || !graph.may_enter(to)) return {};
  const auto search = search_for(graph, to);
  if (!search->prepare({{from}})) return {};
  std::vector<Nodes> routes = search->read(choice.limit);
  if (choice.longer) add_longer(graph, *search, choice.limit, routes);
  return routes;
}

Reach reach(const RouteGraph& graph, NodeId from, NodeId to) {
  std::vector<bool> seen(graph.node_bound());
  seen[from.value] = true;
  Nodes found = {from};
  for (std::size_t i = 0; graph.may_enter(from) && i < found.size(); ++i) {
    graph.each_step(found[i], [&](const Neighbour& step) {
      if (seen[step.node.value]) return;
      seen[step.node.value] = true;
      graph.meter().keep(sizeof(NodeId));
      found.push_back(step.node);
    });
  }
  return {found.size(), seen[to.value]};
}

}  // namespace entente
