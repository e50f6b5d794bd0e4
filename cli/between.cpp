// `entente between` and `entente common`: what two entities have to do with each other, and with
// whom both have to do.

#include <algorithm>
#include <map>

#include "cli/reading.h"
#include "cli/story.h"
#include "query/facts.h"
#include "query/rows.h"

namespace entente {
namespace {

// Two entities, a filter, a format: what both commands are asked with.
struct Two {
  ReadingOptions reading;
  std::string first, second;

  // False when help was asked for, and given.
  bool parse(Session& session) {
    reading.add_graph(session.options);
    session.options.add_option("A", first, "any name or the id of an entity")->required();
    session.options.add_option("B", second, "another")->required();
    reading.filter.add_to(session.options);
    reading.filter.add_as_of(session.options);
    reading.add_format(session.options);
    reading.add_cypher(session.options);
    return session.parse();
  }
};

std::vector<Fact> facts_in(const NewsGraph& graph, const cypher::Value& list) {
  std::vector<Fact> facts;
  for (const cypher::Value& fact : list.list()) facts.push_back(graph.fact(fact.relationship()));
  std::sort(facts.begin(), facts.end(), earlier);
  return facts;
}

// An entity with which both have to do.
struct Shared {
  Entity entity;
  std::vector<Fact> with_a;  // in order of time
  std::vector<Fact> with_b;
};

std::vector<Shared> shared(const NewsGraph& graph, const Question& question) {
  std::vector<Shared> all;
  for (const cypher::List& row : ask(graph, question).rows) {
    all.push_back({*graph.entity(row[4].node()), facts_in(graph, row[2]), facts_in(graph, row[3])});
  }
  return all;
}

// "met (3), visited": relations with how often, most often first.
std::string relations(const Story& story, const std::vector<Fact>& facts) {
  std::map<std::string, std::size_t> times;
  for (const Fact& fact : facts) {
    const Relation* relation = story.ontology.relation(fact.relation);
    std::string label = relation != nullptr ? relation->label : fact.relation;
    if (fact.status != Status::Happened) label += ' ' + std::string(to_string(fact.status));
    ++times[label];
  }
  std::vector<std::pair<std::string, std::size_t>> sorted(times.begin(), times.end());
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const auto& x, const auto& y) { return x.second > y.second; });
  std::string text;
  for (const auto& [label, number] : sorted) {
    text += (text.empty() ? "" : ", ") + one_line(label);
    if (number > 1) text += " (" + std::to_string(number) + ")";
  }
  return text;
}

void write_shared(const Story& story, const std::string& a, const std::string& b,
                  const std::vector<Shared>& all) {
  for (const Shared& one : all) {
    story.terminal.out << story.terminal.paint.bold(one_line(one.entity.name)) << " · "
                       << count(one.with_a.size() + one.with_b.size(), "fact", "facts") << '\n';
    write_wrapped(story.terminal, "with " + a + ": " + relations(story, one.with_a), 4);
    write_wrapped(story.terminal, "with " + b + ": " + relations(story, one.with_b), 4);
  }
}

std::vector<std::string> each(const std::vector<Fact>& facts, std::string Fact::*what) {
  std::vector<std::string> words;
  for (const Fact& fact : facts) words.push_back(fact.*what);
  return words;
}

Table shared_table(const std::vector<Shared>& all) {
  Table table{{"name", "type", "facts", "relations_a", "relations_b", "facts_a", "facts_b", "id"},
              {}};
  for (const Shared& one : all) {
    table.rows.push_back({one.entity.name, one.entity.type,
                          number_cell(one.with_a.size() + one.with_b.size()),
                          each(one.with_a, &Fact::relation), each(one.with_b, &Fact::relation),
                          each(one.with_a, &Fact::id), each(one.with_b, &Fact::id), one.entity.id});
  }
  return table;
}

}  // namespace

int run_between(Session& session) {
  Two two;
  if (!two.parse(session)) return kDone;
  const TableFormat format = two.reading.format();
  const AskedGraph open(two.reading.graph());
  const Filter filter = two.reading.filter.filter(open.ontology);
  const std::string a = open.id_of(two.first), b = open.id_of(two.second);
  const Question question = between_question(a, b, filter);
  if (two.reading.cypher()) return print(session, question);
  const NewsGraph& graph = open.graph;
  const Story story{session.terminal, graph, open.ontology};
  std::vector<Fact> facts;
  for (const cypher::RelationshipId fact : ask_facts(graph, question)) {
    facts.push_back(graph.fact(fact));
  }
  if (format != TableFormat::Text || facts.empty()) {
    Table table{fact_columns(), {}};
    for (const Fact& fact : facts) table.rows.push_back(fact_row(graph, fact));
    return answer(session, table, format,
                  "no fact that fits connects " + story.name(a) + " and " + story.name(b) +
                      " directly; try: entente common, or entente path");
  }
  std::vector<const Fact*> told;
  for (const Fact& fact : facts) told.push_back(&fact);
  story.facts(told);
  return kDone;
}

int run_common(Session& session) {
  Two two;
  if (!two.parse(session)) return kDone;
  const TableFormat format = two.reading.format();
  const AskedGraph open(two.reading.graph());
  const Filter filter = two.reading.filter.filter(open.ontology);
  const std::string a = open.id_of(two.first), b = open.id_of(two.second);
  const Question question = common_question(a, b, filter);
  if (two.reading.cypher()) return print(session, question);
  const NewsGraph& graph = open.graph;
  const Story story{session.terminal, graph, open.ontology};
  const std::vector<Shared> all = shared(graph, question);
  if (format != TableFormat::Text || all.empty()) {
    return answer(session, shared_table(all), format,
                  "nobody and nothing has to do with both " + story.name(a) + " and " +
                      story.name(b) + "; try: entente path");
  }
  write_shared(story, story.name(a), story.name(b), all);
  return kDone;
}

}  // namespace entente
