// The questions that a table or a list of facts answers: stats, show (about), met, timeline.

#include <algorithm>
#include <map>

#include "base/utf8.h"
#include "cli/reading.h"
#include "cli/story.h"
#include "query/facts.h"
#include "query/names.h"
#include "query/questions.h"

namespace entente {
namespace {

using Edge = KnowledgeGraph::Edge;
using Vertex = KnowledgeGraph::Vertex;

// Facts told occasion by occasion for people, or as a table for programs.
int answer_facts(Session& session, const OpenGraph& open, const std::vector<Edge>& facts,
                 const Filter& filter, TableFormat format, const std::string& nothing) {
  if (format != TableFormat::Text || facts.empty()) {
    return answer(session, told(open.graph, facts, filter), format, nothing);
  }
  Story{session.terminal, open.graph, open.ontology}.occasions(
      open.graph, occurrences(open.graph, facts, filter));
  return kDone;
}

std::vector<Edge> facts_for(const ReadingOptions& reading, const OpenGraph& open,
                            const Question& question) {
  return ask_edges(AskedGraph(reading.graph()).graph, open.graph, question);
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
std::vector<std::vector<Edge>> by_relation(const OpenGraph& open, const std::vector<Edge>& facts) {
  std::map<std::string, std::vector<Edge>> groups;
  for (const Edge edge : facts) groups[open.graph[edge].relation].push_back(edge);
  std::vector<std::vector<Edge>> ordered;
  ordered.reserve(groups.size());
  for (const auto& [relation, edges] : groups) ordered.push_back(edges);
  const auto is_state = [&](const std::vector<Edge>& group) {
    const Relation* relation = open.ontology.relation(open.graph[group.front()].relation);
    return relation != nullptr && relation->state;
  };
  std::stable_sort(ordered.begin(), ordered.end(), [&](const auto& a, const auto& b) {
    if (is_state(a) != is_state(b)) return is_state(a);
    return a.size() > b.size();
  });
  return ordered;
}

void write_card(Session& session, const OpenGraph& open, Vertex entity,
                const std::vector<Edge>& facts) {
  Terminal& terminal = session.terminal;
  const Story story{terminal, open.graph, open.ontology};
  write_head(terminal, open.graph[entity], open.ontology);
  for (const std::vector<Edge>& group : by_relation(open, facts)) {
    const Relation* relation = open.ontology.relation(open.graph[group.front()].relation);
    const std::string heading =
        relation != nullptr ? relation->name : open.graph[group.front()].relation;
    terminal.out << '\n'
                 << terminal.paint.trigger(one_line(heading) + " (" + std::to_string(group.size()) +
                                           ")")
                 << "\n\n";
    std::vector<const Fact*> told;
    for (const Edge edge : group) told.push_back(&open.graph[edge]);
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
  const OpenGraph open(reading.graph());
  const Filter filter = reading.filter.filter(open.ontology);
  const Vertex entity = resolve_entity(open.graph, name);
  const Question question = about_question(open.graph[entity].id, filter);
  if (reading.cypher()) return print(session, question);
  const std::vector<Edge> facts = facts_for(reading, open, question);
  if (format != TableFormat::Text) {
    return answer(session, show(open.graph, entity, facts), format, "");
  }
  write_card(session, open, entity, facts);
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
  const OpenGraph open(reading.graph());
  const Filter filter = reading.filter.filter(open.ontology);
  const Vertex a = resolve_entity(open.graph, first);
  std::optional<Vertex> b;
  if (!second.empty()) b = resolve_entity(open.graph, second);
  const Question question =
      met_question(open.graph[a].id, b ? std::optional(open.graph[*b].id) : std::nullopt, filter);
  if (reading.cypher()) return print(session, question);
  const std::vector<Edge> facts = facts_for(reading, open, question);
  const std::string nothing = "no meeting of " + one_line(open.graph[a].name);
  if (!b) return answer(session, who_met(open.graph, a, facts), format, nothing + " is told");
  return answer_facts(session, open, facts, meetings(filter), format,
                      nothing + " and " + one_line(open.graph[*b].name) + " is told");
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
  const OpenGraph open(reading.graph());
  const Filter filter = reading.filter.filter(open.ontology);
  std::optional<std::string> entity;
  if (!name.empty()) entity = open.graph[resolve_entity(open.graph, name)].id;
  const Question question = timeline_question(entity, filter);
  if (reading.cypher()) return print(session, question);
  return answer_facts(session, open, facts_for(reading, open, question), filter, format,
                      "no fact fits");
}

}  // namespace entente
