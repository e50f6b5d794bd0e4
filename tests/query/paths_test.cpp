#include "query/paths.h"

#include <algorithm>
#include <functional>
#include <random>

#include "tests/catch.h"
#include "tests/support/build.h"

using namespace entente;
using namespace entente::test;

namespace {

using Vertex = KnowledgeGraph::Vertex;
using Names = std::vector<std::string>;

Names names_of(const KnowledgeGraph& graph, const Path& path) {
  Names names;
  for (const Vertex v : path.entities) names.push_back(graph[v].id);
  return names;
}

std::vector<Names> routes(const KnowledgeGraph& graph, const std::string& from,
                          const std::string& to, const PathOptions& options = {}) {
  std::vector<Names> all;
  const PathAnswer answer = find_paths(graph, *graph.find(from), *graph.find(to), options);
  for (const Path& path : answer.paths) all.push_back(names_of(graph, path));
  return all;
}

// The second witness: every simple path by plain recursion, then sorted.
std::vector<Names> brute_force(const KnowledgeGraph& graph, Vertex from, Vertex to,
                               const PathOptions& options) {
  std::vector<Names> all;
  std::vector<Vertex> walk = {from};
  const std::function<void()> go_on = [&] {
    if (walk.back() == to) {
      Names names;
      for (const Vertex v : walk) names.push_back(graph[v].id);
      all.push_back(names);
      return;
    }
    if (walk.size() > options.max_hops) return;
    for (const Vertex next : graph.vertices_by_id()) {
      if (std::count(walk.begin(), walk.end(), next) > 0) continue;
      const auto& edges = graph.edges_by_id();
      const bool linked = std::any_of(edges.begin(), edges.end(), [&](auto edge) {
        const Vertex a = boost::source(edge, graph.bgl());
        const Vertex b = boost::target(edge, graph.bgl());
        return ((a == walk.back() && b == next) || (b == walk.back() && a == next)) &&
               passes(graph, edge, options.filter);
      });
      if (!linked) continue;
      walk.push_back(next);
      go_on();
      walk.pop_back();
    }
  };
  go_on();
  std::sort(all.begin(), all.end(), [](const Names& a, const Names& b) {
    return std::pair(a.size(), a) < std::pair(b.size(), b);
  });
  std::vector<Names> wanted;
  for (const Names& names : all) {
    const bool shortest = names.size() == all.front().size();
    const bool room = options.limit == 0 || wanted.size() < options.limit;
    if (room && (shortest || (options.longer && options.limit > 0))) wanted.push_back(names);
  }
  return wanted;
}

KnowledgeGraph random_graph(std::mt19937& random) {
  const auto up_to = [&](unsigned n) { return static_cast<unsigned>(random() % (n + 1)); };
  const unsigned nodes = 2 + up_to(6);
  const Names relations = {"met-with", "visited", "signed"};
  const Names dates = {"", "2019-05-01", "2021", "2023-07", "2024-02-29"};
  std::vector<Entity> entities;
  for (unsigned i = 0; i < nodes; ++i) {
    entities.push_back(
        entity((up_to(3) == 0 ? "country:" : "person:") + std::string(1, "gcahebdf"[i])));
  }
  std::vector<Fact> facts;
  for (unsigned i = up_to(4 * nodes); i > 0; --i) {
    const std::string& subject = entities[up_to(nodes - 1)].id;  // loops and parallels too
    const std::string& object = entities[up_to(nodes - 1)].id;
    facts.push_back(fact(subject, relations[up_to(2)], object, dates[up_to(4)],
                         up_to(5) == 0 ? Status::Planned : Status::Happened));
    facts.back().id = "f" + std::to_string(i);
  }
  return graph_of(facts, entities);
}

PathOptions random_options(std::mt19937& random) {
  PathOptions options;
  options.max_hops = 1 + random() % 7;
  options.limit = random() % 5;
  options.longer = random() % 2 == 0;
  if (random() % 3 == 0) options.filter.relations = {"met-with", "visited"};
  if (random() % 4 == 0) options.filter.since = parse_iso("2021")->first;
  if (random() % 4 == 0) options.filter.status.reset();
  if (random() % 5 == 0) options.filter.types = {"person"};
  return options;
}

}  // namespace

TEST_CASE("paths are those of brute force on random multigraphs") {
  std::mt19937 random(20240819);
  std::size_t with_path = 0, with_several = 0;
  for (int round = 0; round < 2000; ++round) {
    const KnowledgeGraph graph = random_graph(random);
    const PathOptions options = random_options(random);
    const auto& vertices = graph.vertices_by_id();
    const Vertex from = vertices[random() % vertices.size()];
    const Vertex to = vertices[random() % vertices.size()];
    CAPTURE(round, graph[from].id, graph[to].id, options.max_hops, options.limit, options.longer);
    const PathAnswer answer = find_paths(graph, from, to, options);
    std::vector<Names> found;
    for (const Path& path : answer.paths) found.push_back(names_of(graph, path));
    REQUIRE(found == brute_force(graph, from, to, options));
    with_path += found.empty() ? 0 : 1;
    with_several += found.size() > 1 ? 1 : 0;

    for (const Path& path : answer.paths) {
      REQUIRE(path.hops.size() + 1 == path.entities.size());
      for (std::size_t i = 0; i < path.hops.size(); ++i) {
        const auto [edge, forward] = path.hops[i];
        REQUIRE(passes(graph, edge, options.filter));
        REQUIRE(boost::source(edge, graph.bgl()) == path.entities[forward ? i : i + 1]);
        REQUIRE(boost::target(edge, graph.bgl()) == path.entities[forward ? i + 1 : i]);
      }
    }
    if (!found.empty()) continue;
    PathOptions unbounded = options;
    unbounded.max_hops = vertices.size();
    std::size_t reachable = 0;
    for (const Vertex v : vertices) {
      if (!brute_force(graph, from, v, unbounded).empty()) ++reachable;
    }
    REQUIRE(answer.component_size == reachable);
    REQUIRE(answer.too_long == !brute_force(graph, from, to, unbounded).empty());
  }
  CHECK(with_path > 500);  // or the rounds above say little
  CHECK(with_several > 100);
}

TEST_CASE("the filter decides inside the search, not after it") {
  // The shortest chain is planned only; the answer is the longer one that happened.
  const KnowledgeGraph graph = graph_of({fact("a", "met-with", "z", "2024", Status::Planned),
                                         fact("a", "visited", "b"), fact("z", "visited", "b")});
  CHECK(routes(graph, "a", "z") == std::vector<Names>{{"a", "b", "z"}});
  PathOptions meetings;
  meetings.filter.relations = {"met-with"};
  CHECK(routes(graph, "a", "z", meetings).empty());
  meetings.filter.status.reset();
  CHECK(routes(graph, "a", "z", meetings) == std::vector<Names>{{"a", "z"}});
}

TEST_CASE("equals come in order of ids, and longer paths only when asked for") {
  const KnowledgeGraph graph =
      graph_of({fact("a", "visited", "c"), fact("b", "visited", "a"), fact("c", "visited", "z"),
                fact("z", "visited", "b"), fact("b", "visited", "c")});
  CHECK(routes(graph, "a", "z") == std::vector<Names>{{"a", "b", "z"}, {"a", "c", "z"}});
  PathOptions options;
  options.longer = true;
  CHECK(routes(graph, "a", "z", options) ==
        std::vector<Names>{{"a", "b", "z"}, {"a", "c", "z"}, {"a", "b", "c", "z"}});
  options.limit = 1;
  CHECK(routes(graph, "a", "z", options) == std::vector<Names>{{"a", "b", "z"}});
}

TEST_CASE("of parallel facts the hop is the one with most evidence, then the earlier") {
  Fact often = fact("a", "met-with", "b", "2024");
  often.evidence.push_back(evidence("b.txt", "They met."));
  const KnowledgeGraph graph = graph_of({fact("a", "visited", "b", "2019"), often});
  const PathAnswer answer = find_paths(graph, *graph.find("b"), *graph.find("a"), {});
  REQUIRE(answer.paths.size() == 1);
  CHECK(graph[answer.paths[0].hops[0].fact].relation == "met-with");
  CHECK_FALSE(answer.paths[0].hops[0].forward);

  const KnowledgeGraph even =
      graph_of({fact("a", "visited", "b", "2021"), fact("b", "visited", "a", "2019")});
  const PathAnswer earliest = find_paths(even, *even.find("a"), *even.find("b"), {});
  CHECK(even[earliest.paths.at(0).hops[0].fact].when == parse_iso("2019"));
}

TEST_CASE("an entity is connected with itself by no hop") {
  const KnowledgeGraph graph = graph_of({fact("a", "visited", "a")});
  const PathAnswer answer = find_paths(graph, *graph.find("a"), *graph.find("a"), {});
  REQUIRE(answer.paths.size() == 1);
  CHECK(answer.paths[0].hops.empty());
}

TEST_CASE("where there is no path the size of the component is told") {
  const KnowledgeGraph graph = graph_of({fact("a", "visited", "b"), fact("b", "visited", "c"),
                                         fact("c", "visited", "d"), fact("y", "visited", "z")});
  const PathAnswer none = find_paths(graph, *graph.find("a"), *graph.find("z"), {});
  CHECK(none.paths.empty());
  CHECK(none.component_size == 4);
  CHECK_FALSE(none.too_long);
  PathOptions options;
  options.max_hops = 2;
  const PathAnswer far = find_paths(graph, *graph.find("a"), *graph.find("d"), options);
  CHECK(far.paths.empty());
  CHECK(far.too_long);
}
