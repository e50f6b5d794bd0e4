// Components by Boost.Graph's disjoint sets, which need no graph of its own kind. The Louvain
// method: Blondel, Guillaume, Lambiotte, Lefebvre, Fast unfolding of communities in large networks,
// 2008. Tested by communities_test.cpp.

#include "query/communities.h"

#include <algorithm>
#include <boost/pending/disjoint_sets.hpp>
#include <numeric>

namespace entente {
namespace {

constexpr std::uint32_t kMostSweeps = 100;
constexpr double kLeastGain = 1e-9;  // in units of weight; less is a rounding error

// Names of parts -> their numbers.
Parts numbered(const std::vector<std::uint32_t>& names) {
  struct Part {
    std::uint32_t size = 0, first = 0, name = 0;
  };
  std::vector<Part> parts(names.size());
  for (std::uint32_t node = 0; node < names.size(); ++node) {
    Part& part = parts[names[node]];
    if (part.size++ == 0) part = {1, node, names[node]};
  }
  std::erase_if(parts, [](const Part& part) { return part.size == 0; });
  std::ranges::sort(parts, [](const Part& a, const Part& b) {
    return a.size != b.size ? a.size > b.size : a.first < b.first;
  });
  std::vector<std::uint32_t> numbers(names.size(), 0);
  Parts result;
  for (const Part& part : parts) {
    result.sizes.push_back(part.size);
    numbers[part.name] = static_cast<std::uint32_t>(result.sizes.size());
  }
  for (const std::uint32_t name : names) result.part.push_back(numbers[name]);
  return result;
}

// A graph whose nodes are groups of nodes.
struct Coarse {
  struct Link {
    std::uint32_t node;
    double weight;
  };
  std::vector<std::uint32_t> first;
  std::vector<Link> links;     // to others
  std::vector<double> within;  // twice the weight inside of each node

  std::uint32_t size() const { return static_cast<std::uint32_t>(within.size()); }
};

Coarse finest(const Projection& graph) {
  Coarse coarse{graph.first, {}, std::vector<double>(graph.size(), 0)};
  coarse.links.reserve(graph.arcs.size());
  for (const Arc& arc : graph.arcs) coarse.links.push_back({arc.node, double{arc.weight}});
  return coarse;
}

// Weights by group, emptied at little cost.
class Sums {
 public:
  explicit Sums(std::size_t size) : sums_(size, 0), known_(size, false) {}

  void add(std::uint32_t group, double weight) {
    if (!known_[group]) groups_.push_back(group);
    known_[group] = true;
    sums_[group] += weight;
  }
  void clear() {
    for (const std::uint32_t group : groups_) {
      sums_[group] = 0;
      known_[group] = false;
    }
    groups_.clear();
  }
  double operator[](std::uint32_t group) const { return sums_[group]; }
  const std::vector<std::uint32_t>& groups() const { return groups_; }  // as they came

 private:
  std::vector<double> sums_;
  std::vector<bool> known_;
  std::vector<std::uint32_t> groups_;
};

// Moves nodes one by one to the neighbouring group that gains most, until none moves. Gives each
// node's group.
std::vector<std::uint32_t> move_nodes(const Coarse& graph, cypher::Meter& meter) {
  std::vector<std::uint32_t> group(graph.size());
  std::iota(group.begin(), group.end(), 0);
  std::vector<double> strength = graph.within;
  for (std::uint32_t node = 0; node < graph.size(); ++node) {
    for (std::uint32_t i = graph.first[node]; i < graph.first[node + 1]; ++i) {
      strength[node] += graph.links[i].weight;
    }
  }
  const double all = std::accumulate(strength.begin(), strength.end(), 0.0);
  std::vector<double> total = strength;  // by group
  Sums sums(graph.size());
  bool moved = all > 0;
  for (std::uint32_t sweep = 0; moved && sweep < kMostSweeps; ++sweep) {
    moved = false;
    for (std::uint32_t node = 0; node < graph.size(); ++node) {
      sums.clear();
      for (std::uint32_t i = graph.first[node]; i < graph.first[node + 1]; ++i) {
        meter.step();
        sums.add(group[graph.links[i].node], graph.links[i].weight);
      }
      const std::uint32_t old = group[node];
      total[old] -= strength[node];
      const auto gain = [&](std::uint32_t to) {
        return sums[to] - total[to] * strength[node] / all;
      };
      std::uint32_t best = old;
      double most = gain(old);
      for (const std::uint32_t to : sums.groups()) {
        if (gain(to) <= most + kLeastGain) continue;
        best = to;
        most = gain(to);
      }
      total[best] += strength[node];
      group[node] = best;
      moved |= best != old;
    }
  }
  return group;
}

// Groups numbered densely, in order of their first nodes. Gives how many there are.
std::uint32_t number_densely(std::vector<std::uint32_t>& group) {
  std::vector<std::uint32_t> number(group.size(), 0);
  std::uint32_t count = 0;
  for (std::uint32_t& one : group) {
    if (number[one] == 0) number[one] = ++count;
    one = number[one] - 1;
  }
  return count;
}

// One node for each group.
Coarse coarser(const Coarse& graph, const std::vector<std::uint32_t>& group, std::uint32_t groups) {
  std::vector<std::vector<std::uint32_t>> members(groups);
  for (std::uint32_t node = 0; node < graph.size(); ++node) members[group[node]].push_back(node);
  Coarse result{{0}, {}, std::vector<double>(groups, 0)};
  Sums sums(groups);
  for (std::uint32_t one = 0; one < groups; ++one) {
    sums.clear();
    for (const std::uint32_t node : members[one]) {
      result.within[one] += graph.within[node];
      for (std::uint32_t i = graph.first[node]; i < graph.first[node + 1]; ++i) {
        sums.add(group[graph.links[i].node], graph.links[i].weight);
      }
    }
    for (const std::uint32_t other : sums.groups()) {
      if (other == one) {
        result.within[one] += sums[one];
      } else {
        result.links.push_back({other, sums[other]});
      }
    }
    result.first.push_back(static_cast<std::uint32_t>(result.links.size()));
  }
  return result;
}

}  // namespace

Parts components(const Projection& graph, cypher::Meter& meter) {
  boost::disjoint_sets_with_storage<> sets(graph.size());
  for (std::uint32_t node = 0; node < graph.size(); ++node) {
    meter.step();
    for (const Arc& arc : graph.of(node)) sets.union_set(node, arc.node);
  }
  std::vector<std::uint32_t> names(graph.size());
  for (std::uint32_t node = 0; node < graph.size(); ++node) {
    names[node] = static_cast<std::uint32_t>(sets.find_set(node));
  }
  return numbered(names);
}

Parts communities(const Projection& graph, cypher::Meter& meter) {
  std::vector<std::uint32_t> names(graph.size());
  std::iota(names.begin(), names.end(), 0);
  for (Coarse coarse = finest(graph);;) {
    std::vector<std::uint32_t> group = move_nodes(coarse, meter);
    const std::uint32_t groups = number_densely(group);
    for (std::uint32_t& name : names) name = group[name];
    if (groups == coarse.size()) break;
    coarse = coarser(coarse, group, groups);
  }
  return numbered(names);
}

}  // namespace entente
