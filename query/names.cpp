#include "query/names.h"

#include <algorithm>
#include <tuple>

#include "base/error.h"
#include "base/utf8.h"
#include "graph/name_key.h"
#include "query/suggest.h"

namespace entente {
namespace {

using Vertex = KnowledgeGraph::Vertex;

enum class Match { Exact, Words, None };

Match match(const Entity& entity, std::string_view wanted) {
  Match best = Match::None;
  const auto compare = [&](const std::string& name) {
    const std::string folded = fold(name);
    if (folded == wanted || without_titles(folded) == without_titles(wanted)) {
      best = Match::Exact;
    } else if (best == Match::None && has_words(folded, without_titles(wanted))) {
      best = Match::Words;
    }
  };
  compare(entity.name);
  for (const std::string& alias : entity.aliases) {
    if (best != Match::Exact) compare(alias);
  }
  return best;
}

struct Found {
  Match match;
  Vertex entity;
};

// Best first: by match, then mentions, then id.
std::vector<Found> search(const KnowledgeGraph& graph, std::string_view text) {
  if (const std::optional<Vertex> entity = graph.find(text)) return {{Match::Exact, *entity}};
  const std::string wanted = fold(text);
  std::vector<Found> found;
  if (wanted.empty()) return found;
  for (const Vertex entity : graph.vertices_by_id()) {
    const Match how = match(graph[entity], wanted);
    if (how != Match::None) found.push_back({how, entity});
  }
  std::stable_sort(found.begin(), found.end(), [&](const Found& a, const Found& b) {
    return std::tuple(a.match, graph[b.entity].mentions) <
           std::tuple(b.match, graph[a.entity].mentions);
  });
  return found;
}

std::string in_quotes(std::string_view text) { return '"' + printable(text) + '"'; }

constexpr std::size_t kShown = 10;  // candidates

// `first`: at most kShown of them.
[[noreturn]] void throw_ambiguous(std::string_view text, std::size_t candidates,
                                  const std::vector<Entity>& first) {
  std::string message = in_quotes(text) + " may be any of " + std::to_string(candidates) +
                        "; say which by more of the name or by the id:";
  for (std::size_t i = 0; i < first.size(); ++i) {
    const Entity& entity = first[i];
    message += "\n  " + std::to_string(i + 1) + ". " + printable(entity.name) + " (" +
               printable(entity.type) + ", " + std::to_string(entity.articles.size()) +
               (entity.articles.size() == 1 ? " article" : " articles") + ")  " +
               printable(entity.id);
  }
  if (candidates > first.size()) message += "\n  ...";
  throw Error(Fault::Usage, message);
}

// The runs of as many words of `name` as `wanted` has: what a slip in a part of a name is compared
// with.
std::size_t nearest_run(std::string_view name, std::string_view wanted) {
  const auto words = std::count(wanted.begin(), wanted.end(), ' ') + 1;
  std::vector<std::size_t> starts = {0};
  for (std::size_t i = 0; i < name.size(); ++i) {
    if (name[i] == ' ') starts.push_back(i + 1);
  }
  starts.push_back(name.size() + 1);
  std::size_t nearest = edit_distance(name, wanted);
  for (std::size_t i = 0; i + static_cast<std::size_t>(words) < starts.size(); ++i) {
    const std::size_t end = starts[i + static_cast<std::size_t>(words)] - 1;
    nearest = std::min(nearest, edit_distance(name.substr(starts[i], end - starts[i]), wanted));
  }
  return nearest;
}

// The names nearest to a wanted one.
class Nearest {
 public:
  explicit Nearest(std::string_view text) : folded_(fold(text)), wanted_(without_titles(folded_)) {}

  // `folded`: a name of an entity that is called `name`.
  void consider(std::string_view folded, std::string_view name, std::uint32_t mentions) {
    const std::size_t distance = nearest_run(folded, wanted_);
    if (is_slip(distance, wanted_.size())) near_.emplace_back(distance, ~mentions, name);
  }

  std::vector<std::string> best() {
    std::sort(near_.begin(), near_.end());
    std::vector<std::string> names;
    for (const auto& [distance, rarity, name] : near_) {
      if (names.size() == 3) break;
      if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
    }
    return names;
  }

 private:
  std::string folded_;
  std::string_view wanted_;
  std::vector<std::tuple<std::size_t, std::uint32_t, std::string>> near_;  // distance, rarity, name
};

std::string no_such_entity(std::string_view text, Nearest& nearest) {
  return "no entity is called " + in_quotes(text) + did_you_mean(nearest.best());
}

struct FoundVertex {
  Match match;
  std::uint32_t entity;
};

// As above. `all`: also those that match by words where one matches exactly.
std::vector<FoundVertex> search(const Snapshot& snapshot, std::string_view text, bool all) {
  if (const auto entity = snapshot.entity(text)) return {{Match::Exact, *entity}};
  const std::string folded = fold(text);
  const std::string_view wanted = without_titles(folded);
  std::vector<FoundVertex> found;
  if (wanted.empty()) return found;
  const auto [begin, end] = snapshot.keyed(wanted);
  for (std::uint32_t i = begin; i < end; ++i) {
    found.push_back({Match::Exact, snapshot.key_entity[i]});
  }
  if (all || found.empty()) {
    for (std::uint32_t i = 0; i < snapshot.keys.size(); ++i) {
      if (has_words(snapshot.keys[i], wanted)) {
        found.push_back({Match::Words, snapshot.key_entity[i]});
      }
    }
  }
  const auto by_entity = [](const FoundVertex& one) { return std::tuple(one.entity, one.match); };
  std::ranges::sort(found, {}, by_entity);
  const auto repeated = std::ranges::unique(found, {}, &FoundVertex::entity);
  found.erase(repeated.begin(), repeated.end());
  std::ranges::stable_sort(found, {}, [&](const FoundVertex& one) {
    return std::tuple(one.match, ~snapshot.mentions[one.entity]);
  });
  return found;
}

}  // namespace

std::vector<KnowledgeGraph::Vertex> find_entities(const KnowledgeGraph& graph,
                                                  std::string_view text) {
  std::vector<Vertex> entities;
  for (const Found& found : search(graph, text)) entities.push_back(found.entity);
  return entities;
}

KnowledgeGraph::Vertex resolve_entity(const KnowledgeGraph& graph, std::string_view text) {
  std::vector<Found> found = search(graph, text);
  if (found.empty()) throw NotFound{no_such_entity(graph, text)};
  if (found.front().match == Match::Exact) {
    std::erase_if(found, [](const Found& one) { return one.match != Match::Exact; });
  }
  if (found.size() > 1) {
    std::vector<Entity> first;
    for (std::size_t i = 0; i < std::min(kShown, found.size()); ++i) {
      first.push_back(graph[found[i].entity]);
    }
    throw_ambiguous(text, found.size(), first);
  }
  return found.front().entity;
}

std::string no_such_entity(const KnowledgeGraph& graph, std::string_view text) {
  Nearest nearest(text);
  for (const Vertex vertex : graph.vertices_by_id()) {
    const Entity& entity = graph[vertex];
    nearest.consider(fold(entity.name), entity.name, entity.mentions);
    for (const std::string& alias : entity.aliases) {
      nearest.consider(fold(alias), entity.name, entity.mentions);
    }
  }
  return no_such_entity(text, nearest);
}

std::vector<std::uint32_t> find_entities(const LazyGraph& graph, std::string_view text) {
  std::vector<std::uint32_t> entities;
  for (const FoundVertex& found : search(graph.snapshot(), text, true)) {
    entities.push_back(found.entity);
  }
  return entities;
}

std::uint32_t resolve_entity(const LazyGraph& graph, std::string_view text) {
  const std::vector<FoundVertex> found = search(graph.snapshot(), text, false);
  if (found.empty()) throw NotFound{no_such_entity(graph, text)};
  if (found.size() > 1) {
    std::vector<Entity> first;
    for (std::size_t i = 0; i < std::min(kShown, found.size()); ++i) {
      first.push_back(graph.entity(found[i].entity));
    }
    throw_ambiguous(text, found.size(), first);
  }
  return found.front().entity;
}

std::string no_such_entity(const LazyGraph& graph, std::string_view text) {
  const Snapshot& snapshot = graph.snapshot();
  Nearest nearest(text);
  for (std::uint32_t i = 0; i < snapshot.keys.size(); ++i) {
    const std::uint32_t entity = snapshot.key_entity[i];
    nearest.consider(snapshot.keys[i], snapshot.names[entity], snapshot.mentions[entity]);
  }
  return no_such_entity(text, nearest);
}

}  // namespace entente
