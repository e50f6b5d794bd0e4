#include "extract/tree.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace entente {
namespace {

constexpr double kNever = -std::numeric_limits<double>::infinity();
constexpr float kLargest = 1e6F;

// Nodes 0 (the root) to size - 1; score(child, head).
struct Graph {
  explicit Graph(std::size_t nodes) : size(nodes), scores(nodes * nodes, kNever) {}
  double& at(std::size_t child, std::size_t head) { return scores[child * size + head]; }
  double at(std::size_t child, std::size_t head) const { return scores[child * size + head]; }
  std::size_t size;
  std::vector<double> scores;
};

std::vector<std::size_t> best_heads(const Graph& graph) {
  std::vector<std::size_t> heads(graph.size, 0);
  for (std::size_t child = 1; child < graph.size; ++child) {
    for (std::size_t head = 1; head < graph.size; ++head) {
      if (graph.at(child, head) > graph.at(child, heads[child])) heads[child] = head;
    }
  }
  return heads;
}

// Nodes of one cycle; empty = there is none.
std::vector<std::size_t> cycle_of(const std::vector<std::size_t>& heads) {
  std::vector<std::size_t> seen(heads.size(), 0);
  for (std::size_t start = 1; start < heads.size(); ++start) {
    std::size_t node = start;
    while (node != 0 && seen[node] == 0) {
      seen[node] = start;
      node = heads[node];
    }
    if (node == 0 || seen[node] != start) continue;
    std::vector<std::size_t> cycle = {node};
    for (std::size_t next = heads[node]; next != node; next = heads[next]) cycle.push_back(next);
    return cycle;
  }
  return {};
}

// Chu-Liu and Edmonds: a cycle becomes one node, whose tree tells where the cycle is broken.
std::vector<std::size_t> maximal_tree(const Graph& graph) {
  std::vector<std::size_t> heads = best_heads(graph);
  const std::vector<std::size_t> cycle = cycle_of(heads);
  if (cycle.empty()) return heads;
  std::vector<bool> inside(graph.size, false);
  for (const std::size_t node : cycle) inside[node] = true;
  std::vector<std::size_t> kept;  // nodes of the smaller graph; the cycle comes last
  for (std::size_t node = 0; node < graph.size; ++node) {
    if (!inside[node]) kept.push_back(node);
  }
  Graph smaller(kept.size() + 1);
  const std::size_t whole = kept.size();
  std::vector<std::size_t> enters(kept.size(), cycle.front());  // by head: node of the cycle
  std::vector<std::size_t> leaves(kept.size(), cycle.front());  // by child: node of the cycle
  for (std::size_t k = 0; k < kept.size(); ++k) {
    for (std::size_t j = 0; j < kept.size(); ++j) {
      if (k != j) smaller.at(k, j) = graph.at(kept[k], kept[j]);
    }
    double best_entry = kNever;
    for (const std::size_t node : cycle) {
      if (graph.at(kept[k], node) > smaller.at(k, whole)) {
        smaller.at(k, whole) = graph.at(kept[k], node);
        leaves[k] = node;
      }
      const double entry = graph.at(node, kept[k]) - graph.at(node, heads[node]);
      if (entry > best_entry) {
        best_entry = entry;
        enters[k] = node;
      }
    }
    smaller.at(whole, k) = best_entry;
  }
  const std::vector<std::size_t> found = maximal_tree(smaller);
  for (std::size_t k = 1; k < kept.size(); ++k)
    heads[kept[k]] = found[k] == whole ? leaves[k] : kept[found[k]];
  heads[enters[found[whole]]] = kept[found[whole]];
  return heads;
}

}  // namespace

std::vector<std::uint32_t> best_tree(const std::vector<float>& scores, std::size_t words) {
  Graph graph(words + 1);
  for (std::size_t child = 1; child <= words; ++child) {
    for (std::size_t head = 0; head <= words; ++head) {
      const float score = scores[(child - 1) * (words + 1) + head];
      if (head != child)
        graph.at(child, head) =
            std::isnan(score) ? -kLargest : std::clamp(score, -kLargest, kLargest);
    }
  }
  std::vector<std::size_t> heads = best_heads(graph);
  const auto roots = std::count(heads.begin() + 1, heads.end(), std::size_t{0});
  if (roots != 1 || !cycle_of(heads).empty()) {
    // Arcs from the root cost more than any tree can gain by a second one.
    const double cost = 2.0 * kLargest * static_cast<double>(words + 1);
    for (std::size_t child = 1; child <= words; ++child) graph.at(child, 0) -= cost;
    heads = maximal_tree(graph);
  }
  std::vector<std::uint32_t> result;
  for (std::size_t child = 1; child <= words; ++child)
    result.push_back(static_cast<std::uint32_t>(heads[child]));
  return result;
}

}  // namespace entente
