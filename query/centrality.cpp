// Betweenness is Brandes' algorithm (A faster algorithm for betweenness centrality, 2001), sampled
// as by Brandes and Pich (Centrality estimation in large networks, 2007): starting nodes by chance,
// the result scaled up. Tested by centrality_test.cpp.

#include "query/centrality.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <queue>
#include <random>

namespace entente {
namespace {

constexpr double kDamping = 0.85;
constexpr double kTolerance = 1e-8;  // of all ranks together
constexpr int kMostRounds = 100;
constexpr std::uint64_t kMostSteps = 100'000'000;  // arcs that exact betweenness may walk
constexpr std::uint32_t kFewestSamples = 16;

// The shortest paths from one node, and what they add to the scores. An array for each quantity,
// kept from one start to the next.
class Search {
 public:
  Search(const Projection& graph, bool weighted, cypher::Meter& meter)
      : graph_(graph),
        weighted_(weighted),
        meter_(meter),
        distance_(graph.size(), kFar),
        paths_(graph.size(), 0),
        share_(graph.size(), 0) {}

  void add(std::uint32_t start, std::vector<double>& scores) {
    for (const std::uint32_t node : order_) {
      distance_[node] = kFar;
      paths_[node] = 0;
      share_[node] = 0;
    }
    order_.clear();
    distance_[start] = 0;
    paths_[start] = 1;
    weighted_ ? walk_by_length(start) : walk_by_steps(start);
    // The farthest first: what a node passes on is known before it is asked for.
    for (auto node = order_.rbegin(); node != order_.rend(); ++node) {
      for (const Arc& arc : graph_.of(*node)) {
        if (is_shortest(*node, arc)) {
          share_[*node] += paths_[*node] / paths_[arc.node] * (1 + share_[arc.node]);
        }
      }
      if (*node != start) scores[*node] += share_[*node];
    }
  }

 private:
  static constexpr double kFar = std::numeric_limits<double>::infinity();

  double length(const Arc& arc) const { return weighted_ ? 1.0 / double{arc.weight} : 1.0; }
  bool is_shortest(std::uint32_t from, const Arc& arc) const {
    return distance_[arc.node] == distance_[from] + length(arc);
  }

  void walk_by_steps(std::uint32_t start) {
    order_.push_back(start);
    for (std::size_t i = 0; i < order_.size(); ++i) {
      const std::uint32_t node = order_[i];
      for (const Arc& arc : graph_.of(node)) {
        meter_.step();
        if (distance_[arc.node] == kFar) {
          distance_[arc.node] = distance_[node] + 1;
          order_.push_back(arc.node);
        }
        if (is_shortest(node, arc)) paths_[arc.node] += paths_[node];
      }
    }
  }

  void walk_by_length(std::uint32_t start) {
    using Entry = std::pair<double, std::uint32_t>;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
    queue.emplace(0.0, start);
    while (!queue.empty()) {
      const auto [distance, node] = queue.top();
      queue.pop();
      if (distance != distance_[node]) continue;  // was reached by a shorter way since
      order_.push_back(node);
      for (const Arc& arc : graph_.of(node)) {
        meter_.step();
        const double reached = distance + length(arc);
        if (reached < distance_[arc.node]) {
          distance_[arc.node] = reached;
          paths_[arc.node] = 0;
          queue.emplace(reached, arc.node);
        }
        if (reached == distance_[arc.node]) paths_[arc.node] += paths_[node];
      }
    }
  }

  const Projection& graph_;
  bool weighted_;
  cypher::Meter& meter_;
  std::vector<double> distance_;
  std::vector<double> paths_;         // shortest ones from the start
  std::vector<double> share_;         // of the paths to nodes behind
  std::vector<std::uint32_t> order_;  // nodes that were reached, nearest first
};

// Nodes from which something can be reached.
std::vector<std::uint32_t> starts_of(const Projection& graph) {
  std::vector<std::uint32_t> starts;
  for (std::uint32_t node = 0; node < graph.size(); ++node) {
    if (!graph.of(node).empty()) starts.push_back(node);
  }
  return starts;
}

// `count` of them, by chance that is the same everywhere.
void sample(std::vector<std::uint32_t>& starts, std::size_t count) {
  std::mt19937_64 random(1);
  for (std::size_t i = 0; i < count; ++i) {
    std::swap(starts[i], starts[i + random() % (starts.size() - i)]);
  }
  starts.resize(count);
  std::ranges::sort(starts);
}

}  // namespace

std::vector<double> degree(const Projection& graph) {
  std::vector<double> sums(graph.size(), 0);
  for (std::uint32_t node = 0; node < graph.size(); ++node) {
    for (const Arc& arc : graph.of(node)) sums[node] += double{arc.weight};
  }
  return sums;
}

std::vector<double> page_rank(const Projection& incoming, cypher::Meter& meter) {
  const std::uint32_t size = incoming.size();
  const double share = 1.0 / std::max<double>(size, 1);
  std::vector<double> outgoing(size, 0), ranks(size, share), given(size), next(size);
  for (const Arc& arc : incoming.arcs) outgoing[arc.node] += double{arc.weight};
  for (int round = 0; round < kMostRounds; ++round) {
    double stuck = 0;  // rank of nodes without a way out goes to all
    for (std::uint32_t node = 0; node < size; ++node) {
      if (outgoing[node] > 0) {
        given[node] = ranks[node] / outgoing[node];
      } else {
        stuck += ranks[node];
      }
    }
    double change = 0;
    for (std::uint32_t node = 0; node < size; ++node) {
      meter.step();
      double sum = 0;
      for (const Arc& arc : incoming.of(node)) sum += given[arc.node] * double{arc.weight};
      next[node] = (1 - kDamping) * share + kDamping * (sum + stuck * share);
      change += std::abs(next[node] - ranks[node]);
    }
    ranks.swap(next);
    if (change < kTolerance) break;
  }
  return ranks;
}

Betweenness betweenness(const Projection& graph, const BetweennessOptions& options,
                        cypher::Meter& meter) {
  Betweenness result{std::vector<double>(graph.size(), 0)};
  std::vector<std::uint32_t> starts = starts_of(graph);
  const std::size_t all = starts.size();
  if (all == 0) return result;
  const std::uint64_t once = graph.arcs.size() + all;
  std::size_t wanted = options.samples;
  if (wanted == 0) wanted = std::max<std::size_t>(kFewestSamples, kMostSteps / once);
  if (wanted < all) {
    sample(starts, wanted);
    result.exact = false;
  }
  Search search(graph, options.weighted, meter);
  for (const std::uint32_t start : starts) search.add(start, result.scores);
  double scale = static_cast<double>(all) / static_cast<double>(starts.size());
  if (!options.directed) scale /= 2;  // each pair was found from both ends
  for (double& score : result.scores) score *= scale;
  return result;
}

}  // namespace entente
