#include "query/facts.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "graph/ledger.h"

namespace entente {
namespace {

using Edge = KnowledgeGraph::Edge;
using Vertex = KnowledgeGraph::Vertex;

void sort_by_time(const KnowledgeGraph& graph, std::vector<Edge>& facts) {
  std::sort(facts.begin(), facts.end(),
            [&](Edge a, Edge b) { return earlier(graph[a], graph[b]); });
}

}  // namespace

bool earlier(const Fact& a, const Fact& b) {
  if (a.when.has_value() != b.when.has_value()) return a.when.has_value();
  if (a.when != b.when) return a.when < b.when;
  return a.id < b.id;
}

std::vector<Edge> facts_in_time(const KnowledgeGraph& graph, std::optional<Vertex> entity,
                                const Filter& filter) {
  std::vector<Edge> facts;
  const auto add = [&](Edge edge) {
    if (passes(graph, edge, filter)) facts.push_back(edge);
  };
  if (entity) {
    const auto out = boost::out_edges(*entity, graph.bgl());
    std::for_each(out.first, out.second, add);
    const auto in = boost::in_edges(*entity, graph.bgl());
    std::for_each(in.first, in.second, [&](Edge edge) {
      if (boost::source(edge, graph.bgl()) != *entity) add(edge);  // a loop was seen going out
    });
  } else {
    std::for_each(graph.edges_by_id().begin(), graph.edges_by_id().end(), add);
  }
  sort_by_time(graph, facts);
  return facts;
}

std::vector<Edge> facts_between(const KnowledgeGraph& graph, Vertex a, Vertex b,
                                const Filter& filter) {
  std::vector<Edge> facts = facts_in_time(graph, a, filter);
  std::erase_if(facts, [&](Edge edge) { return other_end(graph, edge, a) != b; });
  return facts;
}

Filter meetings(const Filter& filter) {
  Filter only = filter;
  if (only.relations.empty()) only.relations = {"met-with"};
  return only;
}

Vertex other_end(const KnowledgeGraph& graph, Edge edge, Vertex entity) {
  const Vertex source = boost::source(edge, graph.bgl());
  return source == entity ? boost::target(edge, graph.bgl()) : source;
}

// A sentence tells more than a line of the ledger.
const Evidence& best_evidence(const Fact& fact) {
  static const Evidence kNone;
  if (fact.evidence.empty()) return kNone;
  const auto rank = [](const Evidence& evidence) {
    return std::pair(!is_of_reader(evidence), evidence.confidence);
  };
  return *std::max_element(fact.evidence.begin(), fact.evidence.end(),
                           [&](const Evidence& a, const Evidence& b) { return rank(a) < rank(b); });
}

}  // namespace entente
