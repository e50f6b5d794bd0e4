#include "cli/story.h"

#include <algorithm>
#include <map>

#include "base/utf8.h"
#include "cli/painted.h"
#include "graph/ledger.h"
#include "out/marked_quote.h"
#include "out/phrase.h"
#include "query/facts.h"

namespace entente {
namespace {

constexpr std::size_t kDateColumn = 14;  // "13 Dec 2023" and a gap; longer dates push their line

std::string value_in_words(const LookUp& known, const std::string& value) {
  return one_line(known.name(value).value_or(value));
}

// What the phrase itself does not say: " · Northport", " (planned; topic: fish)".
std::string further(const std::string& phrase, const std::map<std::string, std::string>& values,
                    const Fact& fact) {
  std::string text;
  std::string notes = fact.status == Status::Happened ? "" : std::string(to_string(fact.status));
  for (const auto& [key, unused] : fact.qualifiers) {
    if (phrase.find('{' + key + '}') != std::string::npos) continue;
    if (key == "place") {
      text += " · " + values.at(key);
    } else {
      notes += (notes.empty() ? "" : "; ") + one_line(key) + ": " + values.at(key);
    }
  }
  return notes.empty() ? text : text + " (" + notes + ")";
}

Painted painted_quote(const Evidence& evidence) {
  Painted text;
  text.add("“");
  for (const QuotePart& part : quote_parts(evidence)) {
    text.add(part.text, part.mark == QuoteMark::End       ? Emphasis::Name
                        : part.mark == QuoteMark::Trigger ? Emphasis::Trigger
                                                          : Emphasis::Plain);
  }
  text.add("”");
  return text;
}

std::string source_line(const LookUp& known, const Evidence& evidence) {
  std::string line;
  const auto add = [&](const std::string& part) {
    if (!part.empty()) line += (line.empty() ? "" : " · ") + part;
  };
  if (const auto article = known.article(evidence.article)) {
    add(one_line(article->title));
    add(one_line(article->outlet));
    if (article->published) add(to_words(*article->published));
  }
  if (is_of_reader(evidence)) add("entered by the reader");
  add(one_line(evidence.article));
  return line;
}

}  // namespace

std::string Story::name(const std::string& entity) const { return value_in_words(known, entity); }

std::string Story::label(const Fact& fact) const {
  const Relation* relation = ontology.relation(fact.relation);
  std::string text = one_line(relation != nullptr ? relation->label : fact.relation);
  if (fact.status != Status::Happened) text += " (" + std::string(to_string(fact.status)) + ")";
  return fact.when ? text + ", " + to_words(*fact.when) : text;
}

std::string Story::filled(const Fact& fact, const std::string& subject,
                          const std::string& object) const {
  const std::string phrase = phrase_of(ontology, fact);
  std::map<std::string, std::string> values;
  for (const auto& [key, value] : fact.qualifiers) values[key] = value_in_words(known, value);
  values["subject"] = subject;
  values["object"] = object;
  return filled_phrase(phrase, values) + further(phrase, values, fact);
}

std::string Story::sentence(const Fact& fact) const {
  return filled(fact, name(fact.subject), name(fact.object));
}

std::string Story::sentence(const KnowledgeGraph& graph, const Occurrence& occurrence) const {
  const auto names = [&](const std::vector<KnowledgeGraph::Vertex>& entities) {
    std::vector<std::string> all;
    for (const KnowledgeGraph::Vertex v : entities) all.push_back(one_line(graph[v].name));
    return in_a_row(all);
  };
  const Sides sides = sides_of(graph, occurrence);
  std::string text = filled(graph[occurrence.fact], names(sides.subjects), names(sides.objects));
  for (const std::string& role : other_roles(graph, occurrence)) text += " · " + one_line(role);
  return text;
}

void Story::quote_only(const Evidence& evidence, std::size_t indent) const {
  write_painted(terminal, painted_quote(evidence), indent);
}

void Story::quote(const Evidence& evidence, std::size_t indent) const {
  quote_only(evidence, indent);
  Painted source;
  source.add(source_line(known, evidence), Emphasis::Dim);
  write_painted(terminal, source, indent);
}

void Story::tell(const std::optional<DateRange>& when, const std::string& sentence,
                 std::size_t sources, const Evidence& evidence) const {
  const std::string date = when ? to_words(*when) : "no date";
  const std::size_t used = display_width(date);
  terminal.out << terminal.paint.dim(date)
               << std::string(used + 1 < kDateColumn ? kDateColumn - used : 2, ' ')
               << terminal.paint.bold(sentence);
  if (sources > 1) terminal.out << " · " << count(sources, "source", "sources");
  terminal.out << '\n';
  quote(evidence, kDateColumn);
}

void Story::facts(const std::vector<const Fact*>& facts) const {
  for (const Fact* fact : facts) {
    if (fact != facts.front()) terminal.out << '\n';
    tell(fact->when, sentence(*fact), sources(*fact), best_evidence(*fact));
  }
}

void Story::occasions(const KnowledgeGraph& graph,
                      const std::vector<Occurrence>& occurrences) const {
  for (const Occurrence& one : occurrences) {
    if (&one != &occurrences.front()) terminal.out << '\n';
    tell(one.when, sentence(graph, one), one.sources, best_evidence(graph[one.fact]));
  }
}

std::string count(std::size_t number, std::string_view one, std::string_view many) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
  return digits + ' ' + std::string(number == 1 ? one : many);
}

std::string one_line(std::string_view text) {
  Painted painted;
  painted.add(text);
  std::string line = painted.text();
  if (line.ends_with(' ')) line.pop_back();
  return line;
}

void write_wrapped(Terminal& terminal, std::string_view text, std::size_t indent) {
  Painted painted;
  painted.add(text);
  write_painted(terminal, painted, indent);
}

}  // namespace entente
