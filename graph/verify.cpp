#include "graph/verify.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/error.h"
#include "base/utf8.h"
#include "graph/ledger.h"

namespace entente {
namespace {

// The names of one entity, as they are compared: folded, so that a line break within a name does
// not matter.
class Names {
 public:
  explicit Names(const Entity& entity) {
    add(entity.name);
    for (const std::string& alias : entity.aliases) add(alias);
  }
  bool contain(std::string_view words) const {
    return exact_.contains(words) || folded_.contains(fold(words));
  }

 private:
  void add(const std::string& name) {
    exact_.insert(name);
    if (std::string folded = fold(name); !folded.empty()) folded_.insert(std::move(folded));
  }
  std::set<std::string, std::less<>> exact_;
  std::set<std::string, std::less<>> folded_;
};

bool is_boundary(std::string_view text, std::uint32_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
}

// Empty = nothing wrong with it.
std::string problem_of(Span span, std::string_view text) {
  if (span.begin > span.end || span.end > text.size()) return "lies outside the text";
  if (!is_boundary(text, span.begin) || !is_boundary(text, span.end)) return "cuts a character";
  return {};
}

bool within(Span inner, Span outer) { return outer.begin <= inner.begin && inner.end <= outer.end; }

// Do the words at `from` name the entity, or lead by links to words that do?
bool leads_to_name(Span from, const Evidence& evidence, std::string_view text, const Names& names) {
  std::vector<Span> reached = {from};
  for (std::size_t i = 0; i < reached.size(); ++i) {
    if (names.contain(slice(text, reached[i]))) return true;
    for (const Link& link : evidence.links) {
      if (link.from != reached[i]) continue;
      if (std::ranges::find(reached, link.to) == reached.end()) reached.push_back(link.to);
    }
  }
  return false;
}

std::string in_quotes(std::string_view words) {
  constexpr std::size_t most = 60;
  std::size_t length = std::min(words.size(), most);
  while (length < words.size() && !is_boundary(words, static_cast<std::uint32_t>(length))) --length;
  return '"' + printable(words.substr(0, length)) + (length < words.size() ? "..." : "") + '"';
}

struct NamedSpan {
  std::string_view name;
  Span span;
};

// The first thing that is wrong with where `evidence` stands; empty = nothing.
std::string misplaced(const Evidence& evidence, std::string_view text) {
  std::vector<NamedSpan> spans = {{"sentence", evidence.sentence},
                                  {"trigger", evidence.trigger},
                                  {"subject", evidence.subject},
                                  {"object", evidence.object}};
  for (const Link& link : evidence.links) {
    spans.push_back({"link", link.from});
    spans.push_back({"link's end", link.to});
  }
  for (const NamedSpan& each : spans) {
    const std::string problem = problem_of(each.span, text);
    if (!problem.empty()) return std::string(each.name) + ' ' + problem;
  }
  if (evidence.sentence.begin == evidence.sentence.end) return "sentence is empty";
  if (slice(text, evidence.sentence) != evidence.quote) {
    return "quote " + in_quotes(evidence.quote) + " differs from the text " +
           in_quotes(slice(text, evidence.sentence));
  }
  for (const NamedSpan& each : {spans[1], spans[2], spans[3]}) {
    if (!within(each.span, evidence.sentence)) {
      return std::string(each.name) + " lies outside the sentence";
    }
  }
  return {};
}

// The first thing that is wrong with `evidence`; empty = nothing.
std::string first_failure(const Evidence& evidence, std::string_view text, const Names& subject,
                          const Names& object) {
  std::string problem = misplaced(evidence, text);
  if (!problem.empty()) return problem;
  if (!leads_to_name(evidence.subject, evidence, text, subject)) {
    return "subject " + in_quotes(slice(text, evidence.subject)) + " is no name of its entity";
  }
  if (!leads_to_name(evidence.object, evidence, text, object)) {
    return "object " + in_quotes(slice(text, evidence.object)) + " is no name of its entity";
  }
  return {};
}

// The same of what the reader said.
std::string first_failure(const Evidence& evidence, std::string_view ledger, const Fact& fact) {
  std::string problem = misplaced(evidence, ledger);
  if (!problem.empty()) return problem;
  try {
    const Ledger line = parse_ledger("", evidence.quote);
    const bool fits = line.decisions.size() == 1 && line.decisions[0].relation == fact.relation &&
                      (line.decisions[0].kind == Decision::Kind::AddFact ||
                       line.decisions[0].kind == Decision::Kind::CorrectFact);
    if (fits) return {};
  } catch (const Error&) {
    // Told below.
  }
  return "quote " + in_quotes(evidence.quote) + " is no line of the ledger that says so";
}

struct Claim {
  const Fact* fact;
  const Evidence* evidence;
};

std::string failure_line(const Fact& fact, const Evidence& evidence, const std::string& failure) {
  return fact.id + ' ' + printable(evidence.article) + ": " + failure;
}

}  // namespace

VerifyReport verify(const KnowledgeGraph& graph,
                    const std::function<std::string(std::string_view article_id)>& text_of,
                    std::string_view ledger) {
  VerifyReport report;
  std::map<std::string_view, std::vector<Claim>> by_article;  // each text is asked for once
  for (const auto& edge : graph.edges_by_id()) {
    const Fact& fact = graph[edge];
    ++report.facts;
    report.evidence += fact.evidence.size();
    for (const Evidence& each : fact.evidence) {
      if (is_of_reader(each)) {
        ++report.of_reader;
        const std::string failure = first_failure(each, ledger, fact);
        if (!failure.empty()) report.failures.push_back(failure_line(fact, each, failure));
      } else {
        by_article[each.article].push_back({&fact, &each});
      }
    }
  }
  std::map<std::string_view, Names> names;  // Entity::id -> its names
  const auto names_of = [&](const std::string& id) -> const Names& {
    return names.try_emplace(id, graph[*graph.find(id)]).first->second;
  };
  for (const auto& [article, claims] : by_article) {
    const bool exists = graph.article(article) != nullptr;
    const std::string text = exists ? text_of(article) : std::string();
    for (const auto& [fact, evidence] : claims) {
      const std::string failure =
          exists ? first_failure(*evidence, text, names_of(fact->subject), names_of(fact->object))
                 : "there is no such article";
      if (failure.empty()) continue;
      report.failures.push_back(failure_line(*fact, *evidence, failure));
    }
  }
  return report;
}

}  // namespace entente
