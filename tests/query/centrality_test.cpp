// Boost.Graph is the second witness.

#include "query/centrality.h"

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/page_rank.hpp>
#include <numeric>

#include "cypher/error.h"
#include "tests/catch.h"
#include "tests/query/chance_graph.h"

using namespace entente;
using namespace entente::test;
using Direction = ProjectionOptions::Direction;

namespace {

using Directed =
    boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS, boost::no_property,
                          boost::property<boost::edge_weight_t, double>>;

Directed boost_graph(const Projection& graph) {
  Directed result(graph.size());
  for (std::uint32_t node = 0; node < graph.size(); ++node) {
    for (const Arc& arc : graph.of(node)) {
      boost::add_edge(node, arc.node, 1.0 / double{arc.weight}, result);
    }
  }
  return result;
}

std::vector<double> boost_betweenness(const Projection& graph, const BetweennessOptions& options) {
  const Directed other = boost_graph(graph);
  std::vector<double> scores(graph.size(), 0);
  const auto map =
      boost::make_iterator_property_map(scores.begin(), boost::get(boost::vertex_index, other));
  if (options.weighted) {
    boost::brandes_betweenness_centrality(
        other, boost::centrality_map(map).weight_map(boost::get(boost::edge_weight, other)));
  } else {
    boost::brandes_betweenness_centrality(other, map);
  }
  for (double& score : scores) score /= options.directed ? 1 : 2;
  return scores;
}

void check_close(const std::vector<double>& a, const std::vector<double>& b, double most) {
  REQUIRE(a.size() == b.size());
  for (std::size_t i = 0; i < a.size(); ++i) CHECK(std::abs(a[i] - b[i]) < most);
}

std::vector<double> ranks(const Projection& incoming) {
  cypher::Meter meter(cypher::Budget{});
  return page_rank(incoming, meter);
}

Betweenness between(const Projection& graph, const BetweennessOptions& options = {}) {
  cypher::Meter meter(cypher::Budget{});
  return betweenness(graph, options, meter);
}

}  // namespace

TEST_CASE("betweenness is what Boost.Graph finds, on graphs by chance") {
  Chance chance{7};
  for (int round = 0; round < 60; ++round) {
    const cypher::MemoryGraph made = by_chance(chance, chance.whole(2, 14), chance.whole(1, 40));
    for (const bool weighted : {false, true}) {
      for (const bool directed : {false, true}) {
        ProjectionOptions options;
        options.direction = directed ? Direction::Out : Direction::Both;
        if (weighted) options.weight = "w";
        const Projection graph = projected(made, options);
        CAPTURE(round, weighted, directed);
        const Betweenness own = between(graph, {weighted, directed});
        CHECK(own.exact);
        check_close(own.scores, boost_betweenness(graph, {weighted, directed}), 1e-9);
      }
    }
  }
}

TEST_CASE("the middle of a line lies on all its paths") {
  const Projection line = projected(made_by("CREATE ()-[:R]->()-[:R]->()-[:R]->()-[:R]->()"));
  CHECK(between(line).scores == std::vector<double>{0, 3, 4, 3, 0});
}

TEST_CASE("a sample of the nodes estimates betweenness, the same each time, and says so") {
  Chance chance{3};
  const Projection graph = projected(by_chance(chance, 300, 900));
  const Betweenness exact = between(graph);
  BetweennessOptions options;
  options.samples = 150;
  const Betweenness sampled = between(graph, options);
  CHECK(exact.exact);
  CHECK_FALSE(sampled.exact);
  CHECK(sampled.scores == between(graph, options).scores);
  const double all = std::accumulate(exact.scores.begin(), exact.scores.end(), 0.0);
  const double estimated = std::accumulate(sampled.scores.begin(), sampled.scores.end(), 0.0);
  CHECK(std::abs(estimated / all - 1) < 0.1);
  options.samples = 5000;
  CHECK(between(graph, options).exact);
}

TEST_CASE("ranks add up to one, and are what Boost.Graph finds where no node is a dead end") {
  Chance chance{11};
  for (int round = 0; round < 20; ++round) {
    ProjectionOptions options;
    options.direction = Direction::In;
    const Projection graph = projected(by_chance(chance, 12, chance.whole(5, 60)), options);
    const std::vector<double> own = ranks(graph);
    CHECK(std::abs(std::accumulate(own.begin(), own.end(), 0.0) - 1) < 1e-9);

    // Boost.Graph knows no weights and lets the rank of dead ends go: one way round, both go.
    const Projection both = projected(by_chance(chance, 12, 80));
    Projection even = both;
    for (Arc& arc : even.arcs) arc.weight = 1;
    const Directed other = boost_graph(even);
    std::vector<double> theirs(even.size(), 0);
    boost::graph::page_rank(
        other,
        boost::make_iterator_property_map(theirs.begin(), boost::get(boost::vertex_index, other)),
        boost::graph::n_iterations(200), 0.85);
    const double sum = std::accumulate(theirs.begin(), theirs.end(), 0.0);
    for (double& rank : theirs) rank /= sum;
    check_close(ranks(even), theirs, 1e-7);
  }
}

TEST_CASE("a weight draws rank, and rank flows along an arc") {
  const cypher::MemoryGraph graph = made_by(
      "CREATE (a)-[:R {w: 9}]->(b), (a)-[:R {w: 1}]->(c), (b)-[:R {w: 1}]->(a), "
      "(c)-[:R {w: 1}]->(a)");
  ProjectionOptions options;
  options.weight = "w";
  options.direction = Direction::In;
  const std::vector<double> rank = ranks(projected(graph, options));
  CHECK(rank[0] > rank[1]);
  CHECK(rank[1] > 3 * rank[2]);
  CHECK(ranks(Projection{{}, {0}, {}}).empty());
}

TEST_CASE("the degree is the sum of weights") {
  ProjectionOptions options;
  const cypher::MemoryGraph graph = made_by("CREATE (a)-[:R {w: 2}]->(b)<-[:R {w: 3}]-(a), ()");
  CHECK(degree(projected(graph, options)) == std::vector<double>{2, 2, 0});
  options.weight = "w";
  options.direction = Direction::Out;
  CHECK(degree(projected(graph, options)) == std::vector<double>{5, 0, 0});
}

TEST_CASE("long searches end at the budget") {
  Chance chance{5};
  const Projection graph = projected(by_chance(chance, 3000, 9000));
  cypher::Meter meter({std::chrono::milliseconds(1)});
  CHECK_THROWS_AS(betweenness(graph, {}, meter), cypher::Failure);
}
