#include "query/paths.h"

#include <algorithm>
#include <optional>
#include <set>

#include "query/facts.h"
#include "query/search.h"

namespace entente {
namespace {

using Edge = KnowledgeGraph::Edge;
using Vertex = KnowledgeGraph::Vertex;
using Route = Search::Route;

// Shorter first, then in order of the entities' ids.
class RouteOrder {
 public:
  explicit RouteOrder(const KnowledgeGraph& graph) : graph_(&graph) {}
  bool operator()(const Route& a, const Route& b) const {
    if (a.size() != b.size()) return a.size() < b.size();
    return std::lexicographical_compare(
        a.begin(), a.end(), b.begin(), b.end(),
        [&](Vertex x, Vertex y) { return (*graph_)[x].id < (*graph_)[y].id; });
  }

 private:
  const KnowledgeGraph* graph_;
};

// The best route that leaves `known` routes at number `spur` of `base`.
std::vector<Route> deviation(Search& search, const std::vector<Route>& known, const Route& base,
                             std::size_t spur, std::size_t max_hops) {
  const auto spur_at = base.begin() + static_cast<std::ptrdiff_t>(spur);
  const Route root(base.begin(), spur_at);
  std::vector<Vertex> taken;
  for (const Route& route : known) {
    if (route.size() > spur + 1 && std::equal(base.begin(), spur_at + 1, route.begin())) {
      taken.push_back(route[spur + 1]);
    }
  }
  search.ban(root, taken);
  if (!search.run(*spur_at, base.back(), max_hops - spur)) return {};
  Route route = root;
  const Route rest = search.routes(1).front();
  route.insert(route.end(), rest.begin(), rest.end());
  return {route};
}

// The `limit` shortest routes of any length. Method: J. Y. Yen, Finding the K shortest loopless
// paths in a network, Management Science 17 (1971): each next route leaves one of those before it
// somewhere.
std::vector<Route> shortest_routes(const KnowledgeGraph& graph, Search& search, Route first,
                                   const PathOptions& options) {
  std::vector<Route> routes = {std::move(first)};
  std::set<Route, RouteOrder> candidates{RouteOrder(graph)};
  while (routes.size() < options.limit) {
    const Route base = routes.back();
    for (std::size_t spur = 0; spur + 1 < base.size() && spur < options.max_hops; ++spur) {
      const std::vector<Route> next = deviation(search, routes, base, spur, options.max_hops);
      candidates.insert(next.begin(), next.end());
    }
    if (candidates.empty()) break;
    routes.push_back(*candidates.begin());
    candidates.erase(candidates.begin());
  }
  return routes;
}

// Of parallel facts the one with most evidence; then the earlier.
Hop best_hop(const KnowledgeGraph& graph, Vertex from, Vertex to, const Filter& filter) {
  std::optional<Hop> best;
  const auto better = [&](Edge edge) {
    const Fact& a = graph[edge];
    const Fact& b = graph[best->fact];
    if (a.evidence.size() != b.evidence.size()) return a.evidence.size() > b.evidence.size();
    return earlier(a, b);
  };
  const auto consider = [&](Edge edge, bool forward) {
    if (passes(graph, edge, filter) && (!best || better(edge))) best = Hop{edge, forward};
  };
  const auto [out, out_end] = boost::out_edges(from, graph.bgl());
  for (auto edge = out; edge != out_end; ++edge) {
    if (boost::target(*edge, graph.bgl()) == to) consider(*edge, true);
  }
  const auto [in, in_end] = boost::in_edges(from, graph.bgl());
  for (auto edge = in; edge != in_end; ++edge) {
    if (boost::source(*edge, graph.bgl()) == to) consider(*edge, false);
  }
  return best.value();  // a route has only steps that a fact allows
}

Path to_path(const KnowledgeGraph& graph, const Route& route, const Filter& filter) {
  Path path{route, {}};
  for (std::size_t i = 1; i < route.size(); ++i) {
    path.hops.push_back(best_hop(graph, route[i - 1], route[i], filter));
  }
  return path;
}

}  // namespace

PathAnswer find_paths(const KnowledgeGraph& graph, Vertex from, Vertex to,
                      const PathOptions& options) {
  PathAnswer answer;
  if (from == to) {
    answer.paths.push_back({{from}, {}});
    return answer;
  }
  Search search(graph, options.filter);
  if (!search.run(from, to, options.max_hops)) {
    const Search::Component component = search.component(from, to);
    answer.component_size = component.size;
    answer.too_long = component.has_target;
    return answer;
  }
  std::vector<Route> routes = search.routes(options.limit);
  if (options.longer && routes.size() < options.limit) {
    routes = shortest_routes(graph, search, routes.front(), options);
  }
  for (const Route& route : routes) answer.paths.push_back(to_path(graph, route, options.filter));
  return answer;
}

}  // namespace entente
