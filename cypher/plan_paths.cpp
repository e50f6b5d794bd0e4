// The part of the planner that deals with repeated patterns and selectors.

#include <algorithm>

#include "cypher/match_planner.h"
#include "cypher/segments.h"
#include "cypher/shortest_path.h"

namespace entente::cypher {
namespace {

// `all(x IN relationships(p) WHERE ...)` over the path or the list of relationships of a search.
const Quantifier* universal(const Predicate& predicate, Slot path, Slot relationships) {
  const auto* e = std::get_if<const Expression*>(&predicate.test);
  const auto* quantifier = e ? as<Quantifier>(**e) : nullptr;
  if (!quantifier || quantifier->kind != Quantifier::Kind::All || !quantifier->where)
    return nullptr;
  const Expression* list = quantifier->list.get();
  Slot wanted = relationships;
  if (const auto* call = as<FunctionCall>(*list)) {
    if (call->function != find_function("relationships")) return nullptr;
    list = call->arguments[0].get();
    wanted = path;
  }
  const auto* variable = as<Variable>(*list);
  return variable && variable->slot == wanted ? quantifier : nullptr;
}

}  // namespace

// The repeated part in the order of walking.
TrailPattern MatchPlanner::trail(const Leg& leg, bool backward) const {
  TrailPattern pattern;
  pattern.from = backward ? leg.right->slot : leg.left->slot;
  pattern.to = backward ? leg.left->slot : leg.right->slot;
  pattern.backward = backward;
  pattern.bounds = bounds_of(*leg.segment);
  pattern.relationships = relationships_slot(*leg.segment);
  pattern.others = relationships_;
  std::vector<Predicate> predicates = inner_predicates(*leg.segment);
  const auto hop_of = [&](const RelationshipPattern& relationship, Slot slot, Slot node) {
    return Hop{backward ? reversed(relationship.direction) : relationship.direction,
               relationship.types ? &*relationship.types : nullptr, slot, node};
  };
  if (const auto* relationship = std::get_if<RelationshipPattern>(leg.segment)) {
    pattern.hops.push_back(hop_of(*relationship, relationship->each_slot, kNoSlot));
    pattern.hops[0].predicates = std::move(predicates);
    return pattern;
  }
  const QuantifiedGroup& group = std::get<QuantifiedGroup>(*leg.segment);
  const PathPattern& path = *group.path;
  const std::size_t length = path.segments.size();
  std::vector<Slot> nodes;  // in order of walking
  for (const NodePattern& node : path.nodes) nodes.push_back(node.slot);
  if (backward) std::ranges::reverse(nodes);
  pattern.first_node = nodes[0];
  for (std::size_t i = 0; i < length; ++i) {
    const Segment& segment = path.segments[backward ? length - 1 - i : i];
    const auto& relationship = std::get<RelationshipPattern>(segment);
    pattern.hops.push_back(hop_of(relationship, relationship.slot, nodes[i + 1]));
  }
  for (const QuantifiedGroup::Variable& variable : group.variables) {
    const auto node = std::ranges::find(nodes, variable.inner);
    if (node != nodes.end()) {
      pattern.collected.push_back(
          {variable.outer, true, static_cast<std::size_t>(node - nodes.begin())});
      continue;
    }
    const auto hop = std::ranges::find(pattern.hops, variable.inner, &Hop::relationship);
    pattern.collected.push_back(
        {variable.outer, false, static_cast<std::size_t>(hop - pattern.hops.begin())});
  }
  // Each condition is checked at the first hop that completes what it needs.
  for (Predicate& predicate : predicates) {
    std::size_t last = 0;  // hops that must have been taken
    for (std::size_t i = 0; i < length; ++i) {
      if (predicate.needs.contains(pattern.hops[i].relationship) ||
          predicate.needs.contains(pattern.hops[i].node)) {
        last = i + 1;
      }
    }
    auto& checked = last == 0 ? pattern.start_predicates : pattern.hops[last - 1].predicates;
    checked.push_back(std::move(predicate));
  }
  return pattern;
}

void MatchPlanner::build_path(const PathPattern& path) {
  std::vector<Slot> relationships;
  for (const Segment& segment : path.segments) relationships.push_back(relationships_slot(segment));
  plan_ = std::make_unique<BuildPath>(std::move(plan_), path.slot, path.variable,
                                      path.nodes[0].slot, std::move(relationships));
  bind(path.slot);
  check_ready();
}

// For shortestPath(), conditions of WHERE on every relationship are checked at each step.
void MatchPlanner::push_into(TrailPattern& trail, const PathPattern& path) {
  if (!path.selector.function) return;
  std::erase_if(predicates_, [&](const Predicate& predicate) {
    const Quantifier* quantifier = universal(predicate, path.slot, trail.relationships);
    if (!quantifier) return false;
    Predicate each{quantifier->where.get(), {}};
    add_used_slots(*quantifier->where, each.needs);
    each.needs.erase(quantifier->slot);
    if (!are_bound(each.needs)) return false;
    trail.hops[0].aliases.push_back(quantifier->slot);
    trail.hops[0].predicates.push_back(std::move(each));
    return true;
  });
}

// A selector over a path: first its ends, then what lies between.
void MatchPlanner::select(const PathPattern& path) {
  for (const NodePattern* end : {&path.nodes.front(), &path.nodes.back()}) {
    add_predicates(*end, predicates_);
    if (!is_bound(end->slot)) scan(*end);
    check_ready();
  }
  if (path.segments.size() == 1 && is_repeated(path.segments[0])) {
    search_trails(path);
  } else {
    choose_matches(path);
  }
  check_ready();
}

// One repeated part: a search that knows what it is looking for.
void MatchPlanner::search_trails(const PathPattern& path) {
  ShortestPath::Search search;
  search.pattern = trail({&path.segments[0], &path.nodes[0], &path.nodes[1]}, false);
  search.pattern.to_bound = true;
  search.kind = path.selector.kind;
  search.count = path.selector.count.get();
  search.path = path.slot;
  if (path.where) add_predicates(*path.where, search.accept);
  push_into(search.pattern, path);
  for (const Slot slot : introduced({&path})) bind(slot);
  if (path.selector.function) {
    const auto part_of_search = [&](const Predicate& predicate) {
      return are_bound(predicate.needs);
    };
    std::ranges::copy_if(predicates_, std::back_inserter(search.accept), part_of_search);
    std::erase_if(predicates_, part_of_search);
  }
  relationships_.push_back(search.pattern.relationships);
  plan_ = std::make_unique<ShortestPath>(std::move(plan_), std::move(search), shown(path));
}

// Any other pattern: all its matches, then the choice.
void MatchPlanner::choose_matches(const PathPattern& path) {
  MatchPlanner inner(execution_);
  inner.plan_ = std::make_unique<Start>();
  inner.unbound_ = unbound_;
  inner.relationships_ = relationships_;
  inner.add(path);
  inner.walk_all();
  if (path.slot != kNoSlot) inner.build_path(path);
  inner.check_ready();

  SelectPaths::Choice choice;
  choice.kind = path.selector.kind;
  choice.count = path.selector.count.get();
  choice.first = path.nodes.front().slot;
  choice.last = path.nodes.back().slot;
  choice.introduced = introduced({&path});
  for (const Segment& segment : path.segments) {
    choice.relationships.push_back(relationships_slot(segment));
  }
  for (const Slot slot : choice.introduced) bind(slot);
  relationships_.insert(relationships_.end(), choice.relationships.begin(),
                        choice.relationships.end());
  plan_ = std::make_unique<SelectPaths>(std::move(plan_), std::move(inner.plan_), std::move(choice),
                                        shown(path));
}

}  // namespace entente::cypher
