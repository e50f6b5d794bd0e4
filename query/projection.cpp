// Tested by projection_test.cpp.

#include "query/projection.h"

#include <algorithm>
#include <limits>
#include <set>

#include "cypher/error.h"
#include "query/news_graph.h"

namespace entente {
namespace {

using cypher::KeyId;
using cypher::RelationshipId;
using cypher::TypeId;
using cypher::Value;
using Direction = ProjectionOptions::Direction;

constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

// Which relationships count, and how much.
class Weighing {
 public:
  Weighing(const cypher::PropertyGraph& graph, const ProjectionOptions& options)
      : graph_(graph),
        options_(options),
        status_(graph.find_key("status")),
        date_(graph.find_key("date")),
        until_(graph.find_key("until")) {
    for (const std::string& relation : options.relations) {
      if (const auto type = graph.find_type(type_of_relation(relation))) types_.insert(*type);
    }
    if (options.weight.empty()) return;
    weight_ = graph.find_key(options.weight);
    if (weight_) return;
    throw cypher::Failure{
        cypher::ErrorType::ArgumentError, "InvalidArgumentValue",
        "found the weight \"" + options.weight + "\", which no relationship has as a property"};
  }

  // 0 = it does not count.
  float operator()(RelationshipId relationship, TypeId type) const {
    if (!options_.relations.empty() && !types_.contains(type)) return 0;
    if (!options_.status.empty() && !has_status(relationship)) return 0;
    if ((options_.since || options_.until) && !in_time(relationship)) return 0;
    if (!weight_) return 1;
    const Value weight = graph_.property(relationship, *weight_);
    if (!weight.is_number()) return 0;
    const auto number = static_cast<float>(weight.number());
    return number > 0 && number <= std::numeric_limits<float>::max() ? number : 0;
  }

 private:
  bool has_status(RelationshipId relationship) const {
    if (!status_) return false;
    const Value status = graph_.property(relationship, *status_);
    return status.is(cypher::Type::String) && status.string() == options_.status;
  }

  std::optional<std::int64_t> day(RelationshipId relationship, std::optional<KeyId> key) const {
    if (!key) return std::nullopt;
    const Value value = graph_.property(relationship, *key);
    if (!value.is(cypher::Type::Date)) return std::nullopt;
    return value.date().days;
  }

  bool in_time(RelationshipId relationship) const {
    const auto first = day(relationship, date_);
    if (!first) return false;
    const auto last = day(relationship, until_).value_or(*first);
    return (!options_.since || last >= options_.since->time_since_epoch().count()) &&
           (!options_.until || *first <= options_.until->time_since_epoch().count());
  }

  const cypher::PropertyGraph& graph_;
  const ProjectionOptions& options_;
  std::set<TypeId> types_;
  std::optional<KeyId> status_, date_, until_, weight_;
};

// Numbers of the nodes that take part, by NodeId; kNone = it does not.
std::vector<std::uint32_t> number_nodes(const cypher::PropertyGraph& graph, Projection& projection,
                                        cypher::Meter& meter) {
  const auto article = graph.find_label("Article");
  std::vector<std::uint32_t> numbers(graph.node_bound(), kNone);
  for (std::uint32_t i = 0; i < graph.node_bound(); ++i) {
    meter.step();
    const cypher::NodeId node{i};
    if (!graph.exists(node)) continue;
    if (article && std::ranges::binary_search(graph.labels(node), *article)) continue;
    numbers[i] = projection.size();
    projection.nodes.push_back(node);
  }
  return numbers;
}

struct Line {
  std::uint32_t from, to;
  float weight;
};

std::vector<Line> lines_of(const cypher::PropertyGraph& graph, const Weighing& weighing,
                           const std::vector<std::uint32_t>& numbers, cypher::Meter& meter) {
  std::vector<Line> lines;
  for (std::uint32_t i = 0; i < graph.relationship_bound(); ++i) {
    meter.step();
    const RelationshipId relationship{i};
    if (!graph.exists(relationship)) continue;
    const cypher::Ends ends = graph.ends(relationship);
    const std::uint32_t from = numbers[ends.start.value], to = numbers[ends.end.value];
    if (from == kNone || to == kNone || from == to) continue;
    const float weight = weighing(relationship, ends.type);
    if (weight > 0) lines.push_back({from, to, weight});
  }
  return lines;
}

// Arcs that lead to the same node become one.
void merge_parallel(Projection& projection) {
  std::uint32_t kept = 0;
  for (std::uint32_t node = 0; node < projection.size(); ++node) {
    const std::uint32_t begin = projection.first[node], end = projection.first[node + 1];
    std::sort(projection.arcs.begin() + begin, projection.arcs.begin() + end,
              [](const Arc& a, const Arc& b) {
                return a.node != b.node ? a.node < b.node : a.weight < b.weight;
              });
    projection.first[node] = kept;
    for (std::uint32_t i = begin; i < end; ++i) {
      if (i > begin && projection.arcs[i].node == projection.arcs[kept - 1].node) {
        projection.arcs[kept - 1].weight += projection.arcs[i].weight;
      } else {
        projection.arcs[kept++] = projection.arcs[i];
      }
    }
  }
  projection.first.back() = kept;
  projection.arcs.resize(kept);
}

}  // namespace

Projection project(const cypher::PropertyGraph& graph, const ProjectionOptions& options,
                   cypher::Meter& meter) {
  Projection projection;
  const auto numbers = number_nodes(graph, projection, meter);
  const auto lines = lines_of(graph, Weighing(graph, options), numbers, meter);
  projection.first.assign(projection.nodes.size() + 1, 0);
  const bool out = options.direction != Direction::In, in = options.direction != Direction::Out;
  for (const Line& line : lines) {
    if (out) ++projection.first[line.from + 1];
    if (in) ++projection.first[line.to + 1];
  }
  for (std::size_t i = 1; i < projection.first.size(); ++i) {
    projection.first[i] += projection.first[i - 1];
  }
  projection.arcs.resize(projection.first.back());
  std::vector<std::uint32_t> next(projection.first.begin(), projection.first.end() - 1);
  for (const Line& line : lines) {
    if (out) projection.arcs[next[line.from]++] = {line.to, line.weight};
    if (in) projection.arcs[next[line.to]++] = {line.from, line.weight};
  }
  merge_parallel(projection);
  return projection;
}

}  // namespace entente
