#include "query/names.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "base/error.h"
#include "base/utf8.h"
#include "query/suggest.h"

namespace entente {
namespace {

using Vertex = KnowledgeGraph::Vertex;

// Folded words that may stand before a name and are no part of it; longer ones first.
constexpr std::array<std::string_view, 44> kTitles = {"secretary of state",
                                                      "secretary general",
                                                      "general secretary",
                                                      "vice president",
                                                      "prime minister",
                                                      "foreign minister",
                                                      "defence minister",
                                                      "defense minister",
                                                      "crown prince",
                                                      "the",
                                                      "mr",
                                                      "mrs",
                                                      "ms",
                                                      "miss",
                                                      "dr",
                                                      "prof",
                                                      "professor",
                                                      "sir",
                                                      "dame",
                                                      "lord",
                                                      "lady",
                                                      "president",
                                                      "premier",
                                                      "chancellor",
                                                      "chairman",
                                                      "chairwoman",
                                                      "chairperson",
                                                      "comrade",
                                                      "secretary",
                                                      "minister",
                                                      "ambassador",
                                                      "senator",
                                                      "governor",
                                                      "king",
                                                      "queen",
                                                      "prince",
                                                      "princess",
                                                      "sheikh",
                                                      "pope",
                                                      "general",
                                                      "gen",
                                                      "colonel",
                                                      "sen",
                                                      "speaker"};

std::string_view without_titles(std::string_view folded) {
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view title : kTitles) {
      if (folded.size() > title.size() + 1 && folded.starts_with(title) &&
          folded[title.size()] == ' ') {
        folded.remove_prefix(title.size() + 1);
        again = true;
        break;
      }
    }
  }
  return folded;
}

bool has_words(std::string_view text, std::string_view run) {
  for (std::size_t at = text.find(run); at != std::string_view::npos; at = text.find(run, at + 1)) {
    const std::size_t end = at + run.size();
    if ((at == 0 || text[at - 1] == ' ') && (end == text.size() || text[end] == ' ')) return true;
  }
  return false;
}

struct Found {
  NameFit match;
  Vertex entity;
};

// Best first: by match, then mentions, then id.
std::vector<Found> search(const KnowledgeGraph& graph, std::string_view text) {
  if (const std::optional<Vertex> entity = graph.find(text)) return {{NameFit::Exact, *entity}};
  const std::string wanted = fold(text);
  std::vector<Found> found;
  if (wanted.empty()) return found;
  for (const Vertex entity : graph.vertices_by_id()) {
    const NameFit how = name_fit(graph[entity].name, graph[entity].aliases, wanted);
    if (how != NameFit::None) found.push_back({how, entity});
  }
  std::stable_sort(found.begin(), found.end(), [&](const Found& a, const Found& b) {
    return std::tuple(a.match, graph[b.entity].mentions) <
           std::tuple(b.match, graph[a.entity].mentions);
  });
  return found;
}

std::string in_quotes(std::string_view text) { return '"' + printable(text) + '"'; }

[[noreturn]] void throw_ambiguous(const KnowledgeGraph& graph, std::string_view text,
                                  const std::vector<Found>& candidates) {
  constexpr std::size_t shown = 10;
  std::string message = in_quotes(text) + " may be any of " + std::to_string(candidates.size()) +
                        "; say which by more of the name or by the id:";
  for (std::size_t i = 0; i < std::min(shown, candidates.size()); ++i) {
    const Entity& entity = graph[candidates[i].entity];
    message += "\n  " + std::to_string(i + 1) + ". " + printable(entity.name) + " (" +
               printable(entity.type) + ", " + std::to_string(entity.articles.size()) +
               (entity.articles.size() == 1 ? " article" : " articles") + ")  " +
               printable(entity.id);
  }
  if (candidates.size() > shown) message += "\n  ...";
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

std::vector<std::string> similar_names(const KnowledgeGraph& graph, std::string_view text) {
  const std::string folded = fold(text);
  const std::string wanted(without_titles(folded));
  std::vector<std::tuple<std::size_t, std::uint32_t, std::string>> near;  // distance, rarity, name
  for (const Vertex vertex : graph.vertices_by_id()) {
    const Entity& entity = graph[vertex];
    std::size_t distance = nearest_run(fold(entity.name), wanted);
    for (const std::string& alias : entity.aliases) {
      distance = std::min(distance, nearest_run(fold(alias), wanted));
    }
    if (is_slip(distance, wanted.size()))
      near.emplace_back(distance, ~entity.mentions, entity.name);
  }
  std::sort(near.begin(), near.end());
  std::vector<std::string> names;
  for (const auto& [distance, rarity, name] : near) {
    if (names.size() == 3) break;
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  }
  return names;
}

}  // namespace

NameFit name_fit(const std::string& name, const std::vector<std::string>& aliases,
                 std::string_view folded) {
  NameFit best = NameFit::None;
  const auto compare = [&](const std::string& one) {
    const std::string known = fold(one);
    if (known == folded || without_titles(known) == without_titles(folded)) {
      best = NameFit::Exact;
    } else if (best == NameFit::None && has_words(known, without_titles(folded))) {
      best = NameFit::Words;
    }
  };
  compare(name);
  for (const std::string& alias : aliases) {
    if (best != NameFit::Exact) compare(alias);
  }
  return best;
}

std::vector<KnowledgeGraph::Vertex> find_entities(const KnowledgeGraph& graph,
                                                  std::string_view text) {
  std::vector<Vertex> entities;
  for (const Found& found : search(graph, text)) entities.push_back(found.entity);
  return entities;
}

KnowledgeGraph::Vertex resolve_entity(const KnowledgeGraph& graph, std::string_view text) {
  std::vector<Found> found = search(graph, text);
  if (found.empty()) throw NotFound{no_such_entity(graph, text)};
  if (found.front().match == NameFit::Exact) {
    std::erase_if(found, [](const Found& one) { return one.match != NameFit::Exact; });
  }
  if (found.size() > 1) throw_ambiguous(graph, text, found);
  return found.front().entity;
}

std::string no_such_entity(const KnowledgeGraph& graph, std::string_view text) {
  return "no entity is called " + in_quotes(text) + did_you_mean(similar_names(graph, text));
}

}  // namespace entente
