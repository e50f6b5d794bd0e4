// The algorithms on whole graphs as procedures. Tested by procedures_test.cpp.

#include <algorithm>
#include <array>
#include <numeric>
#include <span>

#include "query/centrality.h"
#include "query/communities.h"
#include "query/procedures_internal.h"

namespace entente {

using cypher::List;
using cypher::Surroundings;
using cypher::Type;
using cypher::Value;

namespace {

using Direction = ProjectionOptions::Direction;

constexpr std::array<std::string_view, 7> kOptions = {"relations", "status",    "since",  "until",
                                                      "weight",    "direction", "samples"};
constexpr std::span kBetweennessOptions(kOptions);
constexpr std::span kScoreOptions = kBetweennessOptions.first<6>();
constexpr std::span kPartOptions = kBetweennessOptions.first<5>();  // parts have no direction

Direction direction_of(const OptionMap& options) {
  const std::string word = options.choice("direction", {"both", "out", "in"});
  return word == "out" ? Direction::Out : word == "in" ? Direction::In : Direction::Both;
}

ProjectionOptions projection_options(const OptionMap& options) {
  ProjectionOptions result;
  result.relations = options.texts("relations");
  result.status =
      options.choice("status", {"all", "happened", "planned", "denied", "hypothetical"});
  if (result.status == "all") result.status.clear();
  result.since = options.first_day("since");
  result.until = options.last_day("until");
  result.weight = options.text("weight");
  return result;
}

// The highest score first, of equals the smaller node.
std::vector<List> score_rows(const Projection& graph, const std::vector<double>& scores) {
  std::vector<std::uint32_t> order(graph.size());
  std::iota(order.begin(), order.end(), 0);
  std::ranges::stable_sort(order, [&](auto a, auto b) { return scores[a] > scores[b]; });
  std::vector<List> rows;
  rows.reserve(order.size());
  for (const std::uint32_t node : order) {
    rows.push_back({Value(graph.nodes[node]), Value(scores[node])});
  }
  return rows;
}

std::vector<List> part_rows(const Projection& graph, const Parts& parts) {
  std::vector<std::uint32_t> order(graph.size());
  std::iota(order.begin(), order.end(), 0);
  std::ranges::stable_sort(order, {}, [&](auto node) { return parts.part[node]; });
  std::vector<List> rows;
  rows.reserve(order.size());
  for (const std::uint32_t node : order) {
    const std::uint32_t part = parts.part[node];
    rows.push_back({Value(graph.nodes[node]), Value(std::int64_t{part}),
                    Value(std::int64_t{parts.sizes[part - 1]})});
  }
  return rows;
}

std::vector<List> call_degree(Surroundings& around, cypher::Arguments arguments) {
  const OptionMap map(arguments[0], kScoreOptions);
  ProjectionOptions options = projection_options(map);
  options.direction = direction_of(map);
  const Projection graph = project(around.graph, options, around.meter);
  return score_rows(graph, degree(graph));
}

std::vector<List> call_page_rank(Surroundings& around, cypher::Arguments arguments) {
  const OptionMap map(arguments[0], kScoreOptions);
  ProjectionOptions options = projection_options(map);
  const Direction flow = direction_of(map);
  // Rank is gathered: the arcs that are wanted lead against its flow.
  options.direction = flow == Direction::Out  ? Direction::In
                      : flow == Direction::In ? Direction::Out
                                              : Direction::Both;
  const Projection incoming = project(around.graph, options, around.meter);
  return score_rows(incoming, page_rank(incoming, around.meter));
}

std::vector<List> call_betweenness(Surroundings& around, cypher::Arguments arguments) {
  const OptionMap map(arguments[0], kBetweennessOptions);
  ProjectionOptions options = projection_options(map);
  options.direction = direction_of(map);
  const Projection graph = project(around.graph, options, around.meter);
  BetweennessOptions how;
  how.weighted = !options.weight.empty();
  how.directed = options.direction != Direction::Both;
  how.samples = static_cast<std::uint32_t>(
      std::min<std::int64_t>(map.count("samples").value_or(0), std::int64_t{0xffffffff}));
  const Betweenness result = betweenness(graph, how, around.meter);
  std::vector<List> rows = score_rows(graph, result.scores);
  for (List& row : rows) row.emplace_back(result.exact);
  return rows;
}

template <typename Divide>
auto call_parts(const Divide& divide) {
  return [divide](Surroundings& around, cypher::Arguments arguments) {
    const OptionMap map(arguments[0], kPartOptions);
    const Projection graph = project(around.graph, projection_options(map), around.meter);
    return part_rows(graph, divide(graph, around.meter));
  };
}

}  // namespace

void add_graph_procedures(cypher::Procedures& procedures) {
  const cypher::Procedure::Field options{"options", cypher::only(Type::Map)};
  const cypher::Procedure::Field node{"node", cypher::only(Type::Node)};
  const cypher::Procedure::Field score{"score", cypher::only(Type::Float)};
  const auto whole = cypher::only(Type::Integer);
  const std::string common = "; options: relations, status, since, until, weight";
  procedures.add({"entente.degree",
                  {options},
                  {node, score},
                  call_degree,
                  1,
                  "how many facts a node has" + common + ", direction"});
  procedures.add({"entente.pagerank",
                  {options},
                  {node, score},
                  call_page_rank,
                  1,
                  "how well a node is connected with well-connected ones; all scores add up to 1" +
                      common + ", direction"});
  procedures.add({"entente.betweenness",
                  {options},
                  {node, score, {"exact", cypher::only(Type::Boolean)}},
                  call_betweenness,
                  1,
                  "on how many shortest paths a node lies; sampled in large graphs" + common +
                      ", direction, samples"});
  procedures.add({"entente.components",
                  {options},
                  {node, {"component", whole}, {"size", whole}},
                  call_parts(components),
                  1,
                  "which nodes hang together; 1 is the largest" + common});
  procedures.add({"entente.communities",
                  {options},
                  {node, {"community", whole}, {"size", whole}},
                  call_parts(communities),
                  1,
                  "which nodes are close to each other, by the Louvain method" + common});
}

}  // namespace entente
