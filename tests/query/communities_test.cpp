#include "query/communities.h"

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/connected_components.hpp>
#include <functional>
#include <map>

#include "tests/catch.h"
#include "tests/query/chance_graph.h"

using namespace entente;
using namespace entente::test;

namespace {

Parts components_of(const Projection& graph) {
  cypher::Meter meter(cypher::Budget{});
  return components(graph, meter);
}

Parts communities_of(const Projection& graph) {
  cypher::Meter meter(cypher::Budget{});
  return communities(graph, meter);
}

double modularity(const Projection& graph, const Parts& parts) {
  double all = 0, within = 0;
  std::vector<double> total(parts.sizes.size() + 1, 0);
  for (std::uint32_t node = 0; node < graph.size(); ++node) {
    for (const Arc& arc : graph.of(node)) {
      all += double{arc.weight};
      total[parts.part[node]] += double{arc.weight};
      if (parts.part[node] == parts.part[arc.node]) within += double{arc.weight};
    }
  }
  if (all == 0) return 0;
  double expected = 0;
  for (const double one : total) expected += one / all * one / all;
  return within / all - expected;
}

// The best that any division gives. For a handful of nodes.
double best_modularity(const Projection& graph) {
  Parts parts{std::vector<std::uint32_t>(graph.size(), 0),
              std::vector<std::uint32_t>(graph.size(), 0)};
  double best = -1;
  const std::function<void(std::uint32_t, std::uint32_t)> divide = [&](std::uint32_t node,
                                                                       std::uint32_t used) {
    if (node == graph.size()) {
      best = std::max(best, modularity(graph, parts));
      return;
    }
    for (std::uint32_t part = 1; part <= used + 1; ++part) {
      parts.part[node] = part;
      divide(node + 1, std::max(used, part));
    }
  };
  divide(0, 0);
  return best;
}

}  // namespace

TEST_CASE("components are those of Boost.Graph, the largest first") {
  Chance chance{2};
  for (int round = 0; round < 100; ++round) {
    const Projection graph = projected(by_chance(chance, 20, chance.whole(0, 25)));
    boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS> other(graph.size());
    for (std::uint32_t node = 0; node < graph.size(); ++node) {
      for (const Arc& arc : graph.of(node)) boost::add_edge(node, arc.node, other);
    }
    std::vector<int> theirs(graph.size());
    const int count = boost::connected_components(other, theirs.data());
    const Parts own = components_of(graph);
    REQUIRE(own.sizes.size() == static_cast<std::size_t>(count));
    CHECK(std::ranges::is_sorted(own.sizes, std::greater<>()));
    std::map<int, std::uint32_t> same;
    for (std::uint32_t node = 0; node < graph.size(); ++node) {
      CHECK(same.emplace(theirs[node], own.part[node]).first->second == own.part[node]);
    }
  }
}

TEST_CASE("equal components come in order of their nodes") {
  const Parts parts =
      components_of(projected(made_by("CREATE ({i: 0}), ({i: 1})-[:R]->({i: 2}), ({i: 3})")));
  CHECK(parts.part == std::vector<std::uint32_t>{2, 1, 1, 3});
  CHECK(parts.sizes == std::vector<std::uint32_t>{2, 1, 1});
  CHECK(components_of(Projection{{}, {0}, {}}).sizes.empty());
}

TEST_CASE("two circles with one link between them are two communities") {
  const Projection graph = projected(
      made_by("CREATE (a)-[:R]->(b)-[:R]->(c)-[:R]->(a), (d)-[:R]->(e)-[:R]->(f)-[:R]->(g), "
              "(d)-[:R]->(f), (e)-[:R]->(g), (d)-[:R]->(g), (c)-[:R]->(d), (h)"));
  const Parts parts = communities_of(graph);
  CHECK(parts.part == std::vector<std::uint32_t>{2, 2, 2, 1, 1, 1, 1, 3});
  CHECK(parts.sizes == std::vector<std::uint32_t>{4, 3, 1});
}

TEST_CASE("communities are nearly as good as the best divisions, and the same each time") {
  Chance chance{4};
  double found = 0, possible = 0;
  for (int round = 0; round < 30; ++round) {
    ProjectionOptions options;
    if (round % 2 == 0) options.weight = "w";
    const Projection graph = projected(by_chance(chance, 8, chance.whole(4, 16)), options);
    const Parts own = communities_of(graph);
    CHECK(own.part == communities_of(graph).part);
    CHECK(modularity(graph, own) > -1e-9);  // as good as all in one
    found += modularity(graph, own);
    possible += best_modularity(graph);
    CHECK(communities_of(Projection{graph.nodes, std::vector<std::uint32_t>(9, 0), {}})
              .sizes.size() == 8);
  }
  CHECK(found > 0.95 * possible);
}
