#include "query/search.h"

#include <algorithm>

namespace entente {

Search::Search(const KnowledgeGraph& graph, const Filter& filter)
    : graph_(graph),
      filter_(filter),
      banned_(boost::num_vertices(graph.bgl())),
      banned_first_(banned_.size()) {
  forward_.marks.resize(banned_.size());
  backward_.marks.resize(banned_.size());
}

void Search::ban(const std::vector<Vertex>& vertices, const std::vector<Vertex>& first_steps) {
  std::fill(banned_.begin(), banned_.end(), 0);
  std::fill(banned_first_.begin(), banned_first_.end(), 0);
  for (const Vertex v : vertices) banned_[v] = 1;
  for (const Vertex v : first_steps) banned_first_[v] = 1;
}

// Neighbours come as often as there are facts, from either end of an edge.
template <typename Visit>
void Search::each_neighbour(Vertex v, const Visit& visit) const {
  const KnowledgeGraph::Bgl& bgl = graph_.bgl();
  const auto try_edge = [&](KnowledgeGraph::Edge edge, Vertex neighbour) {
    if (allowed(v, neighbour) && passes(graph_, edge, filter_)) visit(neighbour);
  };
  const auto [out, out_end] = boost::out_edges(v, bgl);
  for (auto edge = out; edge != out_end; ++edge) try_edge(*edge, boost::target(*edge, bgl));
  const auto [in, in_end] = boost::in_edges(v, bgl);
  for (auto edge = in; edge != in_end; ++edge) try_edge(*edge, boost::source(*edge, bgl));
}

bool Search::allowed(Vertex v, Vertex neighbour) const {
  if (v == neighbour || banned_[neighbour] != 0) return false;
  return !(v == from_ && banned_first_[neighbour] != 0) &&
         !(neighbour == from_ && banned_first_[v] != 0);
}

std::size_t Search::frontier_edges(const Side& side) const {
  std::size_t edges = 0;
  for (const Vertex v : side.frontier) {
    edges += boost::out_degree(v, graph_.bgl()) + boost::in_degree(v, graph_.bgl());
  }
  return edges;
}

void Search::start(Side& side, Vertex v) {
  side.frontier.clear();
  side.depth = 0;
  enter(side, v);
}

void Search::enter(Side& side, Vertex v) {
  side.marks[v] = {epoch_, side.depth, false};
  side.frontier.push_back(v);
}

// One whole level further; those of the new level that the other side has seen.
std::vector<Search::Vertex> Search::expand(Side& side, const Side& other) {
  std::vector<Vertex> touching;
  const std::vector<Vertex> frontier = std::move(side.frontier);
  side.frontier.clear();
  ++side.depth;
  for (const Vertex v : frontier) {
    each_neighbour(v, [&](Vertex neighbour) {
      if (seen(side, neighbour)) return;
      enter(side, neighbour);
      if (seen(other, neighbour)) touching.push_back(neighbour);
    });
  }
  return touching;
}

bool Search::run(Vertex from, Vertex to, std::size_t max_hops) {
  ++epoch_;
  from_ = from;
  start(forward_, from);
  start(backward_, to);
  while (forward_.depth + backward_.depth < max_hops) {
    if (forward_.frontier.empty() || backward_.frontier.empty()) return false;
    const bool from_front = frontier_edges(forward_) <= frontier_edges(backward_);
    std::vector<Vertex> touching =
        from_front ? expand(forward_, backward_) : expand(backward_, forward_);
    if (!touching.empty()) {
      mark_routes(std::move(touching));
      return true;
    }
  }
  return false;
}

// From the touching entities back to the first end, level by level.
void Search::mark_routes(std::vector<Vertex> touching) {
  for (const Vertex v : touching) forward_.marks[v].on_route = true;
  for (std::uint32_t level = forward_.depth; level > 0; --level) {
    std::vector<Vertex> before;
    for (const Vertex v : touching) {
      each_neighbour(v, [&](Vertex neighbour) {
        Mark& mark = forward_.marks[neighbour];
        if (!seen(forward_, neighbour) || mark.level + 1 != level || mark.on_route) return;
        mark.on_route = true;
        before.push_back(neighbour);
      });
    }
    touching = std::move(before);
  }
}

// Whether the entity `next` may be number `step` of a shortest route (the first end is number 0).
bool Search::follows(Vertex v, Vertex next, std::size_t step) const {
  if (!allowed(v, next)) return false;
  if (step <= forward_.depth) {
    return seen(forward_, next) && forward_.marks[next].level == step &&
           forward_.marks[next].on_route;
  }
  return seen(backward_, next) &&
         backward_.marks[next].level + step == forward_.depth + backward_.depth;
}

std::vector<Search::Vertex> Search::next_steps(Vertex v, std::size_t step) const {
  std::vector<Vertex> next;
  each_neighbour(v, [&](Vertex neighbour) {
    if (follows(v, neighbour, step)) next.push_back(neighbour);
  });
  std::sort(next.begin(), next.end());
  next.erase(std::unique(next.begin(), next.end()), next.end());
  std::sort(next.begin(), next.end(),
            [&](Vertex a, Vertex b) { return graph_[a].id > graph_[b].id; });
  return next;  // in reverse order: taken from the back
}

std::vector<Search::Route> Search::routes(std::size_t limit) const {
  const std::size_t hops = forward_.depth + backward_.depth;
  std::vector<Route> found;
  Route route = {from_};
  std::vector<std::vector<Vertex>> choices = {next_steps(from_, 1)};
  while (!choices.empty()) {
    if (choices.back().empty()) {
      choices.pop_back();
      route.pop_back();
      continue;
    }
    route.push_back(choices.back().back());
    choices.back().pop_back();
    if (route.size() <= hops) {
      choices.push_back(next_steps(route.back(), route.size()));
      continue;
    }
    found.push_back(route);
    if (found.size() == limit) break;
    route.pop_back();
  }
  return found;
}

Search::Component Search::component(Vertex from, Vertex to) {
  ++epoch_;
  from_ = from;
  start(forward_, from);
  Component component{1, false};
  while (!forward_.frontier.empty()) {
    expand(forward_, backward_);  // the other side has seen nothing in this epoch
    component.size += forward_.frontier.size();
  }
  component.has_target = seen(forward_, to);
  return component;
}

}  // namespace entente
