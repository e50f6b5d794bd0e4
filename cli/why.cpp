// `entente why`: every sentence behind an edge, and how it was read.

#include <algorithm>
#include <cmath>
#include <set>

#include "base/utf8.h"
#include "cli/reading.h"
#include "cli/story.h"
#include "query/facts.h"
#include "query/names.h"
#include "query/occasions.h"
#include "query/questions.h"

namespace entente {
namespace {

using Edge = KnowledgeGraph::Edge;

std::string percent(double part) { return std::to_string(std::lround(part * 100)) + " %"; }

std::string bytes(Span span) { return std::to_string(span.begin) + "–" + std::to_string(span.end); }

// "“Lula” (12–16) · “met” (17–20) · “Xi” (21–23)": who, by which word, with whom.
std::string spans_line(const Evidence& evidence, std::string_view text) {
  std::string line;
  for (const Span span : {evidence.subject, evidence.trigger, evidence.object}) {
    const bool inside = span.begin <= span.end && span.end <= text.size();  // a graph file may lie
    line += (line.empty() ? "“" : " · “") + one_line(inside ? slice(text, span) : "?") + "” (" +
            bytes(span) + ")";
  }
  return line;
}

// "read by met-with/3 (relations/met-with.toml:12) · bytes 512–803 · 97 % sure · said by ... · date
// from “on Monday”"
std::string reading_line(const OpenGraph& open, const Evidence& evidence) {
  const std::string place = place_of_rule(open.ontology, evidence.rule);
  std::string line = "read by " + one_line(evidence.rule) +
                     (place.empty() ? "" : " (" + one_line(place) + ")") + " · bytes " +
                     bytes(evidence.sentence) + " · " + percent(evidence.confidence) + " sure";
  if (!evidence.date_phrase.empty())
    line += " · date from “" + one_line(evidence.date_phrase) + "”";
  if (!evidence.copy_of.empty()) line += " · same text as " + one_line(evidence.copy_of);
  if (const auto speaker = open.graph.find(evidence.said_by)) {
    line += " · said by " + one_line(open.graph[*speaker].name);
  }
  return line;
}

// "line 7 of g.ent.ledger; `entente undo` takes it back"
std::string ledger_line(const Evidence& evidence, std::string_view ledger) {
  const std::size_t before = std::min<std::size_t>(evidence.sentence.begin, ledger.size());
  return "line " + std::to_string(std::ranges::count(ledger.substr(0, before), '\n') + 1) + " of " +
         one_line(evidence.article) + "; `entente undo` takes it back";
}

void write_evidence(Terminal& terminal, const OpenGraph& open, const Evidence& evidence) {
  const Story story{terminal, open.graph, open.ontology};
  story.quote(evidence, 4);
  const std::string text = open.store.text_behind(evidence);
  write_wrapped(terminal,
                is_of_reader(evidence) ? ledger_line(evidence, text) : reading_line(open, evidence),
                4);
  write_wrapped(terminal, spans_line(evidence, text), 4);
  for (const Link& link : evidence.links) write_wrapped(terminal, in_words(link, text), 4);
}

// "3 sentences in 2 articles, 1 source"; the reader is a source, too.
std::string told_by(const Fact& fact) {
  std::set<std::string_view> articles;
  std::size_t sentences = 0;
  for (const Evidence& evidence : fact.evidence) {
    if (is_of_reader(evidence)) continue;
    articles.insert(evidence.article);
    ++sentences;
  }
  if (articles.empty()) return "entered by the reader";
  const bool by_reader = sentences < fact.evidence.size();
  const std::string text = count(sentences, "sentence", "sentences") + " in " +
                           count(articles.size(), "article", "articles") +
                           (by_reader ? " and the reader's word" : "");
  if (sources(fact) == articles.size() + (by_reader ? 1 : 0)) return text;
  return text + ", " + count(sources(fact), "source", "sources");
}

// The occasion, who else was there, and what is said against it.
void write_event(Terminal& terminal, const OpenGraph& open, const Fact& fact) {
  const Event* event = open.graph.event(fact.event);
  if (event == nullptr) return;
  std::vector<std::string> others;
  for (const Participant& one : event->participants) {
    if (one.entity == fact.subject || one.entity == fact.object) continue;
    others.push_back(one_line(open.graph[*open.graph.find(one.entity)].name) + " (" +
                     one_line(one.role) + ")");
  }
  std::string line = one_line(event->id);
  if (!others.empty()) line += " · with " + in_a_row(others);
  write_wrapped(terminal, line, 2);
  for (const std::string& words : other_words(open.graph, *event)) {
    write_wrapped(terminal, "another sentence says " + one_line(words), 2);
  }
}

void write_why(Terminal& terminal, const OpenGraph& open, const std::vector<Edge>& facts) {
  const Story story{terminal, open.graph, open.ontology};
  for (std::size_t i = 0; i < facts.size(); ++i) {
    const Fact& fact = open.graph[facts[i]];
    std::string head = story.sentence(fact);
    if (fact.when) head += ", " + to_words(*fact.when);
    terminal.out << (i > 0 ? "\n" : "") << terminal.paint.bold(head) << '\n';
    const std::string summary = one_line(fact.id) + " · " + one_line(fact.relation) + " · " +
                                std::string(to_string(fact.status)) + " · " + told_by(fact) +
                                " · " + percent(confidence(fact)) + " sure";
    write_wrapped(terminal, summary, 2);
    write_event(terminal, open, fact);
    for (const Evidence& evidence : fact.evidence) {
      terminal.out << '\n';
      write_evidence(terminal, open, evidence);
    }
  }
}

// One fact, or all of an event.
std::vector<Edge> facts_by_id(const KnowledgeGraph& graph, const std::string& id) {
  std::vector<Edge> facts;
  if (const std::optional<Edge> fact = graph.find_fact(id)) facts.push_back(*fact);
  if (const Event* event = graph.event(id)) {
    for (const std::string& each : event->facts) facts.push_back(*graph.find_fact(each));
  }
  if (facts.empty()) throw NotFound{"no fact and no event has the id \"" + printable(id) + '"'};
  return facts;
}

}  // namespace

int run_why(Session& session) {
  ReadingOptions reading;
  std::string first, second;
  reading.add_graph(session.options);
  session.options
      .add_option("A", first, "any name or the id of an entity; or a fact's or an event's id")
      ->required();
  session.options.add_option("B", second, "another entity");
  reading.filter.add_to(session.options);
  reading.add_format(session.options);
  if (!session.parse()) return kDone;
  const TableFormat format = reading.format();
  const OpenGraph open(reading.graph());
  const Filter filter = reading.filter.filter(open.ontology);
  const TextOf text_of = [&](std::string_view id) { return open.store.text(id); };
  if (second.empty()) {
    const std::vector<Edge> facts = facts_by_id(open.graph, first);
    if (format != TableFormat::Text)
      return answer(session, why(open.graph, facts, text_of), format, "");
    write_why(session.terminal, open, facts);
    return kDone;
  }
  const KnowledgeGraph::Vertex a = resolve_entity(open.graph, first);
  const KnowledgeGraph::Vertex b = resolve_entity(open.graph, second);
  const std::vector<Edge> facts = facts_between(open.graph, a, b, filter);
  if (format != TableFormat::Text || facts.empty()) {
    return answer(session, why(open.graph, facts, text_of), format,
                  "no fact that fits connects " + one_line(open.graph[a].name) + " and " +
                      one_line(open.graph[b].name) + " directly; try: entente path");
  }
  write_why(session.terminal, open, facts);
  return kDone;
}

}  // namespace entente
