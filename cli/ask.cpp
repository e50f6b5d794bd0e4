// The questions that a table or a list of facts answers: stats, show (about), met, timeline.

#include <algorithm>
#include <map>

#include "base/utf8.h"
#include "cli/reading.h"
#include "cli/story.h"
#include "query/facts.h"
#include "query/questions.h"

namespace entente {
namespace {

using Edge = KnowledgeGraph::Edge;
using Vertex = KnowledgeGraph::Vertex;

// Facts told occasion by occasion for people, or as a table for programs.
int answer_facts(Session& session, const Ontology& ontology, const AskedFacts& asked,
                 const Filter& filter, TableFormat format, const std::string& nothing) {
  if (format != TableFormat::Text || asked.facts.empty()) {
    return answer(session, told(asked.graph, asked.facts, filter), format, nothing);
  }
  Story{session.terminal, asked.graph, ontology}.occasions(
      asked.graph, occurrences(asked.graph, asked.facts, filter));
  return kDone;
}

std::string cell_words(const Cell& cell) {
  if (const auto* number = std::get_if<std::int64_t>(&cell)) return std::to_string(*number);
  const auto* text = std::get_if<std::string>(&cell);
  return text != nullptr ? one_line(*text) : "";
}

// The rows of stats(), grouped under what they count.
void write_stats(Terminal& terminal, const Table& table) {
  static const std::map<std::string, std::string> headings = {{"total", "In all"},
                                                              {"type", "Entities by type"},
                                                              {"relation", "Facts by relation"},
                                                              {"status", "Facts by status"},
                                                              {"year", "Facts by year"},
                                                              {"outlet", "Articles by outlet"}};
  std::size_t widest = 0, digits = 0;
  for (const auto& row : table.rows) {
    widest = std::max(widest, display_width(cell_words(row[1])));
    digits = std::max(digits, cell_words(row[2]).size());
  }
  std::string group;
  for (const auto& row : table.rows) {
    const std::string what = cell_words(row[0]), name = cell_words(row[1]);
    const std::string number = cell_words(row[2]);
    if (what != group) {
      terminal.out << (group.empty() ? "" : "\n") << terminal.paint.bold(headings.at(what)) << '\n';
    }
    group = what;
    terminal.out << "  " << name << std::string(widest - display_width(name) + 2, ' ')
                 << std::string(digits - number.size(), ' ') << number << '\n';
  }
}

void write_head(Terminal& terminal, const Entity& entity, const Ontology& ontology) {
  const EntityType* type = ontology.type(entity.type);
  terminal.out << terminal.paint.bold(one_line(entity.name)) << '\n';
  std::string line = one_line(type != nullptr ? type->label : entity.type) + " · named " +
                     count(entity.mentions, "time", "times") + " in " +
                     count(entity.articles.size(), "article", "articles") + " · " +
                     one_line(entity.id);
  write_wrapped(terminal, line, 0);
  if (entity.aliases.empty()) return;
  line = "Also called ";
  for (const std::string& alias : entity.aliases) {
    line += (&alias == &entity.aliases.front() ? "" : ", ") + one_line(alias);
  }
  write_wrapped(terminal, line, 0);
}

// Lasting states first (offices, memberships), then what happened, most frequent first.
std::vector<std::vector<Edge>> by_relation(const Ontology& ontology, const AskedFacts& asked) {
  std::map<std::string, std::vector<Edge>> groups;
  for (const Edge edge : asked.facts) groups[asked.graph[edge].relation].push_back(edge);
  std::vector<std::vector<Edge>> ordered;
  ordered.reserve(groups.size());
  for (const auto& [relation, edges] : groups) ordered.push_back(edges);
  const auto is_state = [&](const std::vector<Edge>& group) {
    const Relation* relation = ontology.relation(asked.graph[group.front()].relation);
    return relation != nullptr && relation->state;
  };
  std::stable_sort(ordered.begin(), ordered.end(), [&](const auto& a, const auto& b) {
    if (is_state(a) != is_state(b)) return is_state(a);
    return a.size() > b.size();
  });
  return ordered;
}

void write_card(Session& session, const Ontology& ontology, Vertex entity,
                const AskedFacts& asked) {
  Terminal& terminal = session.terminal;
  const Story story{terminal, asked.graph, ontology};
  write_head(terminal, asked.graph[entity], ontology);
  for (const std::vector<Edge>& group : by_relation(ontology, asked)) {
    const std::string& name = asked.graph[group.front()].relation;
    const Relation* relation = ontology.relation(name);
    const std::string heading = relation != nullptr ? relation->name : name;
    terminal.out << '\n'
                 << terminal.paint.trigger(one_line(heading) + " (" + std::to_string(group.size()) +
                                           ")")
                 << "\n\n";
    std::vector<const Fact*> told;
    for (const Edge edge : group) told.push_back(&asked.graph[edge]);
    story.facts(told);
  }
}

}  // namespace

int run_stats(Session& session) {
  ReadingOptions reading;
  reading.add_graph(session.options);
  reading.filter.add_to(session.options);
  reading.add_format(session.options);
  if (!session.parse()) return kDone;
  const TableFormat format = reading.format();
  const OpenGraph open(reading.graph());
  const Table table = stats(open.graph, reading.filter.filter(open.ontology));
  if (format != TableFormat::Text) return answer(session, table, format, "");
  write_stats(session.terminal, table);
  return kDone;
}

int run_show(Session& session) {
  ReadingOptions reading;
  std::string name;
  reading.add_graph(session.options);
  session.options.add_option("NAME", name, "any name or the id of an entity")->required();
  reading.filter.add_to(session.options);
  reading.filter.add_as_of(session.options);
  reading.add_format(session.options);
  reading.add_cypher(session.options);
  if (!session.parse()) return kDone;
  const TableFormat format = reading.format();
  const AskedGraph open(reading.graph());
  const Filter filter = reading.filter.filter(open.ontology);
  const std::string id = open.id_of(name);
  const Question question = about_question(id, filter);
  if (reading.cypher()) return print(session, question);
  const AskedFacts asked = ask_excerpt(open.graph, question, {id});
  const Vertex entity = *asked.graph.find(id);
  if (format != TableFormat::Text) {
    return answer(session, show(asked.graph, entity, asked.facts), format, "");
  }
  write_card(session, open.ontology, entity, asked);
  return kDone;
}

int run_met(Session& session) {
  ReadingOptions reading;
  std::string first, second;
  reading.add_graph(session.options);
  session.options.add_option("A", first, "any name or the id of an entity")->required();
  session.options.add_option("B", second, "another: tell each meeting of the two");
  reading.filter.add_to(session.options);
  reading.add_format(session.options);
  reading.add_cypher(session.options);
  if (!session.parse()) return kDone;
  const TableFormat format = reading.format();
  const AskedGraph open(reading.graph());
  const Filter filter = reading.filter.filter(open.ontology);
  const std::string a = open.id_of(first);
  std::optional<std::string> b;
  if (!second.empty()) b = open.id_of(second);
  const Question question = met_question(a, b, filter);
  if (reading.cypher()) return print(session, question);
  const AskedFacts asked = ask_excerpt(open.graph, question, {a, b.value_or(a)});
  const auto name = [&](const std::string& id) {
    return one_line(asked.graph[*asked.graph.find(id)].name);
  };
  const std::string nothing = "no meeting of " + name(a);
  if (!b) {
    return answer(session, who_met(asked.graph, *asked.graph.find(a), asked.facts), format,
                  nothing + " is told");
  }
  return answer_facts(session, open.ontology, asked, meetings(filter), format,
                      nothing + " and " + name(*b) + " is told");
}

int run_timeline(Session& session) {
  ReadingOptions reading;
  std::string name;
  reading.add_graph(session.options);
  session.options.add_option("NAME", name, "only facts of this entity");
  reading.filter.add_to(session.options);
  reading.add_format(session.options);
  reading.add_cypher(session.options);
  if (!session.parse()) return kDone;
  const TableFormat format = reading.format();
  const AskedGraph open(reading.graph());
  const Filter filter = reading.filter.filter(open.ontology);
  std::optional<std::string> entity;
  if (!name.empty()) entity = open.id_of(name);
  const Question question = timeline_question(entity, filter);
  if (reading.cypher()) return print(session, question);
  return answer_facts(session, open.ontology, ask_excerpt(open.graph, question, {}), filter, format,
                      "no fact fits");
}

}  // namespace entente
