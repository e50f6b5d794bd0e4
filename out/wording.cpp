// The words of a picture: see wording.h.

#include "out/wording.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "base/utf8.h"
#include "out/plain.h"

namespace entente {
namespace {

using std::chrono::sys_days;
using std::chrono::year_month_day;

std::string count_of(std::size_t count, std::string_view one, std::string_view many) {
  return std::to_string(count) + ' ' + std::string(count == 1 ? one : many);
}

std::string capitals(std::string_view text) {
  std::string upper(text);
  for (char& c : upper) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return upper;
}

// At most `limit` columns of `text`, on one line.
std::string shortened(std::string_view text, std::size_t limit) {
  std::string line = printable(text);
  if (display_width(line) <= limit) return line;
  std::size_t end = 0;
  for (std::size_t at = 0; at < line.size(); at += decode_at(line, at).length) {
    if (display_width(std::string_view(line).substr(0, at)) > limit) break;
    end = at;
  }
  return line.substr(0, end) + "…";
}

// `phrase` with its {subject} and {object} filled in, in one pass: a name may itself hold braces.
std::string read_aloud(std::string_view phrase, std::string_view subject, std::string_view object) {
  std::string text;
  while (!phrase.empty()) {
    if (phrase.starts_with("{subject}")) {
      text += subject;
      phrase.remove_prefix(9);
    } else if (phrase.starts_with("{object}")) {
      text += object;
      phrase.remove_prefix(8);
    } else {
      text += phrase.front();
      phrase.remove_prefix(1);
    }
  }
  return text;
}

std::string status_note(Status status) {
  return status == Status::Happened ? std::string() : " (" + std::string(to_string(status)) + ")";
}

// When it was, how many say so, and one sentence.
std::string grounds(const View::Edge& edge, const std::vector<const Fact*>& facts) {
  std::string text;
  const std::optional<DateRange> when = edge.facts > 1 ? coarse_span(facts) : edge.when;
  if (when) text += ", " + to_words(*when);
  text += " (" + count_of(edge.sources, "article", "articles") + ")";
  const std::vector<Evidence>& said = facts.front()->evidence;
  if (!said.empty()) text += ": “" + shortened(said.front().quote, 240) + "”";
  return text;
}

// The latest office: by its date, then by how often it is told. Facts that carry a title are
// offices.
const Fact* latest_office(const KnowledgeGraph& graph, const Entity& entity) {
  const auto vertex = graph.find(entity.id);
  if (!vertex) return nullptr;
  const Fact* latest = nullptr;
  const auto rank = [](const Fact& fact) {
    return std::tuple(!fact.qualifiers.contains("until"),
                      fact.when ? fact.when->last : sys_days::min(), fact.evidence.size());
  };
  const auto [begin, end] = out_edges(*vertex, graph.bgl());
  for (auto it = begin; it != end; ++it) {
    const Fact& fact = graph[*it];
    if (fact.status != Status::Happened || !fact.qualifiers.contains("title")) continue;
    if (latest == nullptr || rank(*latest) < rank(fact) ||
        (rank(*latest) == rank(fact) && fact.id < latest->id)) {
      latest = &fact;
    }
  }
  return latest;
}

// The days of something that happens once: those of its facts, unless they lie too far apart to be
// one occasion.
std::string occasion(const std::vector<const Fact*>& facts) {
  const std::optional<DateRange> days = span_of_dates(facts);
  if (!days || days->last - days->first > std::chrono::days(31)) return {};
  return to_words(*days);
}

bool happens_once(std::string_view type) { return type == "event" || type == "agreement"; }

}  // namespace

bool is_web_address(std::string_view url) {
  if (!url.starts_with("http://") && !url.starts_with("https://")) return false;
  return std::ranges::all_of(
      url, [](char c) { return static_cast<unsigned char>(c) > 0x20 && c != 0x7f; });
}

std::string quoted_address(std::string_view url) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string address;
  for (const char c : url) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x80 || std::string_view("<>\"\\^`{|}").find(c) != std::string_view::npos) {
      address += {'%', digits[byte >> 4U], digits[byte & 15U]};
    } else {
      address += c;
    }
  }
  return address;
}

std::string page_of(const KnowledgeGraph& graph, const std::vector<const Fact*>& facts) {
  for (const Fact* fact : facts) {
    for (const Evidence& evidence : fact->evidence) {
      const Article* article = graph.article(evidence.article);
      if (article != nullptr && is_web_address(article->url)) return article->url;
    }
  }
  return {};
}

std::optional<DateRange> span_of_dates(const std::vector<const Fact*>& facts) {
  std::optional<DateRange> span;
  for (const Fact* fact : facts) {
    if (!fact->when) continue;
    if (!span) span = fact->when;
    span->first = std::min(span->first, fact->when->first);
    span->last = std::max(span->last, fact->when->last);
  }
  return span;
}

std::optional<DateRange> coarse_span(const std::vector<const Fact*>& facts) {
  const std::optional<DateRange> span = span_of_dates(facts);
  if (!span) return std::nullopt;
  const year_month_day first(span->first);
  const year_month_day last(span->last);
  if (first.year() == last.year() && first.month() == last.month()) return span;
  const bool bare_year = std::ranges::any_of(
      facts, [](const Fact* f) { return f->when && precision(*f->when) == Precision::Year; });
  if (bare_year || last.year() - first.year() > std::chrono::years(1)) {
    return DateRange{sys_days(first.year() / 1 / 1), sys_days(last.year() / 12 / 31)};
  }
  return DateRange{sys_days(first.year() / first.month() / 1),
                   sys_days(last.year() / last.month() / std::chrono::last)};
}

std::string type_label(const Ontology& ontology, const std::string& type) {
  const EntityType* known = ontology.type(type);
  return known != nullptr ? known->label : type;
}

std::string edge_label(const View::Edge& edge, const std::vector<const Fact*>& facts) {
  std::string label = edge.relation_label + status_note(edge.status);
  if (edge.facts > 1) label += " ×" + std::to_string(edge.facts);
  const std::optional<DateRange> when = edge.facts > 1 ? coarse_span(facts) : edge.when;
  if (when) label += " · " + to_words(*when);
  return label;
}

std::string edge_hover(const View::Edge& edge, const Relation* relation, std::string_view source,
                       std::string_view target, const std::vector<const Fact*>& facts) {
  const std::string phrase =
      relation != nullptr ? relation->phrase : "{subject} " + edge.relation + " {object}";
  std::string hover = read_aloud(phrase, source, target) + status_note(edge.status);
  if (edge.facts > 1) hover += ' ' + std::to_string(edge.facts) + " times";
  return printable(hover + grounds(edge, facts));
}

std::string occasion_label(const View::Edge& edge, const std::string& place) {
  const std::string label = edge.relation_label + status_note(edge.status);
  return place.empty() ? label : label + " · " + place;
}

std::string occasion_hover(const View::Edge& edge, const std::string& members,
                           const std::vector<const Fact*>& facts) {
  return printable(members + ": " + edge.relation_label + status_note(edge.status) +
                   grounds(edge, facts));
}

std::string caption(const KnowledgeGraph& graph, const Ontology& ontology, const Entity& entity,
                    const std::vector<const Fact*>& facts) {
  if (const Fact* office = latest_office(graph, entity)) {
    const auto holder_of = graph.find(office->object);
    const std::string title = office->qualifiers.at("title");
    return holder_of ? title + ", " + graph[*holder_of].name : title;
  }
  const std::string text = capitals(type_label(ontology, entity.type));
  const std::string days = happens_once(entity.type) ? occasion(facts) : std::string();
  return days.empty() ? text : text + " · " + days;
}

std::string node_hover(const Entity& entity) {
  std::string hover = entity.name;
  if (!entity.aliases.empty())
    hover += " (also " + shortened(join(entity.aliases, ", "), 160) + ")";
  hover += ": named " + count_of(entity.mentions, "time", "times") + " in " +
           count_of(entity.articles.size(), "article", "articles");
  return printable(hover);
}

std::string group_caption(const std::vector<std::string>& names) {
  if (names.size() < 3) return join(names, " and ");
  if (names.size() == 3) return names[0] + ", " + names[1] + " and " + names[2];
  return names[0] + ", " + names[1] + " and " + std::to_string(names.size() - 2) + " others";
}

std::string title_of(const View& view, const KnowledgeGraph& graph,
                     const std::optional<std::string>& about,
                     const std::vector<const Fact*>& facts) {
  const auto met = std::ranges::count(facts, "met-with", &Fact::relation);
  std::string title = 3 * static_cast<std::size_t>(met) >= facts.size() && met > 0
                          ? "Who met whom"
                          : "Who is connected with whom";
  const auto entity = about ? graph.find(*about) : std::nullopt;
  if (entity) title = graph[*entity].name + " and others";
  if (view.nodes.empty()) return "Nothing to draw";
  if (const auto days = coarse_span(facts)) title += ", " + to_words(*days);
  return title;
}

std::string subtitle_of(const View& view, const std::vector<const Fact*>& facts,
                        std::size_t undated) {
  std::set<std::tuple<std::string_view, Span>> sentences;
  std::set<std::string_view> articles;
  for (const Fact* fact : facts) {
    for (const Evidence& evidence : fact->evidence) {
      sentences.emplace(evidence.article, evidence.sentence);
      articles.insert(evidence.article);
    }
  }
  return count_of(view.nodes.size(), "entity", "entities") + " · " +
         (view.form == Form::Timeline ? count_of(view.edges.size(), "occasion", "occasions")
                                      : count_of(view.edges.size(), "relation", "relations")) +
         " · from " + count_of(sentences.size(), "sentence", "sentences") + " in " +
         count_of(articles.size(), "article", "articles") +
         (undated > 0
              ? " · without " + count_of(undated, "fact that has", "facts that have") + " no date"
              : "");
}

}  // namespace entente
