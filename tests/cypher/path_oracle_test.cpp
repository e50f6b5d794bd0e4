// Selectors against brute force: on random small multigraphs with loops and parallel
// relationships, what the engine chooses is what enumerating every trail would choose.

#include <algorithm>
#include <random>
#include <set>

#include "tests/catch.h"
#include "tests/cypher/graph_of.h"

using namespace entente::cypher;

namespace {

struct Edge {
  std::uint32_t from;
  std::uint32_t to;
  bool second_type;
  int weight;
};

struct Case {
  std::uint32_t nodes = 2;
  std::vector<Edge> edges;
  std::uint32_t from = 0;
  std::uint32_t to = 0;
  Direction direction = Direction::Right;
  int type = 0;   // 0 = any, 1 = A, 2 = B
  int least = 0;  // weight of each relationship
  std::size_t min = 1;
  std::size_t max = 99;  // 99 = no end
};

using Trail = std::vector<std::size_t>;  // indices of edges

bool allowed(const Case& c, const Edge& edge) {
  return edge.weight >= c.least && (c.type == 0 || (c.type == 2) == edge.second_type);
}

void enumerate(const Case& c, std::uint32_t at, Trail& trail, std::vector<Trail>& out) {
  if (at == c.to && trail.size() >= c.min) out.push_back(trail);
  if (trail.size() == c.max) return;
  for (std::size_t i = 0; i < c.edges.size(); ++i) {
    const Edge& edge = c.edges[i];
    if (!allowed(c, edge) || std::ranges::count(trail, i) > 0) continue;
    const auto follow = [&](std::uint32_t next) {
      trail.push_back(i);
      enumerate(c, next, trail, out);
      trail.pop_back();
    };
    if (c.direction != Direction::Left && edge.from == at) follow(edge.to);
    const bool loop_done = c.direction == Direction::Both && edge.from == edge.to;
    if (c.direction != Direction::Right && edge.to == at && !loop_done) follow(edge.from);
  }
}

Case random_case(std::mt19937& random) {
  const auto below = [&](std::uint32_t n) { return static_cast<std::uint32_t>(random() % n); };
  Case c;
  c.nodes = 2 + below(6);
  const std::uint32_t edges = below(11);
  for (std::uint32_t i = 0; i < edges; ++i) {
    c.edges.push_back({below(c.nodes), below(c.nodes), below(2) == 1, static_cast<int>(below(4))});
  }
  c.from = below(c.nodes);
  c.to = below(c.nodes);
  c.direction = static_cast<Direction>(below(3));
  c.type = static_cast<int>(below(3));
  c.least = static_cast<int>(below(3));
  c.min = below(4);
  c.max = below(2) == 0 ? 99 : c.min + below(4);
  return c;
}

MemoryGraph graph_of(const Case& c) {
  const MemoryGraph empty;
  LayeredGraph graph(empty);
  for (std::uint32_t i = 0; i < c.nodes; ++i) {
    graph.set_property(graph.create_node(), graph.key("n"), Value(std::int64_t{i}));
  }
  for (const Edge& edge : c.edges) {
    const TypeId type = graph.type(edge.second_type ? "B" : "A");
    const RelationshipId r = graph.create_relationship({edge.from}, type, {edge.to});
    graph.set_property(r, graph.key("w"), Value(std::int64_t{edge.weight}));
  }
  return MemoryGraph(graph);
}

std::string pattern(const Case& c) {
  const std::string types = c.type == 0 ? "" : c.type == 1 ? ":A" : ":B";
  const std::string inside = "[r" + types + " WHERE r.w >= " + std::to_string(c.least) + "]";
  const std::string often =
      "{" + std::to_string(c.min) + "," + (c.max == 99 ? "" : std::to_string(c.max)) + "}";
  return "(x {n: " + std::to_string(c.from) + "})" + (c.direction == Direction::Left ? "<-" : "-") +
         inside + (c.direction == Direction::Right ? "->" : "-") + often +
         "(y {n: " + std::to_string(c.to) + "})";
}

std::vector<Trail> engine(const Case& c, const MemoryGraph& graph, const std::string& selector) {
  std::vector<Trail> result;
  for (const List& row :
       read("MATCH p = " + selector + " " + pattern(c) + " RETURN p", graph).rows) {
    Trail& trail = result.emplace_back();
    for (const RelationshipId r : row[0].path().relationships) trail.push_back(r.value);
  }
  return result;
}

std::vector<std::size_t> lengths(const std::vector<Trail>& trails) {
  std::vector<std::size_t> result;
  for (const Trail& trail : trails) result.push_back(trail.size());
  std::ranges::sort(result);
  return result;
}

// The trails of the first `groups` lengths.
std::vector<Trail> shortest_groups(const std::vector<Trail>& all, std::size_t groups) {
  std::set<std::size_t> sizes;
  for (const Trail& trail : all) sizes.insert(trail.size());
  std::vector<Trail> result;
  for (const Trail& trail : all) {
    const auto rank = std::distance(sizes.begin(), sizes.find(trail.size()));
    if (static_cast<std::size_t>(rank) < groups) result.push_back(trail);
  }
  return result;
}

// "" where the engine agrees with the oracle, else what differs.
std::string disagreement(const Case& c) {
  const MemoryGraph graph = graph_of(c);
  std::vector<Trail> all;
  Trail trail;
  enumerate(c, c.from, trail, all);
  std::ranges::sort(all);
  const auto same = [&](const std::string& selector, std::vector<Trail> expected) {
    std::vector<Trail> found = engine(c, graph, selector);
    std::ranges::sort(found);
    std::ranges::sort(expected);
    return found == expected;
  };
  const auto same_lengths = [&](const std::string& selector, std::size_t k) {
    const std::vector<Trail> found = engine(c, graph, selector);
    std::vector<std::size_t> expected = lengths(all);
    expected.resize(std::min(expected.size(), k));
    const bool exist = std::ranges::all_of(
        found, [&](const Trail& t) { return std::ranges::binary_search(all, t); });
    return exist && lengths(found) == expected &&
           std::set<Trail>(found.begin(), found.end()).size() == found.size();
  };
  if (!same("ALL", all)) return "ALL " + pattern(c);
  if (!same("ALL SHORTEST", shortest_groups(all, 1))) return "ALL SHORTEST " + pattern(c);
  for (const char* counted : {"count(p)", "count(*)"}) {
    const Value found =
        read("MATCH p = ALL SHORTEST " + pattern(c) + " RETURN " + counted, graph).rows[0][0];
    if (found.integer() != static_cast<std::int64_t>(shortest_groups(all, 1).size())) {
      return std::string(counted) + " of ALL SHORTEST " + pattern(c);
    }
  }
  if (!same("SHORTEST 2 GROUPS", shortest_groups(all, 2))) return "GROUPS " + pattern(c);
  if (!same_lengths("ANY SHORTEST", 1)) return "ANY SHORTEST " + pattern(c);
  if (!same_lengths("SHORTEST 3", 3)) return "SHORTEST 3 " + pattern(c);
  return "";
}

void check_cases(int count) {
  std::mt19937 random(7);
  for (int i = 0; i < count; ++i) {
    const std::string difference = disagreement(random_case(random));
    if (difference.empty()) continue;
    FAIL("case " << i << ": " << difference);
  }
  SUCCEED();
}

}  // namespace

TEST_CASE("selectors choose what brute force would", "[cypher]") { check_cases(2'000); }

TEST_CASE("selectors choose what brute force would, 100,000 times", "[cypher][.slow]") {
  check_cases(100'000);
}
