// `entente why`: every sentence behind an edge, and how it was read.

#include <cmath>

#include "base/utf8.h"
#include "cli/reading.h"
#include "cli/story.h"
#include "query/facts.h"
#include "query/names.h"
#include "query/questions.h"

namespace entente {
namespace {

using Edge = KnowledgeGraph::Edge;

std::string percent(double part) { return std::to_string(std::lround(part * 100)) + " %"; }

// "rule met-with/3 · bytes 512–803 · 97 % sure · said by ... · date from “on Monday”"
std::string reading_line(const OpenGraph& open, const Evidence& evidence) {
  std::string line =
      "read by " + one_line(evidence.rule) + " · bytes " + std::to_string(evidence.sentence.begin) +
      "–" + std::to_string(evidence.sentence.end) + " · " + percent(evidence.confidence) + " sure";
  if (!evidence.date_phrase.empty())
    line += " · date from “" + one_line(evidence.date_phrase) + "”";
  if (const auto speaker = open.graph.find(evidence.said_by)) {
    line += " · said by " + one_line(open.graph[*speaker].name);
  }
  return line;
}

void write_evidence(Terminal& terminal, const OpenGraph& open, const Evidence& evidence) {
  const Story story{terminal, open.graph, open.ontology};
  story.quote(evidence, 4);
  write_wrapped(terminal, reading_line(open, evidence), 4);
  if (evidence.links.empty()) return;
  const std::string text = open.store.text(evidence.article);
  for (const Link& link : evidence.links) write_wrapped(terminal, in_words(link, text), 4);
}

void write_why(Terminal& terminal, const OpenGraph& open, const std::vector<Edge>& facts) {
  const Story story{terminal, open.graph, open.ontology};
  for (std::size_t i = 0; i < facts.size(); ++i) {
    const Fact& fact = open.graph[facts[i]];
    std::string head = story.sentence(facts[i]);
    if (fact.when) head += ", " + to_words(*fact.when);
    terminal.out << (i > 0 ? "\n" : "") << terminal.paint.bold(head) << '\n';
    const std::string summary = one_line(fact.id) + " · " + one_line(fact.relation) + " · " +
                                std::string(to_string(fact.status)) + " · " +
                                count(fact.evidence.size(), "sentence", "sentences") + " in " +
                                count(sources(fact), "article", "articles") + " · " +
                                percent(confidence(fact)) + " sure";
    write_wrapped(terminal, summary, 2);
    for (const Evidence& evidence : fact.evidence) {
      terminal.out << '\n';
      write_evidence(terminal, open, evidence);
    }
  }
}

}  // namespace

int run_why(Session& session) {
  ReadingOptions reading;
  std::string first, second;
  reading.add_graph(session.options);
  session.options.add_option("A", first, "any name or the id of an entity; or a fact's id")
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
    const std::optional<Edge> fact = open.graph.find_fact(first);
    if (!fact) throw NotFound{"no fact has the id \"" + printable(first) + '"'};
    if (format != TableFormat::Text)
      return answer(session, why(open.graph, *fact, text_of), format, "");
    write_why(session.terminal, open, {*fact});
    return kDone;
  }
  const KnowledgeGraph::Vertex a = resolve_entity(open.graph, first);
  const KnowledgeGraph::Vertex b = resolve_entity(open.graph, second);
  const std::vector<Edge> facts = facts_between(open.graph, a, b, filter);
  if (format != TableFormat::Text || facts.empty()) {
    return answer(session, why(open.graph, a, b, filter, text_of), format,
                  "no fact that fits connects " + one_line(open.graph[a].name) + " and " +
                      one_line(open.graph[b].name) + " directly; try: entente path");
  }
  write_why(session.terminal, open, facts);
  return kDone;
}

}  // namespace entente
